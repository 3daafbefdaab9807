//! Phone numbers: kept as typed, and compared in E.164.
//!
//! A number without a country is read as dialled in Sweden: a leading `0` is the trunk prefix, `00` goes abroad. So
//! 070-123 45 67, +46 (0)70-123 45 67 and 0046-70-123 45 67 meet. A text that cannot be read so is still a phone number
//! to the person who typed it; it has no key and meets nothing.

use unicode_normalization::UnicodeNormalization;

use super::{PHONE_MAX, text};
use crate::i18n::Message;

const HOME: &str = "46";
/// Digits after the country code in Sweden.
const HOME_DIGITS: std::ops::RangeInclusive<usize> = 6..=9;
/// Digits of any international number, with its country code.
const WORLD_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// A phone number as typed and as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// What was typed, in NFC, without the space around it.
    pub typed: String,
    /// The number in E.164 (`+46701234567`) without extension, when it can be told.
    pub key: Option<String>,
}

/// The number in `raw`.
pub fn parse(raw: &str) -> Result<Option<Phone>, Message> {
    let Some(typed) = text::line(raw, PHONE_MAX)? else {
        return Ok(None);
    };
    if let Some(c) = typed.chars().find(|&c| !is_allowed(c)) {
        return Err(Message::new("fields-phone-character").arg("character", c.to_string()));
    }
    if !typed.contains(char::is_numeric) {
        return Err(Message::new("fields-phone-digits"));
    }
    let key = key(&typed);
    Ok(Some(Phone { typed, key }))
}

/// The E.164 number that `typed` means, if that can be told: also the key of a search.
pub fn key(typed: &str) -> Option<String> {
    let plain = typed.nfkc().collect::<String>().to_lowercase();
    let number = bare_number(&plain);
    // "+46 (0)70" has its trunk prefix in brackets; at the start it is dialled.
    let number = match number.strip_prefix("(0)") {
        Some(rest) => format!("0{rest}"),
        None => number.replace("(0)", ""),
    };
    let (international, rest) = match number.trim_start_matches('(').strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, number.as_str()),
    };
    if rest.contains(|c: char| !c.is_ascii_digit() && !is_filler(c)) {
        return None;
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if international {
        return world(&digits);
    }
    match digits.strip_prefix("00") {
        Some(abroad) => world(abroad),
        None => home(digits.strip_prefix('0')?),
    }
}

fn world(digits: &str) -> Option<String> {
    // A trunk zero is often left in after the country code: +46 070-…
    if let Some(national) = digits.strip_prefix(HOME) {
        return home(national.strip_prefix('0').unwrap_or(national));
    }
    (WORLD_DIGITS.contains(&digits.len()) && !digits.starts_with('0')).then(|| format!("+{digits}"))
}

fn home(national: &str) -> Option<String> {
    (HOME_DIGITS.contains(&national.len()) && !national.starts_with('0'))
        .then(|| format!("+{HOME}{national}"))
}

/// Without words around it ("Tel: …", "… (hem)") and without the extension ("x123", "ankn 12", "#12").
fn bare_number(plain: &str) -> &str {
    let is_word = |c: char| c.is_alphabetic() || matches!(c, '#' | ';' | '*');
    let start = plain.trim_start_matches(|c: char| is_word(c) || c.is_whitespace() || c == ':');
    start.split(is_word).next().unwrap_or(start)
}

fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | '/' | '(' | ')' | ',' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
}

fn is_allowed(c: char) -> bool {
    c.is_alphanumeric() || is_filler(c) || matches!(c, '+' | ':' | ';' | '#' | '*' | '=' | '\'')
}
