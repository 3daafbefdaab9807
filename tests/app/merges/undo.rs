//! A merge taken back: at once, after edits, after a role was changed.
use super::{fact, merge};
use crate::support::{Answer, Browser, TestApp, organisation_number};
use minimata::auth::Role;

/// Where the button posts that takes back what was just done.
fn undo_in(page: &Answer) -> String {
    page.attributes("#toasts form[action$='/undo']", "action")[0].clone()
}

/// Two accounts with a person at each, merged into the first; the first, the second, and where the merge is undone.
fn merged(app: &TestApp, staff: &Browser, number: &str) -> (String, String, String) {
    let one = app.account(&[
        ("name", "Undo ett"),
        ("phone", "08-12 34 56"),
        ("city", "Lund"),
    ]);
    let other = app.account(&[
        ("name", "Undo två"),
        ("organisation_number", number),
        ("email", "tva@example.se"),
        ("city", "Kiruna"),
    ]);
    app.account(&[("name", "Undo barn"), ("parent", &format!("#{other}"))]);
    let person = app.contact(&[("first_name", "Person"), ("last_name", "Undo")]);
    app.role(person, one, "Kassör", ("", ""));
    app.role(person, other, "Kassör", ("", ""));
    app.role(person, other, "Ordförande", ("", ""));
    let (one, other) = (format!("/accounts/{one}"), format!("/accounts/{other}"));
    app.make_tags(&["Undo merge"]);
    staff
        .post(&format!("{other}/tags"), &[("name", "Undo merge")])
        .assert_status(303);
    let with = format!("{one}/merge?with={}", other.rsplit('/').next().unwrap());
    merge(
        staff,
        &with,
        &[("field.name", "right"), ("field.city", "right")],
    )
    .assert_redirect(&one);
    let undo = undo_in(&staff.open(&one));
    (one, other, undo)
}

/// Both as they were before.
#[track_caller]
fn assert_parted(staff: &Browser, one: &str, other: &str, number: &str) {
    let page = staff.open(one);
    assert_eq!(page.all("#people tbody tr").len(), 1);
    page.assert_none("#children").assert_none("#tags li bdi");
    let page = staff.open(other);
    page.assert_one("h1", "Undo två");
    assert_eq!(fact(&page, other, "organisation_number"), number);
    assert_eq!(page.all("#people tbody tr").len(), 2);
    assert_eq!(page.all("#children li a"), ["Undo barn"]);
    assert_eq!(page.all("#tags li bdi"), ["Undo merge"]);
}

#[test]
fn a_merge_is_undone_whole_and_done_again() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let (one, other, undo) = merged(&app, &staff, &number);
    staff.post(&undo, &[]).assert_status(303);
    let page = staff.open(&one);
    let redo = undo_in(&page);
    page.assert_one("h1", "Undo ett");
    assert_eq!(fact(&page, &one, "city"), "Lund");
    assert_parted(&staff, &one, &other, &number);
    staff.post(&redo, &[]).assert_status(303);
    let page = staff.open(&one);
    page.assert_one("h1", "Undo två");
    assert_eq!(fact(&page, &one, "organisation_number"), number);
    staff.get(&other).assert_redirect(&one);
}

#[test]
fn what_was_edited_since_is_kept() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let (one, other, undo) = merged(&app, &staff, &number);
    let address = format!("{one}/fields/city");
    let version = staff
        .open(&format!("{address}/edit"))
        .attributes("[name=version]", "value");
    let typed = [("city", "Malmö"), ("version", version[0].as_str())];
    staff.post(&address, &typed).assert_status(303);
    let page = staff.post(&undo, &[]);
    page.assert_status(409)
        .assert_has("Changed again")
        .assert_has("Malmö");
    staff.post(&undo, &[("rest", "1")]).assert_status(303);
    assert_eq!(fact(&staff.open(&one), &one, "city"), "Malmö");
    assert_parted(&staff, &one, &other, &number);
}

#[test]
fn a_role_that_was_changed_since_still_goes_back_to_its_account() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let (one, other, undo) = merged(&app, &staff, &number);
    let role = "SELECT CAST(id AS CHAR) FROM affiliations WHERE role = 'Ordförande'";
    let role = app.database().column(role)[0].clone();
    let version = staff
        .open(&format!("/affiliations/{role}/edit"))
        .attributes("[name=version]", "value");
    let typed = [
        ("role", "Vice ordförande"),
        ("version", version[0].as_str()),
    ];
    staff
        .post(&format!("/affiliations/{role}"), &typed)
        .assert_status(303);
    staff.post(&undo, &[]).assert_status(303);
    assert_parted(&staff, &one, &other, &number);
    staff.open(&other).assert_has("Vice ordförande");
}

#[test]
fn not_a_duplicate_is_undone() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let fields = [("name", "Undo twins"), ("city", "Umeå")];
    let (one, other) = (app.account(&fields), app.account(&fields));
    let path = format!("/accounts/{one}");
    staff.open(&format!("{path}/merge?with={other}"));
    staff.submit("#distinct-form", &[]).assert_redirect(&path);
    let page = staff.open(&path);
    page.assert_lacks("May be the same as");
    staff.post(&undo_in(&page), &[]).assert_status(303);
    staff.open(&path).assert_has("May be the same as");
}
