//! From what was typed to a key.

use crate::auth::keys::{Access, Resource, Scopes};
use crate::auth::{Role, networks};
use crate::fields::{USER_NAME_MAX, date, text};
use crate::i18n::Message;
use crate::web::{FieldErrors, FormData, Reader};
use chrono::NaiveDate;

/// What a new key is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyInput {
    /// What people call it.
    pub name: String,
    /// The most it may do.
    pub role: Role,
    /// What it is open for.
    pub scopes: Scopes,
    /// Networks, as stored.
    pub addresses: String,
    /// The last day on which it works, in UTC.
    pub expires_on: Option<NaiveDate>,
}

/// Reads the form; every mistake at once. `today` is the first day that may be the last.
pub fn parse(data: &FormData, today: NaiveDate) -> Result<KeyInput, FieldErrors> {
    let mut read = Reader::new(data);
    let role = read.field("role", |raw| match Role::parse(raw) {
        Some(role) => Ok(Some(role)),
        None => Err(Message::new("users-role-unknown")),
    });
    let input = KeyInput {
        name: read.field("name", |raw| text::required_line(raw, USER_NAME_MAX)),
        role: role.unwrap_or(Role::Viewer),
        scopes: scopes(data),
        addresses: read.field("addresses", addresses),
        expires_on: read.field("expires_on", date::parse),
    };
    if input.scopes.0.is_empty() {
        read.error("scope_accounts", Message::new("api-keys-scope-wanted"));
    }
    if input.expires_on.is_some_and(|day| day < today) {
        read.error("expires_on", Message::new("api-keys-expiry-past"));
    }
    read.finish(input)
}

fn scopes(data: &FormData) -> Scopes {
    let chosen = |resource: &Resource| {
        let access = Access::parse(data.get(&field(*resource)))?;
        Some((*resource, access))
    };
    Scopes(Resource::ALL.iter().filter_map(chosen).collect())
}

/// The form's field of a resource.
pub fn field(resource: Resource) -> String {
    format!("scope_{resource}")
}

/// The form's field and value of a scope such as `accounts:read`.
pub(crate) fn scope(text: &str) -> Option<(String, &'static str)> {
    let (resource, access) = text.split_once(':')?;
    let access = Access::parse(access)?;
    Some((field(Resource::parse(resource)?), access.code()))
}

/// Every scope that there is.
pub(crate) fn all_scopes() -> Vec<String> {
    let each = |resource: &'static Resource| {
        let scope = move |access| format!("{resource}:{access}");
        Access::ALL.iter().map(scope)
    };
    Resource::ALL.iter().flat_map(each).collect()
}

fn addresses(raw: &str) -> Result<String, Message> {
    let wrong = |part| Message::new("api-keys-address-wrong").arg("address", part);
    let text = networks::text(&networks::parse(raw).map_err(wrong)?);
    if text.len() > 1000 {
        return Err(Message::new("api-keys-addresses-many"));
    }
    Ok(text)
}
