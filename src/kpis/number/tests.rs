//! Numbers typed, pasted and shown.

use super::*;

fn read(text: &str, lang: Lang) -> String {
    match parse(text, "kr", lang) {
        Ok(Some(number)) => number.to_string(),
        Ok(None) => "nothing".to_owned(),
        Err(message) => message.key.to_owned(),
    }
}

#[test]
fn both_languages_read_what_either_writes() {
    for (typed, number) in [
        ("18 316", "18316"),
        ("18\u{a0}316", "18316"),
        ("18\u{202f}316", "18316"),
        ("18\u{2009}316", "18316"),
        ("18'316", "18316"),
        ("4,2", "4.2"),
        ("4.2", "4.2"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567.25", "1234567.25"),
        ("1 234 567,25", "1234567.25"),
        ("12,5 %", "12.5"),
        ("412 000 kr", "412000"),
        ("KR 412 000", "412000"),
        ("−4", "-4"),
        ("-4,0", "-4"),
        ("–0,5", "-0.5"),
        ("+7", "7"),
        (",5", "0.5"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("1234.567", "1234.567"),
        ("999 999 999 999,999999", "999999999999.999999"),
        ("   ", "nothing"),
        ("", "nothing"),
        ("kr", "nothing"),
    ] {
        for lang in Lang::ALL {
            assert_eq!(read(typed, lang), number, "{typed} in {lang:?}");
        }
    }
}

#[test]
fn a_separator_before_three_digits_is_the_languages_own_or_refused() {
    assert_eq!(read("1,234", Lang::Sv), "1.234");
    assert_eq!(read("1,234", Lang::En), "1234");
    assert_eq!(read("1.234", Lang::En), "1.234");
    assert_eq!(read("1.234", Lang::Sv), "kpis-number-ambiguous");
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "x", "1,2,3", "12.34.56", "1.23,4.5", "1,23.4,5", "1-2", "--1", ",", "1e5", "½", "12 34 fg",
    ] {
        assert_eq!(read(text, Lang::En), "kpis-number-form", "{text}");
    }
    assert_eq!(read("0,1234567", Lang::Sv), "kpis-number-decimals");
    assert_eq!(read("1 000 000 000 000", Lang::Sv), "kpis-number-large");
    assert_eq!(read(&"1".repeat(61), Lang::Sv), "kpis-number-form");
}

#[test]
fn what_is_shown_is_read_back() {
    for text in ["0", "-4", "18316", "4.25", "-1234567.000001"] {
        let number: Decimal = text.parse().unwrap();
        for lang in Lang::ALL {
            let shown = exact(lang, number, 1);
            assert_eq!(
                parse(&shown, "", lang).unwrap(),
                Some(number),
                "{shown} in {lang:?}"
            );
        }
    }
    let number: Decimal = "-18316.25".parse().unwrap();
    assert_eq!(show(Lang::Sv, number, 1), "\u{2212}18\u{a0}316,3");
    assert_eq!(show(Lang::En, number, 0), "-18,316");
    assert_eq!(plain(Lang::Sv, number), "-18316,25");
}
