//! The pages of an import of values.

use super::apply::Choices;
use super::plan::{Of, Plan};
use crate::kpis::model::{Direction, Totalling};
use crate::web::view::Choice;
use crate::web::{FormView, Shell};
use askama::Template;

/// Wrong rows that are shown.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "imports/kpi_upload.html")]
pub(super) struct UploadPage {
    pub ui: Shell,
    pub form: FormView,
}

/// A KPI that the file brings.
pub(super) struct NewView {
    pub at: usize,
    pub name: String,
    pub unit: String,
    pub cadence: String,
    pub first: String,
    pub values: usize,
    /// What is likely; codes.
    pub totalling: &'static str,
    pub direction: &'static str,
}

/// A row that cannot be written.
pub(super) struct WrongView {
    pub line: u64,
    pub value: String,
    pub reason: String,
}

#[derive(Template)]
#[template(path = "imports/kpi_check.html")]
pub(super) struct CheckPage {
    pub ui: Shell,
    pub name: String,
    /// The file again, for the confirmation.
    pub data: String,
    pub summary: String,
    /// Whether there is anything to do.
    pub has_work: bool,
    pub new_kpis: Vec<NewView>,
    pub wrong: Vec<WrongView>,
    pub more_wrong: usize,
    pub unused: String,
}

impl CheckPage {
    pub fn new(ui: Shell, name: String, data: String, plan: &Plan) -> Self {
        let counts = plan.counts;
        let summary = ui
            .t("kpis-import-summary")
            .arg("rows", counts.rows)
            .arg("created", counts.created)
            .arg("updated", counts.updated)
            .arg("unchanged", counts.unchanged)
            .arg("wrong", counts.rejected)
            .to_string();
        let new_kpis = plan.new_kpis.iter().enumerate().map(|(at, new)| {
            let likely = Choices::likely(new);
            NewView {
                at,
                name: new.name.clone(),
                unit: new.unit.clone(),
                cadence: ui.t(new.cadence.label()).to_string(),
                first: new.first.words(ui.lang),
                values: plan.rows.iter().filter(|row| row.of == Of::New(at)).count(),
                totalling: likely.totalling.code(),
                direction: likely.direction.code(),
            }
        });
        let wrong = plan.wrong.iter().take(SHOWN).map(|row| WrongView {
            line: row.line,
            value: row.problem.value.clone(),
            reason: ui.say(&row.problem.reason),
        });
        Self {
            summary,
            has_work: !plan.rows.is_empty(),
            new_kpis: new_kpis.collect(),
            wrong: wrong.collect(),
            more_wrong: plan.wrong.len().saturating_sub(SHOWN),
            unused: plan.unused.join(", "),
            name,
            data,
            ui,
        }
    }

    fn totallings(&self) -> Vec<Choice> {
        let all = Totalling::ALL.iter();
        all.map(|t| Choice::new(t.code(), self.ui.t(t.label())))
            .collect()
    }

    fn directions(&self) -> Vec<Choice> {
        let all = Direction::ALL.iter();
        all.map(|d| Choice::new(d.code(), self.ui.t(d.label())))
            .collect()
    }
}
