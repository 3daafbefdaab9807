//! The catalogues against each other, and texts, numbers and dates as they read.

use super::{Lang, Message, format, keys, variables};
use chrono::NaiveDate;

#[test]
fn both_languages_hold_the_same_keys() {
    let (sv, en) = (keys(Lang::Sv), keys(Lang::En));
    let lacks = |a: &[String], b: &[String]| {
        a.iter()
            .filter(|key| !b.contains(key))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(lacks(&en, &sv), [""; 0], "missing in Swedish");
    assert_eq!(lacks(&sv, &en), [""; 0], "missing in English");
    assert!(en.len() > 100);
}

#[test]
fn both_languages_name_the_same_variables() {
    for key in keys(Lang::En) {
        assert_eq!(
            variables(Lang::En, &key),
            variables(Lang::Sv, &key),
            "{key}"
        );
    }
}

#[test]
fn every_text_can_be_formatted() {
    for lang in Lang::ALL {
        for key in keys(lang) {
            let mut text = lang.text(&key);
            for name in variables(lang, &key) {
                // Leaking is fine in a test; names are static everywhere else.
                text = text.arg(Box::leak(name.into_boxed_str()), 1234);
            }
            let text = text.to_string();
            assert!(
                !text.is_empty() && text != key && !text.contains(['{', '}']),
                "{key}: {text}"
            );
        }
    }
}

#[test]
fn a_text_without_arguments_is_printed_as_it_is() {
    assert_eq!(Lang::En.text("common-save").to_string(), "Save");
    assert_eq!(Lang::Sv.text("common-save").to_string(), "Spara");
}

#[test]
fn numbers_choose_the_plural_and_are_grouped() {
    let found = |lang: Lang, n: i64| lang.text("common-found").arg("n", n).to_string();
    assert_eq!(found(Lang::Sv, 1), "1 träff");
    assert_eq!(found(Lang::Sv, 12_345), "12\u{a0}345 träffar");
    assert_eq!(found(Lang::En, 12_345), "12,345 found");
    assert_eq!(found(Lang::En, 0), "Nothing found");
}

#[test]
fn text_arguments_are_left_alone() {
    let message = Message::new("common-saved-named").arg("name", "Åsa { $x } <b>");
    assert_eq!(Lang::En.say(&message), "Åsa { $x } <b> was saved");
}

#[test]
fn a_missing_text_shows_its_key() {
    assert_eq!(
        Lang::En.text("common-no-such").to_string(),
        "common-no-such"
    );
}

#[test]
fn languages_are_recognised() {
    assert_eq!(Lang::parse("sv-SE"), Some(Lang::Sv));
    assert_eq!(Lang::parse("EN"), Some(Lang::En));
    assert_eq!(Lang::parse("de"), None);
    assert_eq!(
        Lang::accepted("de-DE,de;q=0.9, sv;q=0.8,en;q=0.7"),
        Some(Lang::Sv)
    );
    assert_eq!(Lang::accepted(""), None);
}

#[test]
fn numbers_read_as_the_language_writes_them() {
    assert_eq!(format::int(Lang::En, 0), "0");
    assert_eq!(format::int(Lang::En, 999), "999");
    assert_eq!(format::int(Lang::En, -1_234_567), "-1,234,567");
    assert_eq!(format::int(Lang::Sv, -1_000), "\u{2212}1\u{a0}000");
    assert_eq!(
        format::int(Lang::En, i64::MIN),
        "-9,223,372,036,854,775,808"
    );
}

#[test]
fn days_and_moments_read_as_the_language_writes_them() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    let moment = day.and_hms_opt(8, 5, 0).unwrap();
    let zone = chrono_tz::Europe::Stockholm;
    assert_eq!(format::date(Lang::Sv, day), "2026-03-04");
    assert_eq!(format::date(Lang::En, day), "4 Mar 2026");
    assert_eq!(format::when(Lang::Sv, moment, zone), "2026-03-04 09:05");
    assert_eq!(format::when(Lang::En, moment, zone), "4 Mar 2026, 09:05");
    assert_eq!(format::machine(moment), "2026-03-04T08:05:00Z");
}
