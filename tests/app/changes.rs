//! What happened: the history of a record, recent changes, the audit list.
mod audit;
mod chromium;
mod history;
mod list;
mod one;

use diesel::prelude::*;
use minimata::audit::{Facts, Kind, Operation, Subject, SubjectType, record};
use minimata::auth::{Actor, Channel};
use minimata::schema::{affiliations, contacts};
use serde_json::Value;

use super::support::{Browser, TestApp};

/// Adds an account through its form and gives its id.
#[track_caller]
fn account(browser: &Browser, name: &str) -> i64 {
    let fields = [
        ("name", name),
        ("kind", "association"),
        ("status", "prospect"),
    ];
    let answer = browser.post("/accounts", &fields);
    answer.assert_status(303);
    let id = answer
        .location()
        .rsplit('/')
        .next()
        .and_then(|id| id.parse().ok());
    id.expect("the address of the new account")
}

/// Changes one field in place.
#[track_caller]
fn change(browser: &Browser, account: i64, version: i32, field: &str, value: &str) {
    let version = version.to_string();
    browser
        .post(
            &format!("/accounts/{account}/fields/{field}"),
            &[(field, value), ("version", &version)],
        )
        .assert_status(303);
}

/// Something done past the pages.
fn operate(app: &TestApp, kind: Kind, channel: Channel, work: impl Fn(&mut Operation<'_>)) {
    let (state, now) = (app.server().state(), app.clock().now());
    let done = state.db.run_blocking(|conn| {
        record(conn, &Actor::operator(channel), kind, now, |_, op| {
            work(op);
            Ok::<_, diesel::result::Error>(())
        })
    });
    done.expect("an operation");
}

/// The row of a contact with a role at an account; gives both ids.
fn affiliated(app: &TestApp, account: i64, first: &str, last: &str) -> (i64, i64) {
    let (state, now) = (app.server().state(), app.clock().now());
    let made = state.db.run_blocking(|conn| {
        diesel::insert_into(contacts::table)
            .values((
                contacts::first_name.eq(first),
                contacts::last_name.eq(last),
                contacts::sort_name.eq(format!("{last}, {first}")),
                contacts::name_key.eq(""),
                contacts::email_key.eq(""),
                contacts::notes.eq(""),
                contacts::other_facts.eq("{}"),
                (contacts::created_at.eq(now), contacts::updated_at.eq(now)),
            ))
            .execute(conn)?;
        let contact: i64 = diesel::select(minimata::db::last_insert_id()).get_result(conn)?;
        diesel::insert_into(affiliations::table)
            .values((
                affiliations::contact_id.eq(contact),
                affiliations::account_id.eq(account),
                affiliations::is_primary.eq(true),
                (
                    affiliations::created_at.eq(now),
                    affiliations::updated_at.eq(now),
                ),
            ))
            .execute(conn)?;
        let id: i64 = diesel::select(minimata::db::last_insert_id()).get_result(conn)?;
        Ok::<_, diesel::result::Error>((contact, id))
    });
    made.expect("a contact with a role")
}

/// A row as history keeps it.
struct Kept(SubjectType, i64, Vec<(&'static str, Value)>);

impl minimata::audit::Audited for Kept {
    fn subject(&self) -> Subject {
        Subject::new(self.0, self.1)
    }

    fn facts(&self) -> Facts {
        self.2
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect()
    }
}
