//! Who did what, in words.

use super::names::Names;
use super::values::changed_values;
use crate::audit::{Change, OperationRow};
use crate::audit::{Facts, Kind, Subject, SubjectType};
use crate::auth::Channel;
use crate::i18n::Arg;
use crate::web::Shell;
use crate::web::view::{ChangedRecord, Entry};
use serde_json::Value;

/// What an operation did, without who: "changed IF Häus".
pub(crate) fn sentence(ui: &Shell, operation: &OperationRow) -> String {
    said(ui, operation.kind(), &operation.kind, &operation.data())
}

/// A sentence from its parts; that of an undo holds the one of what was undone.
fn said(ui: &Shell, kind: Option<Kind>, code: &str, data: &Facts) -> String {
    let Some(kind) = kind else {
        return code.to_owned();
    };
    if let Some(of) = data.get("of").and_then(Value::as_object) {
        let code = of.get("kind").and_then(Value::as_str).unwrap_or_default();
        let data = of.get("data").and_then(Value::as_object).cloned();
        let what = said(ui, Kind::parse(code), code, &data.unwrap_or_default());
        return ui.t(&kind.message_key()).arg("what", what).to_string();
    }
    // An import that is still running has not said its counts yet.
    let value = |name: &str| match data.get(name) {
        Some(Value::Number(n)) => Arg::Int(n.as_i64().unwrap_or_default()),
        Some(Value::String(text)) => Arg::Text(coded(ui, kind, name, text)),
        Some(Value::Null) | None => Arg::Text("…".to_owned()),
        Some(other) => Arg::Text(other.to_string()),
    };
    ui.lang.filled(&kind.message_key(), value)
}

/// Roles are kept as codes in a sentence's data too.
fn coded(ui: &Shell, kind: Kind, name: &str, text: &str) -> String {
    let is_role = name == "role" || (kind == Kind::UserRole && name != "name");
    match crate::auth::Role::parse(text) {
        Some(role) if is_role && !kind.is_about_records() => ui.t(role.label()).to_string(),
        _ => text.to_owned(),
    }
}

/// The person, or what stands in for one.
pub(crate) fn who(ui: &Shell, names: &Names, operation: &OperationRow) -> String {
    let named = operation.user_id.and_then(|id| names.person(id));
    named.map_or_else(|| ui.t(stand_in(operation)).to_string(), str::to_owned)
}

fn stand_in(operation: &OperationRow) -> &'static str {
    match operation.channel() {
        Some(Channel::Import) => "audit-who-import",
        Some(Channel::Cli) => "audit-who-cli",
        Some(Channel::Api) => "audit-who-api",
        Some(Channel::Page) => "audit-who-visitor",
        Some(Channel::System) | None => "audit-who-system",
    }
}

/// The catalogue's key of a channel's name.
pub(super) fn channel_label(channel: Channel) -> &'static str {
    match channel {
        Channel::Page => "audit-channel-page",
        Channel::Cli => "audit-channel-cli",
        Channel::Api => "audit-channel-api",
        Channel::Import => "audit-channel-import",
        Channel::System => "audit-channel-system",
    }
}

/// Through what it was done, a key by its name; a channel of another version by its code.
pub(super) fn via(ui: &Shell, names: &Names, operation: &OperationRow) -> String {
    if let Some(name) = operation.api_key_id.and_then(|id| names.api_key(id)) {
        return ui.t("audit-channel-api-key").arg("name", name).to_string();
    }
    operation.channel().map_or_else(
        || operation.channel.clone(),
        |channel| ui.t(channel_label(channel)).to_string(),
    )
}

/// The icon of a kind.
pub(super) fn icon(kind: Option<Kind>) -> &'static str {
    let Some(kind) = kind else { return "history" };
    let (thing, verb) = kind.code().split_once('.').unwrap_or_default();
    match (thing, verb) {
        ("kpi_period", "lock") => "lock",
        ("kpi_period", _) => "key",
        ("kpi_definition", "archive") => "archive",
        ("kpi_value" | "kpi_values", _) => "chart-column",
        ("kpi_targets", _) => "target",
        ("operation", "undo") | ("trash", "restore") => "undo-2",
        ("trash", _) => "trash-2",
        ("operation", _) => "rotate-ccw",
        ("tag", _) => "tag",
        ("view", "pin" | "unpin") => "star",
        ("import", _) => "upload",
        ("export", _) => "download",
        ("demo", _) => "flag",
        ("settings", _) => "settings",
        ("session", "failure") => "triangle-alert",
        ("session", "sign_in") => "log-in",
        ("session", _) => "log-out",
        ("user", "approve" | "enable") => "user-check",
        ("user", "reject" | "disable") => "user-x",
        ("user", "password" | "reset_link") => "key",
        ("user", "role") => "shield",
        ("user", "update") => "user",
        ("user", _) => "user-plus",
        (_, "merge" | "distinct") => "merge",
        (_, "create") => "plus",
        (_, "delete" | "bulk_delete") => "trash-2",
        _ => "pencil",
    }
}

/// An entry without its records.
pub(super) fn entry(ui: &Shell, names: &Names, operation: &OperationRow, href: String) -> Entry {
    Entry {
        icon: icon(operation.kind()),
        who: who(ui, names, operation),
        sentence: sentence(ui, operation),
        href,
        via: via(ui, names, operation),
        at: operation.at,
        records: Vec::new(),
        more: String::new(),
        undo: String::new(),
        is_redo: false,
        undone: None,
    }
}

/// One change as a record of an entry. On the page of `here`, its own changes need no title, and an affiliation is
/// called after its other side.
pub(super) fn record(
    ui: &Shell,
    names: &Names,
    change: &Change,
    here: Option<Subject>,
) -> ChangedRecord {
    let subject = change.subject();
    let other_side =
        match (here, subject) {
            (Some(here), Some(s)) if s.kind == SubjectType::Affiliation => names
                .affiliation(s.id)
                .map(|(contact, account)| match here.kind {
                    SubjectType::Account => Subject::new(SubjectType::Contact, contact),
                    _ => Subject::new(SubjectType::Account, account),
                }),
            _ => subject,
        };
    let (title, href) = match other_side {
        other if other.is_some() && other == here => Default::default(),
        Some(other) => names.title(other),
        None => Default::default(),
    };
    let values = changed_values(ui, names, change);
    let folded = if change.is_update() || values.is_empty() {
        String::new()
    } else {
        let text = match change.action.as_str() {
            "delete" => "audit-values-lost",
            _ => "audit-values-set",
        };
        ui.t(text).arg("n", values.len()).to_string()
    };
    ChangedRecord {
        title,
        href,
        folded,
        values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn every_kind_has_a_sentence_a_name_and_an_icon_in_both_languages() {
        let mut missing = Vec::new();
        for lang in Lang::ALL {
            for kind in Kind::ALL {
                let name = format!("audit-kind-{}", kind.code().replace(['.', '_'], "-"));
                for key in [kind.message_key(), name] {
                    if !lang.has(&key) {
                        missing.push(format!("{}: {key}", lang.code()));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
        let sprite = include_str!("../../static/icons.svg");
        for kind in Kind::ALL {
            assert!(
                sprite.contains(&format!("id=\"{}\"", icon(Some(*kind)))),
                "{kind}"
            );
        }
    }

    #[test]
    fn every_channel_has_a_name() {
        for channel in Channel::ALL {
            assert!(
                Lang::ALL
                    .iter()
                    .all(|lang| lang.has(channel_label(*channel)))
            );
        }
    }
}
