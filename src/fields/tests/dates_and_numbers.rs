use chrono::NaiveDate;

use super::refusal;
use crate::fields::{date, integer};

#[test]
fn dates_in_the_usual_forms() {
    let expected = NaiveDate::from_ymd_opt(2026, 3, 14);
    for typed in [
        "2026-03-14",
        "20260314",
        "2026/03/14",
        "2026-3-14",
        "2026.03.14",
        "14.3.2026",
        "14/3/2026",
        "14/3 2026",
        "14/3-2026",
        " 14. 3. 2026 ",
    ] {
        assert_eq!(date::parse(typed), Ok(expected), "{typed}");
    }
    assert_eq!(date::parse(""), Ok(None));
}

#[test]
fn dates_that_are_none() {
    for (typed, key) in [
        ("2026-02-29", "fields-date-none"),
        ("3/14/2026", "fields-date-none"),
        ("00000000", "fields-date-none"),
        ("2026-00-10", "fields-date-none"),
        ("1799-12-31", "fields-date-year"),
        ("2201-01-01", "fields-date-year"),
        ("26-03-14", "fields-date-form"),
        ("14/3", "fields-date-form"),
        ("2026-03", "fields-date-form"),
        ("2026-03-014", "fields-date-form"),
        ("2026-03-14-01", "fields-date-form"),
        ("i går", "fields-date-form"),
        ("۲۰۲۶-۰۳-۱۴", "fields-date-form"),
        ("2026\0-03-14", "fields-control-character"),
    ] {
        assert_eq!(refusal(date::parse(typed)), key, "{typed}");
    }
    assert!(date::parse("1800-01-01").is_ok() && date::parse("2200-12-31").is_ok());
}

#[test]
fn integers_with_and_without_groups() {
    for (typed, number) in [
        ("0", 0),
        ("007", 7),
        ("1383", 1383),
        ("1 383", 1383),
        ("1,383", 1383),
        ("1.383", 1383),
        ("1\u{A0}383", 1383),
        ("1\u{202F}383\u{202F}000", 1_383_000),
        ("1'383", 1383),
        ("2 000 000 000", 2_000_000_000),
    ] {
        assert_eq!(integer::parse(typed), Ok(Some(number)), "{typed}");
    }
    assert_eq!(integer::parse(" "), Ok(None));
}

#[test]
fn integers_that_are_none() {
    for (typed, key) in [
        ("-5", "fields-integer-negative"),
        ("\u{2212}5", "fields-integer-negative"),
        ("1.5", "fields-integer-form"),
        ("1,38", "fields-integer-form"),
        ("1 383,5", "fields-integer-form"),
        ("1,383.000", "fields-integer-form"),
        ("1383 000", "fields-integer-form"),
        (",383", "fields-integer-form"),
        ("1e3", "fields-integer-form"),
        ("+5", "fields-integer-form"),
        ("cirka 12", "fields-integer-form"),
        ("٣", "fields-integer-form"),
        ("2000000001", "fields-integer-large"),
        ("99999999999999999999", "fields-integer-large"),
    ] {
        assert_eq!(refusal(integer::parse(typed)), key, "{typed}");
    }
}
