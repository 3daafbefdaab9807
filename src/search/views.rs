//! The page of what was found.

use super::hits::{Group, Hit};
use crate::web::Shell;
use askama::Template;

/// What was found, on its page.
#[derive(Template)]
#[template(path = "search/index.html")]
pub(super) struct SearchPage {
    /// The frame.
    pub ui: Shell,
    /// What was typed.
    pub typed: String,
    /// What was found.
    pub groups: Vec<Group>,
}

/// What was found, under the box.
#[derive(Template)]
#[template(path = "search/palette.html")]
pub(super) struct Palette {
    /// The frame.
    pub ui: Shell,
    /// What was typed.
    pub typed: String,
    /// What was found.
    pub groups: Vec<Group>,
}

impl Palette {
    /// Whether Enter opens this one.
    fn is_first(&self, hit: &Hit) -> bool {
        let first = self.groups.iter().find_map(|group| group.hits.first());
        first.is_some_and(|first| first.id == hit.id)
    }

    fn count(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
    }
}
