//! Swedish organisation numbers.
//!
//! Stored as ten digits, shown as `802481-1234`. Accepted with a hyphen, spaces, the century prefix `16`, or as a VAT
//! number (`SE802481123401`). The third digit of an organisation is 2 or more. A sole trader's organisation number is
//! the owner's personal identity number (or coordination number, day + 60), so that is accepted too when its date and
//! check digit are right, also with the century; the century is not stored.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::{ORGANISATION_NUMBER_DIGITS, ORGANISATION_NUMBER_TYPED_MAX, text};
use crate::i18n::Message;

/// The ten digits of the number in `raw`.
pub fn parse(raw: &str) -> Result<Option<String>, Message> {
    let Some(typed) = text::line(raw, ORGANISATION_NUMBER_TYPED_MAX)? else {
        return Ok(None);
    };
    let compact: String = typed.nfkc().filter(|&c| !is_filler(c)).collect();
    let compact = compact.to_ascii_uppercase();
    let (number, from_vat) = match compact.strip_prefix("SE") {
        Some(rest) => (rest, true),
        None => (compact.as_str(), false),
    };
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Message::new("fields-organisation-number-letters"));
    }
    let digits = if from_vat {
        without_vat_suffix(number)
    } else {
        without_century(number)
    };
    let digits = digits.ok_or_else(|| wrong_length(number.len()))?;
    if !is_organisation(digits) && !is_person(digits) {
        return Err(Message::new("fields-organisation-number-kind"));
    }
    if !has_right_check_digit(digits) {
        return Err(Message::new("fields-organisation-number-check"));
    }
    Ok(Some(digits.to_owned()))
}

/// A stored number as people write it: `802481-1234`. Anything else is shown as it is.
pub fn display(stored: &str) -> String {
    let is_number = stored.len() == ORGANISATION_NUMBER_DIGITS && stored.is_ascii();
    match stored.split_at_checked(6) {
        Some((front, back)) if is_number => format!("{front}-{back}"),
        _ => stored.to_owned(),
    }
}

fn wrong_length(count: usize) -> Message {
    Message::new("fields-organisation-number-length").arg("count", count)
}

/// Spaces and every dash that a text editor may have made of the hyphen; `+` is the hyphen of who is over a hundred.
fn is_filler(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '+' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn without_vat_suffix(number: &str) -> Option<&str> {
    let (digits, suffix) = number.split_at_checked(ORGANISATION_NUMBER_DIGITS)?;
    (suffix.len() == 2 && suffix != "00").then_some(digits)
}

fn without_century(number: &str) -> Option<&str> {
    if number.len() == ORGANISATION_NUMBER_DIGITS {
        return Some(number);
    }
    let (century, digits) = number.split_at_checked(2)?;
    let fits = match century {
        "16" => is_organisation(digits),
        "18" | "19" | "20" => is_person(digits),
        _ => false,
    };
    (fits && digits.len() == ORGANISATION_NUMBER_DIGITS).then_some(digits)
}

fn is_organisation(digits: &str) -> bool {
    digits.as_bytes().get(2).is_some_and(|&b| b >= b'2')
}

fn is_person(digits: &str) -> bool {
    let part = |range| {
        digits
            .get(range)
            .and_then(|part: &str| part.parse::<u32>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (part(0..2), part(2..4), part(4..6)) else {
        return false;
    };
    let day = if day > 60 { day - 60 } else { day };
    // 2000 and 1900 differ in one leap day, and the century is not known: the lenient one decides.
    i32::try_from(year).is_ok_and(|year| NaiveDate::from_ymd_opt(2000 + year, month, day).is_some())
}

/// Luhn: every other digit doubled, from the first; the sum of all their digits ends in 0.
fn has_right_check_digit(digits: &str) -> bool {
    luhn_sum(digits).is_multiple_of(10)
}

/// Nine digits and the check digit that belongs to them.
pub fn with_check_digit(nine: &str) -> String {
    format!("{nine}{}", (10 - luhn_sum(nine) % 10) % 10)
}

fn luhn_sum(digits: &str) -> u32 {
    digits
        .bytes()
        .zip([2, 1].into_iter().cycle())
        .map(|(b, weight)| {
            let product = u32::from(b - b'0') * weight;
            product / 10 + product % 10
        })
        .sum()
}
