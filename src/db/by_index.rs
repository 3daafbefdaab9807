//! Reading a list in its order, from the middle too.
//!
//! MariaDB compares "the living rows after this one", a range of the order's index, with reading the whole table, finds
//! the table cheaper, and is left with the index's first column: it then reads from the list's end to where the page
//! begins (measured with 10.11 at 100,000 rows: 160 ms instead of 0.3). `FORCE INDEX` takes the table out of the
//! comparison, and the looking at sixteen other indexes with it.

use diesel::mysql::{Mysql, MysqlQueryBuilder};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryBuilder, QueryFragment, QueryId};

/// A query of one table that reads it through one index; see [`by_index`].
#[derive(Debug)]
pub struct ByIndex<Q> {
    inner: Q,
    table: &'static str,
    index: &'static str,
}

/// Has `query` read `table` through `index`, which must exist, or as the server likes where there is none.
pub fn by_index<Q>(query: Q, table: &'static str, index: Option<&'static str>) -> ByIndex<Q> {
    let index = index.unwrap_or_default();
    ByIndex {
        inner: query,
        table,
        index,
    }
}

impl<Q> QueryId for ByIndex<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for ByIndex<Q> {
    type SqlType = Q::SqlType;
}

impl<Q, C> RunQueryDsl<C> for ByIndex<Q> {}

impl<Q: QueryFragment<Mysql>> QueryFragment<Mysql> for ByIndex<Q> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Mysql>) -> QueryResult<()> {
        self.inner.walk_ast(out)
    }

    /// diesel's builder has no place for index hints: the finished text gets it behind the table's name.
    fn to_sql(&self, out: &mut MysqlQueryBuilder, backend: &Mysql) -> QueryResult<()> {
        if self.index.is_empty() {
            return self.inner.to_sql(out, backend);
        }
        let mut whole = MysqlQueryBuilder::new();
        self.inner.to_sql(&mut whole, backend)?;
        let whole = whole.finish();
        let from = [" FROM `", self.table, "`"].concat();
        let (before, after) = whole
            .split_once(&from)
            .ok_or(diesel::result::Error::NotFound)?;
        for part in [before, &from, " FORCE INDEX ("] {
            out.push_sql(part);
        }
        out.push_identifier(self.index)?;
        out.push_sql(")");
        out.push_sql(after);
        Ok(())
    }
}
