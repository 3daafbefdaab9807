//! KPIs that are counted from records.

use std::time::Duration;

use minimata::auth::Role;
use minimata::jobs::run_next;

use super::kpi;
use crate::support::{Browser, TestApp};

fn account(who: &Browser, name: &str, status: &str, email: &str) -> String {
    let fields = [
        ("name", name),
        ("kind", "company"),
        ("status", status),
        ("email", email),
    ];
    who.post("/accounts", &fields).assert_status(303).location()
}

fn work(app: &TestApp) {
    let state = app.server().state();
    while run_next(state, "test").expect("the queue answers") {}
}

/// The first figure of a KPI's page in a period.
fn value(who: &Browser, path: &str, period: &str) -> String {
    who.open(&format!("{path}?period={period}"))
        .all(".figure strong")[0]
        .clone()
}

#[test]
fn a_month_is_counted_when_it_is_over_where_the_organisation_is_and_stays_so() {
    // Monday 2 March 2026, 09:00 in Stockholm.
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    account(&manager, "Ett", "active", "");
    let two = account(&manager, "Två", "active", "");
    account(&manager, "Tre", "former", "");
    let path = kpi(
        &manager,
        &[
            ("name", "Aktiva"),
            ("source", "count"),
            (
                "counted",
                "https://crm.example/accounts?status=active&sort=city",
            ),
            ("first_period", ""),
            ("totalling", "last"),
        ],
    );
    // The month is not over: counted now, and the number leads to its two rows.
    let page = manager.open(&path);
    page.assert_one("#live-badge", "Counted now");
    assert_eq!(page.all(".figure strong")[0], "2");
    let rows = page.attributes("#rows a", "href");
    assert_eq!(rows, ["/accounts?status=active"]);
    manager.open(&rows[0]).assert_count("#list tbody tr", 2);
    // 31 March 21:30 UTC is 23:30 in Stockholm, where summer time began on the 29th.
    app.clock()
        .advance(Duration::from_secs(60 * (29 * 24 * 60 + 810)));
    work(&app);
    let manager = app.sign_in(Role::Manager);
    manager.open(&path).assert_one("#live-badge", "Counted now");
    // An hour later it is April there, and still March in UTC.
    app.clock().advance(Duration::from_secs(3600));
    work(&app);
    account(&manager, "Fyra", "active", "");
    account(&manager, "Fem", "active", "");
    manager
        .post(&format!("{two}/removal"), &[])
        .assert_status(303);
    // March stays at 2, April is at 2 + 2 − 1 = 3.
    assert_eq!(value(&manager, &path, "2026-03"), "2");
    assert_eq!(value(&manager, &path, "2026-04"), "3");
    manager
        .open("/changes")
        .assert_has("counted Aktiva for one period");
    // What was counted is nobody's to take back, and no second run counts it again.
    app.clock().advance(Duration::from_secs(3600));
    work(&app);
    manager
        .open(&format!("{path}/values/2026-03"))
        .assert_count("#history tbody tr", 1)
        .assert_none("#cell-form");
}

#[test]
fn what_was_added_in_each_period_is_told_afterwards_too() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    account(&manager, "Ett", "active", "");
    account(&manager, "Två", "active", "");
    account(&manager, "Tre", "former", "");
    let path = kpi(
        &manager,
        &[
            ("name", "Nya"),
            ("source", "new"),
            ("counted", "/accounts?status=active"),
            ("first_period", "2025-12"),
        ],
    );
    work(&app);
    // Nobody was added from December to February; two so far in March.
    for month in ["2025-12", "2026-01", "2026-02"] {
        assert_eq!(value(&manager, &path, month), "0", "{month}");
    }
    assert_eq!(value(&manager, &path, "2026-03"), "2");
    let rows = manager.open(&path).attributes("#rows a", "href");
    assert_eq!(
        rows,
        ["/accounts?status=active&created_at.from=2026-03-01&created_at.to=2026-03-31"]
    );
    manager.open(&rows[0]).assert_count("#list tbody tr", 2);
    // A period that was counted leads to what is left of its rows.
    manager
        .open(&format!("{path}/values/2026-02"))
        .assert_has("Added in the period and still there");
    // Nothing is missing of what counts itself.
    manager
        .open("/kpis")
        .assert_none("#list tbody td:nth-child(6) a");
}

#[test]
fn a_share_has_two_lists_of_rows() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    account(&manager, "Ett", "active", "a@example.org");
    account(&manager, "Två", "active", "");
    account(&manager, "Tre", "active", "");
    account(&manager, "Fyra", "former", "b@example.org");
    let path = kpi(
        &manager,
        &[
            ("name", "Med e-post"),
            ("source", "share"),
            ("counted", "/accounts?email.is=filled"),
            ("counted_of", "/accounts?status=active"),
            ("unit", "%"),
            ("decimals", "1"),
            ("totalling", "last"),
        ],
    );
    // One of three active ones: 33,3 %.
    let page = manager.open(&path);
    assert_eq!(page.all(".figure strong")[0], "33.3 %");
    let rows = page.attributes("#rows a", "href");
    manager.open(&rows[0]).assert_count("#list tbody tr", 1);
    manager.open(&rows[1]).assert_count("#list tbody tr", 3);
}

#[test]
fn what_cannot_be_counted_is_refused_at_its_field() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let refused = |more: &[(&str, &str)], field: &str, words: &str| {
        let mut fields = vec![
            ("name", "Räknat"),
            ("cadence", "month"),
            ("totalling", "sum"),
            ("direction", "up"),
        ];
        fields.extend(more);
        manager
            .post("/kpis", &fields)
            .assert_status(422)
            .assert_one(&format!("#{field}-error"), words);
    };
    refused(
        &[("source", "count"), ("counted", "/kpis")],
        "counted",
        "Paste the address of the list of accounts or of contacts, such as /accounts?status=active",
    );
    refused(
        &[("source", "count"), ("counted", "/accounts?owner=me")],
        "counted",
        "“My own” is different for each reader. Choose a person by name",
    );
    refused(
        &[
            ("source", "share"),
            ("counted", "/contacts"),
            ("counted_of", "/accounts"),
        ],
        "counted_of",
        "Both must be addresses of the same list",
    );
}

#[test]
fn what_is_counted_takes_no_values_and_keeps_where_they_come_from() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let fields = [
        ("name", "Räknat"),
        ("source", "new"),
        ("counted", "/contacts"),
    ];
    let path = kpi(&manager, &fields);
    manager
        .post(&format!("{path}/values/2026-02"), &[("value", "7")])
        .assert_status(403);
    manager.open("/kpis/values").assert_lacks("Räknat");
    work(&app);
    let form = manager.open(&format!("{path}/edit"));
    form.assert_has("Records that are counted");
    manager
        .submit("#record-form", &[("source", "entered")])
        .assert_status(422)
        .assert_has("Values or targets exist, and they came from somewhere else");
}
