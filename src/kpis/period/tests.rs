//! Periods over years, leap days and week 53.

use super::*;
use crate::i18n::Lang;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(code: &str) -> Period {
    Period::parse_any(code).unwrap_or_else(|| panic!("{code}"))
}

/// Every day of 1999–2030: both sides of leap years, of 2000, and of all shapes of ISO years.
fn days() -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(day("1999-01-01")), |d| d.succ_opt()).take_while(|d| d.year() < 2031)
}

#[test]
fn each_day_lies_in_exactly_one_period_that_is_written_and_read_back() {
    for cadence in Cadence::ALL.iter().copied() {
        let mut before: Option<Period> = None;
        for day in days() {
            let here = Period::containing(cadence, day);
            assert!(here.start() <= day && day <= here.end(), "{day} in {here}");
            assert_eq!(
                Period::parse(cadence, &here.to_string()),
                Some(here),
                "{here}"
            );
            assert_eq!(here.next().previous(), here);
            assert_eq!(here.previous().next(), here);
            assert_eq!(here.next().start(), here.end().succ_opt().unwrap());
            if let Some(before) = before {
                assert!(
                    here == before || here == before.next(),
                    "{before} then {here}"
                );
                assert_eq!(before < here, before != here);
            }
            before = Some(here);
        }
    }
}

#[test]
fn the_periods_of_a_year_are_all_of_it() {
    for year in 1999..2031 {
        for (cadence, count) in [
            (Cadence::Year, 1),
            (Cadence::Quarter, 4),
            (Cadence::Month, 12),
        ] {
            assert_eq!(Period::of_year(cadence, year).len(), count);
        }
        let weeks = Period::of_year(Cadence::Week, year).len();
        // A year has 53 weeks when it begins on a Thursday, or is a leap year that begins on a Wednesday.
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let long = first.weekday() == Weekday::Thu
            || (first.leap_year() && first.weekday() == Weekday::Wed);
        assert_eq!(weeks, if long { 53 } else { 52 }, "{year}");
    }
}

#[test]
fn week_53_of_2026_reaches_into_2027() {
    let week = period("2026-W53");
    assert_eq!(
        (week.start(), week.end()),
        (day("2026-12-28"), day("2027-01-03"))
    );
    assert_eq!(Period::containing(Cadence::Week, day("2027-01-01")), week);
    assert_eq!(
        (week.year(), week.next().to_string()),
        (2026, "2027-W01".to_owned())
    );
    assert_eq!(week.year_before(), None, "2025 has 52 weeks");
    assert_eq!(period("2027-W01").year_before(), Some(period("2026-W01")));
    assert!(Period::parse_any("2027-W53").is_none());
}

#[test]
fn the_same_period_last_year() {
    for (code, before) in [
        ("2026-09", "2025-09"),
        ("2026-Q1", "2025-Q1"),
        ("2026", "2025"),
        ("2026-09-30", "2025-09-30"),
    ] {
        assert_eq!(period(code).year_before(), Some(period(before)));
    }
    assert_eq!(period("2024-02-29").year_before(), None);
}

#[test]
fn the_nights_when_clocks_change_are_days_like_others() {
    // Summer time ends on 25 October 2026: that day lasts 25 hours and is one day.
    let night = period("2026-10-25");
    assert_eq!(night.next(), period("2026-10-26"));
    assert_eq!(night.end(), day("2026-10-25"));
    assert!(!night.is_over(day("2026-10-25")) && night.is_over(day("2026-10-26")));
}

#[test]
fn codes_that_files_write_and_codes_that_are_none() {
    assert_eq!(period("2026q3"), period("2026-Q3"));
    assert_eq!(period("2026-v05"), period("2026-W05"));
    assert_eq!(period("2026W5"), period("2026-W05"));
    for code in [
        "",
        "26-09",
        "2026-13",
        "2026-00",
        "2026-9",
        "2026-Q5",
        "2026-W54",
        "2026-W00",
        "2025-02-29",
        "2026-09-31",
        "2026-",
        "2026-09-1",
        "12026",
        "1899",
        "2201-01",
        "årets",
    ] {
        assert!(Period::parse_any(code).is_none(), "{code}");
    }
    assert!(Period::parse(Cadence::Month, "2026-Q3").is_none());
}

#[test]
fn in_words() {
    let words = |code: &str| Lang::ALL.map(|lang| period(code).words(lang));
    assert_eq!(words("2026-09"), ["september 2026", "September 2026"]);
    assert_eq!(words("2026-W53"), ["vecka 53 2026", "week 53, 2026"]);
    assert_eq!(words("2026-Q3"), ["kvartal 3 2026", "Q3 2026"]);
    assert_eq!(words("2026-09-30"), ["2026-09-30", "30 Sep 2026"]);
    let short = |code: &str| Lang::ALL.map(|lang| period(code).short(lang));
    assert_eq!(short("2026-09"), ["sep 2026", "Sep 2026"]);
    assert_eq!(short("2026-W53"), ["v. 53 2026", "W53 2026"]);
}
