//! What cells say, as text.

use super::broken;
use chrono::{Days, NaiveDate, TimeDelta};
use std::io;

/// The column that a place such as `AB12` is in, counted from 0.
pub(super) fn column(place: &str) -> io::Result<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters
        .take(4)
        .fold(0, |n, byte| n * 26 + usize::from(byte - b'A') + 1);
    number
        .checked_sub(1)
        .ok_or_else(|| broken("a cell has no column"))
}

/// A number as plain as it can be said; a day as ISO 8601 has it.
pub(super) fn number(text: &str, is_day: bool, from_1904: bool) -> String {
    let text = text.trim();
    let Ok(value) = text.parse::<f64>() else {
        return text.to_owned();
    };
    if is_day && let Some(day) = day(value, from_1904) {
        return day;
    }
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    // As people see it: the last digits of a binary fraction are noise.
    let shown = format!("{value:.10}");
    match value.abs() < 1e15 {
        true => shown.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text.to_owned(),
    }
}

fn day(value: f64, from_1904: bool) -> Option<String> {
    if !(0.0..3_000_000.0).contains(&value) {
        return None;
    }
    let zero = match from_1904 {
        true => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        false => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 3,000,000 days"
    )]
    let (days, seconds) = (
        value.trunc() as u64,
        (value.fract() * 86_400.0).round() as i64,
    );
    let day = zero.checked_add_days(Days::new(days))?;
    if seconds == 0 {
        return Some(day.to_string());
    }
    let at = day.and_hms_opt(0, 0, 0)? + TimeDelta::seconds(seconds);
    Some(at.format("%Y-%m-%d %H:%M:%S").to_string())
}

/// Text with `_x000D_` read as the character it stands for.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..4).filter(|_| after[4..].starts_with('_'));
        let found = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        match found.and_then(char::from_u32) {
            Some(c) => {
                plain.push(c);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_said_plainly() {
        assert_eq!(number("46701234567", false, false), "46701234567");
        assert_eq!(number("4.6701234567E10", false, false), "46701234567");
        assert_eq!(number("0.1", false, false), "0.1");
        assert_eq!(number("12.0", false, false), "12");
        assert_eq!(number("46350", true, false), "2026-11-24");
        assert_eq!(number("46350.375", true, false), "2026-11-24 09:00:00");
        assert_eq!(number("44888", true, true), "2026-11-24");
        assert_eq!(number("n/a", true, false), "n/a");
    }

    #[test]
    fn places_and_spelled_out_characters() {
        let columns = ["A1", "Z9", "AA10", "AAA1"].map(|place| column(place).unwrap());
        assert_eq!(columns, [0, 25, 26, 702]);
        assert!(column("12").is_err());
        assert_eq!(
            unescaped("a_x000D_b_x005F_x000D_ _x _xåäö_"),
            "a\rb_x000D_ _x _xåäö_"
        );
    }
}
