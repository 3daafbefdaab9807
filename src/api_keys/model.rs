//! A key, without the key.

use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::auth::keys::Scopes;
use crate::auth::{KeyId, Role, UserId};
use crate::schema::api_keys;
use chrono::NaiveDateTime;
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// A row of `api_keys`, without the hash: that one is read only to compare it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = api_keys, check_for_backend(Mysql))]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct ApiKey {
    pub id: KeyId,
    pub name: String,
    pub prefix: String,
    pub role: Role,
    pub scopes: String,
    pub addresses: String,
    pub created_by: Option<UserId>,
    pub created_at: NaiveDateTime,
    pub expires_at: Option<NaiveDateTime>,
    pub revoked_at: Option<NaiveDateTime>,
    pub last_used_at: Option<NaiveDateTime>,
    pub last_used_from: String,
}

impl ApiKey {
    /// Its page.
    pub fn path(&self) -> String {
        format!("/api-keys/{}", self.id)
    }

    /// What it is open for.
    pub fn open_for(&self) -> Scopes {
        Scopes::parse(&self.scopes)
    }

    /// The catalogue's key of how it stands, and the tone of that.
    pub fn state(&self, now: NaiveDateTime) -> (&'static str, &'static str) {
        if self.revoked_at.is_some() {
            ("api-keys-revoked", "")
        } else if self.expires_at.is_some_and(|at| at <= now) {
            ("api-keys-expired", "warn")
        } else if self.created_by.is_none() {
            ("api-keys-configured", "accent")
        } else {
            ("api-keys-active", "success")
        }
    }
}

impl Audited for ApiKey {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::ApiKey, self.id.0)
    }

    fn facts(&self) -> Facts {
        let moment = |at: Option<NaiveDateTime>| at.map(|at| at.and_utc().to_rfc3339());
        Facts::from_iter(
            [
                ("name", self.name.as_str().into()),
                ("prefix", self.prefix.as_str().into()),
                ("role", self.role.code().into()),
                ("scopes", self.scopes.as_str().into()),
                ("addresses", self.addresses.as_str().into()),
                ("expires_at", moment(self.expires_at).into()),
                ("revoked_at", moment(self.revoked_at).into()),
            ]
            .map(|(name, value): (&str, serde_json::Value)| (name.to_owned(), value)),
        )
    }
}
