//! Looking up what records are called, deleted ones too: their history stays.

use crate::db::Conn;
use crate::schema::{accounts, affiliations, contacts};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// A record's name and whether it still lives.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub name: String,
    pub is_living: bool,
}

pub(super) type End = (i64, Named);

/// The contact and the account of each affiliation, deleted ones too.
pub(super) fn both_ends(conn: &mut Conn, ids: &BTreeSet<i64>) -> QueryResult<Vec<(i64, End, End)>> {
    type Row = (i64, (i64, String, String, bool), (i64, String, bool));
    let rows: Vec<Row> = affiliations::table
        .inner_join(contacts::table)
        .inner_join(accounts::table)
        .filter(affiliations::id.eq_any(ids))
        .select((
            affiliations::id,
            (
                contacts::id,
                contacts::first_name,
                contacts::last_name,
                contacts::deleted_at.is_null(),
            ),
            (accounts::id, accounts::name, accounts::deleted_at.is_null()),
        ))
        .load(conn)?;
    let ends = |(id, (contact, first, last, lives), (account, name, is_living)): Row| {
        let person = Named {
            name: format!("{first} {last}").trim().to_owned(),
            is_living: lives,
        };
        (id, (contact, person), (account, Named { name, is_living }))
    };
    Ok(rows.into_iter().map(ends).collect())
}

/// Deleted ones too: their history stays.
pub(super) fn account_names(
    conn: &mut Conn,
    ids: &BTreeSet<i64>,
) -> QueryResult<HashMap<i64, Named>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, String, bool)> = accounts::table
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::name, accounts::deleted_at.is_null()))
        .load(conn)?;
    let named = |(id, name, is_living)| (id, Named { name, is_living });
    Ok(rows.into_iter().map(named).collect())
}

pub(super) fn contact_names(
    conn: &mut Conn,
    ids: &BTreeSet<i64>,
) -> QueryResult<HashMap<i64, Named>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, String, String, bool)> = contacts::table
        .filter(contacts::id.eq_any(ids))
        .select((
            contacts::id,
            contacts::first_name,
            contacts::last_name,
            contacts::deleted_at.is_null(),
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, first, last, is_living)| {
            let name = format!("{first} {last}").trim().to_owned();
            (id, Named { name, is_living })
        })
        .collect())
}
