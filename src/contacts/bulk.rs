//! Many contacts at once: which, and what is done to them in one statement each.

use super::listing::{LIST, matching};
use super::model::{Contact, ContactId, full_name, path};
use super::queries::{Visible, visible_to};
use crate::audit::{Operation, SubjectType};
use crate::auth::Actor;
use crate::db::Conn;
use crate::many_rows;
use crate::schema::{contact_tags, contacts};
use crate::tags::{self, Carriers, TagId};
use crate::web::Shell;
use crate::web::list::ListKind;
use crate::web::record::{Edit, Many, Target};
use crate::web::view::Choice;
use chrono_tz::Tz;
use diesel::prelude::*;

many_rows!(contacts, ContactId, Contact, SubjectType::Contact);

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

#[diesel::dsl::auto_type(no_type_alias)]
fn tagged(tag: i64) -> _ {
    contact_tags::table
        .filter(contact_tags::tag_id.eq(tag))
        .select(contact_tags::contact_id)
}
