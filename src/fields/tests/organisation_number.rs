use super::refusal;
use crate::fields::organisation_number::{display, parse};
use crate::i18n::Arg;

#[test]
fn every_way_of_writing_it_is_one_number() {
    for typed in [
        "803169-8338",
        "8031698338",
        " 803169 8338 ",
        "16803169-8338",
        "16 803169-8338",
        "SE803169833801",
        "se 803169-8338 01",
        "803169\u{2013}8338",
        "803169\u{2011}8338",
        "８０３１６９-８３３８",
    ] {
        assert_eq!(parse(typed), Ok(Some("8031698338".to_owned())), "{typed}");
    }
    assert_eq!(parse("  "), Ok(None));
}

#[test]
fn a_sole_traders_number_is_accepted() {
    // Constructed: 8 May 1964 with a check digit, and the same as a coordination number.
    for typed in ["640508-1230", "19640508-1230", "640568-1237", "640508+1230"] {
        assert!(
            matches!(parse(typed), Ok(Some(_))),
            "{typed}: {:?}",
            parse(typed)
        );
    }
    assert_eq!(
        refusal(parse("641308-1234")),
        "fields-organisation-number-kind"
    );
    assert_eq!(
        refusal(parse("640231-1234")),
        "fields-organisation-number-kind"
    );
    assert_eq!(
        refusal(parse("0000000000")),
        "fields-organisation-number-kind"
    );
}

#[test]
fn each_fault_has_its_message() {
    for (typed, key) in [
        ("802000-0000", "fields-organisation-number-check"),
        ("803169-8339", "fields-organisation-number-check"),
        ("640508-1231", "fields-organisation-number-check"),
        ("803169-833", "fields-organisation-number-length"),
        ("17803169-8338", "fields-organisation-number-length"),
        ("19803169-8338", "fields-organisation-number-length"),
        ("SE8031698338", "fields-organisation-number-length"),
        ("SE803169833800", "fields-organisation-number-length"),
        ("803169-83B8", "fields-organisation-number-letters"),
        ("DK12345678", "fields-organisation-number-letters"),
        ("SE", "fields-organisation-number-length"),
        ("-", "fields-organisation-number-length"),
    ] {
        assert_eq!(refusal(parse(typed)), key, "{typed}");
    }
    let message = parse("12345").expect_err("too short");
    assert_eq!(message.args, [("count", Arg::Int(5))]);
}

#[test]
fn shown_with_a_hyphen() {
    assert_eq!(display("8031698338"), "803169-8338");
    assert_eq!(display(""), "");
    assert_eq!(display("ååååå"), "ååååå");
}
