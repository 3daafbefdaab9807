//! The page before a bulk change.

use crate::web::view::Choice;
use crate::web::{FormView, Shell};
use askama::Template;

/// What is chosen, what can be done to it, and what that would change.
#[derive(Template)]
#[template(path = "bulk/preview.html")]
pub(super) struct Preview {
    pub ui: Shell,
    /// Where its forms go.
    pub action_path: String,
    /// The list's address, to go back to.
    pub back: String,
    /// "47 accounts".
    pub counted: String,
    /// How many were chosen and are there.
    pub total: i64,
    /// The first of them: name and address.
    pub first: Vec<(String, String)>,
    /// The part of the form that names the records.
    pub chosen: Vec<(String, String)>,
    /// What can be done: the action's name and its label.
    pub actions: Vec<Choice>,
    /// What is to be done; nothing while it must be chosen.
    pub action: &'static str,
    /// What can be chosen for it.
    pub options: Vec<Choice>,
    /// Whether everything has been chosen.
    pub is_ready: bool,
    /// How many are already so.
    pub already: i64,
    /// What the button says: "Change 44 accounts".
    pub confirm: String,
    /// Whether it goes on in the background.
    pub is_long: bool,
    /// What is chosen, and what is wrong with it.
    pub form: FormView,
    /// What has changed since the preview before.
    pub note: String,
}

impl Preview {
    /// How many more there are than are named.
    fn more(&self) -> i64 {
        self.total - i64::try_from(self.first.len()).unwrap_or_default()
    }

    /// How many will be changed.
    fn changing(&self) -> i64 {
        self.total - self.already
    }

    /// The catalogue's key of what is to be done.
    fn label(&self) -> &'static str {
        label(self.action)
    }
}

/// The catalogue's key of an action's name.
pub(super) fn label(action: &str) -> &'static str {
    match action {
        "owner" => "bulk-owner",
        "status" => "bulk-status",
        "add_tag" => "bulk-add-tag",
        "remove_tag" => "bulk-remove-tag",
        _ => "bulk-delete",
    }
}
