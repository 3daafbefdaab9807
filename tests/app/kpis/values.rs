//! Values: entered, corrected, locked, and by whom.

use minimata::auth::Role;

use super::{enter, id, kpi};
use crate::support::TestApp;

#[test]
fn a_correction_keeps_the_old_value_who_and_why() {
    let app = TestApp::start();
    let person = app.person(Role::Manager);
    let manager = app.sign_in_as(&person);
    let path = kpi(&manager, &[("unit", "st")]);
    let cell = format!("{path}/values/2026-02");
    manager
        .open(&cell)
        .assert_has("Nothing has been entered here")
        .assert_none("#reason");
    manager
        .submit(
            "#cell-form",
            &[("value", "1 234,5"), ("note", "Preliminärt")],
        )
        .assert_status(303);
    manager
        .open(&path)
        .assert_has("1,235 st")
        .assert_has("Preliminärt");
    let page = manager.open(&cell);
    assert_eq!(page.attributes("#value", "value"), ["1,234.5"]);
    manager
        .submit(
            "#cell-form",
            &[("value", "1300"), ("reason", "Sent anmälda")],
        )
        .assert_status(303);
    let page = manager.open(&cell);
    assert_eq!(
        page.all("#history tbody tr td:nth-child(3)"),
        ["1,235 st", ""]
    );
    page.assert_has("Sent anmälda").assert_has(&person.name);
    // Taking it out is a correction too.
    manager
        .submit("#cell-form", &[("value", "")])
        .assert_status(303);
    manager
        .open(&cell)
        .assert_count("#history tbody tr", 3)
        .assert_has("Taken out");
    manager
        .open("/changes")
        .assert_has("entered Nya medlemmar for 2026-02");
}

#[test]
fn who_may_enter() {
    let app = TestApp::start();
    let (viewer, staff) = (app.person(Role::Viewer), app.person(Role::Staff));
    let manager = app.sign_in(Role::Manager);
    let (reader, writer) = (app.sign_in_as(&viewer), app.sign_in_as(&staff));
    let closed = kpi(&manager, &[("name", "Stängt")]);
    let open = kpi(&manager, &[("name", "Öppet"), ("staff_enters", "true")]);
    let owned = kpi(
        &manager,
        &[("name", "Ägt"), ("owner_id", &viewer.id.to_string())],
    );
    for (who, path, status) in [
        (&reader, &closed, 403),
        (&reader, &open, 403),
        (&reader, &owned, 303),
        (&writer, &closed, 403),
        (&writer, &open, 303),
        (&writer, &owned, 403),
    ] {
        let answer = who.post(&format!("{path}/values/2026-01"), &[("value", "5")]);
        assert_eq!(answer.status(), status, "{path}");
    }
    // Who may not write sees the value and no field.
    reader
        .open(&format!("{open}/values/2026-01"))
        .assert_none("#cell-form")
        .assert_has("5");
    manager
        .post(&format!("{open}/archival"), &[])
        .assert_status(303);
    let answer = manager.post(&format!("{open}/values/2026-02"), &[("value", "5")]);
    answer.assert_status(403);
}

#[test]
fn two_in_one_cell_the_second_is_shown_both() {
    let app = TestApp::start();
    let (one, other) = (app.sign_in(Role::Manager), app.sign_in(Role::Manager));
    let path = kpi(&one, &[]);
    let cell = format!("{path}/values/2026-01");
    let late = {
        other.open(&cell);
        other.form("#cell-form")
    };
    enter(&one, &path, "2026-01", "100");
    let answer = late.fill("value", "90").submit();
    answer
        .assert_status(409)
        .assert_one("#keep-value .clash-theirs", "100")
        .assert_count("#value[value='90']", 1);
    // Saving again replaces what the other wrote, and history keeps it.
    other.submit("#cell-form", &[("value", "90")]);
    let name = format!("c_{}_2026-01_0_", id(&path));
    let answer = one.htmx().post(&cell, &[(&name, "80")]);
    answer.assert_status(409).assert_one(
        "td.conflict .error",
        "Somebody else wrote 90 here at 2 Mar 2026, 09:00. Save again to replace it",
    );
    assert_eq!(answer.attributes("td input", "value"), ["80"]);
    let again = answer.attributes("td input", "name");
    one.htmx()
        .post(&cell, &[(&again[0], "80")])
        .assert_status(200)
        .assert_count("td.saved", 1);
    one.open(&cell).assert_count("#history tbody tr", 3);
}

#[test]
fn a_locked_period_takes_nothing_until_a_manager_says_why() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[("staff_enters", "true")]);
    enter(&manager, &path, "2026-01", "10");
    manager.open("/kpis/locks/2026-01");
    manager.submit("#lock", &[]).assert_status(303);
    manager
        .open(&format!("{path}/values/2026-01"))
        .assert_none("#cell-form")
        .assert_has("Locked");
    let staff = app.sign_in(Role::Staff);
    for who in [&manager, &staff] {
        let answer = who.post(
            &format!("{path}/values/2026-01"),
            &[("value", "11"), ("version", "1")],
        );
        answer.assert_status(422).assert_has("The period is locked");
    }
    enter(&staff, &path, "2026-02", "12");
    manager.open("/kpis/locks/2026-01");
    manager
        .submit("#unlock", &[])
        .assert_status(422)
        .assert_count("#reason-error", 1);
    manager
        .submit("#unlock", &[("reason", "Fel siffra")])
        .assert_status(303);
    enter(&staff, &path, "2026-01", "11");
    manager
        .open("/changes")
        .assert_has("unlocked the KPI period 2026-01: Fel siffra");
}

#[test]
fn what_is_no_number_is_refused_in_the_cell_with_its_text() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[]);
    let name = format!("c_{}_2026-01_0_", id(&path));
    let answer = manager
        .htmx()
        .post(&format!("{path}/values/2026-01"), &[(&name, "12 tolv")]);
    answer
        .assert_status(422)
        .assert_count("td.wrong input[aria-invalid=true]", 1);
    assert_eq!(answer.attributes("td input", "value"), ["12 tolv"]);
    manager
        .get(&format!("{path}/values/2026-13"))
        .assert_status(404);
    manager
        .get(&format!("{path}/values/2026-Q1"))
        .assert_status(404);
}
