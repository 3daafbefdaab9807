//! The page of a year's targets.

use crate::kpis::model::Definition;
use crate::kpis::report::Entries;
use crate::kpis::targets::{Slot, Spread};
use crate::web::view::Choice;
use crate::web::{FormData, FormView, Shell};
use askama::Template;

/// One period of the year.
pub(in crate::kpis) struct SlotView {
    pub code: String,
    pub label: String,
    pub text: String,
    pub value: String,
    pub last_year: String,
    /// It is over and keeps the target it was judged against.
    pub is_kept: bool,
    pub error: String,
}

#[derive(Template)]
#[template(path = "kpis/targets.html")]
pub(in crate::kpis) struct TargetsPage {
    pub ui: Shell,
    pub definition: Definition,
    pub year: i32,
    pub slots: Vec<SlotView>,
    /// What the targets come to, where all periods have one.
    pub total: String,
    pub form: FormView,
}

impl TargetsPage {
    pub fn new(
        ui: Shell,
        definition: Definition,
        entries: &Entries,
        year: i32,
        slots: &[Slot],
    ) -> Self {
        let show = |number| definition.show(ui.lang, number);
        let view = |slot: &Slot| SlotView {
            code: slot.period.to_string(),
            label: slot.period.words(ui.lang),
            text: entries
                .target(slot.period)
                .map(|target| definition.typed(ui.lang, target))
                .unwrap_or_default(),
            value: entries.value(slot.period).map(show).unwrap_or_default(),
            last_year: slot.last_year.map(show).unwrap_or_default(),
            is_kept: slot.kept.is_some(),
            error: String::new(),
        };
        let all: Option<Vec<_>> = slots
            .iter()
            .map(|slot| entries.target(slot.period))
            .collect();
        let total = all.and_then(|targets| definition.totalling.total(&targets));
        Self {
            slots: slots.iter().map(view).collect(),
            total: total.map(show).unwrap_or_default(),
            form: FormView::default().with("how", Spread::Even.code()),
            year,
            definition,
            ui,
        }
    }

    /// What was typed again, with what is wrong with it.
    pub fn retype(&mut self, form: &FormData, faults: &[(String, String)]) {
        for slot in &mut self.slots {
            let name = format!("target-{}", slot.code);
            if form.has(&name) {
                slot.text = form.get(&name).to_owned();
            }
            let fault = faults.iter().find(|(code, _)| *code == slot.code);
            slot.error = fault.map(|(_, text)| text.clone()).unwrap_or_default();
        }
    }

    fn ways(&self) -> Vec<Choice> {
        vec![
            Choice::new(Spread::Even.code(), self.ui.t("kpis-spread-even")),
            Choice::new(Spread::Shape.code(), self.ui.t("kpis-spread-shape")),
        ]
    }

    fn path(&self) -> String {
        format!("{}/targets", self.definition.path())
    }

    fn is_wrong(&self) -> bool {
        self.slots.iter().any(|slot| !slot.error.is_empty())
    }

    fn in_year(&self, steps: i32) -> String {
        format!("{}?year={}", self.path(), self.year + steps)
    }

    fn title(&self) -> String {
        let year = self.year.to_string();
        self.ui
            .t("kpis-targets-of")
            .arg("name", self.definition.name.as_str())
            .arg("year", year)
            .to_string()
    }
}
