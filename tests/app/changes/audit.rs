//! The audit list.
use minimata::auth::Role;

use super::{account, change};
use crate::support::TestApp;

#[test]
fn only_admins_read_it_and_others_are_told_which_role() {
    let app = TestApp::start();
    for role in [Role::Viewer, Role::Staff, Role::Manager] {
        let visitor = app.sign_in(role);
        visitor.get("/audit").assert_status(403).assert_has("Admin");
        visitor.open("/").assert_none("a[href='/audit']");
    }
    app.sign_in(Role::Admin).open("/audit");
    app.browser()
        .get("/audit")
        .assert_redirect("/login?next=%2Faudit");
}

#[test]
fn it_holds_sign_ins_and_failures_with_address_and_no_password() {
    let app = TestApp::start();
    let person = app.person(Role::Admin);
    let stranger = app.browser().with_header("X-Forwarded-For", "203.0.113.7");
    stranger.open("/login");
    let fields = [
        ("email", person.email.as_str()),
        ("password", "wrong horse battery"),
    ];
    stranger.submit("form:has([name=password])", &fields);
    let admin = app.sign_in_as(&person);
    let id = account(&admin, "Reviderad");
    change(&admin, id, 1, "city", "Kiruna");
    let page = admin.open("/audit");
    page.assert_has("signed in")
        .assert_has("failed to sign in")
        .assert_has("203.0.113.7")
        .assert_has("Reviderad")
        .assert_lacks("wrong horse battery")
        .assert_lacks(&person.password);
    admin
        .open("/audit?kind=session.failure")
        .assert_count("#list tbody tr", 1)
        .assert_has("A visitor");
    admin
        .click("#list a.row-link")
        .assert_has("203.0.113.7")
        .assert_lacks("wrong horse");
}

#[test]
fn a_change_of_role_is_in_words() {
    // Changing a role locks the admins, and open tests have theirs in the shared database.
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let person = app.person(Role::Viewer);
    admin.open(&format!("/people/{}", person.id));
    admin
        .submit(
            &format!("form[action='/people/{}/role']", person.id),
            &[("role", "manager")],
        )
        .assert_status(303);
    let page = admin.open("/audit?kind=user.role");
    page.assert_has(&format!(
        "changed the role of {} from Viewer to Manager",
        person.name
    ));
    admin
        .click("#list a.row-link")
        .assert_one("#changes del", "Viewer")
        .assert_one("#changes ins", "Manager");
}
