//! What could get lost, and does not.
use minimata::auth::Role;

use super::create;
use crate::support::TestApp;

#[test]
fn an_account_whose_parent_was_deleted_can_still_be_edited() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let parent = create(&staff, &[("name", "Moder som försvann")]);
    let child = create(
        &staff,
        &[
            ("name", "Dotter som blev"),
            ("parent", "Moder som försvann"),
        ],
    );
    staff
        .post(&format!("{parent}/removal"), &[])
        .assert_status(303);
    staff.open(&format!("{child}/edit"));
    staff
        .submit("#record-form", &[("city", "Kiruna")])
        .assert_status(303)
        .follow()
        .assert_has("Kiruna");
    staff.open(&format!("{child}/fields/phone/edit"));
    staff
        .submit("main form:has([name=phone])", &[("phone", "070-174 06 01")])
        .assert_status(303);
}

#[test]
fn a_form_that_was_changed_after_back_is_another_one() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    staff.open("/accounts/new");
    // The same page twice, as Back shows it, with another name the second time.
    let form = |name: &str| staff.fork().form("#record-form").fill("name", name);
    let (before, after) = (form("Först skriven"), form("Sedan ändrad"));
    let (first, second) = (before.submit().location(), after.submit().location());
    assert_ne!(first, second);
    staff.open(&second).assert_one("h1", "Sedan ändrad");
}

#[test]
fn an_error_page_knows_who_is_signed_in() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    staff.open("/settings");
    staff
        .submit("form[action='/settings']", &[("locale", "sv")])
        .assert_status(303);
    for path in ["/nowhere", "/accounts/999999999"] {
        staff
            .get(path)
            .assert_status(404)
            .assert_one("h1", "Sidan finns inte")
            .assert_none("a[href='/login']");
    }
}

#[test]
fn what_was_typed_into_a_filter_that_makes_no_sense_is_shown_again() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let page = staff.get("/accounts?members.from=many&city=lund");
    page.assert_status(422);
    assert_eq!(page.attributes("[name='members.from']", "value"), ["many"]);
    assert_eq!(page.attributes("[name=city]", "value"), ["lund"]);
    // What every account has is not asked for emptiness.
    page.assert_none("[name='kind.is']")
        .assert_count("[name='city.is']", 1);
}

#[test]
fn a_name_that_ends_like_an_id_is_a_name() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let other = create(&staff, &[("name", "Någon helt annan")]);
    let id = other.rsplit('/').next().unwrap_or_default();
    let name = format!("Lag #{id}");
    create(&staff, &[("name", &name)]);
    let child = create(&staff, &[("name", "Ungdomslaget"), ("parent", &name)]);
    staff
        .open(&child)
        .assert_has(&name)
        .assert_lacks("Någon helt annan");
}
