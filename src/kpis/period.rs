//! Periods: a cadence and the day on which one begins. Days are calendar days in the organisation's time zone, so
//! summer time does not touch them.

use crate::code_type;
use crate::i18n::Lang;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt;

code_type! {
    /// How long a period is.
    Cadence {
        /// A calendar day.
        Day = "day",
        /// A week from Monday to Sunday, numbered as ISO 8601 does.
        Week = "week",
        /// A calendar month.
        Month = "month",
        /// Three months.
        Quarter = "quarter",
        /// A calendar year.
        Year = "year",
    }
}

impl Cadence {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Day => "kpis-cadence-day",
            Self::Week => "kpis-cadence-week",
            Self::Month => "kpis-cadence-month",
            Self::Quarter => "kpis-cadence-quarter",
            Self::Year => "kpis-cadence-year",
        }
    }
}

/// Years that periods may lie in.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A day, week, month, quarter or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day. First, so that periods of one cadence are ordered by time.
    start: NaiveDate,
    cadence: Cadence,
}

impl Period {
    /// The period that this day lies in.
    pub fn containing(cadence: Cadence, day: NaiveDate) -> Self {
        let start = match cadence {
            Cadence::Day => Some(day),
            Cadence::Week => {
                day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
            }
            Cadence::Month => day.with_day(1),
            Cadence::Quarter => NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1),
            Cadence::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
        };
        Self {
            start: start.unwrap_or(day),
            cadence,
        }
    }

    /// Its first day.
    pub fn start(self) -> NaiveDate {
        self.start
    }

    /// Its last day.
    pub fn end(self) -> NaiveDate {
        let next = self.next().start;
        next.pred_opt().unwrap_or(next)
    }

    /// How long it is.
    pub fn cadence(self) -> Cadence {
        self.cadence
    }

    /// The year it belongs to; a week's is the ISO year, so that 2027-01-01 lies in a week of 2026.
    pub fn year(self) -> i32 {
        match self.cadence {
            Cadence::Week => self.start.iso_week().year(),
            _ => self.start.year(),
        }
    }

    /// The one after it.
    pub fn next(self) -> Self {
        let days = match self.cadence {
            Cadence::Day => 1,
            Cadence::Week => 7,
            Cadence::Month => 31,
            Cadence::Quarter => 92,
            Cadence::Year => 366,
        };
        let later = self.start.checked_add_days(Days::new(days));
        Self::containing(self.cadence, later.unwrap_or(self.start))
    }

    /// The one before it.
    pub fn previous(self) -> Self {
        let day = self.start.pred_opt().unwrap_or(self.start);
        Self::containing(self.cadence, day)
    }

    /// The same period a year earlier. Week 53 and 29 February have none where that year lacks them.
    pub fn year_before(self) -> Option<Self> {
        let year = self.year() - 1;
        let start = match self.cadence {
            Cadence::Week => {
                NaiveDate::from_isoywd_opt(year, self.start.iso_week().week(), Weekday::Mon)
            }
            _ => self.start.with_year(year),
        };
        start.map(|start| Self { start, ..self })
    }

    /// Every period of a year, in order.
    pub fn of_year(cadence: Cadence, year: i32) -> Vec<Self> {
        let Some(first) = NaiveDate::from_ymd_opt(year, 1, 4) else {
            return Vec::new();
        };
        let mut period = match cadence {
            // The 4th of January lies in week 1.
            Cadence::Week => Self::containing(cadence, first),
            _ => Self::containing(cadence, first.with_day(1).unwrap_or(first)),
        };
        let mut all = Vec::new();
        while period.year() == year {
            all.push(period);
            period = period.next();
        }
        all
    }

    /// From one to the other, both of them, in order; at most `limit`.
    pub fn range(from: Self, to: Self, limit: usize) -> Vec<Self> {
        std::iter::successors(Some(from), |period| Some(period.next()))
            .take_while(|period| *period <= to)
            .take(limit)
            .collect()
    }

    /// That many periods earlier.
    pub fn back(self, steps: usize) -> Self {
        (0..steps).fold(self, |period, _| period.previous())
    }

    /// Whether it is over on that day.
    pub fn is_over(self, today: NaiveDate) -> bool {
        self.end() < today
    }

    /// In words: `september 2026`, `vecka 53 2026`, `3 kvartalet 2026`; `September 2026`, `Week 53, 2026`.
    pub fn words(self, lang: Lang) -> String {
        let (year, month) = (self.year(), self.start.month0() as usize);
        match (self.cadence, lang) {
            (Cadence::Day, _) => crate::i18n::format::date(lang, self.start),
            (Cadence::Week, Lang::Sv) => format!("vecka {} {year}", self.start.iso_week().week()),
            (Cadence::Week, Lang::En) => format!("week {}, {year}", self.start.iso_week().week()),
            (Cadence::Month, Lang::Sv) => format!("{} {year}", MONTHS_SV[month % 12]),
            (Cadence::Month, Lang::En) => format!("{} {year}", MONTHS_EN[month % 12]),
            (Cadence::Quarter, Lang::Sv) => format!("kvartal {} {year}", month / 3 + 1),
            (Cadence::Quarter, Lang::En) => format!("Q{} {year}", month / 3 + 1),
            (Cadence::Year, _) => year.to_string(),
        }
    }

    /// As short as a heading wants it: `sep 2026`, `v. 53 2026`, `kv 3 2026`.
    pub fn short(self, lang: Lang) -> String {
        let (year, month) = (self.year(), self.start.month0() as usize);
        match (self.cadence, lang) {
            (Cadence::Month, Lang::Sv) => format!("{} {year}", first_three(MONTHS_SV[month % 12])),
            (Cadence::Month, Lang::En) => format!("{} {year}", first_three(MONTHS_EN[month % 12])),
            (Cadence::Week, Lang::Sv) => format!("v. {} {year}", self.start.iso_week().week()),
            (Cadence::Week, Lang::En) => format!("W{} {year}", self.start.iso_week().week()),
            (Cadence::Quarter, Lang::Sv) => format!("kv {} {year}", month / 3 + 1),
            _ => self.words(lang),
        }
    }

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

fn first_three(month: &str) -> &str {
    month.get(..3).unwrap_or(month)
}

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests;
