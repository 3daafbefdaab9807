//! Putting tags on records and taking them off.

use super::{Colour, Tag, TagId, Tagged, queries};
use crate::audit::{Done, Kind, Operation, record_undoable};
use crate::auth::permissions::ManageTags;
use crate::auth::{Actor, Permission};
use crate::db::{AsDatabaseError, Conn};
use crate::fields::{self, TAG_MAX};
use crate::i18n::Message;
use crate::schema::{account_tags, contact_tags, tags};
use crate::web::AppError;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::{Value, json};

/// Why a tag could not be put on.
#[derive(Debug, thiserror::Error)]
pub enum TagError {
    /// The name is no tag name.
    #[error("bad tag name")]
    Name(Message),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for TagError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            Self::Name(_) => None,
        }
    }
}

impl From<TagError> for AppError {
    fn from(error: TagError) -> Self {
        match error {
            TagError::Name(message) => Self::BadRequest(message),
            TagError::Db(error) => error.into(),
        }
    }
}

/// Puts the tag called `name` on a record. One that is there already is left as it is; one that does not exist is made
/// by managers only. `title` is the record's name, for the sentence.
pub fn add(
    conn: &mut Conn,
    actor: &Actor,
    on: Tagged,
    title: &str,
    name: &str,
    now: NaiveDateTime,
) -> Result<Done<()>, TagError> {
    let name = super::name(name).map_err(TagError::Name)?;
    if actor.role < ManageTags::NEEDS && queries::by_key(conn, &key_of(&name))?.is_none() {
        let unknown = Message::new("tags-unknown").arg("tag", name);
        return Err(TagError::Name(unknown));
    }
    record_undoable(conn, actor, Kind::TagAdd, now, |conn, op| {
        if put(conn, op, on, &name)? {
            op.say("name", title);
            op.say("tag", name.as_str());
        }
        Ok(())
    })
}

/// The part of [`add`] inside an operation, for a name that is a tag name. Whether it was new there.
pub fn put(conn: &mut Conn, op: &mut Operation<'_>, on: Tagged, name: &str) -> QueryResult<bool> {
    let before = members(conn, on)?;
    let (tag, is_new) = find_or_make(conn, name, op.now)?;
    if attach(conn, on, tag.id)? == 0 {
        return Ok(false);
    }
    op.about(on.subject());
    if is_new {
        op.created(&tag);
    }
    let after = members(conn, on)?;
    op.changed(on.subject(), "tags", before, after);
    Ok(true)
}

/// Takes a tag off a record; returns the tag's name. One that is not there is no error.
pub fn remove(
    conn: &mut Conn,
    actor: &Actor,
    from: Tagged,
    title: &str,
    tag: TagId,
    now: NaiveDateTime,
) -> Result<Done<String>, TagError> {
    record_undoable(conn, actor, Kind::TagRemove, now, |conn, op| {
        let tag = queries::find(conn, tag)?;
        let before = members(conn, from)?;
        if detach(conn, from, tag.id)? == 0 {
            return Ok(tag.name);
        }
        let after = members(conn, from)?;
        op.changed(from.subject(), "tags", before, after);
        op.say("name", title);
        op.say("tag", tag.name.as_str());
        Ok(tag.name)
    })
}

/// The tags of a record as history keeps them: each with its id, so that one that is renamed is known again.
pub(super) fn members(conn: &mut Conn, record: Tagged) -> QueryResult<Value> {
    Ok(listed(&queries::of(conn, record)?))
}

/// Tags as history keeps them.
pub(super) fn listed(tags: &[Tag]) -> Value {
    let member = |tag: &Tag| json!({ "id": tag.id.0, "name": tag.name });
    tags.iter().map(member).collect::<Vec<_>>().into()
}

/// The key under which a tag is found again. A name of signs only folds to nothing: then it is its own key.
pub(super) fn key_of(name: &str) -> String {
    let key = fields::fold::fold_to(name, TAG_MAX);
    if key.is_empty() {
        return name.to_lowercase();
    }
    key
}

/// The tag of this name, and whether it is made now.
fn find_or_make(conn: &mut Conn, name: &str, now: NaiveDateTime) -> QueryResult<(Tag, bool)> {
    let key = key_of(name);
    if let Some(tag) = queries::by_key(conn, &key)? {
        return Ok((tag, false));
    }
    let colour = Colour::ALL[key.bytes().map(usize::from).sum::<usize>() % Colour::ALL.len()];
    // Somebody else may make it at the same moment: then theirs is the one.
    let made = diesel::insert_or_ignore_into(tags::table)
        .values((
            tags::name.eq(name),
            tags::name_key.eq(&key),
            tags::colour.eq(colour),
            tags::created_at.eq(now),
        ))
        .execute(conn)?;
    let tag = queries::by_key(conn, &key)?.ok_or(diesel::result::Error::NotFound)?;
    Ok((tag, made > 0))
}

/// Whether it was not there already.
pub(super) fn attach(conn: &mut Conn, record: Tagged, tag: TagId) -> QueryResult<usize> {
    match record {
        Tagged::Account(id) => diesel::insert_or_ignore_into(account_tags::table)
            .values((
                account_tags::account_id.eq(id),
                account_tags::tag_id.eq(tag),
            ))
            .execute(conn),
        Tagged::Contact(id) => diesel::insert_or_ignore_into(contact_tags::table)
            .values((
                contact_tags::contact_id.eq(id),
                contact_tags::tag_id.eq(tag),
            ))
            .execute(conn),
    }
}

pub(super) fn detach(conn: &mut Conn, record: Tagged, tag: TagId) -> QueryResult<usize> {
    match record {
        Tagged::Account(id) => diesel::delete(account_tags::table.find((id, tag))).execute(conn),
        Tagged::Contact(id) => diesel::delete(contact_tags::table.find((id, tag))).execute(conn),
    }
}

/// Removes those of these tags that no record has.
pub fn purge_unused(conn: &mut Conn, ids: &[TagId]) -> QueryResult<()> {
    let of_accounts = account_tags::table.select(account_tags::tag_id);
    let of_contacts = contact_tags::table.select(contact_tags::tag_id);
    diesel::delete(
        tags::table
            .filter(tags::id.eq_any(ids))
            .filter(tags::id.ne_all(of_accounts))
            .filter(tags::id.ne_all(of_contacts)),
    )
    .execute(conn)
    .map(drop)
}
