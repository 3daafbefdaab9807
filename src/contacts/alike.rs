//! Contacts that may be the same as the one in hand: each key is asked of its own index, all in one statement.

use super::columns::name_key;
use super::model::{Contact, ContactId, full_name, path};
use super::queries::{Visible, visible_to};
use super::{affiliations, forms};
use crate::accounts::model::AccountId;
use crate::audit::SubjectType;
use crate::auth::Actor;
use crate::db::{Conn, UnionAll, by_index};
use crate::duplicates::{self, Match, Reason};
use crate::fields::{CITY_MAX, PERSON_NAME_MAX, email, fold, phone, text};
use crate::schema::{affiliations as roles, contacts};
use crate::web::FormData;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use diesel::query_builder::{Query, QueryFragment};

/// Rows read for each key: a phone number may be that of a switchboard.
const EACH: i64 = 6;
/// People of one name that are looked up: more share it than anybody would compare.
const NAMESAKES: i64 = 60;

/// What a contact is known by. What is not known is `None`, and meets nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    email: Option<String>,
    /// Phone and mobile: people write one in the other's place.
    phones: Vec<String>,
    name: Option<String>,
    /// As typed: the column's collation compares it.
    city: String,
    accounts: Vec<AccountId>,
}

impl Keys {
    /// Of a form that is being filled in; a field that is still wrong tells nothing. `account` is where the contact is
    /// to have a role.
    pub fn of_form(data: &FormData, account: Option<AccountId>) -> Self {
        let line = |name: &str, max| text::line(data.get(name), max).ok().flatten();
        let names = ["first_name", "last_name"].map(|name| line(name, PERSON_NAME_MAX));
        let [first, last] = names.map(Option::unwrap_or_default);
        let email = email::parse(data.get("email")).ok().flatten();
        let phones = ["phone", "mobile"].into_iter();
        Self {
            email: email.map(|email| email.key),
            phones: phones
                .filter_map(|name| phone::key(data.get(name)))
                .collect(),
            // A first name alone is nobody's.
            name: (!first.is_empty() && !last.is_empty())
                .then(|| name_key(&full_name(&first, &last))),
            city: line("city", CITY_MAX).unwrap_or_default(),
            accounts: account.into_iter().collect(),
        }
    }

    /// Of a contact.
    pub fn of(conn: &mut Conn, contact: &Contact) -> QueryResult<Self> {
        let accounts = roles::table
            .filter(roles::contact_id.eq(contact.id))
            .filter(roles::deleted_at.is_null())
            .select(roles::account_id)
            .limit(20)
            .load(conn)?;
        let keys = Self::of_form(&forms::of(contact), None);
        Ok(Self { accounts, ..keys })
    }

    fn is_empty(&self) -> bool {
        self.email.is_none() && self.phones.is_empty() && self.name.is_none()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = contacts)]
struct Row {
    id: ContactId,
    first_name: String,
    last_name: String,
    name_key: String,
    email_key: String,
    phone_key: String,
    mobile_key: String,
    city: String,
}

/// The living contacts that this person may see and that look like one with these keys, the likeliest first. On the
/// page of a contact, `of` it: without itself and those that somebody has found to be others.
pub fn alike(
    conn: &mut Conn,
    actor: &Actor,
    keys: &Keys,
    of: Option<ContactId>,
) -> QueryResult<Vec<Match>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let others = || match of {
        Some(id) => visible_to(actor).filter(contacts::id.ne(id)),
        None => visible_to(actor),
    };
    let mut rows: Vec<Row> = UnionAll::new()
        .and_maybe(by_email(others(), keys))
        .and_maybe(by_phone(others(), keys))
        .and_maybe(by_mobile(others(), keys))
        .and_maybe(by_city(others(), keys).map(by_name_key))
        .and_maybe(by_name(others(), keys))
        .rows(conn)?;
    rows.sort_by_key(|row| row.id.0);
    rows.dedup_by_key(|row| row.id.0);
    if let Some(id) = of {
        let ids: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
        let distinct = duplicates::distinct_from(conn, SubjectType::Contact, id.0, &ids)?;
        rows.retain(|row| !distinct.contains(&row.id.0));
    }
    let there = at_accounts(conn, &rows, keys)?;
    let told = |row: Row| {
        let reasons = reasons(&row, keys, there.contains(&row.id));
        (!reasons.is_empty()).then_some((row, reasons))
    };
    let found: Vec<(Row, Vec<Reason>)> = rows.into_iter().filter_map(told).collect();
    let ids: Vec<ContactId> = found.iter().map(|(row, _)| row.id).collect();
    let beside = affiliations::queries::primaries(conn, actor, &ids)?;
    let matches = found.into_iter().map(|(row, reasons)| {
        let organisation = beside.get(&row.id).map(|primary| primary.account.as_str());
        matched(&row, reasons, organisation.unwrap_or_default())
    });
    Ok(duplicates::best(matches.collect()))
}

