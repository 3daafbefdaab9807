//! Colours and pace, worked out by hand.

use super::*;
use crate::kpis::model::Totalling;
use crate::kpis::sample::{definition, number};

fn standing(direction: Direction, value: &str, target: &str) -> Standing {
    Standing::of(
        &definition(Totalling::Sum, direction),
        number(value),
        number(target),
    )
}

#[test]
fn more_is_better() {
    // Target 200, amber below 100 % (200), red below 90 % (180).
    for (value, expected) in [
        ("201", Standing::Green),
        ("200", Standing::Green),
        ("199.9", Standing::Amber),
        ("180", Standing::Amber),
        ("179.999999", Standing::Red),
        ("-5", Standing::Red),
    ] {
        assert_eq!(standing(Direction::Up, value, "200"), expected, "{value}");
    }
}

#[test]
fn less_is_better() {
    // Target 4, amber above 100 % (4), red above 110 % (4,4).
    for (value, expected) in [
        ("3.9", Standing::Green),
        ("4", Standing::Green),
        ("4.1", Standing::Amber),
        ("4.4", Standing::Amber),
        ("4.5", Standing::Red),
    ] {
        assert_eq!(standing(Direction::Down, value, "4"), expected, "{value}");
    }
}

#[test]
fn targets_of_nothing_and_below() {
    assert_eq!(standing(Direction::Up, "0", "0"), Standing::Green);
    assert_eq!(standing(Direction::Up, "-0.1", "0"), Standing::Red);
    // A loss of 100 at most; red when worse by a tenth of 100: below −110.
    assert_eq!(standing(Direction::Up, "-100", "-100"), Standing::Green);
    assert_eq!(standing(Direction::Up, "-105", "-100"), Standing::Amber);
    assert_eq!(standing(Direction::Up, "-111", "-100"), Standing::Red);
}

fn pace(
    totalling: Totalling,
    direction: Direction,
    periods: &[(&str, &str)],
) -> Option<(String, String, String)> {
    let read = |text: &str| (!text.is_empty()).then(|| number(text));
    let periods: Vec<_> = periods
        .iter()
        .map(|(value, target)| (read(value), read(target)))
        .collect();
    let pace = Pace::of(&definition(totalling, direction), &periods)?;
    Some((
        pace.reached.to_string(),
        pace.expected.to_string(),
        pace.behind.to_string(),
    ))
}

fn of(reached: &str, expected: &str, behind: &str) -> Option<(String, String, String)> {
    Some((reached.to_owned(), expected.to_owned(), behind.to_owned()))
}

#[test]
fn the_pace_of_a_sum_leaves_out_periods_that_miss_a_value_or_a_target() {
    // 150 + 170 = 320 of 160 + 180 = 340: behind by 20. The third has no value, the fourth no target.
    let periods = [("150", "160"), ("170", "180"), ("", "200"), ("90", "")];
    assert_eq!(
        pace(Totalling::Sum, Direction::Up, &periods),
        of("320", "340", "20")
    );
    assert_eq!(
        pace(Totalling::Sum, Direction::Down, &periods),
        of("320", "340", "-20")
    );
}

#[test]
fn the_pace_of_a_mean_and_of_a_last_value() {
    // (3,4 + 4,7 + 4,1) ÷ 3 = 12,2 ÷ 3 = 4,066667 against 4: worse by 0,066667 where less is better.
    let periods = [("3.4", "4"), ("4.7", "4"), ("4.1", "4")];
    assert_eq!(
        pace(Totalling::Mean, Direction::Down, &periods),
        of("4.066667", "4", "0.066667")
    );
    // The last: 18 560 against 18 500, ahead by 60 where more is better.
    let periods = [("18314", "18400"), ("18560", "18500"), ("", "18600")];
    assert_eq!(
        pace(Totalling::Last, Direction::Up, &periods),
        of("18560", "18500", "-60")
    );
}

#[test]
fn without_both_there_is_no_pace() {
    assert_eq!(
        pace(Totalling::Sum, Direction::Up, &[("1", ""), ("", "2")]),
        None
    );
    assert_eq!(pace(Totalling::Mean, Direction::Up, &[]), None);
}

#[test]
fn a_years_total_by_each_way_of_totalling() {
    let year = [number("10"), number("20"), number("33")];
    // 10 + 20 + 33 = 63; 63 ÷ 3 = 21; the last is 33.
    assert_eq!(Totalling::Sum.total(&year), Some(number("63")));
    assert_eq!(Totalling::Mean.total(&year), Some(number("21")));
    assert_eq!(Totalling::Last.total(&year), Some(number("33")));
    for totalling in Totalling::ALL {
        assert_eq!(totalling.total(&[]), None, "nothing is not zero");
    }
}
