//! Years spread over periods, worked out by hand.

use super::*;
use crate::kpis::Cadence;
use crate::kpis::model::Direction;
use crate::kpis::sample::{definition, number};

fn slots(kept: &[&str], last_year: &[&str]) -> Vec<Slot> {
    let of = |all: &[&str], at: usize| {
        all.get(at)
            .filter(|text| !text.is_empty())
            .map(|text| number(text))
    };
    Period::of_year(Cadence::Quarter, 2026)
        .into_iter()
        .enumerate()
        .map(|(at, period)| Slot {
            period,
            kept: of(kept, at),
            last_year: of(last_year, at),
        })
        .collect()
}

fn shares(
    totalling: Totalling,
    slots: &[Slot],
    year: &str,
    how: Spread,
) -> Result<Vec<String>, &'static str> {
    spread(
        &definition(totalling, Direction::Up),
        slots,
        number(year),
        how,
    )
    .map(|all| {
        all.iter()
            .map(|(period, share)| format!("{period} {share}"))
            .collect()
    })
    .map_err(|message| message.key)
}

#[test]
fn a_sum_is_shared_evenly_and_exactly() {
    // 10 over four quarters without decimals: 2,5 → 3 (rounded), then 5 − 3 = 2, 7,5 → 8 − 5 = 3, 10 − 8 = 2. Sum 10.
    assert_eq!(
        shares(Totalling::Sum, &slots(&[], &[]), "10", Spread::Even).unwrap(),
        ["2026-Q1 3", "2026-Q2 2", "2026-Q3 3", "2026-Q4 2"]
    );
    // The first quarter is over and was judged against 4: 10 − 4 = 6 over three, 2 each.
    assert_eq!(
        shares(Totalling::Sum, &slots(&["4"], &[]), "10", Spread::Even).unwrap(),
        ["2026-Q2 2", "2026-Q3 2", "2026-Q4 2"]
    );
}

#[test]
fn a_sum_follows_last_years_shape() {
    // Last year 10 + 20 + 30 + 40 = 100; 200 this year is twice as much in each.
    assert_eq!(
        shares(
            Totalling::Sum,
            &slots(&[], &["10", "20", "30", "40"]),
            "200",
            Spread::Shape
        )
        .unwrap(),
        ["2026-Q1 20", "2026-Q2 40", "2026-Q3 60", "2026-Q4 80"]
    );
    // 20 kept, 180 left over 20 + 30 + 40 = 90: twice as much again.
    assert_eq!(
        shares(
            Totalling::Sum,
            &slots(&["20"], &["10", "20", "30", "40"]),
            "200",
            Spread::Shape
        )
        .unwrap(),
        ["2026-Q2 40", "2026-Q3 60", "2026-Q4 80"]
    );
}

#[test]
fn a_mean_and_a_last_value_are_the_same_in_every_period_or_scaled() {
    assert_eq!(
        shares(Totalling::Mean, &slots(&["4"], &[]), "10", Spread::Even).unwrap(),
        ["2026-Q2 10", "2026-Q3 10", "2026-Q4 10"]
    );
    // Last year's mean: (8 + 10 + 10 + 12) ÷ 4 = 10. A mean of 20 is twice as much in each.
    assert_eq!(
        shares(
            Totalling::Mean,
            &slots(&[], &["8", "10", "10", "12"]),
            "20",
            Spread::Shape
        )
        .unwrap(),
        ["2026-Q1 16", "2026-Q2 20", "2026-Q3 20", "2026-Q4 24"]
    );
    // Last year ended at 12; to end at 18 is one and a half times as much.
    assert_eq!(
        shares(
            Totalling::Last,
            &slots(&[], &["8", "10", "10", "12"]),
            "18",
            Spread::Shape
        )
        .unwrap(),
        ["2026-Q1 12", "2026-Q2 15", "2026-Q3 15", "2026-Q4 18"]
    );
}

#[test]
fn a_shape_that_is_not_known_is_not_guessed() {
    let gap = slots(&[], &["10", "", "30", "40"]);
    assert_eq!(
        shares(Totalling::Sum, &gap, "200", Spread::Shape),
        Err("kpis-targets-no-shape")
    );
    let nothing = slots(&[], &["0", "0", "0", "0"]);
    assert_eq!(
        shares(Totalling::Sum, &nothing, "200", Spread::Shape),
        Err("kpis-targets-no-shape")
    );
    let over = slots(&["1", "2", "3", "4"], &[]);
    assert_eq!(
        shares(Totalling::Sum, &over, "200", Spread::Even),
        Err("kpis-targets-all-kept")
    );
}
