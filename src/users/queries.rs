//! Reading people.

use super::User;
use crate::auth::{Actor, Role, Status, UserId};
use crate::db::Conn;
use crate::schema::users;
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// A query on people that can still be narrowed.
pub(super) type Visible<'a> = users::BoxedQuery<'a, Mysql>;

/// Admins see everybody, others only themselves.
pub(super) fn visible_to(actor: &Actor) -> Visible<'static> {
    let all = users::table.into_boxed();
    match (actor.role, actor.user_id) {
        (Role::Admin, _) => all,
        (_, Some(id)) => all.filter(users::id.eq(id)),
        (_, None) => all.filter(users::id.eq(-1_i64)),
    }
}

/// One person.
pub fn find(conn: &mut Conn, actor: &Actor, id: UserId) -> QueryResult<User> {
    visible_to(actor)
        .filter(users::id.eq(id))
        .select(User::as_select())
        .first(conn)
}

/// One person, held until the transaction ends. Who may ask has been checked.
pub(super) fn lock(conn: &mut Conn, id: UserId) -> QueryResult<User> {
    users::table
        .find(id)
        .select(User::as_select())
        .for_update()
        .first(conn)
}

/// The people who wait for approval, the longest first.
pub(super) fn waiting(conn: &mut Conn, actor: &Actor) -> QueryResult<Vec<User>> {
    visible_to(actor)
        .filter(users::status.eq(Status::Pending))
        .order((users::created_at, users::id))
        .limit(100)
        .select(User::as_select())
        .load(conn)
}

/// How many wait for approval.
pub(super) fn count_waiting(conn: &mut Conn) -> QueryResult<i64> {
    users::table
        .filter(users::status.eq(Status::Pending))
        .count()
        .get_result(conn)
}

/// Whether somebody can sign in and manage people.
pub(super) fn has_admin(conn: &mut Conn) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(
        users::table
            .filter(users::role.eq(Role::Admin))
            .filter(users::status.eq(Status::Active))
            .filter(users::password_hash.is_not_null()),
    ))
    .get_result(conn)
}

/// The admins who can sign in.
pub(super) fn admins(conn: &mut Conn) -> QueryResult<Vec<UserId>> {
    users::table
        .filter(users::role.eq(Role::Admin))
        .filter(users::status.eq(Status::Active))
        .filter(users::password_hash.is_not_null())
        .order(users::id)
        .select(users::id)
        .load(conn)
}

/// Those of `candidates` who are still admins that can sign in, held until the transaction ends: whoever changes
/// rights holds them, one after the other. Row by row, so that nobody's sign-in waits.
pub(super) fn lock_admins(conn: &mut Conn, candidates: &[UserId]) -> QueryResult<Vec<UserId>> {
    let mut still = Vec::new();
    for id in candidates {
        let row = users::table.find(id).select((users::role, users::status));
        let now: (Role, Status) = row.for_update().first(conn)?;
        if now == (Role::Admin, Status::Active) {
            still.push(*id);
        }
    }
    Ok(still)
}
