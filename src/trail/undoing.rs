//! Which entries were taken back, and which the reader may take back.

use super::names::{Names, Wanted};
use super::words;
use crate::audit::{Kind, OperationId, OperationRow};
use crate::db::Conn;
use crate::schema::operations;
use crate::web::Shell;
use crate::web::view::{Entry, Undone};
use diesel::prelude::*;
use std::collections::HashMap;

/// The undos of some operations, by what they undid.
#[derive(Debug, Default)]
pub(super) struct Undoing(HashMap<OperationId, OperationRow>);

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
        let by_target = |undo: OperationRow| Some((undo.undoes_id?, undo));
        Ok(Self(undos.into_iter().filter_map(by_target).collect()))
    }

    /// The undos among these rows.
    pub fn among(rows: &[OperationRow]) -> Self {
        let by_target = |undo: &OperationRow| Some((undo.undoes_id?, undo.clone()));
        Self(rows.iter().filter_map(by_target).collect())
    }

    /// Looks up who it was.
    pub fn want(&self, wanted: &mut Wanted) {
        self.0.values().for_each(|undo| wanted.operation(undo));
    }

    /// By what an operation was taken back.
    pub fn undone(&self, ui: &Shell, names: &Names, operation: &OperationRow) -> Option<Undone> {
        let undo = self.0.get(&operation.id)?;
        let key = match undo.kind() {
            Some(Kind::OperationRedo) => "undo-redone-by",
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
        let free = is_undoable(operation) && !self.0.contains_key(&operation.id);
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
