//! A year worked out by hand.

use super::*;
use crate::accounts::model::AccountId;
use crate::kpis::model::{DefinitionId, Direction, TargetId, Totalling, ValueId};
use crate::kpis::sample::{definition, number};

fn entries(values: &[(&str, &str)], targets: &[(&str, &str)]) -> Entries {
    let day = |code: &str| Period::parse_any(code).unwrap().start();
    let value = |(code, value): &(&str, &str)| Value {
        id: ValueId(1),
        definition_id: DefinitionId(1),
        account_id: None::<AccountId>,
        period: day(code),
        value: Some(number(value)),
        note: String::new(),
        version: 1,
        entered_by: None,
        entered_at: day(code).into(),
    };
    let target = |(code, target): &(&str, &str)| Target {
        id: TargetId(1),
        definition_id: DefinitionId(1),
        period: day(code),
        target: Some(number(target)),
        version: 1,
    };
    Entries {
        values: values.iter().map(|v| (day(v.0), value(v))).collect(),
        targets: targets.iter().map(|t| (day(t.0), target(t))).collect(),
        live: None,
    }
}

fn report(totalling: Totalling, direction: Direction, entries: &Entries, chosen: &str) -> Report {
    let today = NaiveDate::from_ymd_opt(2026, 4, 10).unwrap();
    Report::new(
        &definition(totalling, direction),
        entries,
        Period::parse_any(chosen).unwrap(),
        today,
    )
}

#[test]
fn a_sum_over_the_turn_of_the_year_with_a_missing_month() {
    // December 90; January 100, February missing, March 130. Targets 110 a month.
    let all = entries(
        &[
            ("2025-03", "120"),
            ("2025-12", "90"),
            ("2026-01", "100"),
            ("2026-03", "130"),
        ],
        &[("2026-01", "110"), ("2026-02", "110"), ("2026-03", "110")],
    );
    let march = report(Totalling::Sum, Direction::Up, &all, "2026-03");
    // 100 + 130 = 230, December is last year's. Of 110 + 110 = 220 in the two months that have both: ahead by 10.
    assert_eq!(march.year_total, Some(number("230")));
    assert_eq!(march.pace.map(|pace| pace.behind), Some(number("-10")));
    assert_eq!((march.year_missing, march.year_target), (1, None));
    let last = march.last().unwrap();
    // February has no value, so there is no change to it; last March had 120: 130 − 120 = 10.
    assert_eq!(
        (last.to_previous, last.to_last_year),
        (None, Some(number("10")))
    );
    assert_eq!(last.standing, Some(Standing::Green));
    // January to December, over the turn of the year: 100 − 90 = 10; 100 of 110 is 90,9 %: amber.
    let january = report(Totalling::Sum, Direction::Up, &all, "2026-01");
    assert_eq!(january.last().unwrap().to_previous, Some(number("10")));
    assert_eq!(january.last().unwrap().standing, Some(Standing::Amber));
    // April is not over: nothing is missing there.
    let april = report(Totalling::Sum, Direction::Up, &all, "2026-04");
    assert!(!april.last().unwrap().is_missing);
    assert_eq!(april.year_missing, 1);
}

#[test]
fn a_mean_and_a_last_value_of_the_year() {
    let all = entries(
        &[("2026-01", "3.4"), ("2026-02", "4.7"), ("2026-03", "4.1")],
        &[],
    );
    let mean = report(Totalling::Mean, Direction::Down, &all, "2026-03");
    assert_eq!(mean.year_total, Some(number("4.066667")));
    assert_eq!(mean.pace, None, "without targets there is no pace");
    let last = report(Totalling::Last, Direction::Up, &all, "2026-02");
    assert_eq!(last.year_total, Some(number("4.7")));
}

#[test]
fn the_year_is_twelve_targets_or_none() {
    let months: Vec<String> = (1..=12).map(|month| format!("2026-{month:02}")).collect();
    let targets: Vec<(&str, &str)> = months.iter().map(|month| (month.as_str(), "10")).collect();
    let all = entries(&[], &targets);
    // 12 × 10 = 120.
    let sum = report(Totalling::Sum, Direction::Up, &all, "2026-03");
    assert_eq!(sum.year_target, Some(number("120")));
    let mean = report(Totalling::Mean, Direction::Up, &all, "2026-03");
    assert_eq!(mean.year_target, Some(number("10")));
}
