//! What is searched of an account.

use super::model::AccountId;
use super::queries::visible_to;
use crate::audit::{SubjectType, Touched};
use crate::auth::{Actor, Channel};
use crate::db::Conn;
use crate::schema::accounts;
use crate::search_index::{Document, IndexKind, Indexed, Mode, settle};
use diesel::prelude::*;

/// Accounts in the index.
pub struct IndexedAccounts;

/// The fields that are searched.
const FIELDS: &[&str] = &[
    "name",
    "organisation_number",
    "email",
    "phone",
    "website",
    "street",
    "postal_code",
    "city",
    "industry",
    "description",
    "external_id",
    "other_facts",
];

#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
struct Row {
    id: AccountId,
    name: String,
    organisation_number: String,
    email: String,
    phone: String,
    phone_key: String,
    website: String,
    street: String,
    postal_code: String,
    city: String,
    industry: String,
    description: String,
    external_id: String,
    other_facts: String,
}

impl Indexed for IndexedAccounts {
    fn kind(&self) -> IndexKind {
        IndexKind::Account
    }

    fn documents(&self, conn: &mut Conn, ids: &[i64]) -> QueryResult<Vec<(i64, Document)>> {
        let rows: Vec<Row> = visible_to(&Actor::operator(Channel::System))
            .filter(accounts::id.eq_any(ids.to_vec()))
            .select(Row::as_select())
            .load(conn)?;
        Ok(rows.iter().map(|row| (row.id.0, document(row))).collect())
    }

    fn ids_after(&self, conn: &mut Conn, after: i64, limit: i64) -> QueryResult<Vec<i64>> {
        accounts::table
            .filter(accounts::id.gt(after))
            .order(accounts::id)
            .limit(limit)
            .select(accounts::id)
            .load(conn)
    }
}

fn document(row: &Row) -> Document {
    Document::named(&row.name)
        .number(&row.organisation_number)
        .address(&row.email)
        .phone(&row.phone, &row.phone_key)
        .address(&row.website)
        .text(&row.city)
        .text(&row.external_id)
        .text(&row.street)
        .number(&row.postal_code)
        .text(&row.industry)
        .facts(&row.other_facts)
        .text(&row.description)
}

/// Follows accounts that come, go or change what is searched of them.
pub(crate) fn follow(conn: &mut Conn, touched: &[Touched<'_>]) -> QueryResult<()> {
    let differs = |row: &&Touched<'_>| {
        row.subject().kind == SubjectType::Account
            && FIELDS.iter().any(|field| row.may_differ(field))
    };
    let ids: Vec<i64> = touched
        .iter()
        .filter(differs)
        .map(|row| row.subject().id)
        .collect();
    settle(conn, &IndexedAccounts, &ids, Mode::Follow)
}
