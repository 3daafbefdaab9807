//! Invitations and new passwords.

use super::{GOOD, shown_link};
use crate::sessions::try_in;
use crate::support::{Browser, TestApp};
use minimata::auth::Role;
use std::time::Duration;

/// An invited person's page and link.
fn invite(app: &TestApp, admin: &Browser) -> (String, String) {
    admin.open("/invitations/new");
    let fields = [
        ("name", "Eva"),
        ("email", "eva@example.org"),
        ("role", "manager"),
    ];
    let page = admin
        .submit("#invitation", &fields)
        .assert_status(303)
        .location();
    let link = shown_link(app, admin, &page);
    (page, link)
}

#[test]
fn asvs_6_4_1_an_invitation_lets_its_holder_choose_a_password_once() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let (page, link) = invite(&app, &admin);
    // Shown once, stored nowhere in clear.
    admin.open(&page).assert_none("#link").assert_has("Invited");
    let token = link.split_once("token=").unwrap().1;
    let stored = app
        .database()
        .column("SELECT CONCAT_WS(' ', data) FROM operations");
    assert!(!stored.concat().contains(token));
    let hashes = app
        .database()
        .column("SELECT LENGTH(token_hash) FROM one_time_links");
    assert_eq!(hashes, ["32"]);
    try_in(&app.browser(), "eva@example.org", "").assert_status(422);

    let eva = app.browser();
    eva.get("/password/new").assert_status(410);
    let exchanged = eva.get(&link);
    exchanged
        .assert_redirect("/password/new")
        .assert_header("Referrer-Policy", "no-referrer");
    exchanged
        .follow()
        .assert_status(200)
        .assert_has("eva@example.org");
    let tab = eva.fork();
    let common = [
        ("password", "password1234"),
        ("password_again", "password1234"),
    ];
    eva.submit("#password-new", &common).assert_status(422);
    let good = [("password", GOOD), ("password_again", GOOD)];
    eva.submit("#password-new", &good)
        .assert_redirect("/")
        .follow()
        .assert_has("du är inloggad");
    eva.open("/accounts/new");
    // Used: dead in the other tab and from the start.
    tab.post("/password/new", &good).assert_status(410);
    app.browser()
        .get(&link)
        .assert_status(410)
        .assert_has("Ask an admin");
    try_in(&app.browser(), "eva@example.org", GOOD).assert_redirect("/");
}

#[test]
fn asvs_6_4_1_links_expire_after_a_day_and_newer_ones_void_older_ones() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let (page, first) = invite(&app, &admin);
    admin.open(&page);
    admin.submit("#make-link", &[]).assert_redirect(&page);
    let second = shown_link(&app, &admin, &page);
    app.browser().get(&first).assert_status(410);
    let late = app.browser();
    late.get(&second).assert_status(303);
    app.clock().advance(Duration::from_secs(24 * 3600));
    late.post(
        "/password/new",
        &[("password", GOOD), ("password_again", GOOD)],
    )
    .assert_status(410);
    app.browser().get(&second).assert_status(410);
}

#[test]
fn asvs_6_4_6_a_reset_leaves_the_choice_to_the_person_and_ends_all_sessions() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let bo = app.person(Role::Staff);
    let signed_in = app.sign_in_as(&bo);
    let page = format!("/people/{}", bo.id);
    admin.open(&page).assert_none("[name=password]");
    admin.submit("#make-link", &[]).assert_redirect(&page);
    let link = shown_link(&app, &admin, &page);
    // Until it is used, nothing has changed.
    signed_in.open("/settings");
    app.sign_in_as(&bo);
    let browser = app.browser();
    browser.get(&link).assert_status(303);
    let good = [("password", GOOD), ("password_again", GOOD)];
    browser.post("/password/new", &good).assert_redirect("/");
    signed_in.get("/settings").assert_status(303);
    browser.open("/settings");
    try_in(&app.browser(), &bo.email, &bo.password).assert_status(422);
    try_in(&app.browser(), &bo.email, GOOD).assert_redirect("/");
}

#[test]
fn asvs_6_4_1_of_ten_who_use_a_link_at_once_one_gets_in() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let (_, link) = invite(&app, &admin);
    let eva = app.browser();
    eva.get(&link).assert_status(303);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..10)
            .map(|_| {
                let browser = eva.fork();
                scope.spawn(move || {
                    browser
                        .post(
                            "/password/new",
                            &[("password", GOOD), ("password_again", GOOD)],
                        )
                        .status()
                })
            })
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(
        statuses.iter().filter(|status| **status == 303).count(),
        1,
        "{statuses:?}"
    );
}

#[test]
fn asvs_2_3_1_who_may_not_sign_in_gets_no_link_and_loses_the_one_they_have() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let (page, link) = invite(&app, &admin);
    admin.open(&page);
    admin.submit("#disable", &[]).assert_status(303);
    app.browser().get(&link).assert_status(410);
    admin
        .post(&format!("{page}/reset-link"), &[])
        .assert_status(409);
    let pending = app.person_who_is(Role::Viewer, minimata::auth::Status::Pending);
    admin
        .post(&format!("/people/{}/reset-link", pending.id), &[])
        .assert_status(409);
}

#[test]
fn an_invitation_says_at_the_field_that_the_address_is_taken() {
    let app = TestApp::start();
    let bo = app.person(Role::Staff);
    let admin = app.sign_in(Role::Admin);
    admin.open("/invitations/new");
    let fields = [
        ("name", "Bo"),
        ("email", bo.email.as_str()),
        ("role", "staff"),
    ];
    admin
        .submit("#invitation", &fields)
        .assert_status(422)
        .assert_one(
            "#email-error",
            "Somebody here already has this e-mail address.",
        );
}
