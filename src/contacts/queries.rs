//! Reading contacts. Every read starts at [`visible_to`].

use super::model::{Contact, ContactId, ContactRow};
use crate::auth::Actor;
use crate::db::Conn;
use crate::i18n::Message;
use crate::schema::contacts;
use crate::search_index::{IndexKind, hits};
use crate::web::record::{one_of, picked, picked_id, picked_names};
use chrono::NaiveDateTime;
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// A query on contacts under construction.
pub type Visible = contacts::BoxedQuery<'static, Mysql>;

/// The contacts that this person may see: one shared register, so every role reads all living ones. A scope by owner
/// or team would be added here and nowhere else.
pub fn visible_to(_actor: &Actor) -> Visible {
    contacts::table
        .filter(contacts::deleted_at.is_null())
        .into_boxed()
}

/// A contact by its id.
pub fn find(conn: &mut Conn, actor: &Actor, id: ContactId) -> QueryResult<Contact> {
    visible_to(actor)
        .filter(contacts::id.eq(id))
        .select(Contact::as_select())
        .first(conn)
}

/// Whether there was a contact with this id that has been deleted.
pub fn was_deleted(conn: &mut Conn, id: ContactId) -> QueryResult<bool> {
    let gone = contacts::table
        .find(id)
        .filter(contacts::deleted_at.is_not_null());
    diesel::select(diesel::dsl::exists(gone)).get_result(conn)
}

/// Name of a contact in the trash, and since when it is there.
pub fn buried(conn: &mut Conn, id: ContactId) -> QueryResult<Option<(String, NaiveDateTime)>> {
    let found: Option<(String, String, NaiveDateTime)> = contacts::table
        .find(id)
        .filter(contacts::deleted_at.is_not_null())
        .select((
            contacts::first_name,
            contacts::last_name,
            contacts::deleted_at.assume_not_null(),
        ))
        .first(conn)
        .optional()?;
    Ok(found.map(|(first, last, at)| (super::model::full_name(&first, &last), at)))
}

/// Waits for its turn to change a contact or its affiliations. A query of its own, because boxed queries cannot lock;
/// it comes first, so that the read after it sees the latest committed row.
pub fn lock(conn: &mut Conn, id: ContactId) -> QueryResult<()> {
    contacts::table
        .find(id)
        .select(contacts::id)
        .for_update()
        .first::<ContactId>(conn)
        .map(|_| ())
}

/// Id and name of contacts whose id is in `ids`, deleted ones too: for history and links.
pub fn names(conn: &mut Conn, ids: &[ContactId]) -> QueryResult<Vec<(ContactId, String)>> {
    let rows: Vec<(ContactId, String, String)> = contacts::table
        .filter(contacts::id.eq_any(ids))
        .select((contacts::id, contacts::first_name, contacts::last_name))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, first, last)| (id, super::model::full_name(&first, &last)))
        .collect())
}

/// Up to ten contacts to choose from, those that fit `text` best first.
pub fn suggestions(conn: &mut Conn, actor: &Actor, text: &str) -> QueryResult<Vec<ContactRow>> {
    let hits = hits(conn, IndexKind::Contact, text, &[])?;
    let ids: Vec<i64> = hits.iter().map(|hit| hit.id).collect();
    let mut rows = rows(conn, actor, &ids)?;
    rows.truncate(10);
    Ok(rows)
}

/// These contacts, in this order, as far as this person may see them.
pub fn rows(conn: &mut Conn, actor: &Actor, ids: &[i64]) -> QueryResult<Vec<ContactRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<ContactRow> = visible_to(actor)
        .filter(contacts::id.eq_any(ids.to_vec()))
        .select(ContactRow::as_select())
        .load(conn)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.0));
    Ok(rows)
}

/// The living contacts that somebody means by `text`: `Name #12`, an e-mail address, or the exact name.
pub fn named(conn: &mut Conn, actor: &Actor, text: &str) -> QueryResult<Vec<ContactRow>> {
    if let Some(id) = picked_id(text) {
        let by_id = visible_to(actor).filter(contacts::id.eq(ContactId(id)));
        let row: Option<ContactRow> = by_id
            .select(ContactRow::as_select())
            .first(conn)
            .optional()?;
        // A name may end like that by itself.
        if let Some(row) = row.filter(|row| picked_names(text, &row.name())) {
            return Ok(vec![row]);
        }
    }
    let query = match crate::fields::email::parse(text) {
        Ok(Some(email)) => visible_to(actor).filter(contacts::email_key.eq(email.key)),
        _ => visible_to(actor).filter(contacts::name_key.eq(super::actions::name_key(text))),
    };
    query
        .order(contacts::id)
        .limit(10)
        .select(ContactRow::as_select())
        .load(conn)
}

/// The one contact that somebody means by `text`, or what to write instead.
pub fn meant(
    conn: &mut Conn,
    actor: &Actor,
    text: &str,
) -> QueryResult<Result<ContactRow, Message>> {
    let found = named(conn, actor, text)?;
    Ok(one_of(
        found,
        |c| picked(&c.name(), c.id),
        || Message::new("contacts-unknown").arg("name", text),
        |names| Message::new("contacts-several").arg("names", names),
    ))
}

/// Whether any contact exists, for the empty start page.
pub fn any(conn: &mut Conn, actor: &Actor) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(visible_to(actor))).get_result(conn)
}
