//! Two accounts that are one.
use super::{chosen, fact, merge, values};
use crate::support::{Browser, TestApp, organisation_number};
use minimata::auth::Role;

/// Two accounts with something of everything, and who stands between them.
struct Two {
    one: String,
    other: String,
    with: String,
}

fn two(app: &TestApp, staff: &Browser, number: &str) -> Two {
    let one = app.account(&[
        ("name", "IF Häus"),
        ("city", "Umeå"),
        ("phone", "090-12 34 56"),
        ("description", "Ringer på måndagar."),
        ("members", "120"),
    ]);
    let other = app.account(&[
        ("name", "Idrottsföreningen Häus"),
        ("city", "Umeå"),
        ("organisation_number", number),
        ("email", "styrelsen@haus.example.se"),
        ("description", "Betalar sent."),
    ]);
    let child = app.account(&[("name", "Häus ungdom"), ("parent", &format!("#{other}"))]);
    assert!(child > 0);
    let (one, other) = (format!("/accounts/{one}"), format!("/accounts/{other}"));
    app.make_tags(&["Kund", "Sponsor merge"]);
    for (path, tag) in [(&one, "Kund"), (&other, "kund"), (&other, "Sponsor merge")] {
        staff
            .post(&format!("{path}/tags"), &[("name", tag)])
            .assert_status(303);
    }
    let with = format!("{one}/merge?with={}", other.rsplit('/').next().unwrap());
    Two { one, other, with }
}

fn id(path: &str) -> i64 {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

#[test]
fn two_accounts_become_one_with_everything_that_hangs_on_them() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let Two { one, other, with } = two(&app, &staff, &number);
    let asa = app.contact(&[("first_name", "Åsa"), ("last_name", "Två")]);
    let bo = app.contact(&[("first_name", "Bo"), ("last_name", "Två")]);
    app.role(asa, id(&one), "Kassör", ("2024-01-01", ""));
    app.role(asa, id(&other), "kassör", ("2024-01-01", ""));
    app.role(asa, id(&other), "Ordförande", ("", ""));
    app.role(bo, id(&other), "Kassör", ("2024-01-01", ""));

    let page = staff.open(&with);
    page.assert_has("3 roles of people")
        .assert_has("1 sub-account")
        .assert_has("1 role of a person")
        .assert_has("2 tags");
    assert_eq!(
        values(&page, "field.name"),
        ["IF Häus", "Idrottsföreningen Häus"]
    );
    assert_eq!(
        values(&page, "field.email"),
        ["None", "styrelsen@haus.example.se"]
    );
    // The first one added stays; an empty value gives way, long texts are joined.
    assert_eq!(chosen(&page, "keep"), [id(&one).to_string()]);
    assert_eq!(chosen(&page, "field.name"), ["left"]);
    assert_eq!(chosen(&page, "field.email"), ["right"]);
    assert_eq!(chosen(&page, "field.phone"), ["left"]);
    assert_eq!(chosen(&page, "field.description"), ["both"]);
    page.assert_none("[id='field.city']").assert_has("field");

    let merged = merge(&staff, &with, &[("field.name", "right")]);
    merged.assert_redirect(&one);
    let page = staff.open(&one);
    page.assert_one("h1", "Idrottsföreningen Häus")
        .assert_has("merged Idrottsföreningen Häus into Idrottsföreningen Häus");
    assert_eq!(fact(&page, &one, "organisation_number"), number);
    assert_eq!(fact(&page, &one, "phone"), "090-12 34 56");
    assert_eq!(fact(&page, &one, "members"), "120");
    page.assert_has("Ringer på måndagar. Betalar sent.");
    assert_eq!(page.all("#children li a"), ["Häus ungdom"]);
    assert_eq!(page.all("#tags li bdi"), ["Kund", "Sponsor merge"]);
    let people = page.all("#people tbody tr");
    assert_eq!(people.len(), 3, "{people:?}");
    // One primary role each, as before.
    for contact in [asa, bo] {
        let page = staff.open(&format!("/contacts/{contact}"));
        page.assert_count("#affiliations tbody tr .badge.accent", 1);
        // Its history still tells of it.
        let roles = page.text("#affiliations");
        assert!(!roles.contains("IF Häus"), "{roles}");
    }
    // The old address leads to the one that stays; what is posted there is told.
    staff.get(&other).assert_redirect(&one);
    staff.get(&format!("{other}/edit")).assert_redirect(&one);
    let late = staff.post(&format!("{other}/tags"), &[("name", "Sen")]);
    late.assert_status(410)
        .assert_has("merged into another record");
    staff
        .open("/accounts?q=h%C3%A4us")
        .assert_count("#list tbody tr", 2);
    // Its number is free for nobody: the one that stays has it.
    staff.open(&format!("{one}/history")).assert_has(&number);
}

#[test]
fn the_other_one_may_stay_and_the_numbers_do_not_collide() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let (first, second) = (organisation_number(), organisation_number());
    let one = app.account(&[("name", "Numbered"), ("organisation_number", &first)]);
    let other = app.account(&[("name", "Numbered two"), ("organisation_number", &second)]);
    let with = format!("/accounts/{one}/merge?with={other}");
    staff
        .open(&with)
        .assert_has("They have different organisation numbers");
    let choices = [
        ("keep", other.to_string()),
        ("field.organisation_number", "left".to_owned()),
    ];
    let choices = choices
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let stays = format!("/accounts/{other}");
    merge(&staff, &with, &choices).assert_redirect(&stays);
    let page = staff.open(&stays);
    assert_eq!(fact(&page, &stays, "organisation_number"), first);
    staff
        .get(&format!("/accounts/{one}"))
        .assert_redirect(&stays);
}

#[test]
fn somebody_who_was_first_makes_the_comparison_anew() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let one = app.account(&[("name", "Stale one"), ("city", "Umeå")]);
    let other = app.account(&[("name", "Stale other"), ("city", "Lund")]);
    let with = format!("/accounts/{one}/merge?with={other}");
    for changed in [one, other] {
        staff.open(&with);
        let form = staff.form("#merge-form").fill("field.city", "right");
        let phone = format!("/accounts/{changed}/fields/phone");
        let version = staff
            .fork()
            .open(&format!("{phone}/edit"))
            .attributes("[name=version]", "value");
        let typed = [
            ("phone", format!("08-12 34 {changed:02}")),
            ("version", version[0].clone()),
        ];
        let typed = typed
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        staff.fork().post(&phone, &typed).assert_status(303);
        let again = form.submit();
        again
            .assert_status(409)
            .assert_has("changed after you opened this page");
        assert_eq!(chosen(&again, "field.city"), ["right"]);
        again.assert_count("[id='field.phone']", 1);
    }
    staff
        .form("#merge-form")
        .submit()
        .assert_redirect(&format!("/accounts/{one}"));
}

#[test]
fn the_same_form_merges_once() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let one = app.account(&[("name", "Twice one")]);
    let other = app.account(&[("name", "Twice other"), ("city", "Lund")]);
    staff.open(&format!("/accounts/{one}/merge?with={other}"));
    let (first, second) = (staff.form("#merge-form"), staff.form("#merge-form"));
    first.submit().assert_redirect(&format!("/accounts/{one}"));
    second.submit().assert_redirect(&format!("/accounts/{one}"));
    let said = staff.open(&format!("/accounts/{one}/history"));
    let told = said.text("main");
    assert_eq!(told.matches("merged Twice other into").count(), 1, "{told}");
}
