//! What the pages of records need to know of contacts.

use super::alike::{self, At};
use crate::audit::{Done, Subject, SubjectType, merged_into};
use crate::auth::{Actor, people};
use crate::contacts::actions::{self, ContactError};
use crate::contacts::model::{Contact, ContactId, path};
use crate::contacts::{forms, queries, views};
use crate::db::Conn;
use crate::tags::{Taggable, Tagged};
use crate::web::record::{Buried, Fact, Field, FormField, Records};
use crate::web::{AppError, FormData, Shell};
use chrono::NaiveDateTime;
use diesel::QueryResult;

/// Contacts as records.
pub(crate) struct Contacts;

impl Records for Contacts {
    type Id = ContactId;
    type Record = Contact;
    const FIELDS: &'static [Field] = forms::FIELDS;
    const LIST: &'static str = "/contacts";

    fn find(conn: &mut Conn, actor: &Actor, id: ContactId) -> QueryResult<Contact> {
        queries::find(conn, actor, id)
    }

    fn was_deleted(conn: &mut Conn, id: ContactId) -> QueryResult<bool> {
        queries::was_deleted(conn, id)
    }

    fn merged_into(conn: &mut Conn, id: ContactId) -> QueryResult<Option<String>> {
        let into = merged_into(conn, Subject::new(SubjectType::Contact, id.0))?;
        Ok(into.map(|into| path(ContactId(into.id))))
    }

    fn buried(conn: &mut Conn, id: ContactId) -> QueryResult<Option<Buried>> {
        let found = queries::buried(conn, id)?;
        Ok(found.map(|(name, deleted_at)| Buried {
            subject: Subject::new(SubjectType::Contact, id.0),
            name,
            deleted_at,
        }))
    }

    fn data(_: &mut Conn, contact: &Contact) -> QueryResult<FormData> {
        Ok(forms::of(contact))
    }

    fn save(
        conn: &mut Conn,
        actor: &Actor,
        id: ContactId,
        version: i32,
        data: &FormData,
        now: NaiveDateTime,
    ) -> Result<Done<Contact>, ContactError> {
        let input = forms::parse(data).map_err(ContactError::Fields)?;
        actions::update(conn, actor, id, version, &input, now)
    }

    fn delete(
        conn: &mut Conn,
        actor: &Actor,
        id: ContactId,
        now: NaiveDateTime,
    ) -> Result<Done<String>, ContactError> {
        actions::delete(conn, actor, id, now)
    }

    fn fact(
        conn: &mut Conn,
        ui: &Shell,
        contact: &Contact,
        field: &'static Field,
    ) -> QueryResult<Fact> {
        let people = people::named(conn, contact.owner_id)?;
        Ok(views::fact(ui, contact, field, &people))
    }

    fn duplicates(
        conn: &mut Conn,
        actor: &Actor,
        ui: &Shell,
        contact: &Contact,
        data: &FormData,
    ) -> Result<String, AppError> {
        let at = At::Edit(contact.id);
        alike::markup(ui, &alike::found(conn, actor, data, at)?, at)
    }

    fn form_fields(conn: &mut Conn, _: &Shell) -> QueryResult<Vec<FormField>> {
        Ok(views::form_fields(&people::assignable(conn)?))
    }
}

impl Taggable for Contacts {
    fn tagged(id: ContactId) -> Tagged {
        Tagged::Contact(id.0)
    }
}
