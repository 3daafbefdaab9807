//! A list that is ordered by the name of something few (an owner): group after group, and by id in each. An index on the
//! group answers every part of it; the names need not be repeated in the rows.

use super::ListQuery;
use crate::auth::{UserId, people};
use crate::db::Conn;
use diesel::QueryResult;

/// Everybody who may own something, in a list's ascending order. Who owns nothing costs a look into the index.
pub struct Owners(Vec<Option<UserId>>);

/// A part of a page: rows of one owner, from the one after `after` on.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Whose rows; nobody's come first.
    pub owner: Option<UserId>,
    /// The id of the row that it begins after, in reading direction.
    pub after: Option<i64>,
    /// At most so many.
    pub limit: i64,
}

impl Owners {
    /// Nobody first, then by name.
    pub fn by_name(conn: &mut Conn) -> QueryResult<Self> {
        let everybody = people::everybody(conn)?;
        let named = everybody.into_iter().map(|(id, _)| Some(id));
        Ok(Self(std::iter::once(None).chain(named).collect()))
    }

    /// Reads a page of `limit` rows from the list's cursor on. `read` reads one part.
    pub fn read<R>(
        &self,
        list: &ListQuery,
        limit: i64,
        mut read: impl FnMut(Part) -> QueryResult<Vec<R>>,
    ) -> QueryResult<Vec<R>> {
        let mut order = self.0.clone();
        if !list.reads_ascending() {
            order.reverse();
        }
        let start = match list.cursor() {
            Some(cursor) => Some((owner_of(cursor.value.as_deref())?, cursor.id)),
            None => None,
        };
        let from = match start {
            Some((owner, _)) => order.iter().position(|o| *o == owner),
            None => Some(0),
        };
        let from = from.ok_or(diesel::result::Error::NotFound)?;
        let mut rows = Vec::new();
        for owner in order.into_iter().skip(from) {
            let after = start.filter(|(at, _)| *at == owner).map(|(_, id)| id);
            let left = limit - i64::try_from(rows.len()).unwrap_or(limit);
            rows.extend(read(Part {
                owner,
                after,
                limit: left,
            })?);
            if i64::try_from(rows.len()).is_ok_and(|read| read >= limit) {
                break;
            }
        }
        Ok(rows)
    }
}

fn owner_of(text: Option<&str>) -> QueryResult<Option<UserId>> {
    let broken = |_| diesel::result::Error::NotFound;
    text.map(|text| text.parse().map_err(broken)).transpose()
}
