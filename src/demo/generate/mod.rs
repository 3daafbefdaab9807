//! A large fictional data set: any number of accounts and contacts with their roles, tags and history, the same for the
//! same seed. For measuring, and for trying the product at the size it will have.
//!
//! Rows are made from their number alone, so several connections write at once and in any order. Keys come from the
//! slices' own `columns`, history from their own `Audited`; ids are set aside first.

mod dice;
mod history;
mod organisations;
mod persons;
mod words;
mod world;
mod write;
mod written;

use crate::audit::{Kind, Operation, record};
use crate::auth::{Actor, Role, Status, UserId};
use crate::db::{Conn, Db};
use crate::schema::{accounts, affiliations, changes, contacts, operations, users};
use crate::search;
use crate::web::AppError;
use chrono::NaiveDateTime;
use diesel::dsl::max;
use diesel::prelude::*;
use world::{First, World};

pub use world::Size;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generated {
    /// It is there.
    Done,
    /// The database has records already, and was not to be added to.
    NotEmpty,
    /// It was asked to stop; what is there is not whole.
    Stopped,
}

/// Fills the database of `db`, whose pool has `connections` without limits on a statement's time, while nobody else
/// writes. Adds to records that are there only where `anyway`. `progress` is told how many rows of how many are written, and
/// says whether to go on.
pub fn generate(
    db: &Db,
    connections: usize,
    actor: &Actor,
    size: Size,
    anyway: bool,
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Result<Generated, AppError> {
    let (empty, first, people) = db.run_blocking(look_around)?;
    if !(empty || anyway) {
        return Ok(Generated::NotEmpty);
    }
    let world = World::new(size, first, &people);
    let events = history::events(&world);
    let rows = size.accounts + size.contacts;
    let all = rows + rows + events.len();
    if !write::everything(db, connections, &world, &events, &|done, _| {
        progress(done, all)
    })? {
        return Ok(Generated::Stopped);
    }
    let written = rows + events.len();
    let index = |done: usize| progress(written + done.min(rows), all);
    if search::rebuild(db, connections, size.until, &index)? < rows {
        return Ok(Generated::Stopped);
    }
    db.run_blocking(|conn| remember(conn, actor, size, size.until))?;
    Ok(Generated::Done)
}

type People = Vec<(UserId, Role)>;

/// Whether there are no records, where ids are free, and who works here.
fn look_around(conn: &mut Conn) -> QueryResult<(bool, First, People)> {
    macro_rules! free {
        ($table:ident) => {
            $table::table
                .select(max($table::id))
                .get_result::<Option<i64>>(conn)?
                .unwrap_or_default()
                + 1
        };
    }
    let first = First {
        account: free!(accounts),
        contact: free!(contacts),
        affiliation: free!(affiliations),
        operation: free!(operations),
        change: free!(changes),
    };
    let people = users::table
        .filter(users::status.eq(Status::Active))
        .order(users::id)
        .select((users::id, users::role))
        .load(conn)?;
    Ok((first.account == 1 && first.contact == 1, first, people))
}

fn remember(
    conn: &mut Conn,
    actor: &Actor,
    size: Size,
    now: NaiveDateTime,
) -> Result<(), AppError> {
    record(
        conn,
        actor,
        Kind::DemoGenerate,
        now,
        |_, op: &mut Operation<'_>| {
            op.say("accounts", size.accounts);
            op.say("contacts", size.contacts);
            op.say("seed", size.seed);
            Ok(())
        },
    )
}

/// Whether the database holds a generated data set, which cannot be taken out again.
pub fn is_generated(conn: &mut Conn) -> QueryResult<bool> {
    let made = operations::table.filter(operations::kind.eq(Kind::DemoGenerate));
    diesel::select(diesel::dsl::exists(made)).get_result(conn)
}
