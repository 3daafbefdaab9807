//! Numbers as people type and read them, Swedish and English.

use super::decimal::{DECIMALS, Decimal};
use crate::i18n::{Lang, Message};

/// Characters of a typed number, unit included.
const TYPED_MAX: usize = 60;

/// The number in `raw`: `18 316`, `4,2`, `1.234,5`, `1,234.5`, `12,5 %`, `−4`, with any kind of space, and with the
/// KPI's unit before or after it. Nothing typed is no number.
///
/// A single separator before three digits is read as the reader's language does: a Swedish comma and an English point
/// are decimal, an English comma sets thousands apart, and a point in Swedish is refused, for it could be either.
pub fn parse(raw: &str, unit: &str, lang: Lang) -> Result<Option<Decimal>, Message> {
    let wrong = || Message::new("kpis-number-form");
    if raw.chars().count() > TYPED_MAX {
        return Err(wrong());
    }
    let text = without_unit(&compact(raw), &compact(unit));
    if text.is_empty() {
        return Ok(None);
    }
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.to_owned()),
        None => (false, text.strip_prefix('+').unwrap_or(&text).to_owned()),
    };
    let (whole, fraction) = split(&digits, lang)?.ok_or_else(wrong)?;
    if fraction.trim_end_matches('0').len() > DECIMALS as usize {
        return Err(Message::new("kpis-number-decimals").arg("max", DECIMALS));
    }
    let plain = format!("{}.{fraction}", if whole.is_empty() { "0" } else { &whole });
    let number: Decimal = plain.trim_end_matches('.').parse().map_err(|_| wrong())?;
    if !number.is_storable() {
        return Err(Message::new("kpis-number-large"));
    }
    Ok(Some(if negative { -number } else { number }))
}

/// Lower case, without spaces, every minus the same.
fn compact(text: &str) -> String {
    let kept = text.chars().filter(|c| {
        !c.is_whitespace() && !matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\'' | '’')
    });
    let same = kept.map(|c| match c {
        '\u{2212}' | '\u{2013}' | '\u{FE63}' | '\u{FF0D}' => '-',
        other => other,
    });
    same.collect::<String>().to_lowercase()
}

fn without_unit(text: &str, unit: &str) -> String {
    let mut text = text;
    for unit in [unit, "%"].into_iter().filter(|unit| !unit.is_empty()) {
        text = text.strip_suffix(unit).unwrap_or(text);
        text = text.strip_prefix(unit).unwrap_or(text);
    }
    text.to_owned()
}

/// Digits before and after the decimal sign; `None` for what is no number.
fn split(text: &str, lang: Lang) -> Result<Option<(String, String)>, Message> {
    let points = text.matches('.').count();
    let commas = text.matches(',').count();
    let last = text.rfind(['.', ',']);
    let decimal = match (points, commas, last) {
        (0, 0, _) => None,
        // Two kinds: the last one is decimal, and it stands once.
        (1.., 1.., Some(at)) => {
            let once = if text[at..].starts_with('.') {
                points
            } else {
                commas
            } == 1;
            if !once {
                return Ok(None);
            }
            Some(at)
        }
        (1, 0, Some(at)) if lang == Lang::Sv && is_thousand(text, at) => {
            return Err(Message::new("kpis-number-ambiguous"));
        }
        (0, 1, Some(at)) if lang == Lang::En && is_thousand(text, at) => None,
        (1, 0, Some(at)) | (0, 1, Some(at)) => Some(at),
        _ => None,
    };
    let (whole, fraction) = match decimal {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let Some(whole) = ungrouped(whole) else {
        return Ok(None);
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let is_right = digits(fraction) && digits(&whole) && !(whole.is_empty() && fraction.is_empty());
    Ok(is_right.then(|| (whole, fraction.to_owned())))
}

/// One to three digits before, exactly three after, and not a leading zero: `1.234`, but not `0.234`.
fn is_thousand(text: &str, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + 1..]);
    (1..=3).contains(&before.len()) && !before.starts_with('0') && after.len() == 3
}

/// Without the separators of thousands, where they stand right.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(['.', ',']);
    let mut digits = groups.next()?.to_owned();
    let first = digits.len();
    for group in groups {
        if group.len() != 3 || !(1..=3).contains(&first) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// With its thousands set apart and exactly that many decimals: `18 316`, `4,2`, `−4` or `18,316`, `4.2`, `-4`.
pub fn show(lang: Lang, number: Decimal, decimals: u32) -> String {
    let (group, point, minus) = match lang {
        Lang::Sv => ('\u{a0}', ',', '\u{2212}'),
        Lang::En => (',', '.', '-'),
    };
    let (negative, whole, fraction) = number.parts(decimals);
    let mut text = String::with_capacity(24);
    if negative {
        text.push(minus);
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(&fraction);
    }
    text
}

/// The same with all the decimals that it has, for a field to type in: nothing is rounded away.
pub fn exact(lang: Lang, number: Decimal, decimals: u32) -> String {
    show(lang, number, decimals.max(number.needs()))
}

/// For files: no thousands, the language's decimal sign.
pub fn plain(lang: Lang, number: Decimal) -> String {
    let text = number.to_string();
    match lang {
        Lang::Sv => text.replace('.', ","),
        Lang::En => text,
    }
}

#[cfg(test)]
mod tests;
