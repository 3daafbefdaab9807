//! The names of people, for owners, history and choices.

use super::{Actor, Channel, Role, Status, UserId};
use crate::db::Conn;
use crate::i18n::Message;
use crate::schema::users;
use crate::web::list::Choice;
use diesel::prelude::*;
use std::collections::HashMap;

/// People by id and name.
pub type Names = Vec<(UserId, String)>;

/// Everybody who may own a record, by name.
pub fn assignable(conn: &mut Conn) -> QueryResult<Names> {
    users::table
        .filter(users::status.eq(Status::Active))
        .order((users::name, users::id))
        .select((users::id, users::name))
        .load(conn)
}

/// Everybody who may be the owner of something by now, those who were shut out too: for lists and their filters.
pub fn owners(conn: &mut Conn) -> QueryResult<Names> {
    users::table
        .filter(users::status.eq_any([Status::Active, Status::Disabled]))
        .order((users::name, users::id))
        .select((users::id, users::name))
        .load(conn)
}

/// The names of these people, whatever became of them.
pub fn names(conn: &mut Conn, ids: &[UserId]) -> QueryResult<HashMap<UserId, String>> {
    let rows: Vec<(UserId, String)> = users::table
        .filter(users::id.eq_any(ids))
        .select((users::id, users::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Everybody, by name, whatever became of them: for filters of history.
pub fn everybody(conn: &mut Conn) -> QueryResult<Vec<(UserId, String)>> {
    users::table
        .order((users::name, users::id))
        .select((users::id, users::name))
        .load(conn)
}

/// The name of a record's owner, also of one who may not own anything new.
pub fn named(conn: &mut Conn, id: Option<UserId>) -> QueryResult<Names> {
    match id {
        Some(id) => Ok(names(conn, &[id])?.into_iter().collect()),
        None => Ok(Names::new()),
    }
}

/// The name of an owner among these people, or nothing.
pub fn owner_name(people: &Names, id: Option<UserId>) -> String {
    let found = people.iter().find(|(person, _)| Some(*person) == id);
    found.map(|(_, name)| name.clone()).unwrap_or_default()
}

/// These people, to choose one.
pub fn choices(people: &Names) -> Vec<Choice> {
    people
        .iter()
        .map(|(id, name)| Choice {
            code: id.to_string(),
            label: name.clone(),
        })
        .collect()
}

/// What is wrong with this owner of a record, if anything: only active people look after records.
pub fn cannot_own(conn: &mut Conn, owner: Option<UserId>) -> QueryResult<Option<Message>> {
    let Some(owner) = owner else { return Ok(None) };
    let active = users::table
        .find(owner)
        .filter(users::status.eq(Status::Active));
    let may: bool = diesel::select(diesel::dsl::exists(active)).get_result(conn)?;
    Ok((!may).then(|| Message::new("common-owner-unknown")))
}

/// Whoever began something that goes on without them, while they may still change records.
pub fn still_editing(conn: &mut Conn, id: Option<UserId>) -> QueryResult<Option<Actor>> {
    let Some(id) = id else { return Ok(None) };
    let role: Option<Role> = users::table
        .find(id)
        .filter(users::status.eq(Status::Active))
        .select(users::role)
        .first(conn)
        .optional()?;
    let may = role.filter(|role| *role >= Role::Staff);
    Ok(may.map(|role| Actor::signed_in(id, role, String::new())))
}

/// The active person with this e-mail address, as who acts through `channel`: for commands in somebody's name.
pub fn acting(conn: &mut Conn, email: &str, channel: Channel) -> QueryResult<Option<Actor>> {
    let person: Option<(UserId, Role)> = users::table
        .filter(users::email_key.eq(crate::fields::email::key(email)))
        .filter(users::status.eq(Status::Active))
        .select((users::id, users::role))
        .first(conn)
        .optional()?;
    Ok(person.map(|(id, role)| Actor::signed_in(id, role, String::new()).through(channel)))
}
