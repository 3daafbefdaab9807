//! The pages on which records are written.

use super::attempt::told;
use super::{Field, FormField, Mix, Others, Record};
use crate::audit::Subject;
use crate::auth::UserId;
use crate::db::Conn;
use crate::drafts::{self, Draft};
use crate::web::list::Cell;
use crate::web::view::Conflicts;
use crate::web::{Flash, FormData, FormView, Shell};
use actix_web::HttpRequest;
use askama::Template;
use diesel::QueryResult;

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
    /// Somebody else saved first: what has to be chosen.
    pub conflicts: Conflicts,
    /// Somebody else saved first: what is taken over from them.
    pub conflict_text: String,
    /// What is typed was left here earlier.
    pub draft: Option<Draft>,
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
            conflicts: Conflicts::default(),
            conflict_text: String::new(),
            draft: None,
            duplicates: String::new(),
            is_stopped: false,
        }
    }

    /// The form as this person left it on the page at `page`, if they did.
    pub fn resumed(self, conn: &mut Conn, user: UserId, page: &str) -> QueryResult<Self> {
        let (form, draft) = drafts::resume(conn, user, page, self.form)?;
        Ok(Self {
            form,
            draft,
            ..self
        })
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
        !self.form.any_error() && self.conflicts.is_empty() && !self.is_stopped
    }

    /// The form again, with a choice at each field that both changed.
    pub fn clashing(
        self,
        conn: &mut Conn,
        of: Subject,
        mix: &Mix,
        saved: &FormData,
    ) -> QueryResult<Self> {
        let others = Others::of(conn, of)?;
        let (conflicts, conflict_text) = told(&self.ui, &self.fields, (mix, saved), &others);
        Ok(Self {
            conflicts,
            conflict_text,
            ..self
        })
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
    /// Somebody else saved first: what has to be chosen.
    pub conflicts: Conflicts,
    /// What is typed was left here earlier.
    pub draft: Option<Draft>,
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

/// Columns of an import that have no field of ours (a JSON object of texts), in the file's order.
pub fn other_facts(json: &str) -> Vec<(String, String)> {
    let parsed: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(json).unwrap_or_default();
    parsed
        .into_iter()
        .map(|(name, value)| (name, value.as_str().unwrap_or_default().to_owned()))
        .collect()
}
