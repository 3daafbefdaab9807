//! Keys of programs: how they come, and what they are open for.

mod identify;

use crate::db::Conn;
use crate::schema::api_keys;
use crate::{code_type, id_type};
use actix_web::HttpRequest;
use actix_web::http::header;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

pub use identify::{KeyIdentity, KeyRefusal, identify_key};

id_type!(
    /// A row of `api_keys`.
    KeyId
);

code_type! {
    /// What a key may be opened for.
    Resource {
        /// Accounts and their tags.
        Accounts = "accounts",
        /// Contacts and their affiliations.
        Contacts = "contacts",
        /// KPIs and their values.
        Kpis = "kpis",
        /// What everybody did to records.
        Changes = "changes",
        /// People who sign in.
        Users = "users",
    }
}

code_type! {
    /// How far it is open.
    Access {
        /// Reading.
        Read = "read",
        /// Reading and writing.
        Write = "write",
    }
}

/// What a key is open for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(pub BTreeMap<Resource, Access>);

impl Scopes {
    /// Open for everything.
    pub fn all() -> Self {
        Self(Resource::ALL.iter().map(|r| (*r, Access::Write)).collect())
    }

    /// As stored; what this version does not know is closed.
    pub fn parse(text: &str) -> Self {
        let one = |part: &str| {
            let (resource, access) = part.split_once(':')?;
            Some((Resource::parse(resource)?, Access::parse(access)?))
        };
        Self(text.split_whitespace().filter_map(one).collect())
    }

    /// To be stored.
    pub fn text(&self) -> String {
        let each = self.0.iter();
        let each = each.map(|(resource, access)| format!("{resource}:{access}"));
        each.collect::<Vec<_>>().join(" ")
    }

    /// Whether it is open so far.
    pub fn allow(&self, resource: Resource, access: Access) -> bool {
        self.0.get(&resource).is_some_and(|open| *open >= access)
    }
}

/// Whether the request brings a key: then it is the key that counts, and no cookie.
pub fn is_presented(req: &HttpRequest) -> bool {
    req.headers().contains_key("x-api-key") || req.headers().contains_key(header::AUTHORIZATION)
}

/// The key of the request: `X-Api-Key`, or `Authorization: Bearer`. What is no text is a wrong key.
pub fn presented(req: &HttpRequest) -> Option<String> {
    let text = |name: &str| {
        let value = req.headers().get(name)?;
        Some(value.to_str().unwrap_or_default().trim().to_owned())
    };
    text("x-api-key").or_else(|| {
        let value = text("authorization")?;
        let (scheme, key) = value.split_once(' ').unwrap_or_default();
        let is_bearer = scheme.eq_ignore_ascii_case("bearer");
        Some(if is_bearer {
            key.trim().to_owned()
        } else {
            String::new()
        })
    })
}

/// The names of these keys, for history.
pub fn names(conn: &mut Conn, ids: &[KeyId]) -> QueryResult<HashMap<KeyId, String>> {
    let rows: Vec<(KeyId, String)> = api_keys::table
        .filter(api_keys::id.eq_any(ids))
        .select((api_keys::id, api_keys::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}
