//! Reading accounts. Every read starts at [`visible_to`].

use super::model::{Account, AccountId, AccountRow};
use crate::auth::Actor;
use crate::db::Conn;
use crate::i18n::Message;
use crate::schema::accounts;
use crate::search_index::{IndexKind, hits};
use crate::web::record::{one_of, picked, picked_id, picked_names};
use chrono::NaiveDateTime;
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// A query on accounts under construction.
pub type Visible = accounts::BoxedQuery<'static, Mysql>;

/// The accounts that this person may see: one shared register, so every role reads all living ones. A scope by owner
/// or team would be added here and nowhere else.
pub fn visible_to(_actor: &Actor) -> Visible {
    accounts::table
        .filter(accounts::deleted_at.is_null())
        .into_boxed()
}

/// An account by its id.
pub fn find(conn: &mut Conn, actor: &Actor, id: AccountId) -> QueryResult<Account> {
    visible_to(actor)
        .filter(accounts::id.eq(id))
        .select(Account::as_select())
        .first(conn)
}

/// Whether there was an account with this id that has been deleted.
pub fn was_deleted(conn: &mut Conn, id: AccountId) -> QueryResult<bool> {
    let gone = accounts::table
        .find(id)
        .filter(accounts::deleted_at.is_not_null());
    diesel::select(diesel::dsl::exists(gone)).get_result(conn)
}

/// Name of an account in the trash, and since when it is there.
pub fn buried(conn: &mut Conn, id: AccountId) -> QueryResult<Option<(String, NaiveDateTime)>> {
    accounts::table
        .find(id)
        .filter(accounts::deleted_at.is_not_null())
        .select((accounts::name, accounts::deleted_at.assume_not_null()))
        .first(conn)
        .optional()
}

/// Waits for its turn to change an account. A query of its own, because boxed queries cannot lock; it comes first, so
/// that the read after it sees the latest committed row.
pub fn lock(conn: &mut Conn, id: AccountId) -> QueryResult<()> {
    accounts::table
        .find(id)
        .select(accounts::id)
        .for_update()
        .first::<AccountId>(conn)
        .map(|_| ())
}

/// The accounts that name this one as their parent.
pub fn children(conn: &mut Conn, actor: &Actor, id: AccountId) -> QueryResult<Vec<AccountRow>> {
    visible_to(actor)
        .filter(accounts::parent_id.eq(id))
        .order((accounts::name, accounts::id))
        .limit(200)
        .select(AccountRow::as_select())
        .load(conn)
}

/// Id and name of accounts whose id is in `ids`, deleted ones too: for history and links.
pub fn names(conn: &mut Conn, ids: &[AccountId]) -> QueryResult<Vec<(AccountId, String)>> {
    accounts::table
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::name))
        .load(conn)
}

/// The name of a living account.
pub fn living_name(conn: &mut Conn, actor: &Actor, id: AccountId) -> QueryResult<Option<String>> {
    visible_to(actor)
        .filter(accounts::id.eq(id))
        .select(accounts::name)
        .first(conn)
        .optional()
}

/// Up to ten accounts to choose from, those that fit `text` best first.
pub fn suggestions(conn: &mut Conn, actor: &Actor, text: &str) -> QueryResult<Vec<AccountRow>> {
    let hits = hits(conn, IndexKind::Account, text, &[])?;
    let ids: Vec<i64> = hits.iter().map(|hit| hit.id).collect();
    let mut rows = rows(conn, actor, &ids)?;
    rows.truncate(10);
    Ok(rows)
}

/// These accounts, in this order, as far as this person may see them.
pub fn rows(conn: &mut Conn, actor: &Actor, ids: &[i64]) -> QueryResult<Vec<AccountRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<AccountRow> = visible_to(actor)
        .filter(accounts::id.eq_any(ids.to_vec()))
        .select(AccountRow::as_select())
        .load(conn)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.0));
    Ok(rows)
}

/// The living accounts that somebody means by `text`: `Name #12`, an organisation number, or the exact name.
pub fn named(conn: &mut Conn, actor: &Actor, text: &str) -> QueryResult<Vec<AccountRow>> {
    if let Some(id) = picked_id(text) {
        let by_id = visible_to(actor).filter(accounts::id.eq(AccountId(id)));
        let row: Option<AccountRow> = by_id
            .select(AccountRow::as_select())
            .first(conn)
            .optional()?;
        // A name may end like that by itself.
        if let Some(row) = row.filter(|row| picked_names(text, &row.name)) {
            return Ok(vec![row]);
        }
    }
    if let Ok(Some(number)) = crate::fields::organisation_number::parse(text) {
        let by_number = visible_to(actor).filter(accounts::living_number.eq(number));
        return by_number.select(AccountRow::as_select()).load(conn);
    }
    let key = crate::fields::fold::fold_to(text, crate::fields::NAME_MAX);
    visible_to(actor)
        .filter(accounts::name_key.eq(key))
        .order(accounts::id)
        .limit(10)
        .select(AccountRow::as_select())
        .load(conn)
}

/// The one account that somebody means by `text`, or what to write instead.
pub fn meant(
    conn: &mut Conn,
    actor: &Actor,
    text: &str,
) -> QueryResult<Result<AccountRow, Message>> {
    let found = named(conn, actor, text)?;
    Ok(one_of(
        found,
        |a| picked(&a.name, a.id),
        || Message::new("accounts-unknown").arg("name", text),
        |names| Message::new("accounts-several").arg("names", names),
    ))
}

/// Whether any account exists, for the empty start page.
pub fn any(conn: &mut Conn, actor: &Actor) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(visible_to(actor))).get_result(conn)
}
