//! The table.

use super::{Draft, settled};
use crate::auth::{UserId, token};
use crate::db::Conn;
use crate::schema::drafts;
use crate::web::{FormData, FormView};
use actix_web::HttpRequest;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::dsl::{DuplicatedKeys, case_when};
use diesel::prelude::*;

/// Larger forms are not kept (bytes as a browser sends them).
const LARGEST: usize = 64 * 1024;
/// The longest address of a page.
const PAGE_MAX: usize = 200;
/// How many drafts one person has; beyond, the oldest go.
const MOST: i64 = 50;
/// A draft that nobody touched for so long goes.
const LIFE: TimeDelta = TimeDelta::days(14);
/// What a browser without a session left waits so long.
const WAIT: TimeDelta = TimeDelta::hours(1);
/// The ticket of what waits for nobody.
pub(super) const NO_TICKET: [u8; 32] = [0; 32];

/// The page that a form says it is on, if that is an address of ours.
pub(super) fn page_of(form: &FormData) -> Option<&str> {
    let page = form.get("draft");
    let own = page.starts_with('/') && !page.starts_with("//") && !page.starts_with("/drafts");
    let plain = page.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    (own && plain && page.len() <= PAGE_MAX).then_some(page)
}

/// The page of a request, as a form on it names it: its whole address where that is short enough.
pub fn page_here(req: &HttpRequest) -> String {
    let whole = req.uri().path_and_query().map(ToString::to_string);
    whole
        .filter(|page| page.len() <= PAGE_MAX)
        .unwrap_or_else(|| req.path().chars().take(PAGE_MAX).collect())
}

/// Keeps what was typed, in place of what was kept before. Passwords are left out. With a ticket it waits for whoever
/// brings that. Says whether it was kept.
pub(super) fn keep(
    conn: &mut Conn,
    user: UserId,
    ticket: Option<&str>,
    form: &FormData,
    now: NaiveDateTime,
) -> QueryResult<bool> {
    let Some(page) = page_of(form) else {
        return Ok(false);
    };
    let kept = form
        .pairs()
        .iter()
        .filter(|(name, _)| !name.contains("password"));
    let fields = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .finish();
    if fields.len() > LARGEST {
        return Ok(false);
    }
    // What comes in after its form was saved is no news.
    let is_saved = drafts::fields.eq(settled::mark(form).unwrap_or_default());
    let kept = case_when(is_saved, drafts::fields).otherwise(&fields);
    diesel::insert_into(drafts::table)
        .values((
            drafts::user_id.eq(user),
            drafts::page.eq(page),
            drafts::ticket_hash.eq(ticket.map_or(NO_TICKET.to_vec(), token::hash)),
            drafts::fields.eq(&fields),
            drafts::saved_at.eq(now),
        ))
        .on_conflict(DuplicatedKeys)
        .do_update()
        .set((drafts::fields.eq(kept), drafts::saved_at.eq(now)))
        .execute(conn)?;
    let oldest = drafts::table
        .filter(drafts::user_id.eq(user))
        .order((drafts::saved_at.desc(), drafts::id.desc()))
        .select(drafts::id)
        .offset(MOST)
        .limit(MOST);
    let beyond: Vec<i64> = oldest.load(conn)?;
    if !beyond.is_empty() {
        diesel::delete(drafts::table.filter(drafts::id.eq_any(beyond))).execute(conn)?;
    }
    Ok(true)
}

/// The form of a page as this person left it, or `fresh`. A draft that differs from `fresh` in nothing that people type
/// is none. Either way the form knows its page.
pub fn resume(
    conn: &mut Conn,
    user: UserId,
    page: &str,
    fresh: FormView,
) -> QueryResult<(FormView, Option<Draft>)> {
    let found: Option<(String, NaiveDateTime)> = own(user, page)
        .select((drafts::fields, drafts::saved_at))
        .first(conn)
        .optional()?;
    let Some((fields, at)) = found.filter(|(fields, _)| !settled::is_mark(fields)) else {
        return Ok((fresh.with("draft", page), None));
    };
    let left = FormData::parse(fields.as_bytes());
    if !differs(&left, &fresh) {
        return Ok((fresh.with("draft", page), None));
    }
    let draft = Draft {
        page: page.to_owned(),
        at,
    };
    Ok((left.view().with("draft", page), Some(draft)))
}

/// Fields of a form that nobody types.
const HIDDEN: &[&str] = &["version", "base", "draft", "idempotency_key"];

fn differs(left: &FormData, fresh: &FormView) -> bool {
    let line = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    let typed = |name: &str| !HIDDEN.contains(&name) && !name.starts_with("keep.");
    let changed = left
        .pairs()
        .iter()
        .any(|(name, value)| typed(name) && line(value) != line(fresh.value(name)));
    // A box that was unticked sends nothing.
    changed
        || fresh
            .names()
            .any(|name| typed(name) && !left.has(name) && !fresh.value(name).is_empty())
}

/// Forgets the draft of a page: it was saved, or discarded.
pub fn forget(conn: &mut Conn, user: UserId, page: &str) -> QueryResult<()> {
    if page.is_empty() {
        return Ok(());
    }
    diesel::delete(own(user, page)).execute(conn).map(drop)
}

/// Forgets all that somebody left.
pub fn forget_all(conn: &mut Conn, user: UserId) -> QueryResult<()> {
    diesel::delete(drafts::table.filter(drafts::user_id.eq(user)))
        .execute(conn)
        .map(drop)
}

/// Hands to `user`, who has just signed in, what waited under this ticket, if it is theirs; what is somebody else's goes.
/// Gives the page of what was kept last.
pub fn claim(
    conn: &mut Conn,
    ticket: &str,
    user: UserId,
    now: NaiveDateTime,
) -> QueryResult<Option<String>> {
    let waiting: Vec<(i64, UserId, String, NaiveDateTime)> = drafts::table
        .filter(drafts::ticket_hash.eq(token::hash(ticket)))
        .order((drafts::saved_at, drafts::id))
        .select((drafts::id, drafts::user_id, drafts::page, drafts::saved_at))
        .load(conn)?;
    let mut last = None;
    for (id, author, page, at) in waiting {
        let row = drafts::table.find(id);
        if author != user || now - at > WAIT {
            diesel::delete(row).execute(conn)?;
            continue;
        }
        forget(conn, user, &page)?;
        diesel::update(row)
            .set(drafts::ticket_hash.eq(NO_TICKET.to_vec()))
            .execute(conn)?;
        last = Some(page);
    }
    Ok(last)
}

/// Forgets what is past its time; called by the clean-up job.
pub fn forget_old(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    let waiting = drafts::ticket_hash.ne(NO_TICKET.to_vec());
    let left = drafts::saved_at.lt(now - WAIT).and(waiting);
    diesel::delete(drafts::table.filter(drafts::saved_at.lt(now - LIFE).or(left))).execute(conn)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn own(user: UserId, page: &str) -> _ {
    let none: Vec<u8> = NO_TICKET.to_vec();
    drafts::table
        .filter(drafts::user_id.eq(user))
        .filter(drafts::page.eq(page))
        .filter(drafts::ticket_hash.eq(none))
}
