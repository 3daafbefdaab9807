//! Many contacts at once: which, and what is done to them in one statement each.

use super::listing::{LIST, matching};
use super::model::{Contact, ContactId, full_name, path};
use super::queries::{Visible, visible_to};
use crate::audit::{Operation, Subject, SubjectType};
use crate::auth::{Actor, UserId};
use crate::db::Conn;
use crate::schema::{contact_tags, contacts};
use crate::tags::{self, Carriers, TagId};
use crate::web::Shell;
use crate::web::list::ListKind;
use crate::web::record::{Edit, Many, Target};
use crate::web::view::Choice;
use chrono_tz::Tz;
use diesel::prelude::*;

/// Contacts, many of them.
pub struct ManyContacts;

impl Many for ManyContacts {
    const LIST: &'static ListKind = &LIST;
    const COUNT: &'static str = "contacts-count";
    const ACTIONS: &'static [&'static str] = &["owner", "add_tag", "remove_tag", "delete"];

    fn count(
        conn: &mut Conn,
        actor: &Actor,
        target: &Target,
        already: Option<&Edit>,
        zone: Tz,
    ) -> QueryResult<i64> {
        let query = of(conn, actor, target, zone)?;
        let query = match already {
            None => query,
            Some(Edit::Owner(None)) => query.filter(contacts::owner_id.is_null()),
            Some(Edit::Owner(Some(owner))) => query.filter(contacts::owner_id.eq(*owner)),
            Some(Edit::AddTag(tag)) => query.filter(contacts::id.eq_any(tagged(*tag))),
            Some(Edit::RemoveTag(tag)) => query.filter(contacts::id.ne_all(tagged(*tag))),
            Some(Edit::Status(_) | Edit::Delete) => return Ok(0),
        };
        query.count().get_result(conn)
    }

    fn first(
        conn: &mut Conn,
        actor: &Actor,
        target: &Target,
        zone: Tz,
    ) -> QueryResult<Vec<(String, String)>> {
        let rows: Vec<(ContactId, String, String)> = of(conn, actor, target, zone)?
            .order((contacts::sort_name, contacts::id))
            .limit(10)
            .select((contacts::id, contacts::first_name, contacts::last_name))
            .load(conn)?;
        let named =
            |(id, first, last): (ContactId, String, String)| (full_name(&first, &last), path(id));
        Ok(rows.into_iter().map(named).collect())
    }

    fn ids(conn: &mut Conn, actor: &Actor, target: &Target, zone: Tz) -> QueryResult<Vec<i64>> {
        of(conn, actor, target, zone)?
            .order(contacts::id)
            .select(contacts::id)
            .load(conn)
    }

    fn statuses(_: &Shell) -> Vec<Choice> {
        Vec::new()
    }

    fn apply(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        ids: &[i64],
        edit: &Edit,
    ) -> QueryResult<usize> {
        let living = lock(conn, ids)?;
        match edit {
            Edit::Owner(owner) => set_owner(conn, op, living, *owner),
            Edit::Status(_) => Err(diesel::result::Error::NotFound),
            Edit::AddTag(tag) => {
                tags::put_on_many(conn, op, Carriers::Contacts, &living, TagId(*tag))
            }
            Edit::RemoveTag(tag) => {
                tags::take_off_many(conn, op, Carriers::Contacts, &living, TagId(*tag))
            }
            Edit::Delete => delete(conn, op, living),
        }
    }
}

fn of(conn: &mut Conn, actor: &Actor, target: &Target, zone: Tz) -> QueryResult<Visible> {
    match target {
        Target::Ids(ids) => Ok(visible_to(actor).filter(contacts::id.eq_any(ids.clone()))),
        Target::All(list) => matching(conn, actor, list, zone),
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn tagged(tag: i64) -> _ {
    contact_tags::table
        .filter(contact_tags::tag_id.eq(tag))
        .select(contact_tags::contact_id)
}

/// Waits for its turn with these contacts; in the order of their ids, so that two never wait for each other.
fn lock(conn: &mut Conn, ids: &[i64]) -> QueryResult<Vec<i64>> {
    contacts::table
        .filter(contacts::id.eq_any(ids))
        .filter(contacts::deleted_at.is_null())
        .order(contacts::id)
        .select(contacts::id)
        .for_update()
        .load(conn)
}

fn subject(id: ContactId) -> Subject {
    Subject::new(SubjectType::Contact, id.0)
}

fn set_owner(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    ids: Vec<i64>,
    owner: Option<UserId>,
) -> QueryResult<usize> {
    let mut rows: Vec<(ContactId, Option<UserId>)> = visible_to(op.actor)
        .filter(contacts::id.eq_any(ids))
        .select((contacts::id, contacts::owner_id))
        .load(conn)?;
    rows.retain(|(_, before)| *before != owner);
    let value = |owner: Option<UserId>| owner.map(|id| id.0).into();
    for (id, before) in &rows {
        op.changed(subject(*id), "owner_id", value(*before), value(owner));
    }
    let ids = rows.iter().map(|(id, _)| *id);
    diesel::update(contacts::table.filter(contacts::id.eq_any(ids)))
        .set((
            contacts::owner_id.eq(owner),
            contacts::version.eq(contacts::version + 1),
            contacts::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    Ok(rows.len())
}

fn delete(conn: &mut Conn, op: &mut Operation<'_>, ids: Vec<i64>) -> QueryResult<usize> {
    let rows: Vec<Contact> = visible_to(op.actor)
        .filter(contacts::id.eq_any(ids))
        .select(Contact::as_select())
        .load(conn)?;
    rows.iter().for_each(|contact| op.deleted(contact));
    let ids = rows.iter().map(|contact| contact.id);
    diesel::update(contacts::table.filter(contacts::id.eq_any(ids)))
        .set((
            contacts::deleted_at.eq(op.now),
            contacts::version.eq(contacts::version + 1),
        ))
        .execute(conn)?;
    Ok(rows.len())
}
