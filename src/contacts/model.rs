//! A contact: a person.

use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::auth::UserId;
use crate::id_type;
use crate::schema::contacts;
use crate::web::record::Record;
use chrono::NaiveDateTime;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use serde_json::Value;

id_type!(
    /// A row of `contacts`.
    ContactId
);

/// A contact with all its fields. Text that is not known is empty.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = contacts, check_for_backend(Mysql))]
#[expect(
    missing_docs,
    reason = "the fields are the columns; `fields::rules` says what each takes"
)]
pub struct Contact {
    pub id: ContactId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub phone: String,
    pub mobile: String,
    pub title: String,
    pub city: String,
    pub country: String,
    pub owner_id: Option<UserId>,
    pub notes: String,
    pub external_id: String,
    pub other_facts: String,
    pub version: i32,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
}

impl Contact {
    /// As the person is called: "First Last".
    pub fn name(&self) -> String {
        full_name(&self.first_name, &self.last_name)
    }

    /// Its page.
    pub fn path(&self) -> String {
        path(self.id)
    }
}

impl Record for Contact {
    fn name(&self) -> String {
        self.name()
    }

    fn path(&self) -> String {
        path(self.id)
    }

    fn dom_id(&self) -> String {
        format!("contact-{}", self.id)
    }

    fn version(&self) -> i32 {
        self.version
    }

    fn other_facts(&self) -> &str {
        &self.other_facts
    }

    fn created_at(&self) -> NaiveDateTime {
        self.created_at
    }

    fn updated_at(&self) -> NaiveDateTime {
        self.updated_at
    }
}

/// The page of the contact with this id.
pub fn path(id: ContactId) -> String {
    format!("/contacts/{id}")
}

/// "First Last", or the one of them that is known.
pub fn full_name(first: &str, last: &str) -> String {
    format!("{first} {last}").trim().to_owned()
}

/// "Last, First", or the one of them that is known: what lists sort by.
pub fn sort_name(first: &str, last: &str) -> String {
    match (first, last) {
        ("", name) | (name, "") => name.to_owned(),
        (first, last) => format!("{last}, {first}"),
    }
}

impl Audited for Contact {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::Contact, self.id.0)
    }

    fn facts(&self) -> Facts {
        let text = |value: &str| Value::from(value);
        Facts::from_iter(
            [
                ("first_name", text(&self.first_name)),
                ("last_name", text(&self.last_name)),
                ("email", text(&self.email)),
                ("phone", text(&self.phone)),
                ("mobile", text(&self.mobile)),
                ("title", text(&self.title)),
                ("city", text(&self.city)),
                ("country", text(&self.country)),
                ("owner_id", self.owner_id.map(|id| id.0).into()),
                ("notes", text(&self.notes)),
                ("external_id", text(&self.external_id)),
                ("other_facts", text(&self.other_facts)),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        )
    }
}

/// What a list shows of a contact: no long texts.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = contacts, check_for_backend(Mysql))]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct ContactRow {
    pub id: ContactId,
    pub first_name: String,
    pub last_name: String,
    pub sort_name: String,
    pub account_name: String,
    pub email: String,
    pub phone: String,
    pub mobile: String,
    pub title: String,
    pub city: String,
    pub country: String,
    pub owner_id: Option<UserId>,
    pub external_id: String,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
}

impl ContactRow {
    /// As the person is called: "First Last".
    pub fn name(&self) -> String {
        full_name(&self.first_name, &self.last_name)
    }
}
