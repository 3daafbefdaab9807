//! One account taken into another: the account's own part of a merge, which `merges` puts together with what hangs on it.

use super::actions::{self, AccountError};
use super::forms::AccountInput;
use super::model::{Account, AccountId};
use super::reversal::bury;
use super::{parents, queries};
use crate::audit::{Moving, Operation};
use crate::auth::Actor;
use crate::db::Conn;
use crate::i18n::Message;
use crate::schema::accounts;
use diesel::prelude::*;

/// The accounts below it, which go along.
pub const CHILDREN: Moving = Moving {
    label: "merges-moves-children",
    count: count_children,
    move_all: move_children,
};

/// Deletes `gone` and gives `kept` these values: first the one, so that its number is free for the other. Both are locked
/// and as they are now; what was below `gone` is below `kept` already.
pub fn absorb(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    kept: &Account,
    gone: &Account,
    input: &AccountInput,
) -> Result<Account, AccountError> {
    bury(conn, op, gone)?;
    let account = actions::change(conn, op, kept.id, Some(kept.version), input)?;
    // A parent that stays as it was is not asked for loops, and one of those below may have come from `gone`.
    let loops = match account.parent_id {
        Some(parent) => parent == gone.id || parents::is_below(conn, parent, kept.id)?,
        None => false,
    };
    match loops {
        true => Err(AccountError::at(
            "parent",
            Message::new("accounts-parent-loop"),
        )),
        false => Ok(account),
    }
}

fn count_children(conn: &mut Conn, actor: &Actor, id: i64) -> QueryResult<i64> {
    queries::visible_to(actor)
        .filter(accounts::parent_id.eq(AccountId(id)))
        .count()
        .get_result(conn)
}

fn move_children(conn: &mut Conn, op: &mut Operation<'_>, from: i64, to: i64) -> QueryResult<()> {
    let (from, to) = (AccountId(from), AccountId(to));
    let below: Vec<Account> = accounts::table
        .filter(accounts::parent_id.eq(from))
        .filter(accounts::deleted_at.is_null())
        .filter(accounts::id.ne(to))
        .order(accounts::id)
        .for_update()
        .select(Account::as_select())
        .load(conn)?;
    let ids: Vec<AccountId> = below.iter().map(|account| account.id).collect();
    diesel::update(accounts::table.filter(accounts::id.eq_any(ids)))
        .set((
            accounts::parent_id.eq(to),
            accounts::version.eq(accounts::version + 1),
            accounts::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    for before in &below {
        let after = Account {
            parent_id: Some(to),
            ..before.clone()
        };
        op.updated(before, &after);
    }
    Ok(())
}
