//! The name of the account that a contact is at, repeated in the contact's row: what the list sorts by.
//!
//! It is the account of the primary affiliation, else of the first one, among living ones at living accounts; empty where
//! there is none.

use super::model::ContactId;
use crate::accounts::model::AccountId;
use crate::audit::{SubjectType, Touched};
use crate::db::Conn;
use crate::schema::{accounts, affiliations, contacts};
use diesel::prelude::*;
use std::collections::BTreeSet;

diesel::define_sql_function! {
    /// The text, or another one where there is none.
    fn coalesce(text: diesel::sql_types::Nullable<diesel::sql_types::Text>, other: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Contacts of one statement.
const PART: usize = 1_000;

/// Follows affiliations that come, go or move, and accounts that are renamed, deleted or brought back.
pub(crate) fn follow(conn: &mut Conn, touched: &[Touched<'_>]) -> QueryResult<()> {
    let ids = concerned(conn, touched, &["account_id", "is_primary"], &["name"])?;
    for part in ids.chunks(PART) {
        settle(conn, part)?;
    }
    Ok(())
}

/// The contacts with a role of which one of `of_role` may be another now, or at an account of which one of `of_account` may.
pub(super) fn concerned(
    conn: &mut Conn,
    touched: &[Touched<'_>],
    of_role: &[&str],
    of_account: &[&str],
) -> QueryResult<Vec<ContactId>> {
    let mut ids = BTreeSet::new();
    let (mut accounts, mut roles) = (Vec::new(), Vec::new());
    for row in touched {
        match row.subject().kind {
            SubjectType::Affiliation => {
                let before = ids.len();
                ids.extend(row.ids("contact_id").map(ContactId));
                let moved = of_role.iter().any(|field| row.may_differ(field));
                if moved && ids.len() == before {
                    roles.push(row.subject().id);
                }
            }
            SubjectType::Account
                if !row.is_new() && of_account.iter().any(|field| row.may_differ(field)) =>
            {
                accounts.push(AccountId(row.subject().id));
            }
            _ => {}
        }
    }
    if !roles.is_empty() {
        let of_roles = affiliations::table.filter(affiliations::id.eq_any(roles));
        ids.extend(
            of_roles
                .select(affiliations::contact_id)
                .load::<ContactId>(conn)?,
        );
    }
    if !accounts.is_empty() {
        let at_accounts = affiliations::table
            .filter(affiliations::account_id.eq_any(accounts))
            .filter(affiliations::deleted_at.is_null());
        ids.extend(
            at_accounts
                .select(affiliations::contact_id)
                .load::<ContactId>(conn)?,
        );
    }
    Ok(ids.into_iter().collect())
}

fn settle(conn: &mut Conn, ids: &[ContactId]) -> QueryResult<()> {
    let name = affiliations::table
        .inner_join(accounts::table)
        .filter(affiliations::contact_id.eq(contacts::id))
        .filter(affiliations::deleted_at.is_null())
        .filter(accounts::deleted_at.is_null())
        .order((affiliations::is_primary.desc(), affiliations::id.asc()))
        .select(accounts::name)
        .single_value();
    diesel::update(contacts::table.filter(contacts::id.eq_any(ids)))
        .set(contacts::account_name.eq(coalesce(name, "")))
        .execute(conn)
        .map(drop)
}
