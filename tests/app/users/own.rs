//! What everybody may change of themselves.

use super::GOOD;
use crate::sessions::try_in;
use crate::support::{Browser, TestApp};
use minimata::auth::Role;

#[test]
fn settings_hold_at_once_in_the_new_language() {
    let app = TestApp::start();
    let person = app.person(Role::Viewer);
    let browser = app.sign_in_as(&person);
    browser.open("/settings").assert_count("html[lang=en]", 1);
    let form = browser
        .form("#own-settings")
        .fill("name", "Åsa 🌱")
        .fill("locale", "sv")
        .fill("theme", "dark");
    let form = form
        .fill("density", "compact")
        .fill("time_zone", "Pacific/Auckland")
        .untick("hotkeys", "true");
    let page = form.submit().assert_redirect("/settings").follow();
    page.assert_count("html[lang=sv][data-theme=dark][data-density=compact]", 1)
        .assert_none("html[data-hotkeys]")
        .assert_has("Dina inställningar har sparats")
        .assert_has("Åsa 🌱");
    assert_eq!(
        browser.form("#own-settings").value("time_zone"),
        Some("Pacific/Auckland")
    );
}

#[test]
fn asvs_8_2_3_own_settings_cannot_give_a_role() {
    let app = TestApp::start();
    let browser = app.sign_in(Role::Viewer);
    browser.open("/settings");
    let version = browser
        .form("#own-settings")
        .value("version")
        .unwrap()
        .to_owned();
    let fields = [
        ("version", version.as_str()),
        ("name", "Eve"),
        ("locale", "en"),
        ("time_zone", "UTC"),
        ("theme", "auto"),
        ("density", "normal"),
        ("role", "admin"),
        ("status", "active"),
        ("id", "1"),
        ("email", "x@example.org"),
    ];
    browser.post("/settings", &fields).assert_status(303);
    browser.get("/people").assert_status(403);
    browser
        .open("/settings/email")
        .assert_lacks("x@example.org");
}

#[test]
fn each_mistake_is_said_and_a_stale_form_shows_both_values() {
    let app = TestApp::start();
    let person = app.person(Role::Viewer);
    let (here, there) = (app.sign_in_as(&person), app.sign_in_as(&person));
    let wrong = [
        ("name", "\u{202e}evil"),
        ("locale", "x"),
        ("time_zone", "x"),
        ("theme", "x"),
        ("density", "x"),
        ("version", "1"),
    ];
    here.post("/settings", &wrong)
        .assert_status(422)
        .assert_count(".field .error", 5);
    here.open("/settings");
    there.open("/settings");
    here.submit("#own-settings", &[("name", "Here")])
        .assert_status(303);
    there
        .submit("#own-settings", &[("name", "There")])
        .assert_status(409)
        .assert_one("#keep-name .clash-theirs", "Here");
    there
        .submit("#own-settings", &[])
        .assert_status(303)
        .follow()
        .assert_has("There");
}

#[test]
fn asvs_7_5_1_another_address_needs_the_password() {
    let app = TestApp::start_committed();
    let (person, other) = (app.person(Role::Staff), app.person(Role::Staff));
    let browser = app.sign_in_as(&person);
    browser.open("/settings/email");
    let send = |email: &str, password: &str| {
        browser.submit(
            "#own-email",
            &[("email", email), ("current_password", password)],
        )
    };
    send("new@example.org", "wrong wrong wrong")
        .assert_status(422)
        .assert_count("#current_password-error", 1);
    send("no address", &person.password)
        .assert_status(422)
        .assert_count("#email-error", 1);
    send(&other.email, &person.password)
        .assert_status(422)
        .assert_one(
            "#email-error",
            "Somebody here already has this e-mail address.",
        );
    send("New@Example.org", &person.password)
        .assert_status(303)
        .follow()
        .assert_has("New@Example.org");
    try_in(&app.browser(), &person.email, &person.password).assert_status(422);
    try_in(&app.browser(), "new@example.org", &person.password).assert_redirect("/");
}

#[test]
fn an_address_that_changed_meanwhile_is_shown_beside_the_typed_one() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let (here, there) = (app.sign_in_as(&person), app.sign_in_as(&person));
    let send = |browser: &Browser, email: &str| {
        let fields = [("email", email), ("current_password", &person.password)];
        browser.submit("#own-email", &fields)
    };
    here.open("/settings/email");
    there.open("/settings/email");
    send(&there, "there@example.org").assert_status(303);
    let again = send(&here, "here@example.org");
    again
        .assert_status(409)
        .assert_one("#keep-email .clash-theirs", "there@example.org")
        .assert_lacks(&person.password);
    assert_eq!(
        here.form("#own-email").value("email"),
        Some("here@example.org")
    );
    send(&here, "here@example.org").assert_status(303);
    // Other settings saved meanwhile are no reason to ask.
    there.open("/settings");
    here.open("/settings/email");
    there
        .submit("#own-settings", &[("name", "Another Name")])
        .assert_status(303);
    send(&here, "again@example.org").assert_status(303);
}

#[test]
fn asvs_6_2_3_7_4_3_a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let (here, there) = (app.sign_in_as(&person), app.sign_in_as(&person));
    let page = here.open("/settings/password");
    // asvs_6_2_6, 6_2_7: hidden, and known to password managers.
    let kinds = page.attributes("#own-password [type=password]", "autocomplete");
    assert_eq!(kinds, ["current-password", "new-password", "new-password"]);
    let send = |current: &str, new: &str| {
        here.submit(
            "#own-password",
            &[
                ("current_password", current),
                ("password", new),
                ("password_again", new),
            ],
        )
    };
    send("wrong wrong wrong", GOOD)
        .assert_status(422)
        .assert_count("#current_password-error", 1);
    send(&person.password, "password1234")
        .assert_status(422)
        .assert_count("#password-error", 1);
    there.open("/settings");
    send(&person.password, GOOD)
        .assert_status(303)
        .follow()
        .assert_has("one other browser was signed out");
    there.get("/settings").assert_status(303);
    here.open("/settings");
    try_in(&app.browser(), &person.email, GOOD).assert_redirect("/");
}

#[test]
fn asvs_6_3_1_a_borrowed_browser_cannot_guess_the_password() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let browser = app.sign_in_as(&person);
    let guess = |password: &str| {
        let fields = [
            ("current_password", password),
            ("password", GOOD),
            ("password_again", GOOD),
        ];
        browser.post("/settings/password", &fields).status()
    };
    for _ in 0..6 {
        assert_eq!(guess("wrong wrong wrong"), 422);
    }
    assert_eq!(guess(&person.password), 429);
}
