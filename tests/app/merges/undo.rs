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

/// Somebody changes one field of the record in place.
#[track_caller]
fn change(by: &Browser, record: &str, field: &str, to: &str) {
    let address = format!("{record}/fields/{field}");
    let version = by
        .open(&format!("{address}/edit"))
        .attributes("[name=version]", "value");
    let typed = [(field, to), ("version", version[0].as_str())];
    by.post(&address, &typed).assert_status(303);
}

/// Where the page asks whether a field is put back.
fn choice(record: &str, field: &str) -> String {
    let (kind, id) = record[1..].split_once("s/").unwrap();
    format!("back.{kind}.{id}.{field}")
}

#[test]
fn after_edits_each_field_that_both_touched_is_chosen_and_all_else_goes_back() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let bo = app.person(Role::Staff);
    let number = organisation_number();
    let (one, other, undo) = merged(&app, &staff, &number);
    let second = app.sign_in_as(&bo);
    change(&staff, &one, "city", "Malmö");
    change(&second, &one, "email", "ny@example.se");
    // The merge left this one as it was, so nobody asks.
    change(&second, &one, "phone", "08-99 99 99");
    let page = staff.post(&undo, &[]);
    page.assert_status(409)
        .assert_count("#obstacles tbody tr", 2)
        .assert_count("#obstacles input[type=radio][checked][value='']", 2);
    let row = |field: &str| format!("#obstacles tr:has([id='{}'])", choice(&one, field));
    let city = page.text(&row("city"));
    for text in ["Undo två", "City", "Kiruna", "Malmö", "Put back: Lund"] {
        assert!(city.contains(text), "{text}: {city}");
    }
    let email = page.text(&row("email"));
    for text in [
        "tva@example.se",
        "ny@example.se",
        "Put back: None",
        &bo.name,
    ] {
        assert!(email.contains(text), "{text}: {email}");
    }
    let seen = |field: &str| {
        let css = format!("[id='{}-back']", choice(&one, field));
        page.attributes(&css, "value")[0].clone()
    };
    // Changed once more after the page was shown: what nobody has seen is not overwritten.
    let seen_email = seen("email");
    change(&second, &one, "email", "nyare@example.se");
    staff
        .submit(
            "#rest-form",
            &[
                (&choice(&one, "city"), &seen("city")),
                (&choice(&one, "email"), &seen_email),
            ],
        )
        .assert_status(303);
    let page = staff.open(&one);
    page.assert_one("h1", "Undo ett")
        .assert_has("Done, but for one change");
    assert_eq!(fact(&page, &one, "city"), "Lund");
    assert_eq!(fact(&page, &one, "email"), "nyare@example.se");
    assert_eq!(fact(&page, &one, "phone"), "08-99 99 99");
    assert_parted(&staff, &one, &other, &number);
    let left = staff.open(&undo_in(&page).replace("/undo", ""));
    left.assert_count("#remainders tbody tr", 1)
        .assert_none("#remainders input");
    // Redone, the field that was put back is what it had been made since.
    staff.post(&undo_in(&page), &[]).assert_status(303);
    assert_eq!(fact(&staff.open(&one), &one, "city"), "Malmö");
}

#[test]
fn where_only_what_was_edited_is_left_it_can_still_be_put_back() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let one = format!("/accounts/{}", app.account(&[("name", "Put back AB")]));
    change(&staff, &one, "city", "Lund");
    let first = undo_in(&staff.open(&one));
    change(&staff, &one, "city", "Malmö");
    staff.open(&one);
    let asked = || staff.post(&first, &[]);
    asked().assert_status(409);
    // Nothing is chosen: nothing is left to undo.
    staff.submit("#rest-form", &[]).assert_status(409);
    let name = choice(&one, "city");
    let by = asked().attributes(&format!("[id='{name}-back']"), "value");
    staff
        .submit("#rest-form", &[(&name, &by[0])])
        .assert_status(303);
    staff.open(&one).assert_none("[id$='-city'] dd bdi");
}

#[test]
fn both_histories_tell_of_a_merge_that_changed_nothing_and_lead_to_each_other() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let fields = [("last_name", "Precis samma"), ("city", "Lund")];
    let [one, other] = [(); 2].map(|()| app.contact(&fields));
    let with = format!("/contacts/{one}/merge?with={other}");
    let [one, other] = [one, other].map(|id| format!("/contacts/{id}"));
    merge(&staff, &with, &[]).assert_redirect(&one);
    let merged = "merged Precis samma into Precis samma";
    let page = staff.open(&one);
    let theirs = format!("{other}/history");
    page.assert_has(merged)
        .assert_has("History of Precis samma before the merge");
    assert_eq!(
        page.attributes("#history a[href$='/history']", "href"),
        std::slice::from_ref(&theirs)
    );
    // Their page is the page of the one who stays; their history is still read.
    staff.get(&other).assert_redirect(&one);
    let history = staff.open(&theirs);
    history
        .assert_has(merged)
        .assert_count(&format!("#history li a[href='{one}']"), 1);
    staff.post(&undo_in(&page), &[]).assert_status(303);
    for path in [&one, &theirs] {
        let told = staff.open(path).text("#history");
        assert!(told.contains("undid"), "{told}");
    }
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
