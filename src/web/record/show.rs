//! A record's page.

use super::{Around, Fact, Record, Records, other_facts};
use crate::auth::Actor;
use crate::db::Conn;
use crate::web::panels::{On, Panel};
use crate::web::{AppError, Shell};
use askama::Template;
use chrono::NaiveDateTime;

/// A record with its facts to the left and everything around it to the right.
#[derive(Template)]
#[template(path = "records/show.html")]
pub struct RecordPage {
    /// The frame.
    pub ui: Shell,
    /// The record's name.
    pub name: String,
    /// Its own path.
    pub path: String,
    /// The list it is in.
    pub list: &'static str,
    /// The catalogue's key of that list's name.
    pub list_title: &'static str,
    /// What stands beside it there.
    pub around: Around,
    /// The badge beside the name: text and tone.
    pub status: Option<(String, &'static str)>,
    /// The tags with their forms, as markup of ours.
    pub tags: String,
    /// The fields.
    pub facts: Vec<Fact>,
    /// When it was added.
    pub created_at: NaiveDateTime,
    /// When it was last changed.
    pub updated_at: NaiveDateTime,
    /// What imports found beyond the fields.
    pub other_facts: Vec<(String, String)>,
    /// What may be the same record, as markup of ours.
    pub duplicates: String,
    /// The panels, as markup of ours.
    pub panels: Vec<String>,
}

impl RecordPage {
    /// The page of a record of `R`, without what only its slice knows.
    pub fn new<R: Records>(
        ui: Shell,
        record: &R::Record,
        list_title: &'static str,
        facts: Vec<Fact>,
    ) -> Self {
        Self {
            ui,
            name: record.name(),
            path: record.path(),
            list: R::LIST,
            list_title,
            around: Around::default(),
            status: None,
            tags: String::new(),
            facts,
            created_at: record.created_at(),
            updated_at: record.updated_at(),
            other_facts: other_facts(record.other_facts()),
            duplicates: String::new(),
            panels: Vec::new(),
        }
    }

    /// Adds the panels that higher slices show here.
    pub fn with_panels(
        mut self,
        conn: &mut Conn,
        actor: &Actor,
        panels: &[Panel],
        id: i64,
    ) -> Result<Self, AppError> {
        for panel in panels {
            let on = On {
                id,
                name: &self.name,
            };
            self.panels.push(panel(conn, actor, &self.ui, on)?);
        }
        Ok(self)
    }
}
