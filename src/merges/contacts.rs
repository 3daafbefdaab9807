//! Merging contacts.

use super::mergeable::{Mergeable, Merged};
use super::worklist::Named;
use crate::audit::{Kind, Moving, Movings, Operation, SubjectType};
use crate::auth::Actor;
use crate::contacts::alike::{Keys, alike};
use crate::contacts::model::{Contact, ContactId};
use crate::contacts::{Contacts, forms, merging, queries};
use crate::db::Conn;
use crate::duplicates::Match;
use crate::i18n::Message;
use crate::schema::contacts;
use crate::web::record::{Input, Records};
use crate::web::{FormData, WriteError};
use diesel::prelude::*;

impl Mergeable for Contacts {
    const SUBJECT: SubjectType = SubjectType::Contact;
    const MERGE: Kind = Kind::ContactMerge;
    const TITLE: &'static str = "merges-contact-title";
    const LIST_TITLE: &'static str = "contacts-title";
    const PICK: &'static str = "merges-contact-other";
    const INPUT: Input = Input::Contact;

    fn id(id: i64) -> ContactId {
        ContactId(id)
    }

    fn number(record: &Contact) -> i64 {
        record.id.0
    }

    fn detail(record: &Contact) -> String {
        let known = [&record.email, &record.city].into_iter();
        let known: Vec<&str> = known
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        known.join(", ")
    }

    fn named(conn: &mut Conn, actor: &Actor, ids: &[i64]) -> QueryResult<Vec<Named>> {
        let rows: Vec<Contact> = queries::visible_to(actor)
            .filter(contacts::id.eq_any(ids.to_vec()))
            .select(Contact::as_select())
            .load(conn)?;
        let named = |contact: &Contact| Named {
            id: contact.id.0,
            name: contact.name(),
            path: contact.path(),
            detail: Self::detail(contact),
        };
        Ok(rows.iter().map(named).collect())
    }

    fn meant(conn: &mut Conn, actor: &Actor, text: &str) -> QueryResult<Result<i64, Message>> {
        Ok(queries::meant(conn, actor, text)?.map(|contact| contact.id.0))
    }

    fn alike(conn: &mut Conn, actor: &Actor, record: &Contact) -> QueryResult<Vec<Match>> {
        let keys = Keys::of(conn, record)?;
        alike(conn, actor, &keys, Some(record.id))
    }

    fn beside(conn: &mut Conn, record: &Contact, _: &Contact) -> QueryResult<FormData> {
        Self::data(conn, record)
    }

    fn movings(all: &Movings) -> &'static [Moving] {
        all.contact
    }

    fn lock(conn: &mut Conn, id: ContactId) -> QueryResult<()> {
        queries::lock(conn, id)
    }

    fn absorb(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        kept: &Contact,
        gone: &Contact,
        data: &FormData,
        other_facts: String,
    ) -> Merged<Self> {
        let mut input = forms::parse(data).map_err(WriteError::Fields)?;
        input.other_facts = Some(other_facts);
        merging::absorb(conn, op, kept, gone, &input)
    }
}
