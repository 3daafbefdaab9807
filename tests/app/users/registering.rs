//! Registering and approval.

use super::{GOOD, register};
use crate::sessions::try_in;
use crate::support::TestApp;
use minimata::auth::{Role, Status};

#[test]
fn asvs_2_3_1_a_registered_person_waits_is_approved_with_a_role_and_signs_in() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let visitor = app.browser();
    visitor.open("/register");
    let sent = visitor.submit(
        "#register",
        &register("Bo <b>Ek</b>", "bo@example.org", GOOD),
    );
    sent.assert_redirect("/register/waiting")
        .follow()
        .assert_one("h1", "Waiting for approval");
    try_in(&visitor, "bo@example.org", GOOD)
        .assert_status(422)
        .assert_has("waiting for approval");
    let queue = admin.open("/people");
    queue
        .assert_one("#queue .badge", "1")
        .assert_has("bo@example.org")
        .assert_has("from 127.0.0.1");
    let form = admin
        .form("#queue form[action$='/approval']")
        .fill("role", "manager");
    form.submit()
        .assert_redirect("/people")
        .follow()
        .assert_has("Bo <b>Ek</b> was approved as Manager")
        .assert_none("#queue");
    try_in(&visitor, "bo@example.org", GOOD).assert_redirect("/");
    visitor.get("/people").assert_status(403);
    visitor.open("/settings").assert_has("Bo <b>Ek</b>");
}

#[test]
fn asvs_2_3_1_approving_twice_and_rejecting_after_approval_change_nothing() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let bo = app.person_who_is(Role::Viewer, Status::Pending);
    let post = |what: &str, fields: &[(&str, &str)]| {
        admin.post(&format!("/people/{}/{what}", bo.id), fields)
    };
    post("rejection", &[]).assert_status(303);
    post("rejection", &[])
        .assert_status(409)
        .assert_has("rejected already");
    try_in(&app.browser(), &bo.email, &bo.password)
        .assert_status(422)
        .assert_has("not approved");
    // An admin may think again.
    post("approval", &[("role", "boss")])
        .assert_status(422)
        .assert_has("Choose one of the roles");
    post("approval", &[("role", "staff")]).assert_status(303);
    post("approval", &[("role", "admin")])
        .assert_status(409)
        .assert_has("let in already");
    post("rejection", &[])
        .assert_status(409)
        .assert_has("nothing to reject");
    let row = app.database().column(&format!(
        "SELECT CONCAT(role, ' ', status) FROM users WHERE id = {}",
        bo.id
    ));
    assert_eq!(row, ["staff active"]);
    let kinds = app
        .database()
        .column("SELECT kind FROM operations WHERE kind LIKE 'user.%' ORDER BY id");
    assert_eq!(kinds, ["user.reject", "user.approve"]);
}

#[test]
fn asvs_2_3_4_twenty_approvals_at_once_are_one() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let bo = app.person_who_is(Role::Viewer, Status::Pending);
    let path = format!("/people/{}/approval", bo.id);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..20)
            .map(|_| scope.spawn(|| admin.fork().post(&path, &[("role", "staff")]).status()))
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(
        statuses.iter().filter(|status| **status == 303).count(),
        1,
        "{statuses:?}"
    );
    let approvals = app
        .database()
        .column("SELECT COUNT(*) FROM operations WHERE kind = 'user.approve'");
    assert_eq!(approvals, ["1"]);
}

#[test]
fn asvs_6_3_8_a_known_address_is_answered_like_a_new_one() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Admin);
    let answer = |email: &str| {
        let browser = app.browser();
        let sent = browser.post("/register", &register("Eve", email, GOOD));
        (
            sent.status(),
            sent.location(),
            sent.headers("set-cookie").len(),
        )
    };
    assert_eq!(answer(&person.email), answer("new@example.org"));
    assert_eq!(
        answer(&person.email.to_uppercase()),
        answer("other@example.org")
    );
    // Nothing happened to whoever has it, and they still sign in.
    app.sign_in_as(&person).open("/people");
    let seen = app.database().column(
        "SELECT JSON_VALUE(data, '$.outcome') FROM operations WHERE kind = 'user.register'",
    );
    assert_eq!(seen, ["known", "new", "known", "new"]);
}

#[test]
fn asvs_8_2_3_a_registration_cannot_choose_its_role() {
    let app = TestApp::start_committed();
    let mut fields = register("Eve", "eve@example.org", GOOD).to_vec();
    fields.extend([
        ("role", "admin"),
        ("status", "active"),
        ("approved", "1"),
        ("id", "1"),
    ]);
    app.browser().post("/register", &fields).assert_status(303);
    let row = app
        .database()
        .column("SELECT CONCAT(role, ' ', status) FROM users");
    assert_eq!(row, ["viewer pending"]);
}

#[test]
fn asvs_2_4_1_registering_is_slowed_per_address() {
    let app = TestApp::start_committed();
    let statuses: Vec<u16> = (0..12)
        .map(|n| {
            let email = format!("eve-{n}@example.org");
            app.browser()
                .post("/register", &register("Eve", &email, GOOD))
                .status()
        })
        .collect();
    assert_eq!(statuses[..10], [303; 10], "{statuses:?}");
    assert_eq!(statuses[11], 429, "{statuses:?}");
}

#[test]
fn asvs_6_2_1_to_6_2_11_passwords_have_rules_but_no_composition() {
    let app = TestApp::start_committed();
    let refused = |name: &str, email: &str, password: &str| {
        let browser = app.browser();
        let sent = browser.post("/register", &register(name, email, password));
        sent.assert_status(422).assert_count("#password-error", 1);
        assert_eq!(browser.form("#register").value("password"), Some(""));
    };
    refused("Eve", "eve@example.org", "kort");
    refused("Eve", "eve@example.org", "password1234");
    refused("Eve", "eve@example.org", "qwertyuiop12");
    refused("Evelina Strand", "eve@example.org", "evelinastrand");
    refused("Eve", "evelina.strand@example.org", "evelina.strand");
    refused("Eve", "eve@example.org", &"å".repeat(600));
    for (n, good) in [
        "alla små bokstäver",
        "fyra 🌱 av tio 🐝 är 🌻",
        &"lång och bra mening ".repeat(12),
        "  blanks around  ",
    ]
    .iter()
    .enumerate()
    {
        let email = format!("ok-{n}@example.org");
        app.browser()
            .post("/register", &register("Eve", &email, good))
            .assert_status(303);
    }
    let form = app.browser();
    form.open("/register");
    form.submit(
        "#register",
        &[("password", GOOD), ("password_again", "other")],
    )
    .assert_status(422)
    .assert_count("#password_again-error", 1)
    .assert_count("#name-error", 1);
}

#[test]
fn asvs_6_2_8_every_character_of_a_password_counts() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let long: String =
        "en mening som är mycket längre än sjuttiotvå byte och som tar slut först här: ".repeat(2);
    app.browser()
        .post("/register", &register("Eve", "eve@example.org", &long))
        .assert_status(303);
    admin.open("/people");
    admin
        .submit("#queue form[action$='/approval']", &[])
        .assert_status(303);
    let cut = &long[..long.len() - 1];
    try_in(&app.browser(), "eve@example.org", cut).assert_status(422);
    try_in(&app.browser(), "eve@example.org", long.trim_end()).assert_status(422);
    try_in(&app.browser(), "EVE@example.org ", &long).assert_redirect("/");
}
