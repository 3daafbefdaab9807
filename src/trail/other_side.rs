//! From the history of one of two merged records to the other one.

use super::names::Names;
use crate::audit::{Facts, Kind, OperationRow, Subject, SubjectType, id_in};
use crate::web::Shell;
use crate::web::view::ChangedRecord;
use serde_json::Value;

/// In the entry of a merge, or of what took one back or did it again: on the page of the record that stays, the way to
/// the history of the one that went; on that one's page, the way to the one that stays.
pub(super) fn other_side(
    ui: &Shell,
    names: &Names,
    operation: &OperationRow,
    of: Subject,
) -> Option<ChangedRecord> {
    let stays = operation.subject()?;
    let data = merged(operation)?;
    let gone = Subject::new(stays.kind, id_in(data.get("gone_id"))?);
    let (title, href) = match of {
        _ if of == stays => {
            let list = match gone.kind {
                SubjectType::Account => "accounts",
                _ => "contacts",
            };
            let name = data.get("gone").and_then(Value::as_str).unwrap_or_default();
            let title = ui.t("merges-history-of").arg("name", name).to_string();
            (title, format!("/{list}/{}/history", gone.id))
        }
        _ if of == gone => names.title(stays),
        _ => return None,
    };
    Some(ChangedRecord {
        title,
        href,
        folded: String::new(),
        values: Vec::new(),
    })
}

/// What the sentence of the merge names, where the operation is one or leads back to one.
fn merged(operation: &OperationRow) -> Option<Facts> {
    let data = operation.data();
    let Some(of) = data.get("of") else {
        let is_merge = operation.kind().is_some_and(Kind::is_merge);
        return is_merge.then_some(data);
    };
    let kind = of.get("kind").and_then(Value::as_str)?;
    let is_merge = Kind::parse(kind).is_some_and(Kind::is_merge);
    let data = of.get("data").and_then(Value::as_object);
    data.filter(|_| is_merge).cloned()
}
