//! Dates, in the forms that Swedish forms and exports use.

use chrono::{Datelike, NaiveDate};

use super::text;
use crate::i18n::Message;

const YEARS: std::ops::RangeInclusive<i32> = 1800..=2200;
const TYPED_MAX: usize = 40;

/// The date in `raw`: `2026-03-14`, `20260314`, `2026/03/14`, or day first as `14.3.2026`, `14/3/2026`, `14/3 2026`.
///
/// The year has four digits. The day never comes after the month: `3/14/2026` is refused, not guessed.
pub fn parse(raw: &str) -> Result<Option<NaiveDate>, Message> {
    let Some(typed) = text::line(raw, TYPED_MAX)? else {
        return Ok(None);
    };
    let (year, month, day) = parts(&typed).ok_or_else(|| Message::new("fields-date-form"))?;
    let date = NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| Message::new("fields-date-none"))?;
    if !YEARS.contains(&date.year()) {
        return Err(Message::new("fields-date-year")
            .arg("from", YEARS.start().to_string())
            .arg("to", YEARS.end().to_string()));
    }
    Ok(Some(date))
}

fn parts(typed: &str) -> Option<(i32, u32, u32)> {
    if typed.len() == 8 && is_digits(typed) {
        return Some((
            typed.get(..4)?.parse().ok()?,
            typed.get(4..6)?.parse().ok()?,
            typed.get(6..)?.parse().ok()?,
        ));
    }
    let pieces: Vec<&str> = typed
        .split(['-', '/', '.', ' '])
        .filter(|piece| !piece.is_empty())
        .collect();
    let [first, middle, last] = pieces[..] else {
        return None;
    };
    let (year, day) = if first.len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    let is_small = |piece: &str| is_digits(piece) && piece.len() <= 2;
    if !is_digits(year) || year.len() != 4 || !is_small(middle) || !is_small(day) {
        return None;
    }
    Some((year.parse().ok()?, middle.parse().ok()?, day.parse().ok()?))
}

fn is_digits(piece: &str) -> bool {
    !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_digit())
}
