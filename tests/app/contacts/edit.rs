//! Creating, changing and deleting contacts.
use super::{create, names, roles};
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn a_contact_is_created_with_a_first_role_and_shown() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let staff = app.sign_in(Role::Staff);
    let form = staff.open(&format!("/contacts/new?account={account}&last_name=Berg"));
    let asked = form.attributes("#account", "value");
    assert_eq!(asked, [format!("IF Häus #{account}")]);
    assert_eq!(form.attributes("#last_name", "value"), ["Berg"]);
    let fields = [
        ("first_name", "Kerstin"),
        ("last_name", "Öberg"),
        ("role", "Ordförande"),
    ];
    let created = staff.submit("#record-form", &fields);
    created.assert_status(303);
    let page = staff.open(&created.location());
    page.assert_one("h1", "Kerstin Öberg")
        .assert_one("h1 bdi", "Kerstin Öberg");
    page.assert_one(".toast.success p", "Kerstin Öberg was created");
    assert_eq!(roles(&page).len(), 1);
    page.assert_one("#affiliations .badge.accent", "primary")
        .assert_has("created the contact Kerstin Öberg");
    let named = staff.open("/contacts/new?account=if+h%C3%A4us");
    assert_eq!(
        named.attributes("#account", "value"),
        [format!("IF Häus #{account}")]
    );
}

#[test]
fn one_name_is_enough_and_none_is_not() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    for name in ["first_name", "last_name"] {
        let path = create(&staff, &[(name, "Cher")]);
        staff.open(&path).assert_one("h1", "Cher");
    }
    staff.open("/contacts/new");
    let fields = [
        ("email", "not one"),
        ("role", "Kassör"),
        ("city", "Umeå"),
        ("phone", "call me"),
    ];
    let answer = staff.submit("#record-form", &fields);
    answer.assert_status(422).assert_count("[role=alert] li", 4);
    for name in ["last_name", "email", "phone", "account"] {
        answer.assert_count(&format!("#{name}[aria-invalid=true]"), 1);
    }
    assert_eq!(answer.attributes("#city", "value"), ["Umeå"]);
    let unknown = staff.submit(
        "#record-form",
        &[("last_name", "A"), ("account", "Nowhere AB"), ("email", "")],
    );
    unknown.assert_status(422).assert_count("#account-error", 1);
}

#[test]
fn a_contact_is_changed_in_place_and_a_stale_edit_is_refused() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = create(&staff, &[("first_name", "Ali"), ("last_name", "Rezaei")]);
    let field = format!("{path}/fields/last_name");
    staff
        .htmx()
        .post(&field, &[("last_name", "Öst"), ("version", "1")])
        .assert_status(200)
        .assert_one("dd", "Öst");
    let stale = staff.post(
        &path,
        &[
            ("first_name", "Ali"),
            ("last_name", "Väst"),
            ("version", "1"),
        ],
    );
    stale
        .assert_status(409)
        .assert_one("#keep-last_name .clash-theirs", "Öst");
    let newer = [
        ("first_name", "Ali"),
        ("last_name", "Väst"),
        ("version", "2"),
    ];
    staff.post(&path, &newer).assert_redirect(&path);
    assert_eq!(
        names(&staff.open("/contacts?name=ali+v%C3%A4st")),
        ["Ali Väst"]
    );
    assert_eq!(
        names(&staff.open("/contacts?name=v%C3%A4st,+ali")),
        ["Ali Väst"]
    );
    let none = staff
        .htmx()
        .post(&field, &[("last_name", ""), ("version", "3")]);
    none.assert_status(200);
    staff
        .htmx()
        .post(
            &format!("{path}/fields/first_name"),
            &[("first_name", " "), ("version", "4")],
        )
        .assert_status(422);
}

#[test]
fn a_deleted_contact_is_gone_from_everywhere_but_the_history() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let contact = app.contact(&[("first_name", "Bo"), ("last_name", "Ek")]);
    let role = app.role(contact, account, "Kassör", ("2024-01-01", ""));
    let staff = app.sign_in(Role::Staff);
    let path = format!("/contacts/{contact}");
    staff.open(&path);
    staff
        .submit("main .page-head form", &[])
        .assert_redirect("/contacts");
    staff.get(&path).assert_status(410);
    staff
        .get(&format!("/affiliations/{role}/edit"))
        .assert_status(404);
    staff
        .post(
            &format!("/affiliations/{role}"),
            &[("role", "x"), ("version", "1")],
        )
        .assert_status(404);
    staff
        .open(&format!("/accounts/{account}"))
        .assert_count("#people tbody tr", 0);
    assert!(names(&staff.open("/contacts")).is_empty());
    staff
        .open("/contacts/options?field=person&person=Bo")
        .assert_none("option");
    staff
        .open("/changes")
        .assert_has("deleted the contact Bo Ek");
}

#[test]
fn a_form_posted_twice_makes_one_contact() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let staff = app.sign_in(Role::Staff);
    staff.open(&format!("/contacts/new?account={account}"));
    let form = || staff.fork().form("#record-form").fill("last_name", "Once");
    let (first, second) = (form(), form());
    assert_eq!(first.submit().location(), second.submit().location());
    staff.open("/contacts").assert_count("#list tbody tr", 1);
    staff
        .open(&format!("/accounts/{account}"))
        .assert_count("#people tbody tr", 1);
}

#[test]
fn asvs_1_2_1_names_survive_and_are_never_markup() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let long = "é".repeat(100);
    let attack = "\"><img src=x onerror=alert(1)>";
    let account = app.account(&[("name", attack)]);
    for (first, last) in [
        ("Åke", "O'Brien & Söner"),
        ("محمد", "الأحمد"),
        ("👩‍🚀", &long),
        (attack, attack),
    ] {
        let fields = [
            ("first_name", first),
            ("last_name", last),
            ("title", attack),
            ("notes", attack),
            ("account", &format!("#{account}")),
            ("role", attack),
        ];
        let path = create(&staff, &fields);
        let page = staff.open(&path);
        page.assert_one("h1", &format!("{first} {last}"));
        for page in [
            page,
            staff.open(&format!("{path}/edit")),
            staff.open("/contacts?columns=name&columns=account&columns=title"),
            staff.open(&format!("/accounts/{account}")),
            staff.open("/contacts/options?field=q&q=e"),
            staff.open("/changes"),
        ] {
            page.assert_none("img").assert_none("[onerror]");
        }
        let form = staff.open(&format!("{path}/edit"));
        assert_eq!(form.attributes("#last_name", "value"), [last]);
    }
}

#[test]
fn asvs_8_2_3_fields_that_no_form_has_are_ignored() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let fields = [
        ("last_name", "Mine"),
        ("id", "1"),
        ("sort_name", "Aaa"),
        ("version", "9"),
        ("deleted_at", "2026-01-01"),
        ("other_facts", "{\"a\":\"b\"}"),
        ("name_key", "x"),
    ];
    let answer = staff.post("/contacts", &fields);
    answer.assert_status(303);
    let path = answer.location();
    let edit = staff.open(&format!("{path}/edit"));
    assert_eq!(edit.attributes("[name=version]", "value"), ["1"]);
    staff.open(&path).assert_lacks("Other facts");
    let owner = [("last_name", "X"), ("owner_id", "999999999")];
    staff
        .post("/contacts", &owner)
        .assert_status(422)
        .assert_count("#owner_id-error", 1);
}
