//! A record is found by the next request after its save, and no longer after it went.
use super::listed;
use crate::imports::Desk;
use crate::support::TestApp;
use crate::undo::{change, undo_in};
use chrono::TimeDelta;
use diesel::prelude::*;
use minimata::auth::Role;
use minimata::imports::What;
use minimata::schema::{search_entries, search_postings};
use minimata::search_index::{IndexKind, Query, matching};
use minimata::trash::purge;

const NONE: [&str; 0] = [];

#[test]
fn what_is_made_changed_deleted_and_brought_back_is_found_at_once() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = crate::undo::account(&staff, "Kvarnsveden AB");
    assert_eq!(listed(&staff, "accounts", "arnsved"), ["Kvarnsveden AB"]);

    let page = change(&staff, &path, "name", "Hammarby Kvarn AB");
    assert_eq!(listed(&staff, "accounts", "kvarnsved"), NONE);
    assert_eq!(
        listed(&staff, "accounts", "kvarn hammar"),
        ["Hammarby Kvarn AB"]
    );

    staff.post(&undo_in(&page), &[]).assert_status(303);
    assert_eq!(listed(&staff, "accounts", "hammarby"), NONE);
    assert_eq!(
        listed(&staff, "accounts", "KVARNSVEDEN"),
        ["Kvarnsveden AB"]
    );

    let path = path.split('?').next().unwrap();
    staff
        .post(&format!("{path}/removal"), &[])
        .assert_status(303);
    assert_eq!(listed(&staff, "accounts", "kvarnsveden"), NONE);
    let gone = staff.get(path);
    let row = gone.attributes("#gone input[name=row]", "value")[0].clone();
    staff
        .post("/trash/restoration", &[("row", &row)])
        .assert_status(303);
    assert_eq!(
        listed(&staff, "accounts", "kvarnsveden"),
        ["Kvarnsveden AB"]
    );
}

#[test]
fn what_is_purged_leaves_nothing_in_the_index() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    let id = app.account(&[("name", "Borta Bra AB"), ("city", "Lund")]);
    let contact = app.contact(&[("first_name", "Bo"), ("last_name", "Borta")]);
    for path in [format!("/accounts/{id}"), format!("/contacts/{contact}")] {
        staff
            .post(&format!("{path}/removal"), &[])
            .assert_status(303);
    }
    app.clock().advance(TimeDelta::days(31).to_std().unwrap());
    let now = app.clock().now();
    app.write(|conn, _| Ok(purge(conn, now)?));
    let left: (i64, i64) = app.write(|conn, _| {
        let postings = search_postings::table.count().get_result(conn)?;
        Ok((search_entries::table.count().get_result(conn)?, postings))
    });
    assert_eq!(left, (0, 0));
}

#[test]
fn a_contact_is_found_by_role_and_account_as_they_are_now() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let account = app.account(&[("name", "Åkes Bygg"), ("city", "Umeå")]);
    let contact = app.contact(&[("first_name", "Disa"), ("last_name", "Lundh")]);
    assert_eq!(listed(&staff, "contacts", "åkes ordf umeå"), NONE);
    let role = app.role(contact, account, "Ordförande", ("", ""));
    assert_eq!(listed(&staff, "contacts", "åkes ordf umeå"), ["Disa Lundh"]);

    change(
        &staff,
        &format!("/accounts/{account}"),
        "name",
        "Ekans Bygg",
    );
    assert_eq!(listed(&staff, "contacts", "åkes ordf"), NONE);
    assert_eq!(listed(&staff, "contacts", "ekan ordf"), ["Disa Lundh"]);
    change(&staff, &format!("/accounts/{account}"), "city", "Kiruna");
    assert_eq!(listed(&staff, "contacts", "kiru lundh"), ["Disa Lundh"]);

    staff
        .post(&format!("/accounts/{account}/removal"), &[])
        .assert_status(303);
    assert_eq!(listed(&staff, "contacts", "ekans"), NONE);
    let gone = staff.get(&format!("/accounts/{account}"));
    let row = gone.attributes("#gone input[name=row]", "value")[0].clone();
    staff
        .post("/trash/restoration", &[("row", &row)])
        .assert_status(303);
    assert_eq!(listed(&staff, "contacts", "ekans"), ["Disa Lundh"]);

    staff
        .post(
            &format!("/affiliations/{role}/removal"),
            &[("version", "1")],
        )
        .assert_status(303);
    assert_eq!(listed(&staff, "contacts", "ekans"), NONE);
    assert_eq!(listed(&staff, "contacts", "lundh"), ["Disa Lundh"]);
}

#[test]
fn a_merge_moves_what_is_found() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let one = app.account(&[("name", "Vinkelns Smide")]);
    let other = app.account(&[("name", "Trianglens Smide")]);
    let with = format!("/accounts/{one}/merge?with={other}");
    let page = crate::merges::merge(&staff, &with, &[("field.name", "left")]);
    page.assert_status(303);
    assert_eq!(listed(&staff, "accounts", "triangel"), NONE);
    assert_eq!(
        listed(&staff, "accounts", "vinkel smide"),
        ["Vinkelns Smide"]
    );
}

#[test]
fn imported_rows_are_found_right_after_the_import() {
    let desk = Desk::new();
    desk.take(
        What::Accounts,
        "Namn;Ort;Telefon\nSnickarboden;Ystad;070-123 45 67\nRörmokarn;Ystad;\n",
    );
    let found = |text: &str| {
        let readings = Query::readings(text);
        let work = |conn: &mut minimata::db::Conn| matching(conn, IndexKind::Account, &readings);
        desk.db.run_blocking(work).unwrap().ids().len()
    };
    assert_eq!(
        [
            found("nickarbod"),
            found("ystad"),
            found("070 123 45"),
            found("malmö")
        ],
        [1, 2, 1, 0]
    );
    desk.take(
        What::Accounts,
        "Namn;Ort;Telefon\nSnickarboden;Ystad;08-12 34 56\n",
    );
    assert_eq!([found("0701234567"), found("08-123456")], [0, 1]);
}
