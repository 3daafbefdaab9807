//! Whole numbers from 0 up: employees, members.

use super::{INTEGER_MAX, text};
use crate::i18n::Message;

const TYPED_MAX: usize = 40;

/// The number in `raw`, with or without thousands set apart: `1383`, `1 383`, `1,383`, `1.383`.
pub fn parse(raw: &str) -> Result<Option<i32>, Message> {
    let Some(typed) = text::line(raw, TYPED_MAX)? else {
        return Ok(None);
    };
    if typed.starts_with(['-', '\u{2212}']) {
        return Err(Message::new("fields-integer-negative"));
    }
    let digits = ungrouped(&typed).ok_or_else(|| Message::new("fields-integer-form"))?;
    match digits.parse::<i32>() {
        Ok(number) if number <= INTEGER_MAX => Ok(Some(number)),
        _ => Err(Message::new("fields-integer-large").arg("max", i64::from(INTEGER_MAX))),
    }
}

/// The digits, if all separators are the same and stand where thousands do: `1.5` is no whole number.
fn ungrouped(typed: &str) -> Option<String> {
    let separator = typed.chars().find(|c| !c.is_ascii_digit());
    let Some(separator) = separator else {
        return Some(typed.to_owned());
    };
    if !matches!(separator, ',' | '.' | '\'' | '\u{2019}') && !separator.is_whitespace() {
        return None;
    }
    let mut groups = typed.split(separator);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let is_right = (1..=3).contains(&first.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_right.then_some(digits)
}
