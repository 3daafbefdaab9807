//! The organisation's own settings.

use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn an_admin_changes_them_and_everybody_sees_the_name() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    admin.open("/organisation");
    let changed = [
        ("organisation_name", "Föreningen Åäö"),
        ("locale", "en"),
        ("trash_days", "60"),
    ];
    admin
        .submit("#organisation", &changed)
        .assert_redirect("/organisation")
        .follow()
        .assert_has("were saved");
    assert_eq!(admin.form("#organisation").value("trash_days"), Some("60"));
    app.sign_in(Role::Viewer)
        .open("/settings")
        .assert_one(".org", "Föreningen Åäö");
    let kinds = app
        .database()
        .column("SELECT kind FROM operations WHERE kind LIKE 'settings.%'");
    assert_eq!(kinds, ["settings.update"]);
}

#[test]
fn each_mistake_is_said_at_its_field() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let wrong = [
        ("organisation_name", ""),
        ("locale", "tlh"),
        ("time_zone", "Europe/Atlantis"),
        ("trash_days", "0"),
        ("version", "1"),
    ];
    admin
        .post("/organisation", &wrong)
        .assert_status(422)
        .assert_count(".field .error", 3);
}

#[test]
fn two_admins_at_once_see_both_values() {
    let app = TestApp::start_committed();
    let (one, two) = (app.sign_in(Role::Admin), app.sign_in(Role::Admin));
    one.open("/organisation");
    two.open("/organisation");
    one.submit("#organisation", &[("organisation_name", "First")])
        .assert_status(303);
    let stale = two.submit("#organisation", &[("organisation_name", "Second")]);
    stale
        .assert_status(409)
        .assert_one("#keep-organisation_name .clash-theirs", "First");
    two.submit("#organisation", &[]).assert_status(303);
    let name = app
        .database()
        .column("SELECT organisation_name FROM settings");
    assert_eq!(name, ["Second"]);
}
