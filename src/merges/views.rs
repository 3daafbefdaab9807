//! The pages of a merge.

use super::comparison::{Comparison, Row, Side};
use crate::duplicates::Match;
use crate::web::{FormView, Shell};
use askama::Template;

/// Two records side by side.
#[derive(Template)]
#[template(path = "merges/compare.html", blocks = ["form"])]
pub(super) struct ComparePage {
    pub ui: Shell,
    pub title: String,
    /// The list they are in.
    pub list: &'static str,
    pub list_title: &'static str,
    /// Where the form goes.
    pub action: String,
    /// Where "not a duplicate" goes.
    pub distinction: String,
    /// Where Cancel leads.
    pub cancel: String,
    /// Came from the list of likely duplicates, and goes back there.
    pub from: String,
    pub comparison: Comparison,
    pub form: FormView,
    /// One of them was changed since it was compared.
    pub is_stale: bool,
}

impl ComparePage {
    fn side(&self, at: usize) -> &Side {
        &self.comparison.sides[at]
    }

    fn is_kept(&self, side: &Side) -> bool {
        self.comparison.sides[self.comparison.keep].id == side.id
    }

    fn chosen(&self, row: &Row, code: &str) -> bool {
        row.chosen == code
    }
}

/// Which one to compare a record with.
#[derive(Template)]
#[template(path = "merges/pick.html")]
pub(super) struct PickPage {
    pub ui: Shell,
    pub title: String,
    pub name: String,
    pub path: String,
    /// The field in which the other one is picked.
    pub field: crate::web::record::FormField,
    pub form: FormView,
    pub matches: Vec<Match>,
}

impl PickPage {
    fn reasons(&self, found: &Match) -> String {
        let words = found
            .reasons
            .iter()
            .map(|r| self.ui.t(r.label()).to_string());
        words.collect::<Vec<_>>().join(", ")
    }
}
