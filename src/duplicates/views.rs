//! Matches as pages show them.

use super::{Found, Match};
use crate::web::{AppError, Shell};
use askama::Template;

/// The place under a form where matches appear.
#[derive(Clone, Debug)]
pub struct Place {
    /// The element's own id.
    pub id: &'static str,
    /// Where matches are asked for.
    pub address: String,
    /// The ids of the fields that tell.
    pub fields: Vec<String>,
    /// What else can be done with a match in the form at hand: the text's key, and the name of a button that sends the
    /// match's id.
    pub choose: Option<(&'static str, &'static str)>,
    /// The page that compares a match with the record being edited; empty while creating.
    pub compare: String,
}

/// The place with what was found: loaded anew when one of the fields that tell has changed, and there on the first paint
/// of a form that was stopped.
#[derive(Template)]
#[template(path = "duplicates/under_form.html", blocks = ["matches"])]
pub struct UnderForm<'a> {
    /// The frame.
    pub ui: &'a Shell,
    /// Where.
    pub place: &'a Place,
    /// What was found.
    pub found: &'a Found,
}

impl UnderForm<'_> {
    fn trigger(&self) -> String {
        let one = |id: &String| format!("change from:#{id} delay:200ms");
        self.place
            .fields
            .iter()
            .map(one)
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn include(&self) -> String {
        let one = |id: &String| format!("#{id}");
        self.place
            .fields
            .iter()
            .map(one)
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn reasons(&self, found: &Match) -> String {
        reasons(self.ui, found)
    }

    /// The markup.
    pub fn markup(&self) -> Result<String, AppError> {
        Ok(self.render()?)
    }
}

/// The quiet line on a record's page: "May be the same as …".
#[derive(Template)]
#[template(path = "duplicates/on_record.html")]
pub struct OnRecord<'a> {
    /// The frame.
    pub ui: &'a Shell,
    /// The record's own path.
    pub path: String,
    /// What looks like it.
    pub matches: Vec<Match>,
}

impl OnRecord<'_> {
    fn reasons(&self, found: &Match) -> String {
        reasons(self.ui, found)
    }

    /// The markup.
    pub fn markup(&self) -> Result<String, AppError> {
        Ok(self.render()?)
    }
}

fn reasons(ui: &Shell, found: &Match) -> String {
    let words = found.reasons.iter().map(|r| ui.t(r.label()).to_string());
    words.collect::<Vec<_>>().join(", ")
}
