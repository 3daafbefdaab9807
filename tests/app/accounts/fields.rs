//! Editing one field in place, and tags.
use super::create;
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn a_field_is_edited_in_place_with_htmx_and_on_a_page_without() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = create(&staff, &[("name", "IF Häus"), ("city", "Umeå")]);
    let field = format!("{path}/fields/city");
    let form = staff.htmx().get(&format!("{field}/edit"));
    form.assert_status(200)
        .assert_none("h1")
        .assert_count("input[autofocus]", 1);
    let saved = staff
        .htmx()
        .post(&field, &[("city", "Lund"), ("version", "1")]);
    saved
        .assert_status(200)
        .assert_header("HX-Trigger", "record-changed")
        .assert_one("dd", "Lund")
        .assert_one(".toast form", "Undo")
        .assert_none("dl form, .fact form");
    staff.htmx().get(&field).assert_one("dd", "Lund");
    staff
        .open(&format!("{field}/edit"))
        .assert_one("h1", "IF Häus");
    let plain = staff.submit("dl form", &[("city", "Kiruna")]);
    plain.assert_redirect(&path);
    staff.open(&path).assert_has("Kiruna");
}

#[test]
fn a_field_that_is_wrong_or_stale_comes_back_as_a_form() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff).htmx();
    let path = create(&staff.plain(), &[("name", "IF Häus")]);
    let field = format!("{path}/fields/email");
    let wrong = staff.post(&field, &[("email", "no address"), ("version", "1")]);
    wrong.assert_status(422).assert_count("#email-error", 1);
    assert_eq!(wrong.attributes("#email", "value"), ["no address"]);
    staff
        .post(&field, &[("email", "a@example.se"), ("version", "1")])
        .assert_status(200);
    let stale = staff.post(&field, &[("email", "b@example.se"), ("version", "1")]);
    stale
        .assert_status(409)
        .assert_one("#keep-email .clash-theirs", "a@example.se");
    assert_eq!(stale.attributes("[name=version]", "value"), ["2"]);
    let same = staff.post(&field, &[("email", "a@example.se"), ("version", "2")]);
    same.assert_status(200);
    let edit = staff.get(&format!("{field}/edit"));
    assert_eq!(
        edit.attributes("[name=version]", "value"),
        ["2"],
        "nothing changed"
    );
    staff
        .get(&format!("{path}/fields/version/edit"))
        .assert_status(404);
    staff
        .post(&format!("{path}/fields/deleted_at"), &[])
        .assert_status(404);
}

#[test]
fn tags_are_put_on_once_and_taken_off() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = create(&staff, &[("name", "IF Häus")]);
    let tags = format!("{path}/tags");
    app.make_tags(&["Viktig kund 7261", "Två 7261"]);
    let with = staff.htmx().post(&tags, &[("name", "Viktig kund 7261")]);
    with.assert_status(200).assert_count(".tags .tag", 1);
    with.assert_header("HX-Trigger", "record-changed");
    let same = staff.htmx().post(&tags, &[("name", "  viktig KUND 7261 ")]);
    same.assert_count(".tags .tag", 1);
    staff
        .post(&tags, &[("name", "Två 7261")])
        .assert_redirect(&path);
    let page = staff.open(&path);
    page.assert_count(".tags .tag", 2)
        .assert_has("put the tag Två 7261 on IF Häus");
    let action = page.attributes(".tags form", "action")[0].clone();
    staff.post(&action, &[]).assert_redirect(&path);
    staff.post(&action, &[]).assert_redirect(&path);
    staff.open(&path).assert_count(".tags .tag", 1);
    // What is no tag is said at the field, with what was typed.
    staff
        .post(&tags, &[("name", " ")])
        .assert_status(422)
        .assert_has("Fill this in");
    let long = "x".repeat(51);
    staff
        .htmx()
        .post(&tags, &[("name", &long)])
        .assert_status(422)
        .assert_count("#tag-name-error", 1)
        .assert_count(&format!("#tag-name[value='{long}']"), 1);
    // New ones are for managers to make.
    staff
        .post(&tags, &[("name", "Ny 7261")])
        .assert_status(422)
        .assert_has("There is no tag “Ny 7261”.");
    let manager = app.sign_in(Role::Manager);
    manager
        .post(&tags, &[("name", "Ny 7261")])
        .assert_redirect(&path);
}

#[test]
fn a_viewer_sees_no_way_to_change_anything() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let page = app
        .sign_in(Role::Viewer)
        .open(&format!("/accounts/{account}"));
    page.assert_none("main form")
        .assert_none("a.edit")
        .assert_none("a[href$='/edit']");
}
