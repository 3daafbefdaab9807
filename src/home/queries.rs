//! What the page after sign-in shows.

use crate::accounts::{self, model::AccountRow};
use crate::auth::{Actor, Status};
use crate::contacts;
use crate::db::counting::Count;
use crate::db::{Conn, count_up_to};
use crate::schema::{accounts as account_rows, contacts as contact_rows, users};
use diesel::prelude::*;

/// The accounts that the person owns, latest changed first.
pub(super) fn own_accounts(
    conn: &mut Conn,
    actor: &Actor,
    limit: i64,
) -> QueryResult<Vec<AccountRow>> {
    let Some(person) = actor.user_id else {
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
pub(super) fn counts(conn: &mut Conn, actor: &Actor) -> QueryResult<(Count, Count)> {
    Ok((
        count_up_to(
            conn,
            accounts::queries::visible_to(actor).select(account_rows::id),
        )?,
        count_up_to(
            conn,
            contacts::queries::visible_to(actor).select(contact_rows::id),
        )?,
    ))
}

/// How many people wait for an admin.
pub(super) fn waiting(conn: &mut Conn) -> QueryResult<i64> {
    users::table
        .filter(users::status.eq(Status::Pending))
        .count()
        .get_result(conn)
}
