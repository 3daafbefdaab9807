//! Contacts that may be the same as the one in hand: each key is asked of its own index, all in one statement.

use super::columns::name_key;
use super::model::{Contact, ContactId, full_name, path};
use super::queries::{Visible, visible_to};
use super::{affiliations, forms};
use crate::accounts::model::AccountId;
use crate::audit::SubjectType;
use crate::auth::Actor;
use crate::db::Conn;
use crate::duplicates::{self, Match, Reason};
use crate::fields::{CITY_MAX, PERSON_NAME_MAX, email, fold, phone, text};
use crate::schema::{affiliations as roles, contacts};
use crate::web::FormData;
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// Rows read for each key: a phone number may be that of a switchboard.
const EACH: i64 = 6;

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
    let rows: Vec<Row> = by_email(others(), keys)
        .union(by_phone(others(), keys))
        .union(by_mobile(others(), keys))
        .union(by_city(others(), keys))
        .union(by_account(others(), keys))
        .load(conn)?;
    let mut ids: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
    if let Some(id) = of {
        let distinct = duplicates::distinct_from(conn, SubjectType::Contact, id.0, &ids)?;
        ids.retain(|id| !distinct.contains(id));
    }
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ContactId> = ids.into_iter().map(ContactId).collect();
    let beside = affiliations::queries::primaries(conn, actor, &ids)?;
    let there = at_accounts(conn, &ids, keys)?;
    let left = rows.iter().filter(|row| ids.contains(&row.id));
    let matches = left.filter_map(|row| {
        let organisation = beside.get(&row.id).map(|primary| primary.account.as_str());
        compared(
            row,
            keys,
            there.contains(&row.id),
            organisation.unwrap_or_default(),
        )
    });
    Ok(duplicates::best(matches.collect()))
}

/// Which of these have a role at one of the accounts.
fn at_accounts(conn: &mut Conn, ids: &[ContactId], keys: &Keys) -> QueryResult<Vec<ContactId>> {
    if keys.accounts.is_empty() {
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

fn by_email(query: Visible, keys: &Keys) -> Part {
    let key = keys.email.clone();
    part(query.filter(contacts::email_key.nullable().eq(key)))
}

fn by_phone(query: Visible, keys: &Keys) -> Part {
    part(query.filter(contacts::phone_key.eq_any(keys.phones.clone())))
}

fn by_mobile(query: Visible, keys: &Keys) -> Part {
    part(query.filter(contacts::mobile_key.eq_any(keys.phones.clone())))
}

fn by_city(query: Visible, keys: &Keys) -> Part {
    let known = !keys.city.is_empty();
    let key = keys.name.clone().filter(|_| known);
    let named = query.filter(contacts::name_key.nullable().eq(key));
    part(named.filter(contacts::city.eq(keys.city.clone())))
}

fn by_account(query: Visible, keys: &Keys) -> Part {
    let known = !keys.accounts.is_empty();
    let key = keys.name.clone().filter(|_| known);
    let there = roles::table
        .filter(roles::account_id.eq_any(keys.accounts.clone()))
        .filter(roles::deleted_at.is_null())
        .select(roles::contact_id);
    let named = query.filter(contacts::name_key.nullable().eq(key));
    part(named.filter(contacts::id.eq_any(there)))
}

/// Why a row looks the same, if it does.
fn compared(row: &Row, keys: &Keys, at_account: bool, organisation: &str) -> Option<Match> {
    let same = |key: &Option<String>, its: &str| key.as_deref().is_some_and(|key| key == its);
    let rings = |its: &String| keys.phones.contains(its);
    let cities = [&keys.city, &row.city].map(|city| fold::fold(city));
    let same_name = same(&keys.name, &row.name_key);
    let same_city = !cities[0].is_empty() && cities[0] == cities[1];
    let reasons: Vec<Reason> = [
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
    .collect();
    if reasons.is_empty() {
        return None;
    }
    let detail = [organisation, row.city.as_str()];
    let known: Vec<&str> = detail.into_iter().filter(|text| !text.is_empty()).collect();
    Some(Match {
        id: row.id.0,
        path: path(row.id),
        name: full_name(&row.first_name, &row.last_name),
        detail: known.join(", "),
        reasons,
    })
}
