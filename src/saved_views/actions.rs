//! Writing saved views. Each action is one transaction with its record.

use super::forms::ViewInput;
use super::model::{SavedView, SavedViewId};
use super::queries;
use crate::audit::{Audited, Kind, Once, Operation, record, record_once};
use crate::auth::{Actor, Role};
use crate::db::{Conn, is_duplicate_of, last_insert_id};
use crate::fields::{SAVED_VIEW_NAME_MAX, fold};
use crate::i18n::Message;
use crate::schema::{saved_view_pins, saved_views};
use crate::web::WriteError;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Why a view could not be written.
pub type ViewError = WriteError<SavedView>;
type Written = Result<SavedView, ViewError>;

/// Saves a list's query string under a name. `key` is the form's: the same form posted twice makes one view.
pub(super) fn create(
    conn: &mut Conn,
    actor: &Actor,
    (list, query): (&str, &str),
    input: &ViewInput,
    key: &str,
    now: NaiveDateTime,
) -> Result<Once<SavedViewId>, ViewError> {
    record_once(conn, actor, Kind::SavedViewCreate, key, now, |conn, op| {
        let me = actor.user_id.ok_or(diesel::result::Error::NotFound)?;
        may_share(actor, None, input.shared_with)?;
        diesel::insert_into(saved_views::table)
            .values((
                saved_views::owner_id.eq(me),
                saved_views::list.eq(list),
                saved_views::name.eq(&input.name),
                saved_views::name_key.eq(fold::fold_to(&input.name, SAVED_VIEW_NAME_MAX)),
                saved_views::query.eq(query),
                saved_views::shared_with.eq(input.shared_with),
                saved_views::created_at.eq(now),
                saved_views::updated_at.eq(now),
            ))
            .execute(conn)
            .map_err(|e| at_name(e, input))?;
        let id: SavedViewId = diesel::select(last_insert_id()).get_result(conn)?;
        let view = queries::find(conn, actor, id)?;
        op.created(&view);
        op.say("name", view.name.as_str());
        if input.pinned {
            pin_row(conn, op, id, true)?;
        }
        Ok(id)
    })
}

/// Renames a view, or changes whom it is shared with, from the version that the form started from.
pub(super) fn update(
    conn: &mut Conn,
    actor: &Actor,
    id: SavedViewId,
    version: i32,
    input: &ViewInput,
    now: NaiveDateTime,
) -> Written {
    record(conn, actor, Kind::SavedViewUpdate, now, |conn, op| {
        let before = locked(conn, actor, id)?;
        let is_withdrawal = input.shared_with.is_none() && input.name == before.name;
        let may =
            before.may_be_changed_by(actor) || (is_withdrawal && before.may_be_withdrawn_by(actor));
        if !may {
            return Err(ViewError::at("", Message::new("views-not-yours")));
        }
        if before.version != version {
            return Err(ViewError::Stale(Box::new(before)));
        }
        may_share(actor, before.shared_with, input.shared_with)?;
        let after = SavedView {
            name: input.name.clone(),
            shared_with: input.shared_with,
            ..before.clone()
        };
        save(conn, op, &before, after).map_err(|e| at_name(e, input))
    })
}

/// Saves another question under a view.
pub(super) fn save_query(
    conn: &mut Conn,
    actor: &Actor,
    id: SavedViewId,
    version: i32,
    query: &str,
    now: NaiveDateTime,
) -> Written {
    record(conn, actor, Kind::SavedViewUpdate, now, |conn, op| {
        let before = locked(conn, actor, id)?;
        if !before.may_be_changed_by(actor) {
            return Err(ViewError::at("", Message::new("views-not-yours")));
        }
        if before.version != version {
            return Err(ViewError::Stale(Box::new(before)));
        }
        let after = SavedView {
            query: query.to_owned(),
            ..before.clone()
        };
        Ok(save(conn, op, &before, after)?)
    })
}

/// Deletes a view softly, for everybody.
pub(super) fn delete(
    conn: &mut Conn,
    actor: &Actor,
    id: SavedViewId,
    now: NaiveDateTime,
) -> Written {
    record(conn, actor, Kind::SavedViewDelete, now, |conn, op| {
        let view = locked(conn, actor, id)?;
        if !view.may_be_withdrawn_by(actor) {
            return Err(ViewError::at("", Message::new("views-not-yours")));
        }
        diesel::update(saved_views::table.find(id))
            .set((
                saved_views::deleted_at.eq(now),
                saved_views::version.eq(view.version + 1),
            ))
            .execute(conn)?;
        op.deleted(&view);
        op.say("name", view.name.as_str());
        Ok(view)
    })
}

/// Puts a view into the person's own menu, or takes it out.
pub(super) fn pin(
    conn: &mut Conn,
    actor: &Actor,
    id: SavedViewId,
    pinned: bool,
    now: NaiveDateTime,
) -> Written {
    let kind = match pinned {
        true => Kind::SavedViewPin,
        false => Kind::SavedViewUnpin,
    };
    record(conn, actor, kind, now, |conn, op| {
        let view = queries::find(conn, actor, id)?;
        if pin_row(conn, op, id, pinned)? {
            op.changed(view.subject(), "pinned", (!pinned).into(), pinned.into());
            op.say("name", view.name.as_str());
        }
        Ok(view)
    })
}

/// Whether it made a difference.
fn pin_row(
    conn: &mut Conn,
    op: &Operation<'_>,
    id: SavedViewId,
    pinned: bool,
) -> QueryResult<bool> {
    let me = op.actor.user_id.ok_or(diesel::result::Error::NotFound)?;
    let rows = if pinned {
        diesel::insert_or_ignore_into(saved_view_pins::table)
            .values((
                saved_view_pins::user_id.eq(me),
                saved_view_pins::view_id.eq(id),
            ))
            .execute(conn)?
    } else {
        diesel::delete(saved_view_pins::table.find((me, id))).execute(conn)?
    };
    Ok(rows > 0)
}

fn locked(conn: &mut Conn, actor: &Actor, id: SavedViewId) -> QueryResult<SavedView> {
    queries::lock(conn, id)?;
    queries::find(conn, actor, id)
}

fn save(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &SavedView,
    after: SavedView,
) -> QueryResult<SavedView> {
    if !op.updated(before, &after) {
        return Ok(after);
    }
    op.say("name", after.name.as_str());
    let version = before.version + 1;
    diesel::update(saved_views::table.find(before.id))
        .set((
            saved_views::name.eq(&after.name),
            saved_views::name_key.eq(fold::fold_to(&after.name, SAVED_VIEW_NAME_MAX)),
            saved_views::query.eq(&after.query),
            saved_views::shared_with.eq(after.shared_with),
            saved_views::version.eq(version),
            saved_views::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    Ok(SavedView {
        version,
        updated_at: op.now,
        ..after
    })
}

/// Only managers share, and change with whom.
fn may_share(actor: &Actor, before: Option<Role>, after: Option<Role>) -> Result<(), ViewError> {
    if after.is_none() || before == after || actor.role >= Role::Manager {
        return Ok(());
    }
    let message = Message::new("views-managers-share");
    Err(ViewError::at("shared_with", message))
}

/// The unique index decides between two of one name.
fn at_name(error: diesel::result::Error, input: &ViewInput) -> ViewError {
    if !is_duplicate_of(&error, "saved_views_living_name") {
        return error.into();
    }
    let message = Message::new("views-name-taken").arg("name", input.name.as_str());
    ViewError::at("name", message)
}
