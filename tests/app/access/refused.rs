//! What somebody reads who may not.
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn the_unauthorized_page_names_the_role_that_is_needed() {
    let app = TestApp::start();
    let viewer = app.sign_in(Role::Viewer);
    viewer
        .get("/accounts/new")
        .assert_status(403)
        .assert_one("h1", "Unauthorized")
        .assert_has("the role Staff");
    viewer
        .get("/people")
        .assert_status(403)
        .assert_has("the role Admin");
    // What a role may not do is not shown either.
    viewer
        .open("/accounts")
        .assert_none("a[href='/accounts/new']")
        .assert_none("a[href='/people']");
    let staff = app.sign_in(Role::Staff);
    staff
        .open("/accounts")
        .assert_has("New account")
        .assert_none("a[href='/people']");
}
