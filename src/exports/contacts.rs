//! Contacts as rows of a file, each with the primary role.

use super::field::{OTHER_FACTS, joined};
use super::source::{Batch, Plan};
use super::{Field, Source, Value, facts};
use crate::accounts;
use crate::audit::Kind;
use crate::auth::Actor;
use crate::contacts::affiliations::Affiliation;
use crate::contacts::listing::{COLUMNS, DEFAULT_SORT, cursor, matching, rows};
use crate::contacts::model::{Contact, ContactId};
use crate::contacts::queries::visible_to;
use crate::db::Conn;
use crate::fields::organisation_number;
use crate::imports::{ContactColumn, Mapping, Target};
use crate::schema::{accounts as employers, affiliations, contacts};
use crate::tags::{self, Carriers, Tag};
use crate::web::list::ListQuery;
use chrono_tz::Tz;
use diesel::prelude::*;
use std::collections::HashMap;

/// The list of contacts.
pub(super) const CONTACTS: Source = Source {
    name: "contacts",
    base: "/contacts",
    columns: COLUMNS,
    sort: DEFAULT_SORT,
    fields: FIELDS,
    title: "contacts-title",
    count_words: "contacts-count",
    file: "exports-file-contacts",
    kind: Kind::ExportContacts,
    count,
    facts: fact_names,
    read,
    keeps: |headings, name| {
        let mut all = headings.to_vec();
        all.push(name.to_owned());
        let mapping = Mapping::<ContactColumn>::detect(&all);
        mapping.columns.last() == Some(&Target::OtherFact(name.to_owned()))
    },
};

const FIELDS: &[Field] = &[
    Field::new("first_name", "contacts-field-first_name", 18).with("name"),
    Field::new("last_name", "contacts-field-last_name", 22).with("name"),
    Field::new("account", "contacts-field-account", 36),
    Field::new("account_number", "accounts-field-organisation_number", 20).with("account"),
    Field::new("role", "affiliations-field-role", 18).with("account"),
    Field::new("from", "affiliations-field-from_date", 12).with(""),
    Field::new("to", "affiliations-field-to_date", 12).with(""),
    Field::new("title", "contacts-field-title", 20),
    Field::new("email", "contacts-field-email", 32),
    Field::new("phone", "contacts-field-phone", 18),
    Field::new("mobile", "contacts-field-mobile", 18),
    Field::new("city", "contacts-field-city", 18),
    Field::new("country", "contacts-field-country", 14),
    Field::new("owner", "contacts-field-owner_id", 28),
    Field::new("tags", "tags-title", 28),
    Field::new("external_id", "contacts-field-external_id", 16),
    Field::new("notes", "contacts-field-notes", 60),
    Field::new("created_at", "exports-created", 20),
    Field::new("updated_at", "exports-updated", 20),
    Field::new(OTHER_FACTS, "common-other-facts", 20),
];

fn count(conn: &mut Conn, actor: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<i64> {
    matching(conn, actor, list, zone)?.count().get_result(conn)
}

fn fact_names(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
) -> QueryResult<Vec<String>> {
    let (mut names, mut after) = (facts::Names::default(), ContactId(0));
    loop {
        let some: Vec<(ContactId, String)> = matching(conn, actor, list, zone)?
            .filter(contacts::other_facts.ne("{}"))
            .filter(contacts::id.gt(after))
            .order(contacts::id)
            .limit(500)
            .select((contacts::id, contacts::other_facts))
            .load(conn)?;
        let Some((last, _)) = some.last() else {
            return Ok(names.sorted());
        };
        after = *last;
        some.iter().for_each(|(_, facts)| names.add(facts));
    }
}

/// A contact's primary role, with the account's name and number.
type Primary = (Affiliation, String, String);

/// What a batch of rows is written from.
struct Around {
    tags: HashMap<i64, Vec<Tag>>,
    primaries: HashMap<ContactId, Primary>,
}

fn read(conn: &mut Conn, actor: &Actor, list: &ListQuery, plan: &Plan) -> QueryResult<Batch> {
    let page = rows(conn, actor, list, plan.zone)?;
    let next = page.rows.last().filter(|_| page.after);
    let next = next.map(|row| cursor(list, row));
    let ids: Vec<ContactId> = page.rows.iter().map(|row| row.id).collect();
    let keys: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let whole: Vec<Contact> = visible_to(actor)
        .filter(contacts::id.eq_any(&ids))
        .select(Contact::as_select())
        .load(conn)?;
    let around = Around {
        tags: match plan.has("tags") {
            true => tags::of_each(conn, Carriers::Contacts, &keys)?,
            false => HashMap::new(),
        },
        primaries: primaries(conn, actor, keys)?,
    };
    let mut whole: HashMap<ContactId, Contact> = whole
        .into_iter()
        .map(|contact| (contact.id, contact))
        .collect();
    // In the list's order; one that was deleted between the two statements is left out.
    let found = ids.iter().filter_map(|id| whole.remove(id));
    let rows = found.map(|contact| row(plan, &contact, &around)).collect();
    Ok(Batch { rows, next })
}

fn primaries(
    conn: &mut Conn,
    actor: &Actor,
    ids: Vec<i64>,
) -> QueryResult<HashMap<ContactId, Primary>> {
    let living = accounts::queries::visible_to(actor).select(employers::id);
    let found: Vec<Primary> = affiliations::table
        .inner_join(employers::table)
        .filter(affiliations::primary_contact_id.eq_any(ids))
        .filter(employers::id.eq_any(living))
        .select((
            Affiliation::as_select(),
            employers::name,
            employers::organisation_number,
        ))
        .load(conn)?;
    let by_contact = |primary: Primary| (primary.0.contact_id, primary);
    Ok(found.into_iter().map(by_contact).collect())
}

fn row(plan: &Plan, contact: &Contact, around: &Around) -> Vec<Value> {
    let mut values = Vec::with_capacity(plan.fields.len() + plan.facts.len());
    for field in &plan.fields {
        match field.key {
            OTHER_FACTS => values.extend(facts::values(&contact.other_facts, &plan.facts)),
            key => values.push(value(plan, contact, around, key)),
        }
    }
    values
}

fn value(plan: &Plan, contact: &Contact, around: &Around, key: &str) -> Value {
    let text = |text: &str| Value::Text(text.to_owned());
    match key {
        "first_name" => text(&contact.first_name),
        "last_name" => text(&contact.last_name),
        "title" => text(&contact.title),
        "email" => text(&contact.email),
        "phone" => text(&contact.phone),
        "mobile" => text(&contact.mobile),
        "city" => text(&contact.city),
        "country" => text(&contact.country),
        "owner" => plan.owner(contact.owner_id),
        "tags" => joined(around.tags.get(&contact.id.0)),
        "external_id" => text(&contact.external_id),
        "notes" => text(&contact.notes),
        "created_at" => plan.moment(contact.created_at),
        "updated_at" => plan.moment(contact.updated_at),
        _ => role_value(around.primaries.get(&contact.id), key),
    }
}

fn role_value(primary: Option<&Primary>, key: &str) -> Value {
    let Some((role, name, number)) = primary else {
        return Value::nothing();
    };
    match key {
        "account" => Value::Text(name.clone()),
        "account_number" => Value::Text(organisation_number::display(number)),
        "role" => Value::Text(role.role.clone()),
        "from" => Value::day(role.from_date),
        _ => Value::day(role.to_date),
    }
}
