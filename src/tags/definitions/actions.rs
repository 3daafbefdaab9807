//! Writing tags. Each action is one operation; what it does to records is told record by record, so that it can be
//! taken back.

use super::forms::TagInput;
use super::queries::locked;
use crate::audit::{Done, Kind, Once, Operation, record_once, record_undoable};
use crate::auth::Actor;
use crate::db::{Conn, is_duplicate_of, last_insert_id};
use crate::i18n::Message;
use crate::schema::{account_tags, contact_tags, tags};
use crate::tags::actions::{key_of, listed};
use crate::tags::{Carriers, Tag, TagId, queries};
use crate::web::WriteError;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::result::Error;

type TagError = WriteError<Tag>;

/// Records of one statement.
const BATCH: usize = 500;

/// Adds a tag. `key` is the form's: the same form posted twice makes one tag.
pub(super) fn create(
    conn: &mut Conn,
    actor: &Actor,
    input: &TagInput,
    key: &str,
    now: NaiveDateTime,
) -> Result<Once<TagId>, TagError> {
    record_once(conn, actor, Kind::TagCreate, key, now, |conn, op| {
        diesel::insert_into(tags::table)
            .values((
                tags::name.eq(&input.name),
                tags::name_key.eq(key_of(&input.name)),
                tags::colour.eq(input.colour),
                tags::created_at.eq(op.now),
            ))
            .execute(conn)
            .map_err(at_name)?;
        let id: TagId = diesel::select(last_insert_id()).get_result(conn)?;
        let tag = queries::find(conn, id)?;
        op.created(&tag);
        op.say("tag", tag.name.as_str());
        Ok(id)
    })
}

/// Renames or recolours a tag, from the version that the form started from.
pub(super) fn update(
    conn: &mut Conn,
    actor: &Actor,
    (id, version): (TagId, i32),
    input: &TagInput,
    now: NaiveDateTime,
) -> Result<Done<()>, TagError> {
    record_undoable(conn, actor, Kind::TagUpdate, now, |conn, op| {
        let before = living(conn, id)?;
        if before.version != version {
            return Err(TagError::Stale(Box::new(before)));
        }
        write(conn, op, &before, input)
    })
}

/// The part of [`update`] inside an operation.
pub(super) fn write(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &Tag,
    input: &TagInput,
) -> Result<(), TagError> {
    let after = Tag {
        name: input.name.clone(),
        colour: input.colour,
        ..before.clone()
    };
    if !op.updated(before, &after) {
        return Ok(());
    }
    op.say("tag", before.name.as_str());
    diesel::update(tags::table.find(before.id))
        .set((
            tags::name.eq(&input.name),
            tags::name_key.eq(key_of(&input.name)),
            tags::colour.eq(input.colour),
            tags::version.eq(before.version + 1),
        ))
        .execute(conn)
        .map_err(at_name)?;
    Ok(())
}

/// Puts `into` on everything that carries `id`, and deletes that.
pub(super) fn merge(
    conn: &mut Conn,
    actor: &Actor,
    (id, into): (TagId, TagId),
    now: NaiveDateTime,
) -> Result<Done<()>, TagError> {
    record_undoable(conn, actor, Kind::TagMerge, now, |conn, op| {
        // In the order of their ids, so that two who merge at once wait for each other.
        living(conn, id.min(into))?;
        living(conn, id.max(into))?;
        let (from, to) = (queries::find(conn, id)?, queries::find(conn, into)?);
        if from.id == to.id {
            let same = Message::new("tags-merge-same");
            return Err(TagError::at("into", same));
        }
        op.about(crate::tags::subject(to.id));
        replace(conn, op, &from, Some(&to))?;
        bury(conn, op, &from)?;
        op.say("tag", from.name.as_str());
        op.say("into", to.name.as_str());
        Ok(())
    })
}

/// Deletes a tag and takes it off everything that carries it.
pub(super) fn delete(
    conn: &mut Conn,
    actor: &Actor,
    id: TagId,
    now: NaiveDateTime,
) -> Result<Done<String>, TagError> {
    record_undoable(conn, actor, Kind::TagDelete, now, |conn, op| {
        let tag = living(conn, id)?;
        op.about(crate::tags::subject(id));
        replace(conn, op, &tag, None)?;
        bury(conn, op, &tag)?;
        op.say("tag", tag.name.as_str());
        Ok(tag.name)
    })
}

