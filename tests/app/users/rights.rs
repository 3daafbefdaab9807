//! Roles, disabling, the last admin.

use crate::sessions::try_in;
use crate::support::{Answer, Browser, TestApp};
use minimata::auth::Role;

/// The form on a person's page, sent with the version it shows.
fn send(admin: &Browser, id: i64, form: &str, fields: &[(&str, &str)]) -> Answer {
    admin.open(&format!("/people/{id}"));
    admin.submit(form, fields)
}

#[test]
fn asvs_8_3_2_a_role_change_holds_from_the_next_request() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let bo = app.person(Role::Staff);
    let browser = app.sign_in_as(&bo);
    browser.get("/people").assert_status(403);
    send(&admin, bo.id, "#change-role", &[("role", "admin")])
        .assert_status(303)
        .follow()
        .assert_has("is now Admin");
    browser.open("/people");
    send(&admin, bo.id, "#change-role", &[("role", "viewer")]).assert_status(303);
    browser.get("/people").assert_status(403);
    browser.get("/accounts/new").assert_status(403);
}

#[test]
fn asvs_7_4_2_disabling_ends_sessions_at_once_and_enabling_lets_in_again() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let bo = app.person(Role::Staff);
    let browser = app.sign_in_as(&bo);
    send(&admin, bo.id, "#disable", &[])
        .assert_status(303)
        .follow()
        .assert_has("was disabled");
    browser.get("/settings").assert_status(303);
    try_in(&app.browser(), &bo.email, &bo.password)
        .assert_status(422)
        .assert_has("disabled");
    let rows = app.database().column(&format!(
        "SELECT COUNT(*) FROM sessions WHERE user_id = {}",
        bo.id
    ));
    assert_eq!(rows, ["0"]);
    send(&admin, bo.id, "#enable", &[]).assert_status(303);
    // The old cookie stays dead.
    browser.get("/settings").assert_status(303);
    app.sign_in_as(&bo);
}

#[test]
fn asvs_7_4_5_an_admin_ends_somebodys_sessions() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let bo = app.person(Role::Staff);
    let browser = app.sign_in_as(&bo);
    send(&admin, bo.id, "#end-sessions", &[]).assert_status(303);
    browser.get("/settings").assert_status(303);
}

#[test]
fn the_last_admin_can_be_neither_demoted_nor_disabled() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Admin);
    let admin = app.sign_in_as(&person);
    let role = send(&admin, person.id, "#change-role", &[("role", "staff")]);
    role.assert_status(409).assert_one(
        "#problem p",
        "This is the only admin who can sign in. Make somebody else an admin first.",
    );
    send(&admin, person.id, "#disable", &[]).assert_status(409);
    // An invited admin without a password is no help.
    admin.open("/invitations/new");
    admin
        .submit(
            "#invitation",
            &[
                ("name", "Eva"),
                ("email", "eva@example.org"),
                ("role", "admin"),
            ],
        )
        .assert_status(303);
    send(&admin, person.id, "#change-role", &[("role", "staff")]).assert_status(409);
    let other = app.person(Role::Admin);
    send(&admin, person.id, "#change-role", &[("role", "staff")]).assert_status(303);
    app.sign_in_as(&other).open("/people");
}

#[test]
fn asvs_15_4_2_admins_who_shut_each_other_out_leave_one() {
    let app = TestApp::start_committed();
    for round in 0..5 {
        let pair = [app.person(Role::Admin), app.person(Role::Admin)];
        if round > 0 {
            app.database().execute(&format!(
                "UPDATE users SET status = 'disabled' WHERE id NOT IN ({}, {})",
                pair[0].id, pair[1].id
            ));
        }
        let browsers = [app.sign_in_as(&pair[0]), app.sign_in_as(&pair[1])];
        std::thread::scope(|scope| {
            for (browser, other) in [(&browsers[0], &pair[1]), (&browsers[1], &pair[0])] {
                scope.spawn(|| {
                    let path = format!("/people/{}/disablement", other.id);
                    browser.post(&path, &[("version", "1")])
                });
            }
        });
        let left = app
            .database()
            .column("SELECT COUNT(*) FROM users WHERE role = 'admin' AND status = 'active'");
        assert_eq!(left, ["1"], "round {round}");
    }
}

#[test]
fn a_stale_page_is_told_what_holds_now() {
    let app = TestApp::start();
    let (one, two) = (app.sign_in(Role::Admin), app.sign_in(Role::Admin));
    let bo = app.person(Role::Staff);
    let path = format!("/people/{}", bo.id);
    one.open(&path);
    two.open(&path);
    one.submit("#change-role", &[("role", "manager")])
        .assert_status(303);
    two.submit("#change-role", &[("role", "viewer")])
        .assert_status(409)
        .assert_has("role: Manager, status: Active");
    two.submit("#change-role", &[("role", "viewer")])
        .assert_status(303);
}

#[test]
fn asvs_16_3_2_what_admins_do_is_written_down() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let bo = app.person(Role::Staff);
    send(&admin, bo.id, "#change-role", &[("role", "manager")]).assert_status(303);
    send(&admin, bo.id, "#disable", &[]).assert_status(303);
    send(&admin, bo.id, "#enable", &[]).assert_status(303);
    // Saving what is already so is no operation.
    send(&admin, bo.id, "#change-role", &[("role", "manager")]).assert_status(303);
    let kinds = app
        .database()
        .column("SELECT kind FROM operations WHERE kind LIKE 'user.%' ORDER BY id");
    assert_eq!(kinds, ["user.role", "user.disable", "user.enable"]);
    let change = app
        .database()
        .column("SELECT CONCAT(before_values, after_values) FROM changes ORDER BY id LIMIT 1");
    assert_eq!(change, [r#"{"role":"staff"}{"role":"manager"}"#]);
    admin
        .open("/audit")
        .assert_has("changed the role of")
        .assert_has("disabled Staff");
}

#[test]
fn the_list_is_searched_filtered_and_sorted_with_as_many_queries_whatever_its_rows() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let few = app.count_queries(|| admin.open("/people"));
    let people: Vec<_> = (0..30).map(|_| app.person(Role::Viewer)).collect();
    let many = app.count_queries(|| admin.open("/people").assert_count("tbody tr", 25).clone());
    assert_eq!(few, many);
    assert_eq!(many, 5, "session, menu, queue, count, rows");
    let found = admin.open(&format!("/people?q={}", people[3].email));
    found
        .assert_count("tbody tr", 1)
        .assert_has(&people[3].name);
    let admins = admin
        .open("/people?role=admin&sort=email&dir=desc")
        .all("tbody tr");
    assert!(admins.iter().all(|row| row.contains("Admin")), "{admins:?}");
    admin
        .htmx()
        .open("/people?q=nobody%25")
        .assert_one(".empty h2", "Nothing matches");
}
