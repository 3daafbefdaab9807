//! Periods: a cadence and the day on which one begins. Days are calendar days in the organisation's time zone, so
//! summer time does not touch them.

mod codes;
mod words;

use crate::code_type;
use chrono::{Datelike, Days, NaiveDate, Weekday};

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
}

#[cfg(test)]
mod tests;
