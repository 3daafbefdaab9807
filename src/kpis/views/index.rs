//! The list of KPIs.

use crate::auth::people::{Names, owner_name};
use crate::kpis::model::Definition;
use crate::kpis::queries::{Targets, Values};
use crate::kpis::standing::Standing;
use crate::web::Shell;
use askama::Template;
use chrono::NaiveDate;

/// A standing in words, with its shape and colour.
#[derive(Clone, Debug)]
pub(in crate::kpis) struct StandingView {
    /// "On target".
    pub text: String,
    /// `success`, `warn` or `danger`.
    pub tone: &'static str,
    /// Its shape.
    pub icon: &'static str,
}

impl StandingView {
    /// In the reader's words.
    pub fn new(ui: &Shell, standing: Standing) -> Self {
        Self {
            text: ui.t(standing.label()).to_string(),
            tone: standing.tone(),
            icon: standing.icon(),
        }
    }
}

/// One KPI of the list.
pub(in crate::kpis) struct IndexRow {
    pub id: i64,
    pub name: String,
    pub href: String,
    pub owner: String,
    pub cadence: String,
    /// The latest period that is over.
    pub period: String,
    /// Its value, or nothing.
    pub value: String,
    /// Its target, or nothing.
    pub target: String,
    pub standing: Option<StandingView>,
    /// Values that periods which are over lack.
    pub missing: usize,
    /// Where they are entered.
    pub missing_href: String,
}

#[derive(Template)]
#[template(path = "kpis/index.html")]
pub(in crate::kpis) struct IndexPage {
    pub ui: Shell,
    pub rows: Vec<IndexRow>,
    /// Whether those put away are shown.
    pub archived: bool,
    pub count: String,
}

impl IndexPage {
    fn tab(&self) -> &'static str {
        match self.archived {
            true => "kpis-tab-archived",
            false => "kpis-tab-list",
        }
    }
}

impl IndexRow {
    pub fn new(
        ui: &Shell,
        definition: &Definition,
        (values, targets): &(Values, Targets),
        people: &Names,
        missing: usize,
        today: NaiveDate,
    ) -> Self {
        let period = definition.latest_over(today);
        let key = (definition.id, period.start());
        let value = values.get(&key).and_then(|value| value.value);
        let target = targets.get(&key).copied();
        let show = |number| definition.show(ui.lang, number);
        let standing = value
            .zip(target)
            .map(|(value, target)| Standing::of(definition, value, target));
        Self {
            id: definition.id.0,
            name: definition.name.clone(),
            href: definition.path(),
            owner: owner_name(people, definition.owner_id),
            cadence: ui.t(definition.cadence.label()).to_string(),
            period: period.short(ui.lang),
            value: value.map(show).unwrap_or_default(),
            target: target.map(show).unwrap_or_default(),
            standing: standing.map(|standing| StandingView::new(ui, standing)),
            missing,
            missing_href: format!(
                "/kpis/values?cadence={}&to={period}",
                definition.cadence.code()
            ),
        }
    }
}
