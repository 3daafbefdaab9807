//! Accounts as rows of a file.

use super::field::OTHER_FACTS;
use super::source::{Batch, Plan};
use super::{Field, Source, Value, facts};
use crate::accounts::listing::{COLUMNS, DEFAULT_SORT, cursor, matching, rows};
use crate::accounts::model::{Account, AccountId};
use crate::accounts::queries::visible_to;
use crate::audit::Kind;
use crate::auth::Actor;
use crate::db::Conn;
use crate::fields::organisation_number;
use crate::imports::{AccountColumn, Mapping, Target};
use crate::schema::accounts;
use crate::tags::{self, Carriers, Tag};
use crate::web::list::ListQuery;
use chrono_tz::Tz;
use diesel::prelude::*;
use std::collections::HashMap;

/// The list of accounts.
pub(super) const ACCOUNTS: Source = Source {
    name: "accounts",
    base: "/accounts",
    columns: COLUMNS,
    sort: DEFAULT_SORT,
    fields: FIELDS,
    title: "accounts-title",
    count_words: "accounts-count",
    file: "exports-file-accounts",
    kind: Kind::ExportAccounts,
    count,
    facts: fact_names,
    read,
    keeps: |headings, name| {
        let mut all = headings.to_vec();
        all.push(name.to_owned());
        let mapping = Mapping::<AccountColumn>::detect(&all);
        mapping.columns.last() == Some(&Target::OtherFact(name.to_owned()))
    },
};

const FIELDS: &[Field] = &[
    Field::new("name", "accounts-field-name", 40),
    Field::new("kind", "accounts-field-kind", 18),
    Field::new(
        "organisation_number",
        "accounts-field-organisation_number",
        20,
    ),
    Field::new("email", "accounts-field-email", 32),
    Field::new("phone", "accounts-field-phone", 18),
    Field::new("website", "accounts-field-website", 32),
    Field::new("street", "accounts-field-street", 28),
    Field::new("postal_code", "accounts-field-postal_code", 12),
    Field::new("city", "accounts-field-city", 18),
    Field::new("country", "accounts-field-country", 14),
    Field::new("industry", "accounts-field-industry", 20),
    Field::new("employees", "accounts-field-employees", 12),
    Field::new("members", "accounts-field-members", 12),
    Field::new("status", "accounts-field-status", 14),
    Field::new("owner", "accounts-field-owner_id", 28),
    Field::new("tags", "tags-title", 28),
    Field::new("parent", "accounts-field-parent_id", 32),
    Field::new("external_id", "accounts-field-external_id", 16),
    Field::new("description", "accounts-field-description", 60),
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
    let (mut names, mut after) = (facts::Names::default(), AccountId(0));
    loop {
        let some: Vec<(AccountId, String)> = matching(conn, actor, list, zone)?
            .filter(accounts::other_facts.ne("{}"))
            .filter(accounts::id.gt(after))
            .order(accounts::id)
            .limit(500)
            .select((accounts::id, accounts::other_facts))
            .load(conn)?;
        let Some((last, _)) = some.last() else {
            return Ok(names.sorted());
        };
        after = *last;
        some.iter().for_each(|(_, facts)| names.add(facts));
    }
}

/// What a batch of rows is written from.
struct Around {
    tags: HashMap<i64, Vec<Tag>>,
    parents: HashMap<AccountId, String>,
}

fn read(conn: &mut Conn, actor: &Actor, list: &ListQuery, plan: &Plan) -> QueryResult<Batch> {
    let page = rows(conn, actor, list, plan.zone)?;
    let next = page.rows.last().filter(|_| page.after);
    let next = next.map(|row| cursor(list, row));
    let ids: Vec<AccountId> = page.rows.iter().map(|row| row.id).collect();
    let whole: Vec<Account> = visible_to(actor)
        .filter(accounts::id.eq_any(&ids).assume_not_null())
        .select(Account::as_select())
        .load(conn)?;
    let around = Around {
        tags: match plan.has("tags") {
            true => {
                let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
                tags::of_each(conn, Carriers::Accounts, &ids)?
            }
            false => HashMap::new(),
        },
        parents: match plan.has("parent") {
            true => parents(conn, actor, &whole)?,
            false => HashMap::new(),
        },
    };
    let mut whole: HashMap<AccountId, Account> = whole
        .into_iter()
        .map(|account| (account.id, account))
        .collect();
    // In the list's order; one that was deleted between the two statements is left out.
    let found = ids.iter().filter_map(|id| whole.remove(id));
    let rows = found.map(|account| row(plan, &account, &around)).collect();
    Ok(Batch { rows, next })
}

/// How an import finds the parents of these accounts: by number, else by name.
fn parents(
    conn: &mut Conn,
    actor: &Actor,
    of: &[Account],
) -> QueryResult<HashMap<AccountId, String>> {
    let ids: Vec<AccountId> = of.iter().filter_map(|account| account.parent_id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<(AccountId, String, String)> = visible_to(actor)
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::organisation_number, accounts::name))
        .load(conn)?;
    let known = |(id, number, name): (AccountId, String, String)| match number.is_empty() {
        true => (id, name),
        false => (id, organisation_number::display(&number)),
    };
    Ok(found.into_iter().map(known).collect())
}

fn row(plan: &Plan, account: &Account, around: &Around) -> Vec<Value> {
    let mut values = Vec::with_capacity(plan.fields.len() + plan.facts.len());
    for field in &plan.fields {
        match field.key {
            OTHER_FACTS => values.extend(facts::values(&account.other_facts, &plan.facts)),
            key => values.push(value(plan, account, around, key)),
        }
    }
    values
}

fn value(plan: &Plan, account: &Account, around: &Around, key: &str) -> Value {
    let text = |text: &str| Value::Text(text.to_owned());
    match key {
        "name" => text(&account.name),
        "kind" => plan.word(account.kind.label()),
        "status" => plan.word(account.status.label()),
        "organisation_number" => {
            Value::Text(organisation_number::display(&account.organisation_number))
        }
        "email" => text(&account.email),
        "phone" => text(&account.phone),
        "website" => text(&account.website),
        "street" => text(&account.street),
        "postal_code" => text(&account.postal_code),
        "city" => text(&account.city),
        "country" => text(&account.country),
        "industry" => text(&account.industry),
        "employees" => Value::number(account.employees),
        "members" => Value::number(account.members),
        "owner" => plan.owner(account.owner_id),
        "tags" => super::field::joined(around.tags.get(&account.id.0)),
        "parent" => {
            let parent = account.parent_id.and_then(|id| around.parents.get(&id));
            Value::Text(parent.cloned().unwrap_or_default())
        }
        "external_id" => text(&account.external_id),
        "description" => text(&account.description),
        "created_at" => plan.moment(account.created_at),
        _ => plan.moment(account.updated_at),
    }
}
