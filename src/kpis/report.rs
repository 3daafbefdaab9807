//! What a KPI's page, its chart and its file say: each period with its value, its target and the changes, and where the
//! year stands.

use super::model::{Definition, DefinitionId, Target, Value, ValueId};
use super::standing::{Pace, Standing};
use super::{Cadence, Decimal, Period};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeMap;

/// One period.
#[derive(Clone, Debug)]
pub struct Line {
    /// The period.
    pub period: Period,
    /// Its value.
    pub value: Option<Decimal>,
    /// The target it is judged against.
    pub target: Option<Decimal>,
    /// How the two compare.
    pub standing: Option<Standing>,
    /// The change to the period before.
    pub to_previous: Option<Decimal>,
    /// The change to the same period last year.
    pub to_last_year: Option<Decimal>,
    /// What was noted.
    pub note: String,
    /// Counted just now, in a period that is not over: nothing is judged by it.
    pub is_live: bool,
    /// It is over and should have a value, and has none.
    pub is_missing: bool,
}

/// A KPI over the periods up to the one chosen.
#[derive(Clone, Debug)]
pub struct Report {
    /// The periods shown, the chosen one last.
    pub lines: Vec<Line>,
    /// What the year's periods up to the chosen one come to.
    pub year_total: Option<Decimal>,
    /// What the whole year should come to, where every period has a target.
    pub year_target: Option<Decimal>,
    /// Where the year stands.
    pub pace: Option<Pace>,
    /// How many of the year's periods up to the chosen one lack a value.
    pub year_missing: usize,
}

/// Everything written about one KPI, by the period's first day.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Values.
    pub values: BTreeMap<NaiveDate, Value>,
    /// Targets.
    pub targets: BTreeMap<NaiveDate, Target>,
    /// The first day of a period that is not over, whose value was counted just now.
    pub live: Option<NaiveDate>,
}

impl Entries {
    /// The value of a period.
    pub fn value(&self, period: Period) -> Option<Decimal> {
        self.values.get(&period.start())?.value
    }

    /// The target of a period.
    pub fn target(&self, period: Period) -> Option<Decimal> {
        self.targets.get(&period.start())?.target
    }

    /// Puts in what was counted just now in a period that is not over.
    pub fn count_live(
        &mut self,
        definition_id: DefinitionId,
        period: Period,
        value: Option<Decimal>,
        at: NaiveDateTime,
    ) {
        self.live = Some(period.start());
        let value = Value {
            id: ValueId(0),
            definition_id,
            account_id: None,
            period: period.start(),
            value,
            note: String::new(),
            version: 0,
            entered_by: None,
            entered_at: at,
        };
        self.values.insert(period.start(), value);
    }

    /// The latest period with a value, else the latest that is over.
    pub fn latest(&self, definition: &Definition, today: NaiveDate) -> Period {
        let valued = self
            .values
            .values()
            .rev()
            .find(|value| value.value.is_some());
        match valued {
            Some(value) => definition.period_of(value.period),
            None => definition.latest_over(today).max(definition.first()),
        }
    }
}

/// How many periods a page shows: two years and a month, quarters and years as far as people look back.
fn shown(cadence: Cadence) -> usize {
    match cadence {
        Cadence::Day => 31,
        Cadence::Week => 27,
        Cadence::Month => 25,
        Cadence::Quarter => 13,
        Cadence::Year => 10,
    }
}

impl Report {
    /// The report up to `chosen`, as seen on `today`.
    pub fn new(
        definition: &Definition,
        entries: &Entries,
        chosen: Period,
        today: NaiveDate,
    ) -> Self {
        let earliest = chosen.back(shown(definition.cadence) - 1);
        let begun = entries
            .values
            .keys()
            .next()
            .map(|day| definition.period_of(*day));
        let begun = begun.map_or(definition.first(), |begun| begun.min(definition.first()));
        let from = earliest.max(begun).min(chosen);
        let lines = Period::range(from, chosen, shown(definition.cadence))
            .into_iter()
            .map(|period| line(definition, entries, period, today))
            .collect();
        let year = Period::of_year(definition.cadence, chosen.year());
        let so_far: Vec<Period> = year
            .iter()
            .copied()
            .filter(|period| *period <= chosen)
            .collect();
        let values: Vec<Decimal> = so_far
            .iter()
            .filter_map(|period| entries.value(*period))
            .collect();
        let both: Vec<_> = so_far
            .iter()
            .filter(|p| entries.live != Some(p.start()))
            .map(|p| (entries.value(*p), entries.target(*p)))
            .collect();
        let targets: Option<Vec<Decimal>> = year.iter().map(|p| entries.target(*p)).collect();
        Self {
            lines,
            year_total: definition.totalling.total(&values),
            year_target: targets.and_then(|targets| definition.totalling.total(&targets)),
            pace: Pace::of(definition, &both),
            year_missing: so_far
                .iter()
                .filter(|p| is_missing(definition, entries, **p, today))
                .count(),
        }
    }

    /// The chosen period.
    pub fn last(&self) -> Option<&Line> {
        self.lines.last()
    }
}

fn is_missing(
    definition: &Definition,
    entries: &Entries,
    period: Period,
    today: NaiveDate,
) -> bool {
    entries.value(period).is_none() && definition.expects(period, today)
}

fn line(definition: &Definition, entries: &Entries, period: Period, today: NaiveDate) -> Line {
    let (value, target) = (entries.value(period), entries.target(period));
    let change = |before: Option<Period>| {
        let before = entries.value(before?)?;
        Some(value? - before)
    };
    let is_live = entries.live == Some(period.start());
    let written = entries.values.get(&period.start());
    Line {
        period,
        value,
        target,
        standing: value
            .zip(target)
            .filter(|_| !is_live)
            .map(|(value, target)| Standing::of(definition, value, target)),
        to_previous: change(Some(period.previous())),
        to_last_year: change(period.year_before()),
        note: written.map(|value| value.note.clone()).unwrap_or_default(),
        is_live,
        is_missing: is_missing(definition, entries, period, today),
    }
}

#[cfg(test)]
mod tests;