/// The row stays, so that it can be brought back under its own id; its name becomes free.
pub(super) fn bury(conn: &mut Conn, op: &mut Operation<'_>, tag: &Tag) -> QueryResult<()> {
    diesel::update(tags::table.find(tag.id))
        .set((
            tags::deleted_at.eq(op.now),
            tags::name_key.eq(format!("#{}", tag.id)),
            tags::version.eq(tag.version + 1),
        ))
        .execute(conn)?;
    op.deleted(tag);
    Ok(())
}

fn living(conn: &mut Conn, id: TagId) -> Result<Tag, TagError> {
    match locked(conn, id)? {
        Some((tag, false)) => Ok(tag),
        _ => Err(Error::NotFound.into()),
    }
}

/// Takes `from` off everything that carries it, records in the trash too, and puts `to` on instead.
fn replace(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    from: &Tag,
    to: Option<&Tag>,
) -> QueryResult<()> {
    for kind in [Carriers::Accounts, Carriers::Contacts] {
        let ids = carriers(conn, kind, from.id)?;
        for some in ids.chunks(BATCH) {
            let before = queries::of_each(conn, kind, some)?;
            relink(conn, kind, some, (from.id, to.map(|tag| tag.id)))?;
            for id in some {
                let old = before.get(id).cloned().unwrap_or_default();
                let mut new: Vec<Tag> = old.iter().filter(|t| t.id != from.id).cloned().collect();
                let added = to.filter(|to| new.iter().all(|tag| tag.id != to.id));
                new.extend(added.cloned());
                op.changed(kind.one(*id).subject(), "tags", listed(&old), listed(&new));
            }
        }
    }
    Ok(())
}

fn carriers(conn: &mut Conn, kind: Carriers, tag: TagId) -> QueryResult<Vec<i64>> {
    match kind {
        Carriers::Accounts => account_tags::table
            .filter(account_tags::tag_id.eq(tag))
            .order(account_tags::account_id)
            .select(account_tags::account_id)
            .load(conn),
        Carriers::Contacts => contact_tags::table
            .filter(contact_tags::tag_id.eq(tag))
            .order(contact_tags::contact_id)
            .select(contact_tags::contact_id)
            .load(conn),
    }
}

fn relink(
    conn: &mut Conn,
    kind: Carriers,
    ids: &[i64],
    (from, to): (TagId, Option<TagId>),
) -> QueryResult<()> {
    match kind {
        Carriers::Accounts => {
            let old = account_tags::table.filter(account_tags::tag_id.eq(from));
            diesel::delete(old.filter(account_tags::account_id.eq_any(ids))).execute(conn)?;
            let Some(to) = to else { return Ok(()) };
            let link = |id: &i64| {
                (
                    account_tags::account_id.eq(*id),
                    account_tags::tag_id.eq(to),
                )
            };
            let links: Vec<_> = ids.iter().map(link).collect();
            diesel::insert_or_ignore_into(account_tags::table)
                .values(links)
                .execute(conn)?;
        }
        Carriers::Contacts => {
            let old = contact_tags::table.filter(contact_tags::tag_id.eq(from));
            diesel::delete(old.filter(contact_tags::contact_id.eq_any(ids))).execute(conn)?;
            let Some(to) = to else { return Ok(()) };
            let link = |id: &i64| {
                (
                    contact_tags::contact_id.eq(*id),
                    contact_tags::tag_id.eq(to),
                )
            };
            let links: Vec<_> = ids.iter().map(link).collect();
            diesel::insert_or_ignore_into(contact_tags::table)
                .values(links)
                .execute(conn)?;
        }
    }
    Ok(())
}

/// The unique index decides between two who save the same name at once; it is said at the field.
fn at_name(error: Error) -> TagError {
    if !is_duplicate_of(&error, "tags_name_key") {
        return error.into();
    }
    TagError::at("name", Message::new("tags-name-taken"))
}
