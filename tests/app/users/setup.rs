//! The first admin.

use super::{GOOD, register};
use crate::support::{TestApp, TestDatabase};
use minimata::auth::Role;
use minimata::users::setup_link;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// The path of a new setup link.
fn link(app: &TestApp) -> Option<String> {
    let link = setup_link(app.server().state()).unwrap()?;
    Some(link.strip_prefix(app.base()).unwrap().to_owned())
}

#[test]
fn asvs_6_3_2_the_printed_link_makes_the_first_admin_once() {
    let app = TestApp::start_committed();
    let browser = app.browser();
    // Nobody gets in with a default account, nor without the link.
    browser
        .get("/setup")
        .assert_status(410)
        .assert_has("Restart the program");
    browser
        .post("/setup", &register("Eve", "eve@example.org", GOOD))
        .assert_status(410);
    let old = link(&app).unwrap();
    let path = link(&app).unwrap();
    browser.get(&old).assert_status(410);
    // asvs_14_2_1: the token leaves the address.
    let exchanged = browser.get(&path);
    exchanged
        .assert_redirect("/setup")
        .assert_header("Referrer-Policy", "no-referrer");
    exchanged.follow().assert_status(200);
    let thief = browser.fork();
    let mut fields = register("Åsa", "asa@example.org", "password1234").to_vec();
    fields.push(("organisation_name", "Norrsken"));
    browser.submit("#setup", &fields).assert_status(422).assert_one("#password-error", "Choose another password: this one is among those tried first. A few words in a row are good.");
    assert_eq!(
        browser.form("#setup").value("email"),
        Some("asa@example.org")
    );
    let again = [("password", GOOD), ("password_again", GOOD)];
    browser.submit("#setup", &again).assert_redirect("/");
    browser
        .open("/people")
        .assert_has("Åsa")
        .assert_has("Admin")
        .assert_one(".org", "Norrsken");
    // Now there is no such page any more, for nobody.
    assert_eq!(link(&app), None);
    for visitor in [&browser, &thief, &app.browser()] {
        visitor.get("/setup").assert_status(404);
        visitor.get(&path).assert_status(404);
        visitor.post("/setup", &fields).assert_status(404);
    }
    assert_eq!(app.database().column("SELECT COUNT(*) FROM users"), ["1"]);
}

#[test]
fn the_setup_link_expires() {
    let app = TestApp::start_committed();
    let path = link(&app).unwrap();
    app.clock().advance(Duration::from_secs(24 * 3600 + 1));
    app.browser().get(&path).assert_status(410);
}

#[test]
fn two_who_set_up_at_once_make_one_admin() {
    let app = TestApp::start_committed();
    let browser = app.browser();
    browser.get(&link(&app).unwrap()).assert_status(303);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let post = |n: usize| {
            let browser = browser.fork();
            move || {
                let email = format!("admin-{n}@example.org");
                let mut fields = register("Admin", &email, GOOD).to_vec();
                fields.push(("organisation_name", "Norrsken"));
                browser.post("/setup", &fields).status()
            }
        };
        let all: Vec<_> = (0..5).map(|n| scope.spawn(post(n))).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(
        statuses.iter().filter(|status| **status == 303).count(),
        1,
        "{statuses:?}"
    );
    assert_eq!(app.database().column("SELECT COUNT(*) FROM users"), ["1"]);
}

/// `minimata user create` with a password on standard input.
fn create(database: &TestDatabase, arguments: [&str; 3], password: &str) -> Output {
    let [email, name, role] = arguments;
    let mut child = Command::new(env!("CARGO_BIN_EXE_minimata"))
        .args([
            "user", "create", "--email", email, "--name", name, "--role", role,
        ])
        .env("DATABASE_URL", database.url())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(password.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_operator_creates_people_with_the_same_rules() {
    let app = TestApp::start_committed();
    let database = app.database();
    let refused = create(database, ["no address", " ", "boss"], "password1234\n");
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    for field in ["email:", "name:", "role:", "password:"] {
        assert!(said.contains(field), "{field} in {said}");
    }
    let made = create(
        database,
        ["root@example.org", "Rut", "admin"],
        &format!("{GOOD}\nrest\n"),
    );
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    assert!(
        !create(database, ["ROOT@example.org", "Rut", "admin"], GOOD)
            .status
            .success()
    );
    let browser = app.browser();
    browser
        .post(
            "/login",
            &[("email", "root@example.org"), ("password", GOOD)],
        )
        .assert_redirect("/");
    browser.open("/people");
    browser.get("/setup").assert_status(404);
    let audit =
        database.column("SELECT CONCAT(kind, ' ', channel) FROM operations ORDER BY id LIMIT 1");
    assert_eq!(audit, ["user.create cli"]);
    let hash = database.column("SELECT password_hash FROM users");
    assert!(
        hash[0].starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
        "{}",
        hash[0]
    );
    assert_eq!(app.person(Role::Viewer).role, Role::Viewer);
}
