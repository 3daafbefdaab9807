//! Writing many finished accounts at once, ids and all: for the generator, which knows that they are right and writes
//! their history itself. Everything else goes through `actions`.

use super::columns::columns;
use super::forms::AccountInput;
use super::model::{Account, AccountId};
use crate::db::Conn;
use crate::schema::accounts;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// An account as it has become.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct Finished {
    pub id: AccountId,
    pub input: AccountInput,
    pub parent_id: Option<AccountId>,
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
                accounts::id.eq(row.id),
                columns(&row.input, row.parent_id),
                accounts::other_facts.eq(row.input.other_facts.as_deref().unwrap_or("{}")),
                accounts::version.eq(row.version),
                accounts::created_at.eq(row.created_at),
                accounts::updated_at.eq(row.updated_at),
                accounts::deleted_at.eq(row.deleted_at),
            )
        })
        .collect();
    diesel::insert_into(accounts::table)
        .values(values)
        .execute(conn)
        .map(drop)
}

impl Finished {
    /// The account that this row reads as.
    pub fn account(&self) -> Account {
        let input = self.input.clone();
        Account {
            id: self.id,
            name: input.name,
            kind: input.kind,
            status: input.status,
            organisation_number: input.organisation_number,
            email: input.email.map(|email| email.typed).unwrap_or_default(),
            phone: input.phone.map(|phone| phone.typed).unwrap_or_default(),
            website: input.website,
            street: input.street,
            postal_code: input.postal_code,
            city: input.city,
            country: input.country,
            industry: input.industry,
            employees: input.employees,
            members: input.members,
            owner_id: input.owner_id,
            parent_id: self.parent_id,
            description: input.description,
            external_id: input.external_id,
            other_facts: input.other_facts.unwrap_or_else(|| "{}".to_owned()),
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}
