//! The button: where it is, for whom, and what it does.
use super::{account, change, undo_in};
use crate::support::TestApp;
use chrono::TimeDelta;
use minimata::auth::Role;

#[test]
fn a_deleted_account_comes_back_and_goes_again() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = account(&staff, "Åter AB");
    let gone = staff.post(&format!("{path}/removal"), &[]);
    let list = gone.assert_redirect("/accounts").follow();
    list.assert_has("Åter AB was deleted");
    staff.get(&path).assert_status(410);
    let back = staff.post(&undo_in(&list), &[]);
    back.assert_status(303);
    let page = staff.open(&path);
    page.assert_one("h1", "Åter AB")
        .assert_has("undid: deleted the account Åter AB")
        .assert_one(".toast form button", "Redo");
    let again = staff.post(&undo_in(&page), &[]);
    again.assert_status(303);
    staff.get(&path).assert_status(410);
    let list = staff.open("/changes");
    list.assert_has("redid: deleted the account Åter AB")
        .assert_has("Redone by")
        .assert_has("Undone by");
}

#[test]
fn an_edit_is_taken_back_from_the_notice_of_a_part_and_found_again_by_its_keys() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = account(&staff, "Först AB");
    let edited = staff.htmx().post(
        &format!("{path}/fields/name"),
        &[("name", "Sedan AB"), ("version", "1")],
    );
    let undo = edited
        .assert_one(".toast p", "Sedan AB was saved")
        .attributes(".toast form", "action")[0]
        .clone();
    staff.open(&path);
    staff
        .htmx()
        .post(&undo, &[])
        .assert_status(200)
        .assert_header("HX-Location", &path);
    let page = staff.open(&path);
    page.assert_one("h1", "Först AB")
        .assert_has("Done: undid: changed the account Sedan AB");
    staff.open("/accounts?q=först").assert_has("Först AB");
    // An open form starts from an older version: it conflicts as usual.
    let stale = staff.post(
        &format!("{path}/fields/city"),
        &[("city", "Lund"), ("version", "2")],
    );
    stale.assert_status(409);
}

#[test]
fn undoing_twice_has_one_effect_and_says_so() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = account(&staff, "Dubbel AB");
    let undo = undo_in(&change(&staff, &path, "city", "Lund"));
    staff.post(&undo, &[]).assert_status(303);
    staff.post(&undo, &[]).assert_status(303);
    staff.open(&path).assert_has("It has been undone already");
    let undone = staff.open("/changes").all("#list tbody tr");
    let undone = undone.iter().filter(|row| row.contains("undid:"));
    assert_eq!(undone.count(), 1);
}

#[test]
fn staff_undo_their_own_managers_anybodys_and_nobody_what_is_too_old() {
    let app = TestApp::start();
    let (staff, other) = (app.sign_in(Role::Staff), app.sign_in(Role::Staff));
    let (manager, viewer) = (app.sign_in(Role::Manager), app.sign_in(Role::Viewer));
    let path = account(&staff, "Vems AB");
    let undo = undo_in(&change(&staff, &path, "city", "Lund"));
    let one = undo.trim_end_matches("/undo");
    for page in [path.as_str(), one, "/changes"] {
        other
            .open(page)
            .assert_none(&format!("#main form[action='{undo}']"));
        viewer
            .open(page)
            .assert_none(&format!("#main form[action='{undo}']"));
        manager
            .open(page)
            .assert_count(&format!("#main form[action='{undo}']"), 1);
        staff
            .open(page)
            .assert_count(&format!("#main form[action='{undo}']"), 1);
    }
    other
        .post(&undo, &[])
        .assert_status(403)
        .assert_has("Only managers");
    viewer.post(&undo, &[]).assert_status(403);
    app.clock()
        .advance(TimeDelta::days(31).to_std().expect("days"));
    let (staff, manager) = (app.sign_in(Role::Staff), app.sign_in(Role::Manager));
    staff
        .open(&path)
        .assert_none(&format!("#main form[action='{undo}']"));
    manager
        .post(&undo, &[])
        .assert_status(403)
        .assert_has("too long ago");
}

#[test]
fn people_and_settings_are_not_undone() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let audit = admin.open("/audit");
    let one = audit.attributes("#list a.row-link", "href")[0].clone();
    admin.open(&one).assert_none("#main form[action$='/undo']");
    let id = one.trim_start_matches("/audit/");
    admin
        .post(&format!("/changes/{id}/undo"), &[])
        .assert_status(404);
    admin
        .post("/changes/999999999/undo", &[])
        .assert_status(404);
}

#[test]
fn a_new_contact_with_its_role_goes_and_tags_are_taken_back_one_by_one() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = account(&staff, "Klubben");
    let made = staff.post(
        &format!("{path}/contacts"),
        &[
            ("first_name", "Ny"),
            ("last_name", "Ek"),
            ("role", "Kassör"),
        ],
    );
    let page = made.assert_status(303).follow();
    page.assert_has("Ny Ek");
    staff.post(&undo_in(&page), &[]).assert_status(303);
    staff.open(&path).assert_none("#people tbody tr");
    app.make_tags(&["Vän", "Ovän"]);
    staff.post(&format!("{path}/tags"), &[("name", "Vän")]);
    let first = undo_in(&staff.open(&path));
    staff.post(&format!("{path}/tags"), &[("name", "Ovän")]);
    staff.open(&path).assert_count("#tags .tag", 2);
    // Putting on another tag is not in the way.
    staff.post(&first, &[]).assert_status(303);
    staff.open(&path).assert_one("#tags .tag", "Ovän");
}
