//! What a file of values would do, before it does anything.

use super::KpiColumn;
use super::reading::Reading;
use crate::auth::Actor;
use crate::db::Conn;
use crate::i18n::Lang;
use crate::imports::counts::{Counts, Fate};
use crate::imports::{Mapping, Problem, Table};
use crate::kpis::model::Definition;
use crate::kpis::{Cadence, Decimal, Period};
use diesel::QueryResult;

/// A KPI that the file brings.
#[derive(Clone, Debug)]
pub struct NewKpi {
    /// What it is called.
    pub name: String,
    /// What it is counted in.
    pub unit: String,
    /// The decimals that its values need.
    pub decimals: u32,
    /// How long its periods are.
    pub cadence: Cadence,
    /// Its earliest period in the file.
    pub first: Period,
}

/// Whose value a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Of {
    /// A KPI that is there: its place in [`Plan::known`].
    Known(usize),
    /// One that the file brings: its place in [`Plan::new_kpis`].
    New(usize),
}

/// A row that can be written.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Whose value.
    pub of: Of,
    /// Which period's.
    pub period: Period,
    /// The value.
    pub value: Decimal,
    /// The note, if the file has one.
    pub note: Option<String>,
}

/// A row that cannot be written.
#[derive(Clone, Debug)]
pub struct WrongRow {
    /// Its line in the file.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<String>,
    /// Why.
    pub problem: Problem,
}

/// What a file would do.
#[derive(Debug, Default)]
pub struct Plan {
    /// The KPIs that the file names and that are there.
    pub known: Vec<Definition>,
    /// Those that it names and that are not there.
    pub new_kpis: Vec<NewKpi>,
    /// The rows that say something new.
    pub rows: Vec<Planned>,
    /// The rows that cannot be written.
    pub wrong: Vec<WrongRow>,
    /// Columns that nothing is read from.
    pub unused: Vec<String>,
    /// How many rows are new, changed, unchanged and wrong. A value of a new KPI is new.
    pub counts: Counts,
}

/// Why no row of a file can be read: a column that it must have is not there.
pub fn missing_column(headers: &[String]) -> Option<&'static str> {
    let mapping = Mapping::<KpiColumn>::detect(headers);
    let needed = [
        (KpiColumn::Name, "kpis-import-column-name"),
        (KpiColumn::Period, "kpis-import-column-period"),
        (KpiColumn::Value, "kpis-import-column-value"),
    ];
    let lacking = needed
        .into_iter()
        .find(|(column, _)| mapping.index_of(*column).is_none());
    lacking.map(|(_, key)| key)
}

/// Reads a file against what is there. Numbers are read as `lang` writes them, but for a file with semicolons, which
/// comes from a program that writes decimal commas.
pub fn plan(conn: &mut Conn, actor: &Actor, table: Table, lang: Lang) -> QueryResult<Plan> {
    let lang = if table.delimiter() == ';' {
        Lang::Sv
    } else {
        lang
    };
    let mapping = Mapping::<KpiColumn>::detect(table.headers());
    let mut plan = Plan::default();
    for (header, at) in table.headers().iter().zip(0..) {
        let read = [
            KpiColumn::Name,
            KpiColumn::Unit,
            KpiColumn::Period,
            KpiColumn::Value,
            KpiColumn::Note,
        ];
        if !read
            .iter()
            .any(|column| mapping.index_of(*column) == Some(at))
        {
            plan.unused.push(header.clone());
        }
    }
    let mut reading = Reading::new(conn, actor, lang, mapping)?;
    for row in table {
        match row {
            Ok(row) => reading.row(conn, &mut plan, row)?,
            Err(error) => {
                let reason = error.message();
                let problem = Problem {
                    column: None,
                    value: error.excerpt.clone(),
                    reason,
                };
                plan.reject(error.line, vec![error.excerpt], problem);
            }
        }
    }
    Ok(plan)
}

impl Plan {
    pub(super) fn reject(&mut self, line: u64, cells: Vec<String>, problem: Problem) {
        self.counts.add(Fate::Rejected, true);
        self.wrong.push(WrongRow {
            line,
            cells,
            problem,
        });
    }
}
