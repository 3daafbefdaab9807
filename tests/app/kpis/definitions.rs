//! Definitions by managers.

use minimata::auth::Role;

use super::{enter, kpi};
use crate::support::TestApp;

#[test]
fn a_manager_defines_changes_and_archives_a_kpi() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    manager.open("/kpis").assert_has("No KPIs yet");
    manager.open("/kpis/new");
    let made = manager.submit(
        "#record-form",
        &[
            ("name", "Sjukfrånvaro"),
            ("unit", "%"),
            ("decimals", "1"),
            ("direction", "down"),
            ("totalling", "mean"),
        ],
    );
    let page = made.assert_status(303).follow();
    page.assert_one("h1", "Sjukfrånvaro")
        .assert_has("Less is better");
    // The usual limits where less is better: amber over 100 %, red over 110 %.
    page.assert_one("#kpi-amber dd", "100 %")
        .assert_one("#kpi-red dd", "110 %");
    let path = made.location();
    manager.open(&format!("{path}/edit"));
    manager
        .submit("#record-form", &[("name", "Sjukfrånvaro, total")])
        .assert_status(303);
    manager
        .open("/kpis")
        .assert_one("#list tbody th", "Sjukfrånvaro, total");
    manager
        .post(&format!("{path}/archival"), &[])
        .assert_status(303);
    manager.open("/kpis").assert_has("No KPIs yet");
    manager
        .open("/kpis?archived=1")
        .assert_one("#list tbody th", "Sjukfrånvaro, total");
    manager
        .post(&format!("{path}/archival/removal"), &[])
        .assert_status(303);
    manager
        .open("/changes")
        .assert_has("took the KPI Sjukfrånvaro, total out of the archive");
}

#[test]
fn what_is_wrong_is_said_at_the_field_with_all_that_was_typed() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    kpi(&manager, &[("name", "Ärenden")]);
    manager.open("/kpis/new");
    let answer = manager.submit(
        "#record-form",
        &[
            ("name", "ärenden"),
            ("decimals", "7"),
            ("first_period", "2026-Q1"),
            ("red_limit", "101"),
            ("amber_limit", "hundra"),
        ],
    );
    answer
        .assert_status(422)
        .assert_one("#decimals-error", "Choose 0 to 6 decimals")
        .assert_one("#first_period-error", "Write a period such as 2026-03")
        .assert_one(
            "#amber_limit-error",
            "Write a number, such as 1,234.5 or 1 234,5",
        );
    let answer = manager.submit(
        "#record-form",
        &[
            ("decimals", "0"),
            ("first_period", ""),
            ("amber_limit", "100 %"),
        ],
    );
    answer
        .assert_status(422)
        .assert_has("red begins below amber");
    let answer = manager.submit("#record-form", &[("red_limit", "90")]);
    answer
        .assert_status(422)
        .assert_one("#name-error", "There is a KPI with this name");
}

#[test]
fn the_cadence_stays_once_there_are_values() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[]);
    manager.open(&format!("{path}/edit"));
    manager
        .submit(
            "#record-form",
            &[("cadence", "week"), ("first_period", "2026-W05")],
        )
        .assert_status(303);
    manager.open(&format!("{path}/edit"));
    manager
        .submit(
            "#record-form",
            &[("cadence", "month"), ("first_period", "2026-01")],
        )
        .assert_status(303);
    enter(&manager, &path, "2026-01", "4");
    manager.open(&format!("{path}/edit"));
    manager
        .submit(
            "#record-form",
            &[("cadence", "week"), ("first_period", "2026-W05")],
        )
        .assert_status(422)
        .assert_has("they belong to periods of this length");
}

#[test]
fn two_who_change_a_definition_see_both() {
    let app = TestApp::start();
    let (one, other) = (app.sign_in(Role::Manager), app.sign_in(Role::Manager));
    let path = kpi(&one, &[]);
    let (first, second) = (
        {
            one.open(&format!("{path}/edit"));
            one.form("#record-form")
        },
        {
            other.open(&format!("{path}/edit"));
            other.form("#record-form")
        },
    );
    first.fill("unit", "st").submit().assert_status(303);
    second
        .fill("unit", "personer")
        .submit()
        .assert_status(409)
        .assert_count("#unit[value='personer']", 1)
        .assert_one("#keep-unit .clash-theirs", "st");
}

#[test]
fn the_same_form_posted_twice_makes_one() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    manager.open("/kpis/new");
    let (first, second) = (manager.form("#record-form"), manager.form("#record-form"));
    let made = first
        .fill("name", "En gång")
        .submit()
        .assert_status(303)
        .location();
    let again = second
        .fill("name", "En gång")
        .submit()
        .assert_status(303)
        .location();
    assert_eq!(made, again);
}
