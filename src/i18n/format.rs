//! Numbers, dates and times as each language writes them.

use super::Lang;
use chrono::{NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

/// A whole number with its thousands grouped: `1 000` with a no-break space in Swedish, `1,000` in English.
pub fn int(lang: Lang, n: i64) -> String {
    let (group, minus) = match lang {
        Lang::Sv => ('\u{a0}', '\u{2212}'),
        Lang::En => (',', '-'),
    };
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    if n < 0 {
        text.push(minus);
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

/// A day: `2026-03-14` in Swedish, `14 Mar 2026` in English.
pub fn date(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Sv => day.format("%Y-%m-%d").to_string(),
        Lang::En => day.format("%-d %b %Y").to_string(),
    }
}

/// A moment on the reader's clock, to the minute: `2026-03-14 09:05` or `14 Mar 2026, 09:05`.
pub fn when(lang: Lang, utc: NaiveDateTime, zone: Tz) -> String {
    let local = zone.from_utc_datetime(&utc);
    match lang {
        Lang::Sv => local.format("%Y-%m-%d %H:%M").to_string(),
        Lang::En => local.format("%-d %b %Y, %H:%M").to_string(),
    }
}

/// A moment for machines, as in `<time datetime>`: `2026-03-14T08:05:00Z`.
pub fn machine(utc: NaiveDateTime) -> String {
    utc.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
