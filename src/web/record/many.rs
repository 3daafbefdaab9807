//! One thing done to many records: what a slice says about it, so that the pages and the job can be the same code.

use crate::audit::Operation;
use crate::auth::{Actor, UserId};
use crate::db::Conn;
use crate::web::Shell;
use crate::web::list::{ListKind, ListQuery};
use crate::web::view::Choice;
use chrono_tz::Tz;
use diesel::QueryResult;
use serde::{Deserialize, Serialize};

/// One field of many records, or their deletion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Who looks after them; none for nobody.
    Owner(Option<UserId>),
    /// How they stand with us: the status' code.
    Status(String),
    /// A tag, by its id, is put on.
    AddTag(i64),
    /// A tag, by its id, is taken off.
    RemoveTag(i64),
    /// They go into the trash.
    Delete,
}

/// Which records.
#[derive(Clone, Debug)]
pub enum Target {
    /// Those with these ids.
    Ids(Vec<i64>),
    /// All that a list's filter matches.
    All(Box<ListQuery>),
}

/// Records that many of can be changed at once.
pub trait Many: 'static {
    /// Their list.
    const LIST: &'static ListKind;
    /// "12 accounts", with `$n`.
    const COUNT: &'static str;
    /// What can be done to them: names of [`Edit`]s in the order offered.
    const ACTIONS: &'static [&'static str];

    /// How many of the target this person may see, and of those how many are already as the edit would make them.
    fn count(
        conn: &mut Conn,
        actor: &Actor,
        target: &Target,
        already: Option<&Edit>,
        zone: Tz,
    ) -> QueryResult<i64>;

    /// The names of the first of them, with the address of each.
    fn first(
        conn: &mut Conn,
        actor: &Actor,
        target: &Target,
        zone: Tz,
    ) -> QueryResult<Vec<(String, String)>>;

    /// The ids of all of them, ascending.
    fn ids(conn: &mut Conn, actor: &Actor, target: &Target, zone: Tz) -> QueryResult<Vec<i64>>;

    /// What the status can be; empty where there is none.
    fn statuses(ui: &Shell) -> Vec<Choice>;

    /// Does it to these, within an operation: a fixed number of statements, whatever the rows. Those that are gone, or
    /// already so, are left alone. How many were changed.
    fn apply(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        ids: &[i64],
        edit: &Edit,
    ) -> QueryResult<usize>;
}

/// A record of a list's page, as its row names it.
#[derive(Clone, Debug)]
pub struct Pick {
    /// Its id.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// Its page.
    pub path: String,
}
