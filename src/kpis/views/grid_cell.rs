//! A cell of the grid, and the counters that it changes.

use crate::kpis::Period;
use crate::kpis::model::{CellName, Definition, Value};
use crate::web::Shell;
use askama::Template;

/// One cell.
#[derive(Clone, Debug)]
pub(in crate::kpis) struct CellView {
    pub id: String,
    /// The field's name.
    pub name: String,
    /// Where it is saved; empty for who may not write in it.
    pub action: String,
    /// Its own page.
    pub href: String,
    /// What a screen reader says it is.
    pub label: String,
    /// What stands in it.
    pub text: String,
    /// What is saved: what Escape brings back.
    pub saved: String,
    /// What is wrong with it.
    pub error: String,
    /// `missing`, `saved`, `wrong`, `conflict` or empty.
    pub state: &'static str,
}

impl CellView {
    /// A cell as it is.
    pub fn new(ui: &Shell, definition: &Definition, period: Period, value: Option<&Value>) -> Self {
        let there = value.and_then(|value| value.value);
        let name = CellName {
            definition: definition.id,
            period,
            version: value.map_or(0, |value| value.version),
            value: there,
        };
        let path = format!("{}/values/{period}", definition.path());
        let text = there.map(|value| definition.typed(ui.lang, value));
        let text = text.unwrap_or_default();
        Self {
            id: name.dom_id(),
            name: name.to_string(),
            action: path.clone(),
            href: path,
            label: format!("{}, {}", definition.name, period.words(ui.lang)),
            saved: text.clone(),
            text,
            error: String::new(),
            state: "",
        }
    }

    /// The head of the page counts what its period lacks: the answer brings that count too.
    pub fn counted(self) -> Self {
        Self {
            action: format!("{}?counted=1", self.action),
            ..self
        }
    }

    /// Nothing can be typed here.
    pub fn closed(self) -> Self {
        Self {
            action: String::new(),
            ..self
        }
    }

    /// In a state.
    pub fn in_state(self, state: &'static str) -> Self {
        Self { state, ..self }
    }

    /// With what was typed, and what is wrong with it.
    pub fn wrong(self, state: &'static str, typed: &str, error: String) -> Self {
        Self {
            state,
            text: typed.to_owned(),
            error,
            ..self
        }
    }
}

/// How many values a period lacks.
#[derive(Clone, Debug)]
pub(in crate::kpis) struct MissingView {
    pub id: String,
    pub count: usize,
    /// "2 values missing for September 2026".
    pub text: String,
}

impl MissingView {
    pub fn new(ui: &Shell, period: Period, count: usize) -> Self {
        let text = match count {
            0 => ui
                .t("kpis-none-missing")
                .arg("period", period.words(ui.lang))
                .to_string(),
            n => ui
                .t("kpis-missing")
                .arg("n", n)
                .arg("period", period.words(ui.lang))
                .to_string(),
        };
        Self {
            id: format!("missing-{period}"),
            count,
            text,
        }
    }
}

/// One cell that was saved, or not, with the counters that it changes.
#[derive(Template)]
#[template(path = "kpis/cell_answer.html")]
pub(in crate::kpis) struct CellAnswer {
    pub ui: Shell,
    pub cell: CellView,
    pub missing: Option<MissingView>,
    /// Whether the head of the page counts the same.
    pub is_counted: bool,
    /// What a screen reader is told.
    pub live: String,
}
