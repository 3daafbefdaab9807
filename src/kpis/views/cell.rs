//! The page of one cell: its value, its note, and everything that stood there before.

use super::RowsView;
use crate::auth::Actor;
use crate::db::Conn;
use crate::kpis::model::{Definition, Value};
use crate::kpis::{Period, queries};
use crate::web::view::Conflicts;
use crate::web::{AppError, FormView, Shell};
use askama::Template;
use chrono::NaiveDateTime;

/// One writing of the cell.
pub(in crate::kpis) struct CorrectionView {
    pub at: NaiveDateTime,
    pub who: String,
    pub before: String,
    pub after: String,
    pub reason: String,
    /// The operation's page.
    pub href: String,
}

#[derive(Template)]
#[template(path = "kpis/cell_page.html")]
pub(in crate::kpis) struct CellPage {
    pub ui: Shell,
    pub definition: Definition,
    pub period: Period,
    pub form: FormView,
    /// Whether there was a value before: then a reason is asked for.
    pub is_correction: bool,
    pub may_write: bool,
    pub is_locked: bool,
    /// For who may not write.
    pub shown: String,
    pub note: String,
    pub history: Vec<CorrectionView>,
    pub conflicts: Conflicts,
    /// Where the rows are that are counted.
    pub rows: RowsView,
}

impl CellPage {
    /// The page of a cell as it is.
    pub fn read(
        conn: &mut Conn,
        ui: Shell,
        actor: &Actor,
        definition: Definition,
        period: Period,
        value: Option<Value>,
    ) -> Result<Self, AppError> {
        let is_locked = queries::is_locked(conn, period)?;
        let corrections = match &value {
            Some(value) => queries::corrections(conn, value.id)?,
            None => Vec::new(),
        };
        let there = value.as_ref().and_then(|value| value.value);
        let show = |number| definition.show(ui.lang, number);
        let history = corrections
            .into_iter()
            .map(|one| CorrectionView {
                at: one.at,
                who: if one.who.is_empty() {
                    ui.t("audit-who-system").to_string()
                } else {
                    one.who
                },
                before: one.before.map(show).unwrap_or_default(),
                after: one.after.map(show).unwrap_or_default(),
                reason: one.reason,
                href: format!("/changes/{}", one.operation),
            })
            .collect();
        let typed = there.map(|number| definition.typed(ui.lang, number));
        let note = value
            .as_ref()
            .map(|value| value.note.clone())
            .unwrap_or_default();
        let form = FormView::default()
            .with("value", typed.unwrap_or_default())
            .with("note", note.as_str())
            .with(
                "version",
                value.as_ref().map_or(0, |v| v.version).to_string(),
            );
        Ok(Self {
            form,
            is_correction: there.is_some(),
            may_write: definition.takes_values_from(actor) && !is_locked,
            is_locked,
            shown: there.map(show).unwrap_or_default(),
            note,
            history,
            conflicts: Conflicts::default(),
            rows: RowsView::default(),
            ui,
            definition,
            period,
        })
    }

    fn path(&self) -> String {
        format!("{}/values/{}", self.definition.path(), self.period)
    }

    fn back(&self) -> String {
        format!("{}?period={}", self.definition.path(), self.period)
    }

    fn words(&self) -> String {
        self.period.words(self.ui.lang)
    }
}
