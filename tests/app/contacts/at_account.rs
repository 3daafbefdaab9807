//! The people at an account, and adding one without leaving its page.
use super::people;
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn an_account_shows_who_is_there_and_who_was() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    for (first, last, role, dates) in [
        ("Kerstin", "Öberg", "Ordförande", ("2024-03-01", "")),
        ("Bo", "Ek", "Ordförande", ("2019-03-01", "2024-03-01")),
        ("Ali", "Ångström", "Kassör", ("", "")),
    ] {
        let contact = app.contact(&[("first_name", first), ("last_name", last)]);
        app.role(contact, account, role, dates);
    }
    let page = app
        .sign_in(Role::Viewer)
        .open(&format!("/accounts/{account}"));
    let rows = people(&page);
    assert!(rows[0].starts_with("Ali Ångström"), "{rows:?}");
    assert!(rows[1].starts_with("Kerstin Öberg"), "{rows:?}");
    assert!(
        rows[2].starts_with("Bo Ek") && rows[2].contains("past"),
        "{rows:?}"
    );
    page.assert_one("#people h2 .badge", "2")
        .assert_none("#people form");
}

#[test]
fn a_new_person_is_added_without_leaving_the_page() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let staff = app.sign_in(Role::Staff).htmx();
    let path = format!("/accounts/{account}/contacts");
    staff
        .post(&path, &[])
        .assert_status(422)
        .assert_count("#person-person-error", 1);
    let wrong = [
        ("first_name", "Kerstin"),
        ("email", "kerstin at example"),
        ("role", "Ordförande"),
        ("from_date", "soon"),
    ];
    let wrong = staff.post(&path, &wrong);
    wrong
        .assert_status(422)
        .assert_count("[role=alert] li", 2)
        .assert_count("details[open]", 1);
    assert_eq!(wrong.attributes("#person-first_name", "value"), ["Kerstin"]);
    assert_eq!(wrong.attributes("#person-role", "value"), ["Ordförande"]);
    let right = [
        ("first_name", "Kerstin"),
        ("last_name", "Öberg"),
        ("email", "kerstin@example.se"),
        ("role", "Ordförande"),
        ("from_date", "2026-01-01"),
    ];
    let added = staff.post(&path, &right);
    added
        .assert_status(200)
        .assert_header("HX-Trigger", "record-changed");
    added.assert_one("template[hx-target='#live']", "Kerstin Öberg was added");
    assert_eq!(people(&added).len(), 1);
    let page = staff.plain().open(&format!("/accounts/{account}"));
    page.assert_has("created the contact Kerstin Öberg");
}

#[test]
fn a_known_person_is_found_by_id_name_or_address() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let contact = app.contact(&[
        ("first_name", "Eva"),
        ("last_name", "Known 91"),
        ("email", "eva.91@example.se"),
    ]);
    let staff = app.sign_in(Role::Staff);
    let path = format!("/accounts/{account}/contacts");
    let options = staff.open("/contacts/options?field=person&person=known+91");
    assert_eq!(
        options.attributes("option", "value"),
        [format!("Eva Known 91 #{contact}")]
    );
    for text in [
        format!("#{contact}"),
        "EVA known 91".to_owned(),
        "Eva.91@Example.SE".to_owned(),
    ] {
        staff
            .post(&path, &[("person", &text), ("role", &text)])
            .assert_redirect(&format!("/accounts/{account}"));
    }
    staff
        .open(&format!("/accounts/{account}"))
        .assert_count("#people tbody tr", 3);
    app.contact(&[("first_name", "Eva"), ("last_name", "Known 91")]);
    for (text, said) in [
        ("eva known 91", "Several contacts match"),
        ("Nobody Such", "no contact called"),
    ] {
        let answer = staff.post(&path, &[("person", text)]);
        answer.assert_status(422).assert_has(said);
        answer.assert_one("h1", "Add a person to IF Häus");
    }
    let both = staff.post(
        &path,
        &[("person", "Eva.91@example.se"), ("first_name", "Bo")],
    );
    both.assert_status(422).assert_has("not both");
}

#[test]
fn the_form_has_a_page_and_works_twice_only_once() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let staff = app.sign_in(Role::Staff);
    let page = format!("/accounts/{account}");
    staff
        .open(&format!("{page}/contacts/new"))
        .assert_one("h1", "Add a person to IF Häus");
    let form = || staff.fork().form("#record-form").fill("last_name", "Once");
    let (first, second) = (form(), form());
    first.submit().assert_redirect(&page);
    second.submit().assert_redirect(&page);
    staff.open(&page).assert_count("#people tbody tr", 1);
    staff.post(&format!("{page}/removal"), &[]);
    staff
        .get(&format!("{page}/contacts/new"))
        .assert_status(410);
    staff
        .post(&format!("{page}/contacts"), &[("last_name", "x")])
        .assert_status(410);
}

#[test]
fn more_people_than_fit_are_in_the_list() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    for n in 0..101 {
        let contact = app.contact(&[("last_name", &format!("Berg {n:03}"))]);
        app.role(contact, account, "Ledamot", ("", ""));
    }
    let viewer = app.sign_in(Role::Viewer);
    let page = viewer.open(&format!("/accounts/{account}"));
    assert_eq!(people(&page).len(), 100);
    let all = page.attributes("#people p a", "href")[0].clone();
    viewer.open(&all).assert_one("#count", "101 contacts");
}
