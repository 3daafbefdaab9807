//! What refers to accounts and contacts: a merge takes it along to the one that stays, and what leaves for good takes all
//! of it with it. A new reference fails here until both know of it.
use std::collections::BTreeSet;

use chrono::TimeDelta;
use minimata::auth::Role;
use minimata::trash::purge;

use crate::support::{Browser, TestApp};

/// Every foreign key to accounts and contacts, and the rows that a merge may leave at the record that goes.
#[rustfmt::skip]
const REFERENCES: &[(&str, Left)] = &[
    ("account_tags.account_id", Left::All),
    ("accounts.parent_id", Left::Nothing),
    ("affiliations.account_id", Left::Deleted),
    ("affiliations.contact_id", Left::Deleted),
    ("contact_tags.contact_id", Left::All),
    ("kpi_values.account_id", Left::Nothing),
];

#[derive(Clone, Copy, PartialEq)]
enum Left {
    /// It goes along.
    Nothing,
    /// It is copied, so that an undo finds it where it was.
    All,
    /// What the one that stays had already is deleted where it is.
    Deleted,
}

/// Rows that refer to a record, deleted ones too or only living ones.
fn referring(app: &TestApp, reference: &str, id: i64, living: bool) -> String {
    let (table, column) = reference.split_once('.').unwrap();
    let only = if living {
        " AND deleted_at IS NULL"
    } else {
        ""
    };
    let count = format!("SELECT CAST(COUNT(*) AS CHAR) FROM {table} WHERE {column} = {id}{only}");
    app.database().column(&count)[0].clone()
}

/// Which table a reference leads to.
fn leads_to(reference: &str) -> &'static str {
    match reference.ends_with(".contact_id") {
        true => "contacts",
        false => "accounts",
    }
}

/// Two accounts and two contacts, the second of each with something of everything: the ids.
fn world(app: &TestApp, staff: &Browser) -> [i64; 4] {
    let [one, other, third] =
        ["Ref ett", "Ref två", "Ref tre"].map(|name| app.account(&[("name", name)]));
    app.account(&[("name", "Ref barn"), ("parent", &format!("#{other}"))]);
    let [asa, bo] = ["Åsa", "Bo"].map(|name| app.contact(&[("last_name", name)]));
    app.role(bo, other, "Kassör", ("", ""));
    app.role(bo, third, "Ledamot", ("", ""));
    app.make_tags(&["Ref"]);
    for path in [format!("/accounts/{other}"), format!("/contacts/{bo}")] {
        staff
            .post(&format!("{path}/tags"), &[("name", "Ref")])
            .assert_status(303);
    }
    let kpi = [
        ("name", "Ref"),
        ("cadence", "month"),
        ("totalling", "sum"),
        ("direction", "up"),
    ];
    app.sign_in(Role::Admin)
        .post("/kpis", &kpi)
        .assert_status(303);
    app.database().execute(&format!(
        "INSERT INTO kpi_values (definition_id, account_id, period, value, note, entered_at)
         SELECT MAX(id), {other}, '2026-01-01', 5, '', NOW() FROM kpi_definitions"
    ));
    [one, other, asa, bo]
}

#[test]
fn every_reference_is_known() {
    let app = TestApp::start_committed();
    let query =
        "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.key_column_usage
        WHERE table_schema = DATABASE() AND referenced_table_name IN ('accounts', 'contacts')";
    let there: BTreeSet<String> = app.database().column(query).into_iter().collect();
    let known = REFERENCES.iter().map(|(name, _)| (*name).to_owned());
    assert_eq!(
        there,
        known.collect(),
        "teach `purge` and `app::MOVINGS`, then add a line and a row to `world`"
    );
}

#[test]
fn a_merge_leaves_nothing_behind_and_its_undo_brings_all_of_it_back() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    let [one, other, asa, bo] = world(&app, &staff);
    let of = |reference: &str| match leads_to(reference) {
        "accounts" => (one, other),
        _ => (asa, bo),
    };
    let before = |id: fn((i64, i64)) -> i64| -> Vec<String> {
        let count = |(name, _): &(&str, Left)| referring(&app, name, id(of(name)), false);
        REFERENCES.iter().map(count).collect()
    };
    let had = before(|(_, goes)| goes);
    assert!(had.iter().all(|n| n != "0"), "a row of each: {had:?}");
    staff.open(&format!("/accounts/{one}/merge?with={other}"));
    let page = staff.submit("#merge-form", &[]);
    page.assert_redirect(&format!("/accounts/{one}"));
    staff.open(&format!("/contacts/{asa}/merge?with={bo}"));
    staff.submit("#merge-form", &[]).assert_status(303);
    for (name, left) in REFERENCES {
        let goes = of(name).1;
        match left {
            Left::Nothing => assert_eq!(referring(&app, name, goes, false), "0", "{name}"),
            Left::Deleted => assert_eq!(referring(&app, name, goes, true), "0", "{name}"),
            Left::All => {}
        }
        let stays = referring(&app, name, of(name).0, false);
        assert_ne!(stays, "0", "{name}: nothing went along");
    }
    let merges =
        "SELECT CAST(id AS CHAR) FROM operations WHERE kind LIKE '%.merge' ORDER BY id DESC";
    for merge in app.database().column(merges) {
        staff
            .post(&format!("/changes/{merge}/undo"), &[])
            .assert_status(303);
    }
    assert_eq!(before(|(_, goes)| goes), had);
}

#[test]
fn what_leaves_for_good_takes_everything_along() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    let [one, other, asa, bo] = world(&app, &staff);
    let distinct = |path: &str, with: i64| {
        staff
            .post(
                &format!("{path}/distinctions"),
                &[("with", &with.to_string())],
            )
            .assert_status(303);
    };
    distinct(&format!("/accounts/{one}"), other);
    distinct(&format!("/contacts/{bo}"), asa);
    app.database().execute(&format!(
        "INSERT INTO duplicate_pairs VALUES ('account', {one}, {other}, 1, 'email'), ('contact', {asa}, {bo}, 1, 'email')"
    ));
    for path in [format!("/accounts/{other}"), format!("/contacts/{bo}")] {
        let page = format!("{path}/edit");
        staff
            .post("/drafts", &[("draft", &page), ("city", "Hemlig")])
            .assert_status(204);
        staff
            .post(&format!("{path}/removal"), &[])
            .assert_status(303);
    }
    app.clock().advance(TimeDelta::days(30).to_std().unwrap());
    let now = app.clock().now();
    while app.write(|conn, _| Ok(purge(conn, now)?)) > 0 {}
    for (name, _) in REFERENCES {
        let goes = if leads_to(name) == "accounts" {
            other
        } else {
            bo
        };
        assert_eq!(referring(&app, name, goes, false), "0", "{name}");
    }
    let count = |table: &str| {
        let count = format!("SELECT CAST(COUNT(*) AS CHAR) FROM {table}");
        app.database().column(&count)[0].clone()
    };
    for table in ["distinct_pairs", "duplicate_pairs", "drafts", "kpi_values"] {
        assert_eq!(count(table), "0", "{table}");
    }
    // History is told of the values as well, by no more than that they were there.
    let told =
        "SELECT before_values FROM changes WHERE action = 'delete' AND subject_type = 'kpi_value'";
    let told = [told.to_owned(), told.replace("'delete'", "'purge'")]
        .map(|query| app.database().column(&query))
        .concat();
    assert_eq!(told, ["{}"]);
    // The one that was found to be another, and whoever stays, are as they were.
    app.sign_in(Role::Staff)
        .open(&format!("/accounts/{one}"))
        .assert_one("h1", "Ref ett");
}
