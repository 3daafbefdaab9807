//! Where a record went that was merged into another: read from history, so that it holds after an undo and after the
//! trash has been emptied.

use super::{Kind, OperationId, Subject, SubjectType};
use crate::db::Conn;
use crate::schema::{changes, operations};
use diesel::prelude::*;

/// Comings and goings looked at; nobody merges and undoes one record more often.
const MOST: i64 = 20;

type Told = (
    String,
    Option<OperationId>,
    Option<SubjectType>,
    Option<i64>,
);

type Row = (
    String,
    String,
    Option<OperationId>,
    Option<SubjectType>,
    Option<i64>,
);

/// The record that a deleted one has become, if a merge was what took it away.
pub fn merged_into(conn: &mut Conn, gone: Subject) -> QueryResult<Option<Subject>> {
    let rows: Vec<Row> = changes::table
        .inner_join(operations::table)
        .filter(changes::subject_type.eq(gone.kind))
        .filter(changes::subject_id.eq(gone.id))
        .filter(changes::action.ne("update"))
        .order(changes::operation_id.desc())
        .limit(MOST)
        .select((
            changes::action,
            operations::kind,
            operations::undoes_id,
            operations::subject_type,
            operations::subject_id,
        ))
        .load(conn)?;
    for (action, kind, undoes, subject_type, subject_id) in rows {
        let kind = Kind::parse(&kind);
        // Leaving the database for good says nothing about why it was deleted.
        let emptied = action == "delete" && kind.is_some_and(Kind::is_emptying);
        if emptied {
            continue;
        }
        let into = match kind {
            _ if action != "delete" => None,
            Some(kind) if kind.is_merge() => pointed(subject_type, subject_id),
            Some(Kind::OperationRedo) => redone(conn, undoes)?,
            _ => None,
        };
        return Ok(into.filter(|into| *into != gone));
    }
    Ok(None)
}

fn pointed(kind: Option<SubjectType>, id: Option<i64>) -> Option<Subject> {
    Some(Subject::new(kind?, id?))
}

/// What an operation that was done again had merged into.
fn redone(conn: &mut Conn, mut undoes: Option<OperationId>) -> QueryResult<Option<Subject>> {
    for _ in 0..MOST {
        let Some(id) = undoes else { return Ok(None) };
        let row: Option<Told> = operations::table
            .find(id)
            .select((
                operations::kind,
                operations::undoes_id,
                operations::subject_type,
                operations::subject_id,
            ))
            .first(conn)
            .optional()?;
        let Some((kind, next, subject_type, subject_id)) = row else {
            return Ok(None);
        };
        if Kind::parse(&kind).is_some_and(Kind::is_merge) {
            return Ok(pointed(subject_type, subject_id));
        }
        undoes = next;
    }
    Ok(None)
}
