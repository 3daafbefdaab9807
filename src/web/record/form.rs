//! The pages on which records are written.

use super::{Field, FormField, Record};
use crate::web::list::Cell;
use crate::web::view::Conflict;
use crate::web::{Flash, FormData, FormView, Shell};
use actix_web::HttpRequest;
use askama::Template;
use chrono::NaiveDateTime;

/// The whole form of a record.
#[derive(Template)]
#[template(path = "records/edit.html", blocks = ["form"])]
pub struct EditPage {
    /// The frame.
    pub ui: Shell,
    /// The page's heading.
    pub title: String,
    /// Where the form goes.
    pub action: String,
    /// Where Cancel leads.
    pub cancel: String,
    /// The fields, in order.
    pub fields: Vec<FormField>,
    /// What is typed.
    pub form: FormView,
    /// Somebody else saved first: what differs.
    pub conflicts: Vec<Conflict>,
    /// Somebody else saved first: when.
    pub conflict_text: String,
    /// Where likely duplicates appear, as markup of ours; empty for records that are not compared.
    pub duplicates: String,
    /// Whether nothing was saved because of them.
    pub is_stopped: bool,
}

impl EditPage {
    /// A form; `path` is where it goes and where Cancel leads.
    pub fn new(
        ui: Shell,
        title: String,
        path: &str,
        fields: Vec<FormField>,
        form: FormView,
    ) -> Self {
        Self {
            ui,
            title,
            action: path.to_owned(),
            cancel: path.to_owned(),
            fields,
            form,
            conflicts: Vec::new(),
            conflict_text: String::new(),
            duplicates: String::new(),
            is_stopped: false,
        }
    }

    /// With the place where likely duplicates appear.
    pub fn with_duplicates(self, duplicates: String, is_stopped: bool) -> Self {
        Self {
            duplicates,
            is_stopped,
            ..self
        }
    }

    /// Whether it is shown for the first time, and not because something stands in the way.
    pub fn is_fresh(&self) -> bool {
        !self.form.any_error() && self.conflict_text.is_empty() && !self.is_stopped
    }

    /// The form again with both values side by side.
    pub fn conflicting(self, typed: &FormData, saved: &FormData, at: NaiveDateTime) -> Self {
        Self {
            conflicts: conflicts(&self.ui, &self.fields, typed, saved),
            conflict_text: conflict_text(&self.ui, at),
            ..self
        }
    }
}

/// One fact on a page of its own, of which the record's page shows the fact only.
#[derive(Template)]
#[template(path = "records/fact.html", blocks = ["fact"])]
pub struct FactPage {
    /// The frame.
    pub ui: Shell,
    /// The record's name.
    pub name: String,
    /// The record's page.
    pub path: String,
    /// The fact.
    pub fact: Fact,
    /// The form of the field, while it is edited.
    pub editing: Option<FactForm>,
    /// What has just been done to it.
    pub notice: Option<Flash>,
}

/// One field while it is edited in place.
pub struct FactForm {
    /// The field.
    pub field: FormField,
    /// What is typed, with the version it started from.
    pub form: FormView,
    /// Where it goes; its GET is where Cancel leads.
    pub action: String,
    /// Somebody else saved first: what differs.
    pub conflicts: Vec<Conflict>,
    /// Somebody else saved first: when.
    pub conflict_text: String,
}

/// `<option>`s for a field where records are picked: what is filled in, and what tells it from others.
#[derive(Template)]
#[template(path = "records/options.html")]
pub struct Options {
    /// In the order offered.
    pub options: Vec<(String, String)>,
}

/// What `?field=parent&parent=…` asks suggestions for.
pub fn asked_for(req: &HttpRequest) -> String {
    let data = FormData::parse(req.query_string().as_bytes());
    let text = data.get(data.get("field")).trim();
    text.chars().take(100).collect()
}

/// One fact of a record's page.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its id in the page.
    pub id: String,
    /// The catalogue's key of its label.
    pub label: &'static str,
    /// The address of its edit form; empty for who may not, or what is not edited.
    pub edit: String,
    /// Its value.
    pub cell: Cell,
}

impl Fact {
    /// The fact about a field of a record.
    pub fn new(ui: &Shell, record: &impl Record, field: &Field, cell: Cell) -> Self {
        let edit = if ui.can.edit_records {
            format!("{}/fields/{}/edit", record.path(), field.name)
        } else {
            String::new()
        };
        Self {
            id: format!("{}-{}", record.dom_id(), field.name),
            label: field.label,
            edit,
            cell,
        }
    }
}

/// Two editors of one record: the fields where the second one's form differs from what the first one saved.
pub fn conflicts(
    ui: &Shell,
    fields: &[FormField],
    typed: &FormData,
    saved: &FormData,
) -> Vec<Conflict> {
    let shown = |field: &FormField, value: &str| {
        let chosen = field.options.iter().find(|o| o.value == value);
        chosen.map_or_else(|| value.to_owned(), |o| o.label.clone())
    };
    fields
        .iter()
        .filter(|f| {
            typed.has(f.field.name)
                && typed.get(f.field.name).trim() != saved.get(f.field.name).trim()
        })
        .map(|f| Conflict {
            label: ui.t(f.field.label).to_string(),
            yours: shown(f, typed.get(f.field.name)),
            theirs: shown(f, saved.get(f.field.name)),
        })
        .collect()
}

/// A form with the version it starts from.
pub fn versioned(data: &FormData, version: i32) -> FormView {
    data.view().with("version", version.to_string())
}

/// "It was changed at …, after you opened the form."
pub(super) fn conflict_text(ui: &Shell, at: NaiveDateTime) -> String {
    let at = ui.when(&at);
    ui.t("common-conflict-at").arg("when", at).to_string()
}

/// Columns of an import that have no field of ours (a JSON object of texts), in the file's order.
pub fn other_facts(json: &str) -> Vec<(String, String)> {
    let parsed: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(json).unwrap_or_default();
    parsed
        .into_iter()
        .map(|(name, value)| (name, value.as_str().unwrap_or_default().to_owned()))
        .collect()
}
