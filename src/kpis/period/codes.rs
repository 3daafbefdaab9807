//! Periods as files, addresses and history write them.

use super::{Cadence, Period, YEARS};
use chrono::{Datelike, NaiveDate, Weekday};
use std::fmt;

impl Period {
    /// The period that a code names, whatever its cadence: `2026`, `2026-Q3`, `2026-09`, `2026-W53`, `2026-09-30`. A
    /// file may leave the hyphen before `Q` and `W` out, and write `2026-K3` or `2026-V53`.
    pub fn parse_any(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let year: i32 = code
            .get(..4)
            .filter(|year| digits(year))?
            .parse()
            .ok()
            .filter(|year| YEARS.contains(year))?;
        let rest = code.get(4..)?.trim_start_matches(['-', ' ']);
        let number = |text: &str| -> Option<u32> {
            (digits(text) && (1..=2).contains(&text.len()))
                .then(|| text.parse().ok())
                .flatten()
        };
        let at = |cadence, month: u32, day: u32| {
            NaiveDate::from_ymd_opt(year, month, day).map(|day| Self::containing(cadence, day))
        };
        if rest.is_empty() {
            return at(Cadence::Year, 1, 1).filter(|_| code.len() == 4);
        }
        if let Some(quarter) = rest.strip_prefix(['Q', 'K']) {
            let quarter = number(quarter).filter(|n| (1..=4).contains(n))?;
            return at(Cadence::Quarter, quarter * 3 - 2, 1);
        }
        if let Some(week) = rest.strip_prefix(['W', 'V']) {
            let start = NaiveDate::from_isoywd_opt(year, number(week)?, Weekday::Mon)?;
            return Some(Self::containing(Cadence::Week, start));
        }
        match rest.split_once('-') {
            None if rest.len() == 2 => at(Cadence::Month, number(rest)?, 1),
            Some((month, day)) if month.len() == 2 && day.len() == 2 => {
                at(Cadence::Day, number(month)?, number(day)?)
            }
            _ => None,
        }
    }

    /// The period of this cadence that a code names.
    pub fn parse(cadence: Cadence, code: &str) -> Option<Self> {
        Self::parse_any(code).filter(|period| period.cadence == cadence)
    }
}

/// Its code: `2026`, `2026-Q3`, `2026-09`, `2026-W53`, `2026-09-30`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year();
        match self.cadence {
            Cadence::Day => write!(f, "{}", self.start.format("%Y-%m-%d")),
            Cadence::Week => write!(f, "{year}-W{:02}", self.start.iso_week().week()),
            Cadence::Month => write!(f, "{year}-{:02}", self.start.month()),
            Cadence::Quarter => write!(f, "{year}-Q{}", self.start.month0() / 3 + 1),
            Cadence::Year => write!(f, "{year}"),
        }
    }
}
