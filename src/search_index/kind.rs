//! What is indexed. A new kind is a variant here, an [`Indexed`] in its slice with a follower in `lib.rs`, and a line in
//! `search::KINDS`.

use super::Document;
use crate::db::Conn;
use diesel::QueryResult;

/// A kind of records that has entries in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndexKind {
    /// Organisations.
    Account,
    /// People, with their roles.
    Contact,
}

impl IndexKind {
    /// As it stands in the index.
    pub(super) fn code(self) -> i8 {
        match self {
            Self::Account => 1,
            Self::Contact => 2,
        }
    }
}

/// How the index reads a kind of records.
pub trait Indexed: Sync {
    /// Which kind.
    fn kind(&self) -> IndexKind;
    /// What is searched of those records among these that live.
    fn documents(&self, conn: &mut Conn, ids: &[i64]) -> QueryResult<Vec<(i64, Document)>>;
    /// The ids that follow `after`, at most `limit`, whether their records live or not.
    fn ids_after(&self, conn: &mut Conn, after: i64, limit: i64) -> QueryResult<Vec<i64>>;
}
