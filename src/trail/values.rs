//! Values as people read them: labels for fields, names for ids, words for codes.

use super::names::Names;
use crate::accounts::model::{AccountKind, AccountStatus};
use crate::audit::Change;
use crate::audit::SubjectType;
use crate::auth::{Role, Status, UserId};
use crate::fields::organisation_number;
use crate::i18n::Lang;
use crate::kpis::model::{Direction, Scope, Source, Totalling};
use crate::kpis::{self, Cadence};
use crate::tags::Colour;
use crate::web::Shell;
use crate::web::view::ChangedValue;
use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The fields that say most come first; the others follow by name.
const ORDER: &[&str] = &[
    "name",
    "first_name",
    "last_name",
    "contact_id",
    "account_id",
    "role",
    "title",
    "kind",
    "status",
    "organisation_number",
    "email",
    "phone",
    "mobile",
    "website",
    "street",
    "postal_code",
    "city",
    "country",
    "from_date",
    "to_date",
];

/// What went from what to what, in the reader's language. What was empty before and after is left out.
pub(super) fn changed_values(ui: &Shell, names: &Names, change: &Change) -> Vec<ChangedValue> {
    let fields: BTreeSet<&String> = change.before.keys().chain(change.after.keys()).collect();
    let mut fields: Vec<&str> = fields.into_iter().map(String::as_str).collect();
    fields.sort_by_key(|field| ORDER.iter().position(|f| f == field).unwrap_or(ORDER.len()));
    let mut values = Vec::with_capacity(fields.len());
    for field in fields {
        let (before, after) = (change.before.get(field), change.after.get(field));
        if field == "other_facts" {
            values.extend(other_facts(before, after));
            continue;
        }
        values.push(ChangedValue {
            label: label(ui, change.subject_type, field),
            before: shown(ui, names, change.subject_type, field, before),
            after: shown(ui, names, change.subject_type, field, after),
        });
    }
    values.retain(|v| !(v.before.is_empty() && v.after.is_empty()));
    values
}

/// The field's label; its name for one that this version does not know.
pub(crate) fn label(ui: &Shell, of: Option<SubjectType>, field: &str) -> String {
    let slice = match of {
        Some(SubjectType::Account) => "accounts",
        Some(SubjectType::Contact) => "contacts",
        Some(SubjectType::Affiliation) => "affiliations",
        Some(SubjectType::SavedView) => "views",
        Some(SubjectType::User) => "users",
        Some(SubjectType::Tag) => "tags",
        Some(SubjectType::Settings) => "settings",
        Some(SubjectType::ApiKey) => "api_keys",
        Some(SubjectType::Dashboard) => "dashboard",
        Some(
            SubjectType::KpiDefinition
            | SubjectType::KpiValue
            | SubjectType::KpiTarget
            | SubjectType::KpiLock,
        ) => "kpis",
        None => "",
    };
    let key = format!("{slice}-field-{field}");
    match field {
        "tags" => ui.t("tags-title").to_string(),
        _ if ui.lang.has(&key) => ui.t(&key).to_string(),
        _ => field.replace('_', " "),
    }
}

/// Never shown, whatever somebody recorded.
fn is_secret(field: &str) -> bool {
    ["password", "token", "secret", "hash"]
        .iter()
        .any(|word| field.contains(word))
}

pub(crate) fn shown(
    ui: &Shell,
    names: &Names,
    of: Option<SubjectType>,
    field: &str,
    value: Option<&Value>,
) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(_) if is_secret(field) => "•••".to_owned(),
        Some(Value::Bool(yes)) => ui
            .t(if *yes { "common-yes" } else { "common-no" })
            .to_string(),
        Some(Value::Number(number)) => match number.as_i64() {
            Some(n) => named_id(names, field, n).unwrap_or_else(|| ui.int(n)),
            None => number.to_string(),
        },
        Some(Value::String(text)) => worded(ui, of, field, text),
        Some(Value::Array(all)) => {
            let each: Vec<String> = all.iter().map(plain).collect();
            each.join(", ")
        }
        Some(object @ Value::Object(_)) => object.to_string(),
    }
}

