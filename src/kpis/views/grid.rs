//! The grid of values.

use super::{CellView, MissingView};
use crate::auth::Actor;
use crate::kpis::grid::{Asked, ROWS};
use crate::kpis::model::{CellName, Definition};
use crate::kpis::queries::Values;
use crate::kpis::{Cadence, Period};
use crate::web::view::Choice;
use crate::web::{FormView, Shell};
use askama::Template;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// One KPI of the grid.
pub(in crate::kpis) struct GridRow {
    pub name: String,
    pub href: String,
    pub unit: String,
    pub cells: Vec<CellView>,
}

/// One period of the grid.
pub(in crate::kpis) struct GridColumn {
    pub code: String,
    pub label: String,
    pub is_locked: bool,
    /// It is not over yet: nothing is missing there.
    pub is_open: bool,
    pub missing: MissingView,
}

impl GridColumn {
    fn lock_icon(&self) -> &'static str {
        match self.is_locked {
            true => "lock",
            false => "key",
        }
    }
}

#[derive(Template)]
#[template(path = "kpis/grid.html")]
pub(in crate::kpis) struct GridPage {
    pub ui: Shell,
    pub asked: Asked,
    pub range: FormView,
    pub columns: Vec<GridColumn>,
    pub rows: Vec<GridRow>,
    pub pages: usize,
    /// The latest period that is over, of those shown.
    pub latest: Option<MissingView>,
    /// How many cells were not taken.
    pub wrong: usize,
    pub can_write: bool,
}

impl GridPage {
    fn cadences(&self) -> Vec<Choice> {
        let all = Cadence::ALL.iter();
        all.map(|c| Choice::new(c.code(), self.ui.t(c.label())))
            .collect()
    }

    fn wrong_text(&self) -> String {
        self.ui
            .t("kpis-cells-wrong")
            .arg("n", self.wrong)
            .to_string()
    }
}

/// What a grid is made of, read from the database.
pub(in crate::kpis) struct Book {
    pub definitions: Vec<Definition>,
    pub values: Values,
    pub locked: BTreeSet<NaiveDate>,
    pub today: NaiveDate,
}

impl Book {
    /// The page of the grid; `change` says what a cell looks like that was just typed in.
    pub fn page(
        &self,
        ui: Shell,
        actor: &Actor,
        asked: Asked,
        change: impl Fn(&CellName, CellView) -> CellView,
    ) -> GridPage {
        let shown = self
            .definitions
            .iter()
            .skip((asked.page - 1) * ROWS)
            .take(ROWS);
        let rows: Vec<GridRow> = shown
            .map(|d| self.row(&ui, actor, d, &asked, &change))
            .collect();
        let columns: Vec<GridColumn> = asked.periods.iter().map(|p| self.column(&ui, *p)).collect();
        let latest = columns.iter().rev().find(|column| !column.is_open);
        let text = |period: Option<Period>| period.map(|p| p.to_string()).unwrap_or_default();
        let cells = || rows.iter().flat_map(|row| &row.cells);
        GridPage {
            latest: latest.map(|column| column.missing.clone()),
            range: FormView::default()
                .with("cadence", asked.cadence.code())
                .with("from", text(asked.from()))
                .with("to", text(asked.to())),
            pages: self.definitions.len().div_ceil(ROWS).max(1),
            wrong: cells().filter(|cell| !cell.error.is_empty()).count(),
            can_write: cells().any(|cell| !cell.action.is_empty()),
            ui,
            asked,
            columns,
            rows,
        }
    }

    fn column(&self, ui: &Shell, period: Period) -> GridColumn {
        GridColumn {
            code: period.to_string(),
            label: period.short(ui.lang),
            is_locked: self.locked.contains(&period.start()),
            is_open: !period.is_over(self.today),
            missing: MissingView::new(ui, period, self.missing(period)),
        }
    }

    fn missing(&self, period: Period) -> usize {
        let lacking = self.definitions.iter().filter(|definition| {
            let key = (definition.id, period.start());
            let there = self
                .values
                .get(&key)
                .is_some_and(|value| value.value.is_some());
            definition.expects(period, self.today) && !there
        });
        lacking.count()
    }

    fn row(
        &self,
        ui: &Shell,
        actor: &Actor,
        definition: &Definition,
        asked: &Asked,
        change: &impl Fn(&CellName, CellView) -> CellView,
    ) -> GridRow {
        let may = definition.takes_values_from(actor);
        let cell = |period: &Period| {
            let value = self.values.get(&(definition.id, period.start()));
            let cell = CellView::new(ui, definition, *period, value);
            let is_missing = cell.text.is_empty() && definition.expects(*period, self.today);
            let cell = if is_missing {
                cell.in_state("missing")
            } else {
                cell
            };
            if !may || self.locked.contains(&period.start()) {
                return cell.closed();
            }
            let latest = asked.periods.iter().rev().find(|p| p.is_over(self.today));
            let cell = if latest == Some(period) {
                cell.counted()
            } else {
                cell
            };
            match CellName::parse(&cell.name) {
                Some(name) => change(&name, cell),
                None => cell,
            }
        };
        GridRow {
            name: definition.name.clone(),
            href: definition.path(),
            unit: definition.unit.clone(),
            cells: asked.periods.iter().map(cell).collect(),
        }
    }
}
