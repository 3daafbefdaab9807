//! Counting that stays cheap: exact up to a limit, "and more" beyond.

use super::Conn;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::BigInt;

/// Counts past this are shown as "1,000+".
pub const COUNT_LIMIT: i64 = 1_000;

/// `SELECT COUNT(*) FROM (inner LIMIT n)`, which diesel's builder cannot say.
#[derive(Debug)]
pub struct CountUpTo<Q> {
    inner: Q,
}

impl<Q> CountUpTo<Q> {
    /// Of a query that has its limit already.
    pub fn new(inner: Q) -> Self {
        Self { inner }
    }
}

impl<Q> QueryId for CountUpTo<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for CountUpTo<Q> {
    type SqlType = BigInt;
}

impl<Q, C> RunQueryDsl<C> for CountUpTo<Q> {}

impl<Q: QueryFragment<Mysql>> QueryFragment<Mysql> for CountUpTo<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Mysql>) -> QueryResult<()> {
        out.push_sql("SELECT COUNT(*) FROM (");
        self.inner.walk_ast(out.reborrow())?;
        out.push_sql(") AS counted");
        Ok(())
    }
}

/// How many rows a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The number of rows, at most [`COUNT_LIMIT`].
    pub rows: i64,
    /// Whether there are more than that.
    pub more: bool,
}

/// Counts the rows of `query` (which selects one column and has no order), reading at most [`COUNT_LIMIT`] + 1.
pub fn count_up_to<Q>(conn: &mut Conn, query: Q) -> QueryResult<Count>
where
    Q: diesel::query_dsl::methods::LimitDsl,
    Q::Output: Query + QueryFragment<Mysql>,
    CountUpTo<Q::Output>: diesel::query_dsl::methods::LoadQuery<'static, Conn, i64>,
{
    let inner = query.limit(COUNT_LIMIT + 1);
    let rows: i64 = CountUpTo { inner }.get_result(conn)?;
    Ok(Count {
        rows: rows.min(COUNT_LIMIT),
        more: rows > COUNT_LIMIT,
    })
}