/// The name behind an id; the id itself where the row is gone for good.
fn named_id(names: &Names, field: &str, id: i64) -> Option<String> {
    let name = match field {
        "owner_id" | "user_id" => names.person(UserId(id)),
        "parent_id" | "account_id" => names.account(id),
        "contact_id" => names.contact(id),
        _ => return None,
    };
    Some(name.map_or_else(|| format!("#{id}"), str::to_owned))
}

/// Codes in words, days and moments as the reader writes them, other text as it is.
fn worded(ui: &Shell, of: Option<SubjectType>, field: &str, text: &str) -> String {
    let key = match (of, field) {
        (Some(SubjectType::Account), "kind") => AccountKind::parse(text).map(AccountKind::label),
        (Some(SubjectType::Account), "status") => {
            AccountStatus::parse(text).map(AccountStatus::label)
        }
        (Some(SubjectType::Tag), "colour") => Colour::parse(text).map(Colour::label),
        (Some(SubjectType::User), "role") => Role::parse(text).map(Role::label),
        (Some(SubjectType::User), "status") => Status::parse(text).map(Status::label),
        (Some(SubjectType::KpiDefinition), "cadence") => Cadence::parse(text).map(Cadence::label),
        (Some(SubjectType::KpiDefinition), "direction") => {
            Direction::parse(text).map(Direction::label)
        }
        (Some(SubjectType::KpiDefinition), "scope") => Scope::parse(text).map(Scope::label),
        (Some(SubjectType::KpiDefinition), "source") => Source::parse(text).map(Source::label),
        (Some(SubjectType::KpiDefinition), "totalling") => {
            Totalling::parse(text).map(Totalling::label)
        }
        _ => None,
    };
    if let Some(key) = key {
        return ui.t(key).to_string();
    }
    match field {
        "organisation_number" => organisation_number::display(text),
        "value" | "target" | "amber_limit" | "red_limit" => text.parse().map_or_else(
            |_| text.to_owned(),
            |number| kpis::number::exact(ui.lang, number, 0),
        ),
        "locale" => Lang::parse(text).map_or_else(|| text.to_owned(), |l| l.endonym().to_owned()),
        "theme" | "density" => {
            let key = format!("common-{field}-{text}");
            if ui.lang.has(&key) {
                ui.t(&key).to_string()
            } else {
                text.to_owned()
            }
        }
        _ => dated(ui, field, text).unwrap_or_else(|| text.to_owned()),
    }
}

fn dated(ui: &Shell, field: &str, text: &str) -> Option<String> {
    if field.ends_with("_date") {
        return Some(ui.date(&text.parse::<NaiveDate>().ok()?));
    }
    if field.ends_with("_at") {
        return Some(ui.when(&text.parse::<NaiveDateTime>().ok()?));
    }
    None
}

/// "Other facts" are kept as a JSON object in a text: each of them that differs is a value of its own.
fn other_facts(before: Option<&Value>, after: Option<&Value>) -> Vec<ChangedValue> {
    let read = |value: Option<&Value>| -> Map<String, Value> {
        match value {
            Some(Value::String(text)) => serde_json::from_str(text).unwrap_or_default(),
            Some(Value::Object(map)) => map.clone(),
            _ => Map::new(),
        }
    };
    let (before, after) = (read(before), read(after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let text =
        |map: &Map<String, Value>, name: &String| map.get(name).map(plain).unwrap_or_default();
    names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| ChangedValue {
            label: name.clone(),
            before: text(&before, name),
            after: text(&after, name),
        })
        .collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        // A member of a set, such as a tag.
        Value::Object(member) if member.contains_key("name") => {
            member.get("name").map(plain).unwrap_or_default()
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;
