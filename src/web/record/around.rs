//! A record among the others of the list that it was opened from.

use crate::db::{Conn, UnionAll};
use crate::web::FormData;
use crate::web::list::{Cursor, ListKind, ListQuery, Position, led_from};
use actix_web::HttpRequest;
use diesel::QueryResult;
use diesel::mysql::Mysql;
use diesel::query_builder::{Query, QueryFragment};
use diesel::query_dsl::methods::LoadQuery;

/// What stands beside a record in its list.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The list's address.
    pub list: String,
    /// The list as `from=` names it; empty for the list as it is by itself.
    pub from: String,
    /// The record before: name and address.
    pub previous: Option<(String, String)>,
    /// The record after: name and address.
    pub next: Option<(String, String)>,
}

impl Around {
    /// Beside a record: names and pages of its neighbours.
    pub fn new(
        list: &ListQuery,
        previous: Option<(String, String)>,
        next: Option<(String, String)>,
    ) -> Self {
        let from = list.from();
        let led = |(name, path): (String, String)| (name, led_from(&path, &from));
        Self {
            list: list.path(),
            previous: previous.map(led),
            next: next.map(led),
            from,
        }
    }

    /// Beside a place in a list, with one statement. `one` selects the first row of a list together with what it is
    /// handed: whether it comes after the place; `named` gives name and page of a row.
    pub fn nearest<R, Q>(
        conn: &mut Conn,
        list: &ListQuery,
        place: Cursor,
        named: impl Fn(R) -> (String, String),
        one: impl Fn(&ListQuery, bool) -> QueryResult<Q>,
    ) -> QueryResult<Self>
    where
        Q: Query + QueryFragment<Mysql> + Send + 'static,
        UnionAll<Q::SqlType>: LoadQuery<'static, Conn, (R, bool)>,
    {
        let [before, after] = steps(list, place);
        let found: Vec<(R, bool)> = UnionAll::new()
            .and(one(&before, false)?)
            .and(one(&after, true)?)
            .rows(conn)?;
        let (mut previous, mut next) = (None, None);
        for (row, is_after) in found {
            let side = if is_after { &mut next } else { &mut previous };
            *side = Some(named(row));
        }
        Ok(Self::new(list, previous, next))
    }

    /// The same for an order that no single statement gives: `one` reads name and page of the first row of a list.
    pub fn one_by_one(
        list: &ListQuery,
        place: Cursor,
        mut one: impl FnMut(&ListQuery) -> QueryResult<Option<(String, String)>>,
    ) -> QueryResult<Self> {
        let [before, after] = steps(list, place);
        Ok(Self::new(list, one(&before)?, one(&after)?))
    }

    /// The record's own edit form, which leads back among them.
    pub fn edit(&self, path: &str) -> String {
        led_from(&format!("{path}/edit"), &self.from)
    }
}

/// The list cut to the row before a place, and to the one after it.
fn steps(list: &ListQuery, place: Cursor) -> [ListQuery; 2] {
    [Position::Before(place.clone()), Position::After(place)]
        .map(|position| list.sized(1).at(position))
}

/// The list that an address says a record was opened from; the list as it is by itself where it says none, or one that
/// cannot be read.
pub fn opened_from(kind: &ListKind, req: &HttpRequest) -> ListQuery {
    let asked = FormData::parse(req.query_string().as_bytes());
    let from = asked.get("from");
    let mut list = kind.read(from).list;
    list.view = FormData::parse(from.as_bytes()).get("view").parse().ok();
    list
}
