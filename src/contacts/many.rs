//! Writing many finished contacts at once, ids and all: for the generator, which knows that they are right and writes
//! their history itself. Everything else goes through `actions`.

use super::columns::columns;
use super::forms::ContactInput;
use super::model::{Contact, ContactId};
use crate::db::Conn;
use crate::schema::contacts;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A contact as it has become.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct Finished {
    pub id: ContactId,
    pub input: ContactInput,
    pub account_name: String,
    pub version: i32,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
    pub deleted_at: Option<NaiveDateTime>,
}

/// Writes them, with one statement.
pub fn insert_many(conn: &mut Conn, rows: &[Finished]) -> QueryResult<()> {
    let values: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                contacts::id.eq(row.id),
                columns(&row.input),
                contacts::account_name.eq(&row.account_name),
                contacts::other_facts.eq(row.input.other_facts.as_deref().unwrap_or("{}")),
                contacts::version.eq(row.version),
                contacts::created_at.eq(row.created_at),
                contacts::updated_at.eq(row.updated_at),
                contacts::deleted_at.eq(row.deleted_at),
            )
        })
        .collect();
    diesel::insert_into(contacts::table)
        .values(values)
        .execute(conn)
        .map(drop)
}

impl Finished {
    /// The contact that this row reads as.
    pub fn contact(&self) -> Contact {
        let input = self.input.clone();
        Contact {
            id: self.id,
            first_name: input.first_name,
            last_name: input.last_name,
            email: input.email.map(|email| email.typed).unwrap_or_default(),
            phone: input.phone.map(|phone| phone.typed).unwrap_or_default(),
            mobile: input.mobile.map(|phone| phone.typed).unwrap_or_default(),
            title: input.title,
            city: input.city,
            country: input.country,
            owner_id: input.owner_id,
            notes: input.notes,
            external_id: input.external_id,
            other_facts: input.other_facts.unwrap_or_else(|| "{}".to_owned()),
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}
