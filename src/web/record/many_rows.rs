//! The statements of [`super::Many`] that are the same for every table of records.

/// Defines, for a slice that has `visible_to` and `matching` in scope: `of` (the rows of a target), `lock`, `set_owner`
/// and `delete`, each a fixed number of statements whatever the rows, told to the operation row by row.
///
/// `many_rows!(accounts, AccountId, Account, SubjectType::Account)`: the table, the type of its ids, of its rows, and
/// what history calls them.
#[macro_export]
macro_rules! many_rows {
    ($table:ident, $id:ident, $record:ident, $kind:expr) => {
        fn of(
            conn: &mut $crate::db::Conn,
            actor: &$crate::auth::Actor,
            target: &$crate::web::record::Target,
            zone: chrono_tz::Tz,
        ) -> QueryResult<Visible> {
            use $crate::web::record::Target;
            match target {
                Target::Ids(ids) => Ok(visible_to(actor).filter($table::id.eq_any(ids.clone()))),
                Target::All(list) => matching(conn, actor, list, zone),
            }
        }

        /// Waits for its turn with these rows; in the order of their ids, so that two never wait for each other.
        fn lock(conn: &mut $crate::db::Conn, ids: &[i64]) -> QueryResult<Vec<i64>> {
            $table::table
                .filter($table::id.eq_any(ids))
                .filter($table::deleted_at.is_null())
                .order($table::id)
                .select($table::id)
                .for_update()
                .load(conn)
        }

        fn subject(id: $id) -> $crate::audit::Subject {
            $crate::audit::Subject::new($kind, id.0)
        }

        fn set_owner(
            conn: &mut $crate::db::Conn,
            op: &mut $crate::audit::Operation<'_>,
            ids: Vec<i64>,
            owner: Option<$crate::auth::UserId>,
        ) -> QueryResult<usize> {
            let mut rows: Vec<($id, Option<$crate::auth::UserId>)> = visible_to(op.actor)
                .filter($table::id.eq_any(ids))
                .select(($table::id, $table::owner_id))
                .load(conn)?;
            rows.retain(|(_, before)| *before != owner);
            let value = |owner: Option<$crate::auth::UserId>| owner.map(|id| id.0).into();
            for (id, before) in &rows {
                op.changed(subject(*id), "owner_id", value(*before), value(owner));
            }
            let ids = rows.iter().map(|(id, _)| *id);
            diesel::update($table::table.filter($table::id.eq_any(ids)))
                .set((
                    $table::owner_id.eq(owner),
                    $table::version.eq($table::version + 1),
                    $table::updated_at.eq(op.now),
                ))
                .execute(conn)?;
            Ok(rows.len())
        }

        fn delete(
            conn: &mut $crate::db::Conn,
            op: &mut $crate::audit::Operation<'_>,
            ids: Vec<i64>,
        ) -> QueryResult<usize> {
            let rows: Vec<$record> = visible_to(op.actor)
                .filter($table::id.eq_any(ids))
                .select($record::as_select())
                .load(conn)?;
            rows.iter().for_each(|row| op.deleted(row));
            let ids = rows.iter().map(|row| row.id);
            diesel::update($table::table.filter($table::id.eq_any(ids)))
                .set((
                    $table::deleted_at.eq(op.now),
                    $table::version.eq($table::version + 1),
                ))
                .execute(conn)?;
            Ok(rows.len())
        }
    };
}
