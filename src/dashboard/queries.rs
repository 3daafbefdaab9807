//! What the dashboard reads: arrangements, and what its tiles count.

use super::layout::Layout;
use crate::accounts::{self, model::AccountRow};
use crate::audit::Kind;
use crate::auth::{Actor, Role, Status, UserId};
use crate::contacts;
use crate::db::counting::Count;
use crate::db::{Conn, count_up_to};
use crate::jobs::JobState;
use crate::schema::{
    accounts as account_rows, contacts as contact_rows, dashboard_layouts, jobs, operations, users,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Whose arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A person's own.
    Person(UserId),
    /// What a role begins with.
    Role(Role),
}

impl Whose {
    /// The person, if it is one's.
    pub fn person(self) -> Option<UserId> {
        match self {
            Self::Person(id) => Some(id),
            Self::Role(_) => None,
        }
    }

    /// The role, if it is a role's.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Role(role) => Some(role),
            Self::Person(_) => None,
        }
    }
}

/// A kept arrangement.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = dashboard_layouts)]
pub struct Row {
    /// Its id.
    pub id: i64,
    /// Whose, where it is a person's.
    pub user_id: Option<UserId>,
    /// The tiles; empty where it was reset.
    pub tiles: String,
    /// Counts the changes.
    pub version: i32,
}

/// What a person sees: their own arrangement, else their role's, else the usual one. One statement.
pub fn layout(conn: &mut Conn, person: Option<UserId>, role: Role) -> QueryResult<Layout> {
    let mut rows: Vec<Row> = dashboard_layouts::table
        .filter(
            dashboard_layouts::role
                .eq(role)
                .or(dashboard_layouts::user_id.eq(person)),
        )
        .select(Row::as_select())
        .load(conn)?;
    rows.sort_by_key(|row| row.user_id.is_none());
    let kept = rows.iter().find_map(|row| Layout::read(&row.tiles, role));
    Ok(kept.unwrap_or_else(|| Layout::usual(role)))
}

/// The row of an arrangement, if there is one.
pub fn row(conn: &mut Conn, whose: Whose) -> QueryResult<Option<Row>> {
    match whose {
        Whose::Person(id) => dashboard_layouts::table
            .filter(dashboard_layouts::user_id.eq(id))
            .select(Row::as_select())
            .first(conn)
            .optional(),
        Whose::Role(role) => dashboard_layouts::table
            .filter(dashboard_layouts::role.eq(role))
            .select(Row::as_select())
            .first(conn)
            .optional(),
    }
}

/// The same, held until the transaction ends.
pub fn locked(conn: &mut Conn, whose: Whose) -> QueryResult<Option<Row>> {
    let Some(there) = row(conn, whose)? else {
        return Ok(None);
    };
    dashboard_layouts::table
        .find(there.id)
        .select(Row::as_select())
        .for_update()
        .first(conn)
        .optional()
}

/// The accounts that a person owns, latest changed first.
pub fn own_accounts(
    conn: &mut Conn,
    actor: &Actor,
    person: Option<UserId>,
    limit: i64,
) -> QueryResult<Vec<AccountRow>> {
    let Some(person) = person else {
        return Ok(Vec::new());
    };
    accounts::queries::visible_to(actor)
        .filter(account_rows::owner_id.eq(person))
        .order((account_rows::updated_at.desc(), account_rows::id.desc()))
        .limit(limit)
        .select(AccountRow::as_select())
        .load(conn)
}

/// How many accounts and contacts there are, exactly while that is cheap.
pub fn counts(conn: &mut Conn, actor: &Actor) -> QueryResult<(Count, Count)> {
    let accounts = accounts::queries::visible_to(actor).select(account_rows::id);
    let contacts = contacts::queries::visible_to(actor).select(contact_rows::id);
    Ok((count_up_to(conn, accounts)?, count_up_to(conn, contacts)?))
}

/// How many people wait for an admin.
pub fn waiting(conn: &mut Conn) -> QueryResult<i64> {
    users::table
        .filter(users::status.eq(Status::Pending))
        .count()
        .get_result(conn)
}

/// How many changes of records each person made from one moment until before another, most first.
pub fn activity(
    conn: &mut Conn,
    (from, before): (NaiveDateTime, NaiveDateTime),
    person: Option<UserId>,
) -> QueryResult<Vec<(UserId, String, i64)>> {
    let shared = Kind::ALL
        .iter()
        .copied()
        .filter(|kind| kind.is_about_records());
    let mut query = operations::table
        .inner_join(users::table)
        .filter(operations::kind.eq_any(shared.collect::<Vec<_>>()))
        .filter(operations::at.ge(from).and(operations::at.lt(before)))
        .group_by((users::id, users::name))
        .select((users::id, users::name, diesel::dsl::count_star()))
        .into_boxed();
    if let Some(person) = person {
        query = query.filter(users::id.eq(person));
    }
    let mut rows: Vec<(UserId, String, i64)> = query.load(conn)?;
    rows.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.1.cmp(&b.1)));
    Ok(rows)
}

/// How many sign-ins failed from one moment until before another.
pub fn failures(
    conn: &mut Conn,
    (from, before): (NaiveDateTime, NaiveDateTime),
) -> QueryResult<i64> {
    operations::table
        .filter(operations::kind.eq(Kind::SessionFailure))
        .filter(operations::at.ge(from).and(operations::at.lt(before)))
        .count()
        .get_result(conn)
}

/// A job that an admin should know of.
#[derive(Clone, Debug, Queryable)]
pub struct Trouble {
    /// What it does.
    pub kind: String,
    /// What it said last.
    pub last_error: String,
    /// When it comes next, or came last.
    pub at: NaiveDateTime,
}

/// How many jobs wait and run, and those whose last attempt failed.
pub fn jobs(
    conn: &mut Conn,
    now: NaiveDateTime,
    limit: i64,
) -> QueryResult<(i64, i64, Vec<Trouble>)> {
    let waiting = jobs::table
        .filter(jobs::state.eq(JobState::Waiting).and(jobs::run_at.le(now)))
        .count()
        .get_result(conn)?;
    let running = jobs::table
        .filter(jobs::state.eq(JobState::Running))
        .count()
        .get_result(conn)?;
    let troubles = jobs::table
        .filter(jobs::last_error.ne(""))
        .order(jobs::run_at.desc())
        .limit(limit)
        .select((jobs::kind, jobs::last_error, jobs::run_at))
        .load(conn)?;
    Ok((waiting, running, troubles))
}

/// What the database says it is, and whether its tables are those of this program.
pub fn database(conn: &mut Conn) -> QueryResult<(String, bool)> {
    let version = diesel::select(diesel::dsl::sql::<diesel::sql_types::Text>("VERSION()"))
        .get_result(conn)?;
    Ok((version, crate::db::migrations::is_current(conn)?))
}
