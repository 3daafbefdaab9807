//! Which entries were taken back, and which the reader may take back.

use super::names::{Names, Wanted};
use super::words;
use crate::audit::{Kind, OperationId, OperationRow, Subject, SubjectType};
use crate::db::Conn;
use crate::schema::{changes, operations};
use crate::web::Shell;
use crate::web::view::{Entry, Undone};
use diesel::alias;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use std::collections::HashMap;

/// The undos of some operations, by what they undid; and what brought a deleted record back by other means.
#[derive(Debug, Default)]
pub(super) struct Undoing {
    undos: HashMap<OperationId, OperationRow>,
    restored: HashMap<OperationId, OperationRow>,
}

impl Undoing {
    /// One statement, none where nothing can be undone.
    pub fn load(conn: &mut Conn, of: &[OperationRow]) -> QueryResult<Self> {
        let undoable = of.iter().filter(|o| is_undoable(o));
        let ids: Vec<OperationId> = undoable.map(|o| o.id).collect();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        let undos: Vec<OperationRow> = operations::table
            .filter(operations::undoes_id.eq_any(ids))
            .select(OperationRow::as_select())
            .load(conn)?;
        Self::among(conn, of, undos)
    }

    /// The same where the undos have been read already, among other rows. No statement without a deletion.
    pub fn among(
        conn: &mut Conn,
        of: &[OperationRow],
        rows: Vec<OperationRow>,
    ) -> QueryResult<Self> {
        let by_target = |undo: OperationRow| Some((undo.undoes_id?, undo));
        let undos: HashMap<_, _> = rows.into_iter().filter_map(by_target).collect();
        let left = of.iter().filter(|o| !undos.contains_key(&o.id));
        Ok(Self {
            restored: restored(conn, left)?,
            undos,
        })
    }

    /// Looks up who it was.
    pub fn want(&self, wanted: &mut Wanted) {
        let all = self.undos.values().chain(self.restored.values());
        all.for_each(|undo| wanted.operation(undo));
    }

    /// By what an operation was taken back.
    pub fn undone(&self, ui: &Shell, names: &Names, operation: &OperationRow) -> Option<Undone> {
        let id = &operation.id;
        let undo = self.undos.get(id).or_else(|| self.restored.get(id))?;
        let key = match undo.kind() {
            Some(Kind::OperationRedo) => "undo-redone-by",
            Some(Kind::TrashRestore) => "undo-restored-by",
            _ => "undo-by",
        };
        let who = words::who(ui, names, undo);
        Some(Undone {
            text: ui.t(key).arg("who", who).to_string(),
            href: format!("/changes/{}", undo.id),
            at: undo.at,
        })
    }

    /// Where this reader can take an operation back; empty where they cannot.
    pub fn path(&self, ui: &Shell, operation: &OperationRow) -> String {
        let is_back = |of: &HashMap<_, _>| of.contains_key(&operation.id);
        let free = is_undoable(operation) && !is_back(&self.undos) && !is_back(&self.restored);
        if free && ui.may_undo(operation.user_id, &operation.at) {
            return format!("/changes/{}/undo", operation.id);
        }
        String::new()
    }

    /// Says it on an entry.
    pub fn mark(&self, ui: &Shell, names: &Names, operation: &OperationRow, entry: &mut Entry) {
        entry.undone = self.undone(ui, names, operation);
        entry.undo = self.path(ui, operation);
        entry.is_redo = is_redo(operation);
    }
}

/// Whether taking this back does something again.
pub(super) fn is_redo(operation: &OperationRow) -> bool {
    operation.kind() == Some(Kind::OperationUndo)
}

fn is_undoable(operation: &OperationRow) -> bool {
    operation.kind().is_some_and(|kind| kind.is_undoable())
}

/// What took the records that these operations deleted out of the trash since: one statement, none without a deletion.
fn restored<'a>(
    conn: &mut Conn,
    operations: impl Iterator<Item = &'a OperationRow>,
) -> QueryResult<HashMap<OperationId, OperationRow>> {
    let deletion = |operation: &OperationRow| match operation.kind() {
        Some(Kind::AccountDelete | Kind::ContactDelete) => {
            operation.subject().map(|subject| (operation.id, subject))
        }
        _ => None,
    };
    let deletions: Vec<(OperationId, Subject)> = operations.filter_map(deletion).collect();
    if deletions.is_empty() {
        return Ok(HashMap::new());
    }
    let ids = |kind: SubjectType| {
        let of_kind = deletions.iter().filter(move |(_, of)| of.kind == kind);
        of_kind.map(|(_, of)| of.id).collect::<Vec<_>>()
    };
    let undos = alias!(operations as undos);
    let is_one = |kind: SubjectType| {
        changes::subject_type
            .eq(kind)
            .and(changes::subject_id.eq_any(ids(kind)))
    };
    let restorations: Vec<(SubjectType, i64, OperationRow)> = changes::table
        .inner_join(operations::table)
        .filter(is_one(SubjectType::Account).or(is_one(SubjectType::Contact)))
        .filter(changes::action.eq("restore"))
        .filter(operations::kind.eq(Kind::TrashRestore))
        .filter(not(exists(
            undos.filter(
                undos
                    .field(operations::undoes_id)
                    .eq(operations::id.nullable()),
            ),
        )))
        .order(changes::operation_id)
        .select((
            changes::subject_type,
            changes::subject_id,
            OperationRow::as_select(),
        ))
        .load(conn)?;
    let since = |(id, of): (OperationId, Subject)| {
        let mut back = restorations.iter();
        let back = back.find(|(kind, one, by)| (*kind, *one) == (of.kind, of.id) && by.id > id);
        back.map(|(_, _, by)| (id, by.clone()))
    };
    Ok(deletions.into_iter().filter_map(since).collect())
}