/// Which of these have a role at one of the accounts.
fn at_accounts(conn: &mut Conn, rows: &[Row], keys: &Keys) -> QueryResult<Vec<ContactId>> {
    let named = |row: &&Row| keys.name.as_ref() == Some(&row.name_key);
    let ids: Vec<ContactId> = rows.iter().filter(named).map(|row| row.id).collect();
    if keys.accounts.is_empty() || ids.is_empty() {
        return Ok(Vec::new());
    }
    roles::table
        .filter(roles::contact_id.eq_any(ids))
        .filter(roles::account_id.eq_any(&keys.accounts))
        .filter(roles::deleted_at.is_null())
        .select(roles::contact_id)
        .load(conn)
}

type Part = diesel::dsl::Select<Visible, diesel::dsl::AsSelect<Row, Mysql>>;

fn part(query: Visible) -> Part {
    query.limit(EACH).select(Row::as_select())
}

/// Left to itself, MariaDB intersects two indexes for a few rows that one of them has side by side.
fn by_name_key(
    query: Part,
) -> impl Query<SqlType = <Part as Query>::SqlType> + QueryFragment<Mysql> + Send {
    by_index(query, "contacts", Some("contacts_name_key"))
}

fn by_email(query: Visible, keys: &Keys) -> Option<Part> {
    let key = keys.email.clone()?;
    Some(part(query.filter(contacts::email_key.eq(key))))
}

fn by_phone(query: Visible, keys: &Keys) -> Option<Part> {
    let of_one = contacts::phone_key.eq_any(keys.phones.clone());
    (!keys.phones.is_empty()).then(|| part(query.filter(of_one)))
}

fn by_mobile(query: Visible, keys: &Keys) -> Option<Part> {
    let of_one = contacts::mobile_key.eq_any(keys.phones.clone());
    (!keys.phones.is_empty()).then(|| part(query.filter(of_one)))
}

fn by_city(query: Visible, keys: &Keys) -> Option<Part> {
    let key = keys.name.clone().filter(|_| !keys.city.is_empty())?;
    let named = query.filter(contacts::name_key.eq(key));
    Some(part(named.filter(contacts::city.eq(keys.city.clone()))))
}

/// Which of them are at the same account is asked next.
fn by_name(query: Visible, keys: &Keys) -> Option<Part> {
    let key = keys.name.clone().filter(|_| !keys.accounts.is_empty())?;
    Some(part(query.filter(contacts::name_key.eq(key))).limit(NAMESAKES))
}

/// Why a row looks the same, the strongest reason first.
fn reasons(row: &Row, keys: &Keys, at_account: bool) -> Vec<Reason> {
    let same = |key: &Option<String>, its: &str| key.as_deref().is_some_and(|key| key == its);
    let rings = |its: &String| keys.phones.contains(its);
    let cities = [&keys.city, &row.city].map(|city| fold::fold(city));
    let same_name = same(&keys.name, &row.name_key);
    let same_city = !cities[0].is_empty() && cities[0] == cities[1];
    [
        (same(&keys.email, &row.email_key), Reason::Email),
        (
            rings(&row.phone_key) || rings(&row.mobile_key),
            Reason::Phone,
        ),
        (same_name && at_account, Reason::NameAtAccount),
        (same_name && same_city, Reason::NameAndCity),
    ]
    .into_iter()
    .filter_map(|(holds, reason)| holds.then_some(reason))
    .collect()
}

fn matched(row: &Row, reasons: Vec<Reason>, organisation: &str) -> Match {
    let detail = [organisation, row.city.as_str()];
    let known: Vec<&str> = detail.into_iter().filter(|text| !text.is_empty()).collect();
    Match {
        id: row.id.0,
        path: path(row.id),
        name: full_name(&row.first_name, &row.last_name),
        detail: known.join(", "),
        reasons,
    }
}
