//! Several selects as one statement.

use super::Conn;
use diesel::QueryResult;
use diesel::mysql::{Mysql, MysqlQueryBuilder};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryBuilder, QueryFragment, QueryId};
use std::marker::PhantomData;

/// `(a) UNION ALL (b) UNION ALL (c)`: each part with an order and a limit of its own, the rows in the order of the parts.
/// diesel's `union_all` puts brackets around brackets, and each pair costs a temporary table.
pub struct UnionAll<ST> {
    parts: Vec<Box<dyn QueryFragment<Mysql> + Send>>,
    row: PhantomData<fn() -> ST>,
}

impl<ST> UnionAll<ST> {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self {
            parts: Vec::new(),
            row: PhantomData,
        }
    }

    /// With one more select of the same columns.
    pub fn and<Q>(mut self, part: Q) -> Self
    where
        Q: Query<SqlType = ST> + QueryFragment<Mysql> + Send + 'static,
    {
        self.parts.push(Box::new(part));
        self
    }

    /// With one more select, where there is one.
    pub fn and_maybe<Q>(self, part: Option<Q>) -> Self
    where
        Q: Query<SqlType = ST> + QueryFragment<Mysql> + Send + 'static,
    {
        match part {
            Some(part) => self.and(part),
            None => self,
        }
    }

    /// The rows; none, and no statement, where there is no part.
    pub fn rows<T>(self, conn: &mut Conn) -> QueryResult<Vec<T>>
    where
        Self: diesel::query_dsl::methods::LoadQuery<'static, Conn, T>,
    {
        match self.parts.is_empty() {
            true => Ok(Vec::new()),
            false => self.load(conn),
        }
    }
}

impl<ST> Default for UnionAll<ST> {
    fn default() -> Self {
        Self::new()
    }
}

impl<ST> QueryId for UnionAll<ST> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<ST> Query for UnionAll<ST> {
    type SqlType = ST;
}

impl<ST> RunQueryDsl<Conn> for UnionAll<ST> {}

impl<ST> QueryFragment<Mysql> for UnionAll<ST> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Mysql>) -> QueryResult<()> {
        for (n, part) in self.parts.iter().enumerate() {
            out.push_sql(if n == 0 { "(" } else { " UNION ALL (" });
            part.walk_ast(out.reborrow())?;
            out.push_sql(")");
        }
        Ok(())
    }

    /// Each part writes itself: one that is read by an index has words of its own.
    fn to_sql(&self, out: &mut MysqlQueryBuilder, backend: &Mysql) -> QueryResult<()> {
        for (n, part) in self.parts.iter().enumerate() {
            out.push_sql(if n == 0 { "(" } else { " UNION ALL (" });
            // The box itself would write what is in it without asking it.
            (**part).to_sql(out, backend)?;
            out.push_sql(")");
        }
        Ok(())
    }
}
