//! Sets in history, such as the tags of a record: an array before and one after, of which each member counts for itself.

use crate::audit::Change;
use serde_json::Value;

/// Which members a change added to a set and which it removed; nothing where the field is no set.
pub(super) fn differences<'a>(
    change: &'a Change,
    field: &str,
) -> Option<(Vec<&'a Value>, Vec<&'a Value>)> {
    let side = |facts: &'a crate::audit::Facts| match facts.get(field) {
        Some(Value::Array(members)) => Some(members.iter().collect::<Vec<_>>()),
        _ => None,
    };
    let (before, after) = (side(&change.before), side(&change.after));
    if before.is_none() && after.is_none() {
        return None;
    }
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let without = |all: &[&'a Value], others: &[&'a Value]| {
        let is_other = |member: &&Value| others.iter().any(|other| key(other) == key(member));
        all.iter().copied().filter(|m| !is_other(m)).collect()
    };
    Some((without(&after, &before), without(&before, &after)))
}

/// What a member is known by: its id, so that one that is renamed stays the same.
pub(super) fn key(member: &Value) -> String {
    match member.get("id") {
        Some(id) => id.to_string(),
        None => member.to_string(),
    }
}

/// The name under which a member of a set is a field of its own.
pub(super) fn field_of(set: &str, member: &Value) -> String {
    format!("{set}#{}", key(member))
}
