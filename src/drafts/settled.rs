//! Drafts whose form was saved, and those of records that leave for good.

use super::store::{self, NO_TICKET};
use crate::auth::UserId;
use crate::db::Conn;
use crate::schema::drafts;
use crate::web::FormData;
use chrono::NaiveDateTime;
use diesel::dsl::DuplicatedKeys;
use diesel::prelude::*;

/// What a row holds from then on; no form has a field of this name.
const SAVED: &str = "draft.saved=";

/// What a row of a saved form holds: the form's key. Nothing where it has none.
pub(super) fn mark(form: &FormData) -> Option<String> {
    let key = form.get("idempotency_key");
    let is_key = !key.is_empty() && key.len() <= 64 && key.bytes().all(|b| b.is_ascii_graphic());
    is_key.then(|| format!("{SAVED}{key}"))
}

/// Whether a row holds no draft.
pub(super) fn is_mark(fields: &str) -> bool {
    fields.starts_with(SAVED)
}

/// A form of something new was saved: its draft is forgotten, and so is one that was sent before and arrives only now.
pub fn saved(
    conn: &mut Conn,
    user: UserId,
    form: &FormData,
    now: NaiveDateTime,
) -> QueryResult<()> {
    let (Some(page), Some(mark)) = (store::page_of(form), mark(form)) else {
        return store::forget(conn, user, form.get("draft"));
    };
    diesel::insert_into(drafts::table)
        .values((
            drafts::user_id.eq(user),
            drafts::page.eq(page),
            drafts::ticket_hash.eq(NO_TICKET.to_vec()),
            drafts::fields.eq(&mark),
            drafts::saved_at.eq(now),
        ))
        .on_conflict(DuplicatedKeys)
        .do_update()
        .set((drafts::fields.eq(&mark), drafts::saved_at.eq(now)))
        .execute(conn)
        .map(drop)
}

/// Forgets everybody's drafts on the pages of these records, such as `/accounts/7`, which leave for good.
pub fn forget_at(conn: &mut Conn, records: &[String]) -> QueryResult<()> {
    let all: Vec<(i64, String)> = drafts::table
        .select((drafts::id, drafts::page))
        .load(conn)?;
    let is_there = |page: &str| {
        let is_of = |record: &String| {
            let rest = page.strip_prefix(record.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        };
        records.iter().any(is_of)
    };
    let gone: Vec<i64> = all
        .into_iter()
        .filter(|(_, page)| is_there(page))
        .map(|(id, _)| id)
        .collect();
    diesel::delete(drafts::table.filter(drafts::id.eq_any(gone)))
        .execute(conn)
        .map(drop)
}
