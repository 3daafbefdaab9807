//! Reading the trash, newest first: two tables, each by its index, merged.

use crate::accounts::model::AccountId;
use crate::audit::{Subject, SubjectType};
use crate::contacts::model::{ContactId, full_name};
use crate::db::Conn;
use crate::db::keyset::contains;
use crate::schema::{accounts, contacts};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Rows on a page.
pub(super) const PAGE: usize = 50;

/// A deleted record.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub subject: Subject,
    pub name: String,
    pub deleted_at: NaiveDateTime,
}

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    /// Only records of this kind.
    pub kind: Option<SubjectType>,
    /// Part of the name; empty for all.
    pub text: String,
    /// The row after which the page begins.
    pub after: Option<(NaiveDateTime, Subject)>,
}

/// How a row is written in an address: when it was deleted, and what it is.
pub(super) fn cursor(row: &Row) -> String {
    let at = row.deleted_at.and_utc().timestamp_micros();
    format!("{at}-{}-{}", row.subject.kind, row.subject.id)
}

/// The row that an address names.
pub(super) fn parse_cursor(text: &str) -> Option<(NaiveDateTime, Subject)> {
    let (at, row) = text.split_once('-')?;
    let at = chrono::DateTime::from_timestamp_micros(at.parse().ok()?)?;
    Some((at.naive_utc(), parse_row(row)?))
}

/// `account-7`
pub(super) fn parse_row(text: &str) -> Option<Subject> {
    let (kind, id) = text.split_once('-')?;
    let kind = SubjectType::parse(kind).filter(|kind| is_kept(*kind))?;
    Some(Subject::new(kind, id.parse().ok()?))
}

/// Whether records of this kind are in the trash by themselves. A deleted role belongs to its contact.
pub(super) fn is_kept(kind: SubjectType) -> bool {
    matches!(kind, SubjectType::Account | SubjectType::Contact)
}

/// One more than a page, if there are more.
pub(super) fn rows(conn: &mut Conn, query: &Query) -> QueryResult<Vec<Row>> {
    let mut rows = Vec::new();
    if query.kind != Some(SubjectType::Contact) {
        rows.extend(deleted_accounts(conn, query)?);
    }
    if query.kind != Some(SubjectType::Account) {
        rows.extend(deleted_contacts(conn, query)?);
    }
    rows.sort_by(|a, b| {
        let kinds = a.subject.kind.cmp(&b.subject.kind);
        let newest = b.deleted_at.cmp(&a.deleted_at);
        newest.then(kinds).then(b.subject.id.cmp(&a.subject.id))
    });
    rows.truncate(PAGE + 1);
    Ok(rows)
}

const LIMIT: i64 = PAGE as i64 + 1;

fn deleted_accounts(conn: &mut Conn, query: &Query) -> QueryResult<Vec<Row>> {
    let mut found = accounts::table
        .filter(accounts::deleted_at.is_not_null())
        .into_boxed();
    if !query.text.is_empty() {
        found = found.filter(accounts::name.like(contains(&query.text)));
    }
    if let Some((at, after)) = query.after {
        let at_same = accounts::deleted_at.eq(at).assume_not_null();
        let older = accounts::deleted_at.lt(at).assume_not_null();
        found = match after.kind {
            SubjectType::Account => {
                found.filter(older.or(at_same.and(accounts::id.lt(AccountId(after.id)))))
            }
            // Accounts come before contacts of the same moment.
            _ => found.filter(older),
        };
    }
    let rows: Vec<(AccountId, String, Option<NaiveDateTime>)> = found
        .order((accounts::deleted_at.desc(), accounts::id.desc()))
        .limit(LIMIT)
        .select((accounts::id, accounts::name, accounts::deleted_at))
        .load(conn)?;
    let row = |(id, name, at): (AccountId, String, Option<NaiveDateTime>)| Row {
        subject: Subject::new(SubjectType::Account, id.0),
        name,
        deleted_at: at.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(row).collect())
}

fn deleted_contacts(conn: &mut Conn, query: &Query) -> QueryResult<Vec<Row>> {
    let mut found = contacts::table
        .filter(contacts::deleted_at.is_not_null())
        .into_boxed();
    if !query.text.is_empty() {
        let key = contains(&crate::fields::fold::fold(&query.text));
        found = found.filter(contacts::name_key.like(key));
    }
    if let Some((at, after)) = query.after {
        let at_same = contacts::deleted_at.eq(at).assume_not_null();
        let older = contacts::deleted_at.lt(at).assume_not_null();
        found = match after.kind {
            SubjectType::Contact => {
                found.filter(older.or(at_same.and(contacts::id.lt(ContactId(after.id)))))
            }
            _ => found.filter(older.or(at_same)),
        };
    }
    type Found = (ContactId, String, String, Option<NaiveDateTime>);
    let rows: Vec<Found> = found
        .order((contacts::deleted_at.desc(), contacts::id.desc()))
        .limit(LIMIT)
        .select((
            contacts::id,
            contacts::first_name,
            contacts::last_name,
            contacts::deleted_at,
        ))
        .load(conn)?;
    let row = |(id, first, last, at): Found| Row {
        subject: Subject::new(SubjectType::Contact, id.0),
        name: full_name(&first, &last),
        deleted_at: at.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(row).collect())
}
