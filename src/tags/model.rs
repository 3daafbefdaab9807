//! A tag and what can carry it.

use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::schema::tags;
use crate::web::view::TagMark;
use crate::{code_type, id_type};
use diesel::mysql::Mysql;
use diesel::prelude::*;
use serde_json::Value;

id_type!(
    /// A row of `tags`.
    TagId
);

code_type! {
    /// A tag's colour: one of the interface's tones, so that it reads in light and dark.
    Colour {
        /// Quiet.
        Grey = "grey",
        /// Blue.
        Blue = "blue",
        /// Green.
        Green = "green",
        /// Amber.
        Amber = "amber",
        /// Red.
        Red = "red",
        /// Violet.
        Violet = "violet",
        /// Teal.
        Teal = "teal",
        /// Pink.
        Pink = "pink",
    }
}

/// A tag.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = tags, check_for_backend(Mysql))]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// As first typed.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// Rises with every change.
    pub version: i32,
}

impl Audited for Tag {
    fn subject(&self) -> Subject {
        subject(self.id)
    }

    fn facts(&self) -> Facts {
        let text = |name: &str, value: &str| (name.to_owned(), Value::from(value));
        Facts::from_iter([text("name", &self.name), text("colour", self.colour.code())])
    }
}

/// The tag as history names it.
pub fn subject(id: TagId) -> Subject {
    Subject::new(SubjectType::Tag, id.0)
}

impl Colour {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Grey => "tags-colour-grey",
            Self::Blue => "tags-colour-blue",
            Self::Green => "tags-colour-green",
            Self::Amber => "tags-colour-amber",
            Self::Red => "tags-colour-red",
            Self::Violet => "tags-colour-violet",
            Self::Teal => "tags-colour-teal",
            Self::Pink => "tags-colour-pink",
        }
    }
}

impl Tag {
    /// As a list or record shows it, leading to everything of `list` that carries it.
    pub fn mark(&self, list: &str) -> TagMark {
        TagMark {
            name: self.name.clone(),
            colour: self.colour.code(),
            href: format!("{list}?tags={}", self.id),
        }
    }
}

/// Kinds of records that carry tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carriers {
    /// Accounts.
    Accounts,
    /// Contacts.
    Contacts,
}

impl Carriers {
    /// The record of that kind with this id.
    pub fn one(self, id: i64) -> Tagged {
        match self {
            Self::Accounts => Tagged::Account(id),
            Self::Contacts => Tagged::Contact(id),
        }
    }
}

/// A record that carries tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tagged {
    /// An account's id.
    Account(i64),
    /// A contact's id.
    Contact(i64),
}

impl Tagged {
    /// The record as history names it.
    pub fn subject(self) -> Subject {
        match self {
            Self::Account(id) => Subject::new(SubjectType::Account, id),
            Self::Contact(id) => Subject::new(SubjectType::Contact, id),
        }
    }

    /// The list that it stands in.
    pub fn list(self) -> &'static str {
        match self {
            Self::Account(_) => "/accounts",
            Self::Contact(_) => "/contacts",
        }
    }

    /// The record's own path.
    pub fn path(self) -> String {
        match self {
            Self::Account(id) => format!("/accounts/{id}"),
            Self::Contact(id) => format!("/contacts/{id}"),
        }
    }
}
