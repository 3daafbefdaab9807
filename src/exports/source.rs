//! The lists that can be exported.

use super::{Field, Value, accounts, contacts};
use crate::audit::Kind;
use crate::auth::{Actor, UserId};
use crate::db::Conn;
use crate::i18n::Lang;
use crate::schema::users;
use crate::web::list::{Column, Cursor, ListQuery};
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use diesel::prelude::*;
use std::collections::HashMap;

/// Every list that can be exported; other slices' lists join here.
pub const SOURCES: [&Source; 2] = [&accounts::ACCOUNTS, &contacts::CONTACTS];

/// A list that can be exported.
pub struct Source {
    /// Its name in addresses, and on the command line.
    pub name: &'static str,
    /// The list's own path.
    pub base: &'static str,
    /// The list's columns.
    pub columns: &'static [Column],
    /// Its order unless another is asked for.
    pub sort: (&'static str, bool),
    /// The columns that a file can have.
    pub fields: &'static [Field],
    /// The catalogue's key of its title.
    pub title: &'static str,
    /// The catalogue's key of "12 accounts", with `$n`.
    pub count_words: &'static str,
    /// The catalogue's key of the beginning of a file's name.
    pub file: &'static str,
    /// What exporting it is called in the history.
    pub kind: Kind,
    /// How many rows there are.
    pub count: fn(&mut Conn, &Actor, &ListQuery, Tz) -> QueryResult<i64>,
    /// The names of the rows' other facts.
    pub facts: fn(&mut Conn, &Actor, &ListQuery, Tz) -> QueryResult<Vec<String>>,
    /// The rows of the list's page, of any size.
    pub read: fn(&mut Conn, &Actor, &ListQuery, &Plan) -> QueryResult<Batch>,
    /// Whether the import would keep a column of that name beside these headings as a fact of that name.
    pub keeps: fn(&[String], &str) -> bool,
}

/// Some rows of a file.
pub struct Batch {
    /// One value a column.
    pub rows: Vec<Vec<Value>>,
    /// Where the next batch begins, if there is one.
    pub next: Option<Cursor>,
}

/// What the rows are written with.
pub struct Plan {
    /// The columns, in order.
    pub fields: Vec<&'static Field>,
    /// The names of other facts, each a column after those.
    pub facts: Vec<String>,
    /// The language of words.
    pub lang: Lang,
    /// The time zone of moments.
    pub zone: Tz,
    /// The day it is there.
    pub today: NaiveDate,
    owners: HashMap<UserId, String>,
}

impl Plan {
    /// Gets ready to write these columns.
    pub(super) fn new(
        conn: &mut Conn,
        fields: Vec<&'static Field>,
        facts: Vec<String>,
        (lang, zone, now): (Lang, Tz, NaiveDateTime),
    ) -> QueryResult<Self> {
        let people: Vec<(UserId, String)> =
            users::table.select((users::id, users::email)).load(conn)?;
        Ok(Self {
            fields,
            facts,
            lang,
            zone,
            today: now.and_utc().with_timezone(&zone).date_naive(),
            owners: people.into_iter().collect(),
        })
    }

    /// Whether the file has this column.
    pub fn has(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.key == key)
    }

    /// The e-mail address of an owner, by which an import knows them.
    pub fn owner(&self, id: Option<UserId>) -> Value {
        let email = id.and_then(|id| self.owners.get(&id));
        Value::Text(email.cloned().unwrap_or_default())
    }

    /// A word of the catalogue.
    pub fn word(&self, key: &str) -> Value {
        Value::Text(self.lang.text(key).to_string())
    }

    /// A moment where the reader is.
    pub fn moment(&self, at: NaiveDateTime) -> Value {
        Value::Moment(at.and_utc().with_timezone(&self.zone).naive_local())
    }
}
