//! Where the rows behind a counted number are.

use crate::kpis::Period;
use crate::kpis::counting::Behind;
use crate::kpis::model::{Definition, Source};
use crate::web::Shell;

/// Where the rows behind a counted number are.
#[derive(Default)]
pub(in crate::kpis) struct RowsView {
    /// What the number says of them: counted now, or when the period ended.
    pub text: String,
    /// What is counted, and its list.
    pub links: Vec<(String, String)>,
}

impl RowsView {
    /// Nothing where values are entered, and for a period that has not begun.
    pub fn new(ui: &Shell, definition: &Definition, period: Period, now: Period) -> Self {
        let Some(behind) = Behind::of(definition, period).filter(|_| period <= now) else {
            return Self::default();
        };
        let key = match (period == now, definition.source) {
            (true, _) => "kpis-rows-live",
            (false, Source::New) => "kpis-rows-new",
            (false, _) => "kpis-rows-then",
        };
        let counted = (ui.t("kpis-rows-counted").to_string(), behind.counted.path());
        let whole = behind
            .whole
            .map(|list| (ui.t("kpis-rows-whole").to_string(), list.path()));
        Self {
            text: ui.t(key).to_string(),
            links: std::iter::once(counted).chain(whole).collect(),
        }
    }
}
