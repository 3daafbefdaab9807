//! Affiliations with the names that stand beside them.

use super::model::Affiliation;
use crate::accounts::model::AccountId;
use crate::accounts::queries::visible_to;
use crate::auth::Actor;
use crate::contacts;
use crate::contacts::model::{ContactId, full_name};
use crate::db::{Conn, UnionAll};
use crate::schema::{accounts, affiliations, contacts as columns};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::cmp::Reverse;
use std::collections::HashMap;

/// What stands beside a name in a list: the account and the role there.
#[derive(Clone, Debug)]
pub struct Primary {
    /// The account.
    pub account_id: AccountId,
    /// Its name.
    pub account: String,
    /// The contact's role there.
    pub role: String,
}

/// The primary affiliation of each of these contacts: one statement.
pub fn primaries(
    conn: &mut Conn,
    actor: &Actor,
    ids: &[ContactId],
) -> QueryResult<HashMap<ContactId, Primary>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let keys: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let rows: Vec<(ContactId, AccountId, String, String)> = affiliations::table
        .inner_join(accounts::table)
        .filter(affiliations::primary_contact_id.eq_any(keys))
        .filter(accounts::id.eq_any(visible_to(actor).select(accounts::id)))
        .select((
            affiliations::contact_id,
            accounts::id,
            accounts::name,
            affiliations::role,
        ))
        .load(conn)?;
    let primary = |(contact, account_id, account, role)| {
        let primary = Primary {
            account_id,
            account,
            role,
        };
        (contact, primary)
    };
    Ok(rows.into_iter().map(primary).collect())
}

/// An affiliation as a page shows it: with the name of what is at its other end.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The row.
    pub affiliation: Affiliation,
    /// The account's name on a contact's page, the contact's on an account's.
    pub name: String,
}

/// More roles than any person has.
const MOST_ROLES: i64 = 200;
/// People that an account's page shows: the list of contacts has the others.
pub const MOST_PEOPLE: usize = 100;

/// The roles of a contact: those that last first, the primary one on top, then the past ones, the latest first.
pub fn of_contact(
    conn: &mut Conn,
    actor: &Actor,
    id: ContactId,
    today: NaiveDate,
) -> QueryResult<Vec<Shown>> {
    let rows: Vec<(Affiliation, String)> = affiliations::table
        .inner_join(accounts::table)
        .filter(affiliations::contact_id.eq(id))
        .filter(affiliations::deleted_at.is_null())
        .filter(accounts::id.eq_any(visible_to(actor).select(accounts::id)))
        .order(affiliations::id)
        .limit(MOST_ROLES)
        .select((Affiliation::as_select(), accounts::name))
        .load(conn)?;
    let mut shown: Vec<Shown> = rows
        .into_iter()
        .map(|(affiliation, name)| Shown { affiliation, name })
        .collect();
    shown.sort_by_key(|s| {
        let a = &s.affiliation;
        let past = a.is_past(today);
        let ended = Reverse(a.to_date.filter(|_| past));
        (past, ended, !a.is_primary, Reverse(a.from_date), a.id)
    });
    Ok(shown)
}

/// The people at an account: those who have a role now, by name, then those who had one, the latest first. One more of
/// either than [`MOST_PEOPLE`] tells that there are more. One statement.
pub fn of_account(
    conn: &mut Conn,
    actor: &Actor,
    id: AccountId,
    today: NaiveDate,
) -> QueryResult<(Vec<Shown>, Vec<Shown>)> {
    let there = || {
        let people = contacts::queries::visible_to(actor).select(columns::id);
        affiliations::table
            .inner_join(columns::table)
            .filter(affiliations::account_id.eq(id))
            .filter(affiliations::deleted_at.is_null())
            .filter(columns::id.eq_any(people))
            .select((
                Affiliation::as_select(),
                columns::first_name,
                columns::last_name,
            ))
            .limit(i64::try_from(MOST_PEOPLE + 1).unwrap_or(101))
            .into_boxed()
    };
    let lasts = affiliations::to_date
        .is_null()
        .or(affiliations::to_date.ge(today).assume_not_null());
    let current = there()
        .filter(lasts)
        .order((columns::sort_name.asc(), affiliations::id));
    let past = there()
        .filter(affiliations::to_date.lt(today))
        .order((affiliations::to_date.desc(), affiliations::id));
    let rows: Vec<(Affiliation, String, String)> =
        UnionAll::new().and(current).and(past).rows(conn)?;
    let shown = |(affiliation, first, last): (_, String, String)| Shown {
        affiliation,
        name: full_name(&first, &last),
    };
    let all = rows.into_iter().map(shown);
    Ok(all.partition(|shown| !shown.affiliation.is_past(today)))
}
