//! What is searched of a contact: itself, and its roles with the accounts where it has them.

use super::account_names::concerned;
use super::model::{ContactId, full_name};
use super::queries::visible_to;
use crate::audit::{SubjectType, Touched};
use crate::auth::{Actor, Channel};
use crate::db::Conn;
use crate::schema::{accounts, affiliations, contacts};
use crate::search_index::{Document, IndexKind, Indexed, Mode, settle};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Contacts in the index.
pub struct IndexedContacts;

/// The fields that are searched.
const FIELDS: &[&str] = &[
    "first_name",
    "last_name",
    "email",
    "phone",
    "mobile",
    "title",
    "city",
    "notes",
    "external_id",
    "other_facts",
];

#[derive(Queryable, Selectable)]
#[diesel(table_name = contacts)]
struct Row {
    id: ContactId,
    first_name: String,
    last_name: String,
    email: String,
    phone: String,
    phone_key: String,
    mobile: String,
    mobile_key: String,
    title: String,
    city: String,
    notes: String,
    external_id: String,
    other_facts: String,
}

impl Indexed for IndexedContacts {
    fn kind(&self) -> IndexKind {
        IndexKind::Contact
    }

    fn documents(&self, conn: &mut Conn, ids: &[i64]) -> QueryResult<Vec<(i64, Document)>> {
        let rows: Vec<Row> = visible_to(&Actor::operator(Channel::System))
            .filter(contacts::id.eq_any(ids.to_vec()))
            .select(Row::as_select())
            .load(conn)?;
        let mut roles = roles(conn, ids)?;
        let document = |row: &Row| {
            let own = roles.remove(&row.id).unwrap_or_default();
            (row.id.0, document(row, &own))
        };
        Ok(rows.iter().map(document).collect())
    }

    fn ids_after(&self, conn: &mut Conn, after: i64, limit: i64) -> QueryResult<Vec<i64>> {
        contacts::table
            .filter(contacts::id.gt(after))
            .order(contacts::id)
            .limit(limit)
            .select(contacts::id)
            .load(conn)
    }
}

/// Role, account and its city, of each contact.
type Roles = Vec<[String; 3]>;

fn roles(conn: &mut Conn, ids: &[i64]) -> QueryResult<HashMap<ContactId, Roles>> {
    let rows: Vec<(ContactId, String, String, String)> = affiliations::table
        .inner_join(accounts::table)
        .filter(affiliations::contact_id.eq_any(ids))
        .filter(affiliations::deleted_at.is_null())
        .filter(accounts::deleted_at.is_null())
        .select((
            affiliations::contact_id,
            affiliations::role,
            accounts::name,
            accounts::city,
        ))
        .load(conn)?;
    let mut roles: HashMap<ContactId, Roles> = HashMap::new();
    for (id, role, account, city) in rows {
        roles.entry(id).or_default().push([role, account, city]);
    }
    Ok(roles)
}

fn document(row: &Row, roles: &[[String; 3]]) -> Document {
    let own = Document::named(&full_name(&row.first_name, &row.last_name))
        .address(&row.email)
        .phone(&row.mobile, &row.mobile_key)
        .phone(&row.phone, &row.phone_key)
        .text(&row.title)
        .text(&row.city)
        .text(&row.external_id);
    let with_roles = roles.iter().flatten().fold(own, |own, text| own.text(text));
    with_roles.facts(&row.other_facts).text(&row.notes)
}

/// Follows contacts that come, go or change what is searched of them, their roles, and the accounts where they have some.
pub(crate) fn follow(conn: &mut Conn, touched: &[Touched<'_>]) -> QueryResult<()> {
    let differs = |row: &&Touched<'_>| {
        row.subject().kind == SubjectType::Contact
            && FIELDS.iter().any(|field| row.may_differ(field))
    };
    let own = touched.iter().filter(differs).map(|row| row.subject().id);
    let mut ids: BTreeSet<i64> = own.collect();
    let roles = concerned(conn, touched, &["account_id", "role"], &["name", "city"])?;
    ids.extend(roles.into_iter().map(|id| id.0));
    let ids: Vec<i64> = ids.into_iter().collect();
    settle(conn, &IndexedContacts, &ids, Mode::Follow)
}
