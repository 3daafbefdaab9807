//! Writing many affiliations at once, ids and all: for the generator, which knows that each contact has one primary mark.

use super::model::Affiliation;
use crate::db::Conn;
use crate::schema::affiliations;
use diesel::prelude::*;

/// Writes them, with one statement; each was made when it was last changed.
pub fn insert_many(conn: &mut Conn, rows: &[Affiliation]) -> QueryResult<()> {
    let values: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                affiliations::id.eq(row.id),
                affiliations::contact_id.eq(row.contact_id),
                affiliations::account_id.eq(row.account_id),
                affiliations::role.eq(&row.role),
                affiliations::from_date.eq(row.from_date),
                affiliations::to_date.eq(row.to_date),
                affiliations::is_primary.eq(row.is_primary),
                affiliations::version.eq(row.version),
                affiliations::created_at.eq(row.updated_at),
                affiliations::updated_at.eq(row.updated_at),
            )
        })
        .collect();
    diesel::insert_into(affiliations::table)
        .values(values)
        .execute(conn)
        .map(drop)
}
