//! The trash: what is deleted, restored and purged.
use crate::support::{TestApp, organisation_number};
use chrono::TimeDelta;
use minimata::auth::Role;
use minimata::trash::purge;

#[test]
fn a_deleted_record_says_so_and_is_restored_from_its_page_or_the_trash() {
    let app = TestApp::start();
    let (staff, viewer) = (app.sign_in(Role::Staff), app.sign_in(Role::Viewer));
    let paths =
        ["Ett AB", "Två AB"].map(|name| format!("/accounts/{}", app.account(&[("name", name)])));
    for path in &paths {
        staff
            .post(&format!("{path}/removal"), &[])
            .assert_status(303);
        staff.open("/accounts");
    }
    let gone = staff.get(&paths[0]);
    gone.assert_status(410)
        .assert_one("h1", "Ett AB")
        .assert_has("In the trash since")
        .assert_has("Deleted by Staff");
    viewer
        .get(&paths[0])
        .assert_status(410)
        .assert_none("#gone form");
    viewer.get("/trash").assert_status(403);
    let row = gone.attributes("#gone input[name=row]", "value")[0].clone();
    staff
        .post("/trash/restoration", &[("row", &row)])
        .assert_status(303);
    staff
        .open(&paths[0])
        .assert_one("h1", "Ett AB")
        .assert_has("One record was restored");
    staff
        .open("/trash?q=två")
        .assert_count("#trash-form tbody tr", 1)
        .assert_has("Två AB");
    staff.open("/trash?kind=contact").assert_none("#trash-form");
    staff.post("/trash/restoration", &[]).assert_status(303);
    staff
        .open("/trash")
        .assert_has("no deleted record was chosen");
}

#[test]
fn a_number_that_is_taken_is_in_the_way_of_restoring_all() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let old = app.account(&[("name", "Gamla"), ("organisation_number", &number)]);
    let other = app.account(&[("name", "Andra")]);
    for id in [old, other] {
        staff
            .post(&format!("/accounts/{id}/removal"), &[])
            .assert_status(303);
        staff.open("/accounts");
    }
    let new = app.account(&[("name", "Nya"), ("organisation_number", &number)]);
    let (a, b) = (format!("account-{other}"), format!("account-{old}"));
    let refused = staff.post("/trash/restoration", &[("row", &a), ("row", &b)]);
    refused
        .assert_status(409)
        .assert_has("Nothing was restored")
        .assert_count("#trash-form input[checked]", 2);
    assert!(
        refused
            .attributes("#obstacles a", "href")
            .contains(&format!("/accounts/{new}"))
    );
    staff.get(&format!("/accounts/{other}")).assert_status(410);
}

#[test]
fn what_is_past_its_time_leaves_and_its_history_stays() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let top = app.account(&[("name", "Toppen")]);
    let below = app.account(&[("name", "Under"), ("parent", &format!("#{top}"))]);
    let contact = app.contact(&[("last_name", "Kvar")]);
    app.role(contact, top, "Kassör", ("", ""));
    let kept = app.role(contact, below, "Ledamot", ("", ""));
    staff
        .post(&format!("/accounts/{top}/removal"), &[])
        .assert_status(303);
    let purged = |app: &TestApp| {
        let now = app.clock().now();
        app.write(|conn, _| Ok(purge(conn, now)?))
    };
    assert_eq!(purged(&app), 0, "not yet");
    app.clock()
        .advance(TimeDelta::days(30).to_std().expect("days"));
    assert_eq!(purged(&app), 1);
    assert_eq!(purged(&app), 0);
    let staff = app.sign_in(Role::Staff);
    staff.get(&format!("/accounts/{top}")).assert_status(404);
    staff
        .open(&format!("/accounts/{below}"))
        .assert_one("h1", "Under")
        .assert_has("Parent account None");
    staff
        .open(&format!("/contacts/{contact}"))
        .assert_count(&format!("#affiliation-{kept} .badge"), 1);
    let changes = staff.open("/changes");
    changes
        .assert_has("removed 1 from the trash for good")
        .assert_has("deleted the account Toppen");
}
