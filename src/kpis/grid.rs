//! Which part of the book the grid shows: a cadence, a range of periods, a page of KPIs. All of it in the address.

use super::model::Definition;
use super::{Cadence, Period};
use crate::web::FormData;
use chrono::NaiveDate;

/// Columns unless the address says otherwise, and at most.
const PERIODS: usize = 12;
/// The most columns.
pub const PERIODS_MAX: usize = 24;
/// KPIs on a page: with [`PERIODS_MAX`] columns the form stays below the number of fields that a form may have.
pub const ROWS: usize = 40;

/// What an address asks of the grid.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Which KPIs: those of this period length.
    pub cadence: Cadence,
    /// The columns.
    pub periods: Vec<Period>,
    /// The page of rows, from 1.
    pub page: usize,
}

impl Asked {
    /// Reads an address. What it does not say, or says wrongly, is the latest twelve periods of the cadence that most
    /// people use among those there are.
    pub fn parse(query: &FormData, present: &[Definition], today: NaiveDate) -> Self {
        let usual = [
            Cadence::Month,
            Cadence::Quarter,
            Cadence::Week,
            Cadence::Day,
            Cadence::Year,
        ];
        let first = usual
            .into_iter()
            .find(|c| present.iter().any(|d| d.cadence == *c));
        let cadence = Cadence::parse(query.get("cadence"))
            .or(first)
            .unwrap_or(Cadence::Month);
        let period = |name: &str| Period::parse(cadence, query.get(name));
        let to = period("to").unwrap_or_else(|| Period::containing(cadence, today));
        let from = period("from")
            .filter(|from| *from <= to)
            .unwrap_or_else(|| to.back(PERIODS - 1));
        let all = Period::range(from, to, 4000);
        let periods = all[all.len().saturating_sub(PERIODS_MAX)..].to_vec();
        let page = query
            .get("page")
            .parse()
            .ok()
            .filter(|page| *page > 0)
            .unwrap_or(1);
        Self {
            cadence,
            periods,
            page,
        }
    }

    /// The first column.
    pub fn from(&self) -> Option<Period> {
        self.periods.first().copied()
    }

    /// The last column.
    pub fn to(&self) -> Option<Period> {
        self.periods.last().copied()
    }

    /// The address of this part.
    pub fn href(&self) -> String {
        self.at(&self.periods, self.page)
    }

    /// The same with another page of rows.
    pub fn on_page(&self, page: &usize) -> String {
        self.at(&self.periods, *page)
    }

    /// As many columns, ending before this part.
    pub fn earlier(&self) -> String {
        self.moved(|period, steps| period.back(steps))
    }

    /// As many columns, beginning after this part.
    pub fn later(&self) -> String {
        self.moved(|period, steps| (0..steps).fold(period, |period, _| period.next()))
    }

    fn moved(&self, by: impl Fn(Period, usize) -> Period) -> String {
        let steps = self.periods.len();
        let moved: Vec<Period> = self
            .periods
            .iter()
            .map(|period| by(*period, steps))
            .collect();
        self.at(&moved, self.page)
    }

    fn at(&self, periods: &[Period], page: usize) -> String {
        let text = |period: Option<&Period>| period.map(Period::to_string).unwrap_or_default();
        let (from, to) = (text(periods.first()), text(periods.last()));
        let page = if page > 1 {
            format!("&page={page}")
        } else {
            String::new()
        };
        format!(
            "/kpis/values?cadence={}&from={from}&to={to}{page}",
            self.cadence.code()
        )
    }
}
