//! What is in the way.
use super::{account, change, undo_in};
use crate::support::{TestApp, organisation_number};
use minimata::auth::Role;

#[test]
fn a_field_that_somebody_changed_again_is_shown_with_both_values_and_the_rest_can_go() {
    let app = TestApp::start();
    let (one, two) = (app.sign_in(Role::Staff), app.sign_in(Role::Staff));
    let path = account(&one, "Två AB");
    let id = path.trim_start_matches("/accounts/");
    let form = [
        ("name", "Två AB"),
        ("kind", "company"),
        ("status", "active"),
        ("city", "Lund"),
        ("industry", "Bygg"),
        ("version", "1"),
    ];
    one.post(&path, &form).assert_status(303);
    let undo = undo_in(&one.open(&path));
    let later = undo_in(&change(&two, &path, "city", "Kiruna"));
    let page = one.post(&undo, &[]);
    page.assert_status(409)
        .assert_one("h1", "Something is in the way")
        .assert_count("#obstacles tbody tr", 1)
        .assert_has("City")
        .assert_has("Lund")
        .assert_has("Kiruna");
    let links = page.attributes("#obstacles a", "href");
    assert!(links.contains(&format!("/accounts/{id}")), "{links:?}");
    assert!(
        links.contains(&later.trim_end_matches("/undo").to_owned()),
        "{links:?}"
    );
    one.open(&path).assert_has("Bygg");
    one.post(&undo, &[("rest", "1")]).assert_status(303);
    let page = one.open(&path);
    page.assert_has("Done, but for one change")
        .assert_one("#account-city dd, [id$='-city'] dd", "Kiruna");
    page.assert_none("#toasts .error");
    let left = one.open(&undo_in(&page).replace("/undo", ""));
    left.assert_count("#remainders tbody tr", 1)
        .assert_has("Kiruna");
    // Taken back by whoever changed it, the first value is not in the way any more; but the undo has been used.
    two.post(&later, &[]).assert_status(303);
    two.open(&path).assert_one("[id$='-city'] dd", "Lund");
}

#[test]
fn a_value_that_came_back_by_hand_is_still_in_the_way() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = account(&staff, "Fram AB");
    let first = undo_in(&change(&staff, &path, "city", "Lund"));
    let second = undo_in(&change(&staff, &path, "city", "Malmö"));
    let third = undo_in(&change(&staff, &path, "city", "Lund"));
    staff.post(&first, &[]).assert_status(409);
    for undo in [&third, &second, &first] {
        staff.post(undo, &[]).assert_status(303);
        staff.open(&path);
    }
    staff.open(&path).assert_none("[id$='-city'] dd bdi");
}

#[test]
fn a_number_that_another_account_has_is_in_the_way_of_the_deleted_one() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let make = |name: &str| {
        let fields = [
            ("name", name),
            ("kind", "company"),
            ("status", "active"),
            ("organisation_number", number.as_str()),
        ];
        let made = staff.post("/accounts", &fields);
        made.assert_status(303);
        staff.open(&made.location());
        made.location()
    };
    let old = make("Gamla AB");
    staff.post(&format!("{old}/removal"), &[]);
    let undo = undo_in(&staff.open("/accounts"));
    let new = make("Nya AB");
    let page = staff.post(&undo, &[]);
    page.assert_status(409)
        .assert_has("This has it now:")
        .assert_none("#undo-rest");
    assert!(page.attributes("#obstacles a", "href").contains(&new));
    staff.post(&format!("{new}/removal"), &[]);
    staff.open("/accounts");
    staff.post(&undo, &[]).assert_status(303);
    staff.open(&old).assert_one("h1", "Gamla AB");
}

#[test]
fn what_hangs_on_a_new_record_is_in_its_way() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = account(&staff, "Ny AB");
    let created = undo_in(&staff.open(&path));
    let id: i64 = path
        .trim_start_matches("/accounts/")
        .parse()
        .expect("an id");
    let contact = app.contact(&[("last_name", "Hänger")]);
    app.role(contact, id, "Kassör", ("", ""));
    let page = staff.post(&created, &[]);
    page.assert_status(409)
        .assert_has("This belongs to it:")
        .assert_has("Hänger");
}

#[test]
fn the_primary_mark_goes_back_to_the_role_that_had_it() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let [a, b] = ["Alfa", "Beta"].map(|name| app.account(&[("name", name)]));
    let contact = app.contact(&[("last_name", "Märkt")]);
    let first = app.role(contact, a, "Kassör", ("", ""));
    let path = format!("/contacts/{contact}");
    let number = format!("#{b}");
    let fields = [
        ("account", format!("Beta {number}")),
        ("is_primary", "true".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    staff
        .post(&format!("{path}/affiliations"), &fields)
        .assert_status(303);
    let page = staff.open(&path);
    page.assert_one("#affiliations tr:has(.badge) a.row-link", "Beta");
    staff.post(&undo_in(&page), &[]).assert_status(303);
    let page = staff.open(&path);
    page.assert_one("#affiliations tbody tr a.row-link", "Alfa")
        .assert_count(&format!("#affiliation-{first} .badge"), 1);
}
