//! Creating, changing and deleting accounts.
use super::create;
use crate::support::{TestApp, organisation_number};
use minimata::auth::Role;

#[test]
fn an_account_is_created_shown_and_changed() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let path = create(
        &staff,
        &[
            ("name", "IF Häus"),
            ("organisation_number", &number),
            ("members", "1383"),
        ],
    );
    staff
        .open(&path)
        .assert_one("h1", "IF Häus")
        .assert_has(&number)
        .assert_has("1,383")
        .assert_one(".toast.success p", "IF Häus was created");
    staff.open(&format!("{path}/edit"));
    let saved = staff.submit(
        "#record-form",
        &[("name", "Idrottsföreningen Häus"), ("city", "Umeå")],
    );
    saved.assert_redirect(&path);
    staff
        .open(&path)
        .assert_one("h1", "Idrottsföreningen Häus")
        .assert_has("changed the account Idrottsföreningen Häus");
}

#[test]
fn every_mistake_is_said_at_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    staff.open("/accounts/new");
    let answer = staff.submit(
        "#record-form",
        &[
            ("name", "  "),
            ("organisation_number", "802481-1234"),
            ("email", "anna at example.se"),
            ("website", "javascript:alert(1)"),
            ("members", "many"),
            ("parent", "No such account"),
            ("city", "Umeå"),
        ],
    );
    answer.assert_status(422).assert_count("[role=alert] li", 5);
    for name in ["name", "organisation_number", "email", "website", "members"] {
        answer.assert_count(&format!("#{name}-error"), 1);
        answer.assert_count(&format!("#{name}[aria-invalid=true]"), 1);
    }
    assert_eq!(answer.attributes("#city", "value"), ["Umeå"]);
    assert_eq!(answer.attributes("#email", "value"), ["anna at example.se"]);
    let again = staff.submit(
        "#record-form",
        &[("name", "A"), ("parent", "No such account")],
    );
    again.assert_status(422).assert_count("#parent-error", 0);
}

#[test]
fn a_stale_edit_is_refused_with_both_values() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = create(&staff, &[("name", "IF Häus"), ("city", "Umeå")]);
    let form = staff.open(&format!("{path}/edit"));
    let version = form.attributes("[name=version]", "value")[0].clone();
    let fields = |city: &'static str| {
        [
            ("name", "IF Häus"),
            ("kind", "association"),
            ("status", "prospect"),
            ("city", city),
        ]
    };
    let post = |city: &'static str, version: &str| {
        let mut all = fields(city).to_vec();
        all.push(("version", version));
        staff.post(&path, &all)
    };
    post("Lund", &version).assert_status(303);
    let refused = post("Kiruna", &version);
    refused
        .assert_status(409)
        .assert_one(".summary.warn li", "City")
        .assert_one("#keep-city .clash-theirs", "Lund");
    assert_eq!(refused.attributes("#city", "value"), ["Kiruna"]);
    let newer = refused.attributes("[name=version]", "value")[0].clone();
    post("Kiruna", &newer).assert_status(303);
    staff.open(&path).assert_one(
        &format!("#account-{} dd", id_and_field(&path, "city")),
        "Kiruna",
    );
}

fn id_and_field(path: &str, field: &str) -> String {
    format!("{}-{field}", path.rsplit('/').next().unwrap())
}

#[test]
fn a_number_is_unique_among_living_accounts() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let first = create(
        &staff,
        &[("name", "First"), ("organisation_number", &number)],
    );
    staff.open("/accounts/new");
    let plain = number.replace('-', "");
    let second = [("name", "Second"), ("organisation_number", plain.as_str())];
    staff
        .submit("#record-form", &second)
        .assert_status(422)
        .assert_count("#organisation_number-error", 1);
    staff.open(&first);
    let removed = staff.submit(".page-head form", &[]);
    removed.assert_redirect("/accounts");
    staff.get(&first).assert_status(410);
    staff.get(&format!("{first}/edit")).assert_status(410);
    staff
        .post(&format!("{first}/removal"), &[])
        .assert_status(410);
    create(&staff, &second);
    staff.get("/accounts/999999999").assert_status(404);
}

#[test]
fn parents_form_no_loop() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let top = create(&staff, &[("name", "Top 1 loop")]);
    let middle = create(&staff, &[("name", "Middle loop"), ("parent", "top 1 LOOP")]);
    create(
        &staff,
        &[("name", "Bottom loop"), ("parent", "Middle loop")],
    );
    staff.open(&top).assert_one("#children li a", "Middle loop");
    staff.open(&middle).assert_has("Top 1 loop");
    for (path, parent) in [
        (&top, "Bottom loop"),
        (&top, "Top 1 loop"),
        (&middle, "Bottom loop"),
    ] {
        staff.open(&format!("{path}/edit"));
        staff
            .submit("#record-form", &[("parent", parent)])
            .assert_status(422)
            .assert_count("#parent-error", 1);
    }
}

#[test]
fn a_form_posted_twice_makes_one_account() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    staff.open("/accounts/new");
    let form = || staff.fork().form("#record-form").fill("name", "Once only");
    staff.open("/accounts/new");
    let first = form();
    let second = form();
    let one = first.submit();
    let two = second.submit();
    assert_eq!(one.location(), two.location());
    staff
        .open("/accounts?q=once+only")
        .assert_count("#list tbody tr", 1);
}

#[test]
fn asvs_8_2_3_15_3_3_fields_that_no_form_has_are_ignored() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let other = app.account(&[("name", "Other")]);
    staff.open("/accounts/new");
    let answer = staff.post(
        "/accounts",
        &[
            ("name", "Mine"),
            ("kind", "association"),
            ("status", "prospect"),
            ("id", &other.to_string()),
            ("version", "77"),
            ("deleted_at", "2026-01-01"),
            ("created_at", "1999-01-01 00:00:00"),
            ("other_facts", "{\"a\":\"b\"}"),
            ("role", "admin"),
            ("approved", "1"),
        ],
    );
    answer.assert_status(303);
    let path = answer.location();
    assert_ne!(path, format!("/accounts/{other}"));
    staff
        .open(&path)
        .assert_one("h1", "Mine")
        .assert_lacks("1999")
        .assert_lacks("Other facts");
    let edit = staff.open(&format!("{path}/edit"));
    assert_eq!(edit.attributes("[name=version]", "value"), ["1"]);
    let nobody = staff.post(
        "/accounts",
        &[
            ("name", "X"),
            ("kind", "association"),
            ("status", "prospect"),
            ("owner_id", "999999999"),
        ],
    );
    nobody.assert_status(422).assert_count("#owner_id-error", 1);
}
