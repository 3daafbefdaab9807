//! A person who can sign in, or wants to.

use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::auth::{Density, Role, Status, Theme, UserId};
use crate::i18n::Lang;
use crate::schema::users;
use chrono::NaiveDateTime;
use diesel::dsl::IsNotNull;
use diesel::prelude::*;

/// A row of `users`, without the password's hash: that one is read only to compare it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = users)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct User {
    pub id: UserId,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub status: Status,
    pub locale: String,
    pub time_zone: String,
    pub theme: Theme,
    pub density: Density,
    pub hotkeys: bool,
    pub registered_from: String,
    pub version: i32,
    pub created_at: NaiveDateTime,
    pub approved_at: Option<NaiveDateTime>,
    pub last_signed_in_at: Option<NaiveDateTime>,
    #[diesel(select_expression = users::password_hash.is_not_null())]
    #[diesel(select_expression_type = IsNotNull<users::password_hash>)]
    pub has_password: bool,
}

impl User {
    /// Their page.
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// Invited, and has not chosen a password yet.
    pub fn is_invited(&self) -> bool {
        self.status == Status::Active && !self.has_password
    }

    /// The language of letters to them.
    pub fn lang(&self) -> Lang {
        Lang::parse(&self.locale).unwrap_or(Lang::Sv)
    }

    /// The catalogue's key of how they stand.
    pub fn state_label(&self) -> &'static str {
        if self.is_invited() {
            "users-invited"
        } else {
            self.status.label()
        }
    }

    /// The tone of that.
    pub fn state_tone(&self) -> &'static str {
        match self.status {
            Status::Active if self.has_password => "success",
            Status::Active => "accent",
            Status::Pending => "warn",
            Status::Disabled | Status::Rejected => "",
        }
    }
}

/// The page of the person with this id.
pub fn path(id: UserId) -> String {
    format!("/people/{id}")
}

/// The row that operations on this person are about.
pub fn subject(id: UserId) -> Subject {
    Subject::new(SubjectType::User, id.0)
}

impl Audited for User {
    fn subject(&self) -> Subject {
        subject(self.id)
    }

    fn facts(&self) -> Facts {
        let facts: [(&str, serde_json::Value); 9] = [
            ("email", self.email.as_str().into()),
            ("name", self.name.as_str().into()),
            ("role", self.role.code().into()),
            ("status", self.status.code().into()),
            ("locale", self.locale.as_str().into()),
            ("time_zone", self.time_zone.as_str().into()),
            ("theme", self.theme.code().into()),
            ("density", self.density.code().into()),
            ("hotkeys", self.hotkeys.into()),
        ];
        Facts::from_iter(facts.map(|(name, value)| (name.to_owned(), value)))
    }
}
