//! Accounts that may be the same as the one in hand: each key is asked of its own index, all in one statement.

use super::forms;
use super::model::{Account, AccountId, path};
use super::queries::{Visible, visible_to};
use crate::audit::SubjectType;
use crate::auth::Actor;
use crate::db::{Conn, UnionAll};
use crate::duplicates::{self, Match, Reason};
use crate::fields::{CITY_MAX, NAME_MAX, email, fold, organisation_number, phone, text};
use crate::schema::accounts;
use crate::web::FormData;
use diesel::prelude::*;

/// Rows read for each key: a phone number may be that of a switchboard.
const EACH: i64 = 6;

/// The fields of the form that tell.
pub const FIELDS: &[&str] = &["name", "organisation_number", "email", "phone", "city"];

/// What an account is known by. What is not known is `None`, and meets nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    number: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    name: String,
    bare_name: Option<String>,
    /// As typed: the column's collation compares it.
    city: String,
}

impl Keys {
    /// Of a form that is being filled in; a field that is still wrong tells nothing.
    pub fn of_form(data: &FormData) -> Self {
        let name = text::line(data.get("name"), NAME_MAX).ok().flatten();
        let city = text::line(data.get("city"), CITY_MAX).ok().flatten();
        let typed = data.get("email");
        let email = email::parse(typed).ok().flatten().map(|email| email.key);
        Self {
            number: organisation_number::parse(data.get("organisation_number")).unwrap_or_default(),
            email,
            phone: phone::key(data.get("phone")),
            ..Self::named(&name.unwrap_or_default(), city.unwrap_or_default())
        }
    }

    /// Of an account.
    pub fn of(account: &Account) -> Self {
        Self::of_form(&forms::of(account, ""))
    }

    fn named(name: &str, city: String) -> Self {
        let name = fold::fold_to(name, NAME_MAX);
        Self {
            bare_name: Some(fold::bare(&name)).filter(|bare| !bare.is_empty()),
            name,
            city,
            ..Self::default()
        }
    }

    fn is_empty(&self) -> bool {
        *self
            == Self {
                city: self.city.clone(),
                ..Self::default()
            }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
struct Row {
    id: AccountId,
    name: String,
    name_key: String,
    bare_name_key: String,
    organisation_number: String,
    email_key: String,
    phone_key: String,
    city: String,
}

/// The living accounts that this person may see and that look like one with these keys, the likeliest first. On the
/// page of an account, `of` it: without itself and those that somebody has found to be others.
pub fn alike(
    conn: &mut Conn,
    actor: &Actor,
    keys: &Keys,
    of: Option<AccountId>,
) -> QueryResult<Vec<Match>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let others = || match of {
        Some(id) => visible_to(actor).filter(accounts::id.ne(id)),
        None => visible_to(actor),
    };
    let mut rows: Vec<Row> = UnionAll::new()
        .and_maybe(by_number(others(), keys))
        .and_maybe(by_email(others(), keys))
        .and_maybe(by_phone(others(), keys))
        .and_maybe(by_name(others(), keys))
        .rows(conn)?;
    rows.sort_by_key(|row| row.id.0);
    rows.dedup_by_key(|row| row.id.0);
    let mut matches: Vec<Match> = rows.iter().filter_map(|row| compared(row, keys)).collect();
    if let Some(id) = of {
        let ids: Vec<i64> = matches.iter().map(|found| found.id).collect();
        let distinct = duplicates::distinct_from(conn, SubjectType::Account, id.0, &ids)?;
        matches.retain(|found| !distinct.contains(&found.id));
    }
    Ok(duplicates::best(matches))
}

fn by_number(query: Visible, keys: &Keys) -> Option<Part> {
    let key = keys.number.clone()?;
    Some(part(query.filter(accounts::living_number.eq(key))))
}

fn by_email(query: Visible, keys: &Keys) -> Option<Part> {
    let key = keys.email.clone()?;
    Some(part(query.filter(accounts::email_key.eq(key))))
}

fn by_phone(query: Visible, keys: &Keys) -> Option<Part> {
    let key = keys.phone.clone()?;
    Some(part(query.filter(accounts::phone_key.eq(key))))
}

/// Where both cities are known they are the same.
fn by_name(query: Visible, keys: &Keys) -> Option<Part> {
    let key = keys.bare_name.clone()?;
    let named = query.filter(accounts::bare_name_key.eq(key));
    if keys.city.is_empty() {
        return Some(part(named));
    }
    let here = accounts::city.eq(keys.city.clone());
    // Those whose city is known come first.
    let near = named.filter(here.or(accounts::city.eq("")));
    Some(part(near.order(accounts::city.desc())))
}

type Part = diesel::dsl::Select<Visible, diesel::dsl::AsSelect<Row, diesel::mysql::Mysql>>;

fn part(query: Visible) -> Part {
    query.limit(EACH).select(Row::as_select())
}

/// Why a row looks the same, if it does.
fn compared(row: &Row, keys: &Keys) -> Option<Match> {
    let same = |key: &Option<String>, its: &str| key.as_deref().is_some_and(|key| key == its);
    let mut reasons = Vec::new();
    if same(&keys.number, &row.organisation_number) {
        reasons.push(Reason::Number);
    }
    if same(&keys.email, &row.email_key) {
        reasons.push(Reason::Email);
    }
    if same(&keys.phone, &row.phone_key) {
        reasons.push(Reason::Phone);
    }
    if same(&keys.bare_name, &row.bare_name_key) {
        let cities = [&keys.city, &row.city].map(|city| fold::fold(city));
        let known = cities.iter().all(|city| !city.is_empty());
        match (row.name_key == keys.name, known && cities[0] == cities[1]) {
            (true, true) => reasons.push(Reason::NameAndCity),
            (false, true) => reasons.push(Reason::AlikeInCity),
            (true, false) if !known => reasons.push(Reason::Name),
            (false, false) if !known => reasons.push(Reason::Alike),
            _ => {}
        }
    }
    if reasons.is_empty() {
        return None;
    }
    let number = organisation_number::display(&row.organisation_number);
    let detail = [row.city.as_str(), &number].map(str::to_owned);
    let known: Vec<String> = detail.into_iter().filter(|text| !text.is_empty()).collect();
    Some(Match {
        id: row.id.0,
        path: path(row.id),
        name: row.name.clone(),
        detail: known.join(", "),
        reasons,
    })
}
