//! Two contacts who are one.
use super::{chosen, fact, merge, values};
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn two_contacts_become_one_with_their_roles_and_tags() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let haus = app.account(&[("name", "Merge at Häus")]);
    let olle = app.account(&[("name", "Merge at Olle")]);
    let one = app.contact(&[
        ("first_name", "Åsa"),
        ("last_name", "Öberg"),
        ("mobile", "070-123 45 67"),
        ("notes", "Först."),
    ]);
    let other = app.contact(&[
        ("first_name", "Åsa"),
        ("last_name", "Lind"),
        ("email", "asa@example.se"),
        ("notes", "Sedan."),
    ]);
    app.role(one, haus, "Kassör", ("", ""));
    app.role(other, haus, "KASSÖR", ("", ""));
    app.role(other, olle, "Ordförande", ("2020-01-01", "2023-12-31"));
    let (first, second) = (format!("/contacts/{one}"), format!("/contacts/{other}"));
    app.make_tags(&["Viktig merge"]);
    staff
        .post(&format!("{second}/tags"), &[("name", "Viktig merge")])
        .assert_status(303);
    let with = format!("{second}/merge?with={one}");
    let page = staff.open(&with);
    assert_eq!(values(&page, "field.last_name"), ["Lind", "Öberg"]);
    assert_eq!(chosen(&page, "keep"), [one.to_string()]);
    assert_eq!(chosen(&page, "field.last_name"), ["right"]);
    page.assert_has("2 roles").assert_has("1 tag");
    merge(&staff, &with, &[("field.last_name", "left")]).assert_redirect(&first);
    let page = staff.open(&first);
    page.assert_one("h1", "Åsa Lind");
    assert_eq!(fact(&page, &first, "email"), "asa@example.se");
    assert_eq!(fact(&page, &first, "mobile"), "070-123 45 67");
    page.assert_has("Sedan. Först.");
    assert_eq!(page.all("#tags li bdi"), ["Viktig merge"]);
    page.assert_count("#affiliations tbody tr", 2)
        .assert_count("#affiliations tbody .badge.accent", 1)
        .assert_count("#affiliations tbody tr.past", 1);
    staff.get(&second).assert_redirect(&first);
    staff
        .open(&format!("/accounts/{haus}"))
        .assert_count("#people tbody tr", 1);
}

#[test]
fn of_two_primary_roles_that_of_the_one_who_stays_is_kept() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let accounts = ["Primary A", "Primary B"].map(|name| app.account(&[("name", name)]));
    let people = ["Ett", "Två", "Tre"]
        .map(|last| app.contact(&[("first_name", "Prim"), ("last_name", last)]));
    app.role(people[0], accounts[0], "", ("", ""));
    app.role(people[1], accounts[1], "", ("", ""));
    let with = format!("/contacts/{}/merge?with={}", people[0], people[1]);
    merge(&staff, &with, &[]).assert_status(303);
    let row = "#affiliations tbody tr:has(.badge.accent)";
    let page = staff.open(&format!("/contacts/{}", people[0]));
    page.assert_count("#affiliations tbody tr", 2)
        .assert_count(row, 1);
    assert!(page.text(row).contains("Primary A"));
    // Whoever had no role at all takes the mark over with it.
    let with = format!("/contacts/{}/merge?with={}", people[2], people[0]);
    merge(&staff, &with, &[("keep", &people[2].to_string())]).assert_status(303);
    let page = staff.open(&format!("/contacts/{}", people[2]));
    page.assert_count("#affiliations tbody tr", 2)
        .assert_count(row, 1);
    assert!(page.text(row).contains("Primary A"));
    // One address after another, to the one that is there.
    let old = staff.get(&format!("/contacts/{}", people[1]));
    old.assert_redirect(&format!("/contacts/{}", people[0]));
    old.follow()
        .assert_redirect(&format!("/contacts/{}", people[2]));
}
