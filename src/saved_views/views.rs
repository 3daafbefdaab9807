//! Pages of saved views.

use super::forms;
use super::model::SavedView;
use crate::web::list::ListKind;
use crate::web::view::{Choice, Conflicts};
use crate::web::{FormView, Shell};
use askama::Template;

/// A view as the page of all of them shows it.
pub(super) struct Line {
    pub view: SavedView,
    pub href: String,
    pub owner: String,
    pub is_pinned: bool,
    pub may_change: bool,
    pub may_withdraw: bool,
}

impl Line {
    /// The catalogue's key of its audience.
    pub fn audience(&self) -> &'static str {
        forms::audience(self.view.shared_with)
    }
}

/// All views that somebody may open, list by list.
#[derive(Template)]
#[template(path = "saved_views/index.html")]
pub(super) struct IndexPage {
    pub ui: Shell,
    pub lists: Vec<(&'static ListKind, Vec<Line>)>,
}

/// A new view, or one that is changed.
#[derive(Template)]
#[template(path = "saved_views/edit.html", blocks = ["form"])]
pub(super) struct EditPage {
    pub ui: Shell,
    pub title: String,
    pub action: String,
    pub cancel: String,
    /// Whether it is not there yet: then it can be put into the menu at once.
    pub is_new: bool,
    /// With whom it may be shared; empty for who may not share.
    pub audiences: Vec<Choice>,
    pub form: FormView,
    pub conflicts: Conflicts,
}
