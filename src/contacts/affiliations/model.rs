//! An affiliation and what is typed for one.

use crate::accounts::model::AccountId;
use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::contacts::model::ContactId;
use crate::id_type;
use crate::schema::affiliations;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::mysql::Mysql;
use diesel::prelude::*;
use serde_json::Value;

id_type!(
    /// A row of `affiliations`.
    AffiliationId
);

/// A contact's role at an account. A role that is not known is empty.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = affiliations, check_for_backend(Mysql))]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct Affiliation {
    pub id: AffiliationId,
    pub contact_id: ContactId,
    pub account_id: AccountId,
    pub role: String,
    pub from_date: Option<NaiveDate>,
    pub to_date: Option<NaiveDate>,
    pub is_primary: bool,
    pub version: i32,
    pub updated_at: NaiveDateTime,
}

impl Affiliation {
    /// Its own address.
    pub fn path(&self) -> String {
        format!("/affiliations/{}", self.id)
    }

    /// As it would be with this input.
    pub(super) fn with(&self, input: &AffiliationInput) -> Self {
        Self {
            account_id: input.account_id,
            role: input.role.clone(),
            from_date: input.from_date,
            to_date: input.to_date,
            is_primary: self.is_primary || input.is_primary,
            ..self.clone()
        }
    }

    /// Whether it ended before `today`.
    pub fn is_past(&self, today: NaiveDate) -> bool {
        self.to_date.is_some_and(|to| to < today)
    }
}

/// An affiliation's fields, each by its rule. Only this reaches an action.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct AffiliationInput {
    pub account_id: AccountId,
    pub role: String,
    pub from_date: Option<NaiveDate>,
    pub to_date: Option<NaiveDate>,
    /// Asks for the primary mark. It moves to another affiliation only when that one asks for it, so a primary one
    /// stays so whatever is said here.
    pub is_primary: bool,
}

impl From<&Affiliation> for AffiliationInput {
    fn from(affiliation: &Affiliation) -> Self {
        Self {
            account_id: affiliation.account_id,
            role: affiliation.role.clone(),
            from_date: affiliation.from_date,
            to_date: affiliation.to_date,
            is_primary: affiliation.is_primary,
        }
    }
}

impl Audited for Affiliation {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::Affiliation, self.id.0)
    }

    fn facts(&self) -> Facts {
        let day = |date: Option<NaiveDate>| Value::from(date.map(|d| d.to_string()));
        Facts::from_iter(
            [
                ("contact_id", self.contact_id.0.into()),
                ("account_id", self.account_id.0.into()),
                ("role", self.role.as_str().into()),
                ("from_date", day(self.from_date)),
                ("to_date", day(self.to_date)),
                ("is_primary", self.is_primary.into()),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        )
    }
}
