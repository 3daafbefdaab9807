//! Contacts who look like one, over the whole register: grouped by the keys that have an index.

use super::queries::visible_to;
use crate::auth::Actor;
use crate::db::Conn;
use crate::duplicates::{LARGEST, Pairs, Reason};
use crate::fields::fold::fold;
use crate::schema::contacts;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// Keys asked for at once.
const SOME: usize = 500;

/// Every likely pair among the living contacts.
pub fn likely_pairs(conn: &mut Conn, actor: &Actor) -> QueryResult<Pairs> {
    let mut pairs = Pairs::default();
    // Each list of keys is read from its index alone; the deleted are left out when the rows are read.
    let emails: Vec<String> = contacts::table
        .filter(contacts::email_key.ne(""))
        .group_by(contacts::email_key)
        .having(count_star().between(2, LARGEST))
        .select(contacts::email_key)
        .load(conn)?;
    for some in emails.chunks(SOME) {
        let rows: Vec<(String, i64)> = visible_to(actor)
            .filter(contacts::email_key.eq_any(some.to_vec()))
            .select((contacts::email_key, contacts::id))
            .load(conn)?;
        pairs.add(rows, Reason::Email);
    }
    // A landline is shared by a whole office: mobile numbers are a person's own.
    let mobiles: Vec<String> = contacts::table
        .filter(contacts::mobile_key.ne(""))
        .group_by(contacts::mobile_key)
        .having(count_star().between(2, LARGEST))
        .select(contacts::mobile_key)
        .load(conn)?;
    for some in mobiles.chunks(SOME) {
        let rows: Vec<(String, i64)> = visible_to(actor)
            .filter(contacts::mobile_key.eq_any(some.to_vec()))
            .select((contacts::mobile_key, contacts::id))
            .load(conn)?;
        pairs.add(rows, Reason::Phone);
    }
    by_name(conn, actor, &mut pairs)?;
    Ok(pairs)
}

fn by_name(conn: &mut Conn, actor: &Actor, pairs: &mut Pairs) -> QueryResult<()> {
    let names: Vec<String> = contacts::table
        .filter(contacts::city.ne("").and(contacts::first_name.ne("")))
        .filter(contacts::last_name.ne(""))
        .group_by((contacts::name_key, contacts::city))
        .having(count_star().between(2, LARGEST))
        .select(contacts::name_key)
        .load(conn)?;
    for some in names.chunks(SOME) {
        let rows: Vec<(String, String, i64)> = visible_to(actor)
            .filter(contacts::name_key.eq_any(some.to_vec()))
            .filter(contacts::city.ne(""))
            .select((contacts::name_key, contacts::city, contacts::id))
            .load(conn)?;
        let keyed = rows
            .into_iter()
            .map(|(name, city, id)| ((name, fold(&city)), id));
        pairs.add(keyed, Reason::NameAndCity);
    }
    Ok(())
}
