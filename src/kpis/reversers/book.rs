//! Taking back locks of periods and definitions.

use super::{present, unknown};
use crate::audit::{Facts, Obstacle, Operation, Present, Reverser, SubjectType};
use crate::db::Conn;
use crate::kpis::actions::put_definition;
use crate::kpis::model::{Definition, DefinitionId, Lock, LockId};
use crate::schema::{kpi_definitions, kpi_locks};
use diesel::prelude::*;

/// Locks of periods.
pub struct Locks;
/// Definitions.
pub struct Definitions;

fn lock(conn: &mut Conn, id: i64) -> QueryResult<Option<Lock>> {
    kpi_locks::table
        .find(LockId(id))
        .select(Lock::as_select())
        .for_update()
        .first(conn)
        .optional()
}

impl Reverser for Locks {
    fn subject(&self) -> SubjectType {
        SubjectType::KpiLock
    }

    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>> {
        Ok(present(lock(conn, id)?.as_ref()))
    }

    fn set(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
        values: &Facts,
    ) -> QueryResult<Vec<Obstacle>> {
        let wanted = values.get("is_locked").and_then(serde_json::Value::as_bool);
        let (Some(before), Some(is_locked)) = (lock(conn, id)?, wanted) else {
            return Ok(unknown(self.subject(), id));
        };
        diesel::update(kpi_locks::table.find(before.id))
            .set((
                kpi_locks::is_locked.eq(is_locked),
                kpi_locks::changed_by.eq(op.actor.user_id),
                kpi_locks::changed_at.eq(op.now),
            ))
            .execute(conn)?;
        let after = Lock {
            is_locked,
            ..before.clone()
        };
        op.updated(&before, &after);
        Ok(Vec::new())
    }

    fn remove(&self, _: &mut Conn, _: &mut Operation<'_>, id: i64) -> QueryResult<Vec<Obstacle>> {
        Ok(unknown(self.subject(), id))
    }

    fn bring_back(
        &self,
        _: &mut Conn,
        _: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>> {
        Ok(unknown(self.subject(), id))
    }
}

impl Reverser for Definitions {
    fn subject(&self) -> SubjectType {
        SubjectType::KpiDefinition
    }

    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>> {
        let there = kpi_definitions::table
            .find(DefinitionId(id))
            .select(Definition::as_select())
            .for_update()
            .first(conn)
            .optional()?;
        Ok(present(there.as_ref()))
    }

    fn set(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
        values: &Facts,
    ) -> QueryResult<Vec<Obstacle>> {
        put_definition(conn, op, DefinitionId(id), values)
    }

    /// A KPI that was defined by mistake is archived: what may hang on it stays readable.
    fn remove(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>> {
        let archived = Facts::from_iter([("archived".to_owned(), true.into())]);
        put_definition(conn, op, DefinitionId(id), &archived)
    }

    fn bring_back(
        &self,
        _: &mut Conn,
        _: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>> {
        Ok(unknown(self.subject(), id))
    }
}
