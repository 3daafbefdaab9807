//! An account's parent: found by what was typed, and never a loop.

use super::model::{Account, AccountId};
use super::queries;
use crate::auth::Actor;
use crate::db::Conn;
use crate::i18n::Message;
use crate::schema::accounts;
use crate::web::record::picked;
use diesel::prelude::*;

/// More levels than any organisation has; a longer chain is refused like a loop.
const DEEPEST: usize = 50;

/// The parent that was typed: none, one, or what is wrong with it.
pub(super) fn find(
    conn: &mut Conn,
    actor: &Actor,
    account: Option<&Account>,
    typed: &str,
) -> QueryResult<Result<Option<AccountId>, Message>> {
    if typed.is_empty() {
        return Ok(Ok(None));
    }
    // Whatever became of it: the parent that the account has already stays without being looked up.
    if let Some(account) = account
        && typed == text(conn, account)?
    {
        return Ok(Ok(account.parent_id));
    }
    let parent = match queries::meant(conn, actor, typed)? {
        Ok(one) => one.id,
        Err(message) => return Ok(Err(message)),
    };
    match account {
        Some(account)
            if account.parent_id != Some(parent) && is_below(conn, parent, account.id)? =>
        {
            Ok(Err(Message::new("accounts-parent-loop")))
        }
        _ => Ok(Ok(Some(parent))),
    }
}

/// Whether `id` is `top` or somewhere below it.
pub(super) fn is_below(conn: &mut Conn, id: AccountId, top: AccountId) -> QueryResult<bool> {
    let mut at = id;
    for _ in 0..DEEPEST {
        if at == top {
            return Ok(true);
        }
        let up: Option<AccountId> = accounts::table
            .find(at)
            .select(accounts::parent_id)
            // Two who build a loop from both ends at once wait for each other.
            .for_update()
            .first(conn)?;
        match up {
            Some(parent) => at = parent,
            None => return Ok(false),
        }
    }
    Ok(true)
}

/// The account's parent.
pub(super) fn of(conn: &mut Conn, account: &Account) -> QueryResult<Option<(AccountId, String)>> {
    match account.parent_id {
        Some(parent) => Ok(queries::names(conn, &[parent])?.pop()),
        None => Ok(None),
    }
}

/// How the account's parent is written in its form.
pub(super) fn text(conn: &mut Conn, account: &Account) -> QueryResult<String> {
    let parent = of(conn, account)?;
    Ok(parent
        .map(|(id, name)| picked(&name, id))
        .unwrap_or_default())
}
