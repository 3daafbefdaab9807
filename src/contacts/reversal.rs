//! Taking back what was done to a contact.

use super::columns::columns;
use super::forms;
use super::model::{Contact, ContactId};
use crate::audit::{
    Audited, Facts, Obstacle, Operation, Present, Reason, Reverser, Subject, SubjectType,
};
use crate::auth::{UserId, people};
use crate::db::Conn;
use crate::duplicates::{self, DISTINCT_FROM};
use crate::schema::contacts;
use crate::tags::{self, Tagged};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::Value;

/// Takes back changes of contacts.
pub struct Reversal;

type Obstacles = QueryResult<Vec<Obstacle>>;

impl Reverser for Reversal {
    fn subject(&self) -> SubjectType {
        SubjectType::Contact
    }

    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>> {
        let Some((contact, deleted_at)) = locked(conn, ContactId(id))? else {
            return Ok(None);
        };
        Ok(Some(Present {
            facts: contact.facts(),
            is_living: deleted_at.is_none(),
        }))
    }

    fn set(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64, values: &Facts) -> Obstacles {
        let Some((before, _)) = locked(conn, ContactId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        let wanted = before.clone().with(values);
        if let Some(owner) = wanted
            .owner_id
            .filter(|_| wanted.owner_id != before.owner_id)
            && people::cannot_own(conn, Some(owner))?.is_some()
        {
            let person = Subject::new(SubjectType::User, owner.0);
            return Ok(vec![
                obstacle(id, "owner_id", Reason::Missing).because_of(person),
            ]);
        }
        let input = match forms::parse(&forms::of(&wanted)) {
            Ok(input) => input,
            Err(errors) => {
                let fields = errors.keys();
                let unknown = |field: &&'static str| obstacle(id, field, Reason::Unknown);
                return Ok(fields.map(unknown).collect());
            }
        };
        diesel::update(contacts::table.find(before.id))
            .set((
                columns(&input),
                contacts::other_facts.eq(&wanted.other_facts),
                contacts::version.eq(before.version + 1),
                contacts::updated_at.eq(op.now),
            ))
            .execute(conn)?;
        op.updated(&before, &wanted);
        Ok(Vec::new())
    }

    fn remove(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64) -> Obstacles {
        let Some((contact, _)) = locked(conn, ContactId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        bury(conn, op, &contact)?;
        Ok(Vec::new())
    }

    fn bring_back(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64) -> Obstacles {
        let Some((contact, _)) = locked(conn, ContactId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        diesel::update(contacts::table.find(contact.id))
            .set((
                contacts::deleted_at.eq(None::<NaiveDateTime>),
                contacts::version.eq(contact.version + 1),
            ))
            .execute(conn)?;
        op.restored(&contact);
        op.say("name", contact.name());
        Ok(Vec::new())
    }

    fn set_members(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
        field: &str,
        added: &[Value],
        removed: &[Value],
    ) -> Obstacles {
        match field {
            DISTINCT_FROM => duplicates::take_back(
                conn,
                op,
                Subject::new(SubjectType::Contact, id),
                added,
                removed,
            ),
            "tags" => tags::take_back(conn, op, Tagged::Contact(id), added, removed),
            _ => Ok(vec![obstacle(id, field, Reason::Unknown)]),
        }
    }
}

fn obstacle(id: i64, field: &str, reason: Reason) -> Obstacle {
    Obstacle::new(Subject::new(SubjectType::Contact, id), field, reason)
}

/// Locks the row, and reads it whatever became of it.
fn locked(conn: &mut Conn, id: ContactId) -> QueryResult<Option<(Contact, Option<NaiveDateTime>)>> {
    contacts::table
        .find(id)
        .select((Contact::as_select(), contacts::deleted_at))
        .for_update()
        .first(conn)
        .optional()
}

/// Puts a living contact into the trash, inside an operation, with its row locked.
pub(super) fn bury(conn: &mut Conn, op: &mut Operation<'_>, contact: &Contact) -> QueryResult<()> {
    diesel::update(contacts::table.find(contact.id))
        .set((
            contacts::deleted_at.eq(op.now),
            contacts::version.eq(contact.version + 1),
        ))
        .execute(conn)?;
    op.deleted(contact);
    op.say("name", contact.name());
    Ok(())
}

impl Contact {
    /// As it would be with these fields of its history.
    fn with(mut self, values: &Facts) -> Self {
        for (name, value) in values {
            let text = || value.as_str().unwrap_or_default().to_owned();
            match name.as_str() {
                "first_name" => self.first_name = text(),
                "last_name" => self.last_name = text(),
                "email" => self.email = text(),
                "phone" => self.phone = text(),
                "mobile" => self.mobile = text(),
                "title" => self.title = text(),
                "city" => self.city = text(),
                "country" => self.country = text(),
                "owner_id" => self.owner_id = value.as_i64().map(UserId),
                "notes" => self.notes = text(),
                "external_id" => self.external_id = text(),
                "other_facts" => self.other_facts = text(),
                _ => {}
            }
        }
        self
    }
}
