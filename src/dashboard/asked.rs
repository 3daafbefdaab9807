//! The period and the person that the address chooses for the whole page: `/?period=2026-09&owner=12`.

use crate::auth::people::Names;
use crate::auth::{Actor, UserId};
use crate::kpis::{Cadence, Period};
use crate::web::list::Condition;
use crate::web::view::Choice;
use crate::web::{FormData, FormView, Shell};
use chrono::{Days, NaiveDate};

/// Months offered to choose.
const MONTHS: usize = 24;
/// Days of "lately", where no period is chosen.
const LATELY: u64 = 29;

/// What the address asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The period, if one is chosen.
    pub period: Option<Period>,
    /// The person, if one is chosen.
    pub owner: Option<UserId>,
    /// The day it is for the organisation.
    pub today: NaiveDate,
}

impl Asked {
    /// Reads an address; what makes no sense is as if it were not there.
    pub fn parse(query: &FormData, today: NaiveDate) -> Self {
        let period = Period::parse_any(query.get("period"));
        Self {
            period: period.filter(|period| period.start() <= today),
            owner: query.get("owner").parse().ok().map(UserId),
            today,
        }
    }

    /// The first day that is not over yet, seen from the end of the chosen period: what is over by then is judged.
    pub fn as_of(&self) -> NaiveDate {
        let after = |period: Period| period.next().start();
        self.period.map_or(self.today, after).min(self.today)
    }

    /// The days that the page is about: the period, or the last thirty.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        match self.period {
            Some(period) => (period.start(), period.end()),
            None => {
                let first = self.today.checked_sub_days(Days::new(LATELY));
                (first.unwrap_or(self.today), self.today)
            }
        }
    }

    /// The same as a filter.
    pub fn in_days(&self) -> Condition {
        let (from, to) = self.days();
        Condition::Days(Some(from), Some(to))
    }

    /// Whose records are meant: the chosen person's, else one's own.
    pub fn person(&self, actor: &Actor) -> Option<UserId> {
        self.owner.or(actor.user_id)
    }

    /// What stands behind the question mark; empty where nothing is chosen.
    pub fn query(&self) -> String {
        let period = self.period.map(|period| format!("period={period}"));
        let owner = self.owner.map(|owner| format!("owner={owner}"));
        let both: Vec<String> = period.into_iter().chain(owner).collect();
        match both.is_empty() {
            true => String::new(),
            false => format!("?{}", both.join("&")),
        }
    }

    /// The choices made, for the form that changes them.
    pub fn form(&self) -> FormView {
        let text = |value: Option<String>| value.unwrap_or_default();
        FormView::default()
            .with("period", text(self.period.map(|p| p.to_string())))
            .with("owner", text(self.owner.map(|id| id.to_string())))
    }

    /// The months to choose from, and the chosen period where it is another one.
    pub fn periods(&self, ui: &Shell) -> Vec<Choice> {
        let now = Period::containing(Cadence::Month, self.today);
        let months = (0..MONTHS).map(|steps| now.back(steps));
        let other = self
            .period
            .filter(|chosen| !months.clone().any(|m| m == *chosen));
        other
            .into_iter()
            .chain(months)
            .map(|period| Choice::new(period.to_string(), period.words(ui.lang)))
            .collect()
    }
}

/// The people to choose from.
pub fn people(names: &Names) -> Vec<Choice> {
    names
        .iter()
        .map(|(id, name)| Choice::new(id.to_string(), name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Asked {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        Asked::parse(&FormData::parse(query.as_bytes()), today)
    }

    #[test]
    fn the_end_of_a_period_is_the_day_after_it_or_today() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        assert_eq!(asked("").as_of(), day("2026-03-02"));
        assert_eq!(asked("period=2026-01").as_of(), day("2026-02-01"));
        // Week 53 of 2020 ends on 3 January 2021.
        assert_eq!(asked("period=2020-W53").as_of(), day("2021-01-04"));
        assert_eq!(asked("period=2026-03").as_of(), day("2026-03-02"));
        assert_eq!(asked("").days(), (day("2026-02-01"), day("2026-03-02")));
        assert_eq!(
            asked("period=2025-Q4").days(),
            (day("2025-10-01"), day("2025-12-31"))
        );
    }

    #[test]
    fn what_makes_no_sense_is_as_if_it_were_not_there() {
        for query in ["period=2026-13", "period=2030-01&owner=x", "period="] {
            assert_eq!(asked(query).query(), "", "{query}");
        }
        assert_eq!(
            asked("owner=7&period=2026-01").query(),
            "?period=2026-01&owner=7"
        );
    }
}
