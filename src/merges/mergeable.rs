//! What a merge needs to know of a kind of record.

use super::worklist::Named;
use crate::audit::{Kind, Moving, Movings, Operation, SubjectType};
use crate::auth::Actor;
use crate::db::Conn;
use crate::duplicates::Match;
use crate::i18n::Message;
use crate::web::record::{Input, Records};
use crate::web::{FormData, WriteError};
use diesel::QueryResult;

/// A merge of one of these, or what stands in its way.
pub(super) type Merged<R> = Result<<R as Records>::Record, WriteError<<R as Records>::Record>>;

/// Records of which two can be one.
pub(super) trait Mergeable: Records {
    /// As history names them.
    const SUBJECT: SubjectType;
    /// The merge.
    const MERGE: Kind;
    /// The catalogue's key of the page's heading.
    const TITLE: &'static str;
    /// The catalogue's key of their list's name.
    const LIST_TITLE: &'static str;
    /// The catalogue's key of the field in which the other one is picked.
    const PICK: &'static str;
    /// How it is picked.
    const INPUT: Input;

    /// Its id, from a plain number.
    fn id(id: i64) -> Self::Id;

    /// Its id as a plain number.
    fn number(record: &Self::Record) -> i64;

    /// What tells it from others of that name.
    fn detail(record: &Self::Record) -> String;

    /// Names and details of those of these that this person may see.
    fn named(conn: &mut Conn, actor: &Actor, ids: &[i64]) -> QueryResult<Vec<Named>>;

    /// The one that somebody means by a text.
    fn meant(conn: &mut Conn, actor: &Actor, text: &str) -> QueryResult<Result<i64, Message>>;

    /// What looks like this one.
    fn alike(conn: &mut Conn, actor: &Actor, record: &Self::Record) -> QueryResult<Vec<Match>>;

    /// Its form beside another one with which it is to become one: it does not refer to that one.
    fn beside(
        conn: &mut Conn,
        record: &Self::Record,
        other: &Self::Record,
    ) -> QueryResult<FormData>;

    /// What goes along.
    fn movings(all: &Movings) -> &'static [Moving];

    /// Waits for its turn with one of them.
    fn lock(conn: &mut Conn, id: Self::Id) -> QueryResult<()>;

    /// Deletes `gone` and gives `kept` what the form says, inside the merge's operation.
    fn absorb(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        kept: &Self::Record,
        gone: &Self::Record,
        data: &FormData,
        other_facts: String,
    ) -> Merged<Self>;
}
