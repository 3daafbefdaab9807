//! One period of a KPI's table.

use super::StandingView;
use crate::kpis::Decimal;
use crate::kpis::model::Definition;
use crate::kpis::report::Line;
use crate::web::Shell;

/// One period of the table.
pub(in crate::kpis) struct LineView {
    pub label: String,
    pub href: String,
    pub value: String,
    pub target: String,
    pub standing: Option<StandingView>,
    pub to_previous: String,
    pub to_last_year: String,
    pub note: String,
    pub is_missing: bool,
    pub is_live: bool,
    /// What a screen reader says of its mark in the chart.
    pub spoken: String,
}

impl LineView {
    pub fn new(ui: &Shell, definition: &Definition, line: &Line) -> Self {
        let show = |number: Option<Decimal>| {
            number
                .map(|number| definition.show(ui.lang, number))
                .unwrap_or_default()
        };
        let change = |number: Option<Decimal>| {
            number
                .map(|number| definition.show_change(ui.lang, number))
                .unwrap_or_default()
        };
        let (value, target) = (show(line.value), show(line.target));
        let standing = line
            .standing
            .map(|standing| StandingView::new(ui, standing));
        let mut spoken = format!("{}: {value}", line.period.words(ui.lang));
        if let Some(standing) = &standing {
            spoken = format!(
                "{spoken}, {} {target}, {}",
                ui.t("kpis-field-target"),
                standing.text
            );
        }
        Self {
            label: line.period.words(ui.lang),
            href: format!("{}/values/{}", definition.path(), line.period),
            value,
            target,
            standing,
            to_previous: change(line.to_previous),
            to_last_year: change(line.to_last_year),
            note: line.note.clone(),
            is_missing: line.is_missing,
            is_live: line.is_live,
            spoken,
        }
    }
}
