//! Taking accounts out of the database for good.

use super::model::{Account, AccountId, path};
use crate::audit::{Operation, SubjectType};
use crate::db::Conn;
use crate::schema::{account_tags, accounts};
use crate::{drafts, duplicates};
use diesel::prelude::*;

/// Removes the rows of these accounts, deleted ones too, with their tags, what was noted of likely duplicates and drafts;
/// accounts below them lose their parent. What higher slices hang on accounts must have gone. How many there were.
pub fn purge(conn: &mut Conn, op: &mut Operation<'_>, ids: &[AccountId]) -> QueryResult<usize> {
    let gone: Vec<Account> = accounts::table
        .filter(accounts::id.eq_any(ids))
        .select(Account::as_select())
        .load(conn)?;
    let below: Vec<Account> = accounts::table
        .filter(accounts::parent_id.eq_any(ids))
        .filter(accounts::id.ne_all(ids))
        .select(Account::as_select())
        .load(conn)?;
    for before in below {
        diesel::update(accounts::table.find(before.id))
            .set((
                accounts::parent_id.eq(None::<AccountId>),
                accounts::version.eq(before.version + 1),
                accounts::updated_at.eq(op.now),
            ))
            .execute(conn)?;
        let after = Account {
            parent_id: None,
            ..before.clone()
        };
        op.updated(&before, &after);
    }
    // Among themselves, the order of deleting would matter.
    diesel::update(accounts::table.filter(accounts::id.eq_any(ids)))
        .set(accounts::parent_id.eq(None::<AccountId>))
        .execute(conn)?;
    diesel::delete(account_tags::table.filter(account_tags::account_id.eq_any(ids)))
        .execute(conn)?;
    let numbers: Vec<i64> = ids.iter().map(|id| id.0).collect();
    duplicates::purge(conn, SubjectType::Account, &numbers)?;
    let pages: Vec<String> = ids.iter().map(|id| path(*id)).collect();
    drafts::forget_at(conn, &pages)?;
    diesel::delete(accounts::table.filter(accounts::id.eq_any(ids))).execute(conn)?;
    gone.iter().for_each(|account| op.deleted(account));
    Ok(gone.len())
}
