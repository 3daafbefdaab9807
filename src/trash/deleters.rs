//! Who deleted what is in the trash: as history says.

use crate::audit::{OperationId, OperationRow, Subject, SubjectType};
use crate::db::Conn;
use crate::schema::{changes, operations};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// The operation that deleted each of these records last. Two statements a kind of record.
pub(super) fn of(
    conn: &mut Conn,
    records: impl Iterator<Item = Subject>,
) -> QueryResult<HashMap<Subject, OperationRow>> {
    let mut ids: BTreeMap<SubjectType, Vec<i64>> = BTreeMap::new();
    for record in records {
        ids.entry(record.kind).or_default().push(record.id);
    }
    let mut found = HashMap::new();
    for (kind, ids) in ids {
        let latest: Vec<(i64, Option<OperationId>)> = changes::table
            .filter(changes::subject_type.eq(kind))
            .filter(changes::subject_id.eq_any(ids))
            .filter(changes::action.eq("delete"))
            .group_by(changes::subject_id)
            .select((changes::subject_id, diesel::dsl::max(changes::operation_id)))
            .load(conn)?;
        let wanted: Vec<OperationId> = latest.iter().filter_map(|(_, id)| *id).collect();
        let rows: Vec<OperationRow> = operations::table
            .filter(operations::id.eq_any(wanted))
            .select(OperationRow::as_select())
            .load(conn)?;
        for (id, operation) in latest {
            let row = rows.iter().find(|row| Some(row.id) == operation);
            found.extend(row.map(|row| (Subject::new(kind, id), row.clone())));
        }
    }
    Ok(found)
}
