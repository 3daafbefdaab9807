//! Accounts that look like one, over the whole register: grouped by the keys that have an index.

use super::queries::visible_to;
use crate::auth::Actor;
use crate::db::Conn;
use crate::duplicates::{LARGEST, Pairs, Reason};
use crate::fields::fold::fold;
use crate::schema::accounts;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// Keys asked for at once.
const SOME: usize = 500;

/// Every likely pair among the living accounts.
pub fn likely_pairs(conn: &mut Conn, actor: &Actor) -> QueryResult<Pairs> {
    let mut pairs = Pairs::default();
    // Each list of keys is read from its index alone; the deleted are left out when the rows are read.
    let emails: Vec<String> = accounts::table
        .filter(accounts::email_key.ne(""))
        .group_by(accounts::email_key)
        .having(count_star().between(2, LARGEST))
        .select(accounts::email_key)
        .load(conn)?;
    for some in emails.chunks(SOME) {
        let rows: Vec<(String, i64)> = visible_to(actor)
            .filter(accounts::email_key.eq_any(some.to_vec()))
            .select((accounts::email_key, accounts::id))
            .load(conn)?;
        pairs.add(rows, Reason::Email);
    }
    let phones: Vec<String> = accounts::table
        .filter(accounts::phone_key.ne(""))
        .group_by(accounts::phone_key)
        .having(count_star().between(2, LARGEST))
        .select(accounts::phone_key)
        .load(conn)?;
    for some in phones.chunks(SOME) {
        let rows: Vec<(String, i64)> = visible_to(actor)
            .filter(accounts::phone_key.eq_any(some.to_vec()))
            .select((accounts::phone_key, accounts::id))
            .load(conn)?;
        pairs.add(rows, Reason::Phone);
    }
    by_name(conn, actor, &mut pairs)?;
    Ok(pairs)
}

fn by_name(conn: &mut Conn, actor: &Actor, pairs: &mut Pairs) -> QueryResult<()> {
    let names: Vec<String> = accounts::table
        .filter(accounts::bare_name_key.ne("").and(accounts::city.ne("")))
        .group_by((accounts::bare_name_key, accounts::city))
        .having(count_star().between(2, LARGEST))
        .select(accounts::bare_name_key)
        .load(conn)?;
    for some in names.chunks(SOME) {
        let rows: Vec<(String, String, String, i64)> = visible_to(actor)
            .filter(accounts::bare_name_key.eq_any(some.to_vec()))
            .filter(accounts::city.ne(""))
            .select((
                accounts::bare_name_key,
                accounts::name_key,
                accounts::city,
                accounts::id,
            ))
            .load(conn)?;
        let same =
            |(_, name, city, id): &(String, String, String, i64)| ((name.clone(), fold(city)), *id);
        let alike =
            |(bare, _, city, id): &(String, String, String, i64)| ((bare.clone(), fold(city)), *id);
        pairs.add(rows.iter().map(same), Reason::NameAndCity);
        pairs.add(rows.iter().map(alike), Reason::AlikeInCity);
    }
    Ok(())
}
