//! An account: an organisation.

use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::auth::UserId;
use crate::id_type;
use crate::schema::accounts;
use crate::web::record::Record;
use chrono::NaiveDateTime;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use serde_json::Value;

id_type!(
    /// A row of `accounts`.
    AccountId
);

pub use super::codes::{AccountKind, AccountStatus};

/// An account with all its fields. Text that is not known is empty.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = accounts, check_for_backend(Mysql))]
#[expect(
    missing_docs,
    reason = "the fields are the columns; `fields::rules` says what each takes"
)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    pub kind: AccountKind,
    pub status: AccountStatus,
    pub organisation_number: String,
    pub email: String,
    pub phone: String,
    pub website: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub country: String,
    pub industry: String,
    pub employees: Option<i32>,
    pub members: Option<i32>,
    pub owner_id: Option<UserId>,
    pub parent_id: Option<AccountId>,
    pub description: String,
    pub external_id: String,
    pub other_facts: String,
    pub version: i32,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
}

impl Record for Account {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn path(&self) -> String {
        path(self.id)
    }

    fn dom_id(&self) -> String {
        format!("account-{}", self.id)
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

/// The page of the account with this id.
pub fn path(id: AccountId) -> String {
    format!("/accounts/{id}")
}

impl Audited for Account {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::Account, self.id.0)
    }

    fn facts(&self) -> Facts {
        let text = |value: &str| Value::from(value);
        Facts::from_iter(
            [
                ("name", text(&self.name)),
                ("kind", text(self.kind.code())),
                ("status", text(self.status.code())),
                ("organisation_number", text(&self.organisation_number)),
                ("email", text(&self.email)),
                ("phone", text(&self.phone)),
                ("website", text(&self.website)),
                ("street", text(&self.street)),
                ("postal_code", text(&self.postal_code)),
                ("city", text(&self.city)),
                ("country", text(&self.country)),
                ("industry", text(&self.industry)),
                ("employees", self.employees.into()),
                ("members", self.members.into()),
                ("owner_id", self.owner_id.map(|id| id.0).into()),
                ("parent_id", self.parent_id.map(|id| id.0).into()),
                ("description", text(&self.description)),
                ("external_id", text(&self.external_id)),
                ("other_facts", text(&self.other_facts)),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        )
    }
}

/// What a list shows of an account: no long texts.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = accounts, check_for_backend(Mysql))]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct AccountRow {
    pub id: AccountId,
    pub name: String,
    pub kind: AccountKind,
    pub status: AccountStatus,
    pub organisation_number: String,
    pub email: String,
    pub phone: String,
    pub website: String,
    pub city: String,
    pub country: String,
    pub industry: String,
    pub employees: Option<i32>,
    pub members: Option<i32>,
    pub owner_id: Option<UserId>,
    pub external_id: String,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
}
