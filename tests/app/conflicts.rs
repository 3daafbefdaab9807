//! Two people edit one record: what only one of them changed is taken, what both changed is chosen, field by field.

use crate::support::{Answer, Browser, TestApp};
use minimata::auth::Role;

fn value(answer: &Answer, control: &str) -> String {
    [answer.attributes(control, "value"), answer.all(control)]
        .concat()
        .concat()
}

/// Two people with the form of one account open, which the first has saved.
fn overtaken(first: &[(&str, &str)]) -> (TestApp, Browser, String, String) {
    let app = TestApp::start();
    let account = app.account(&[
        ("name", "Alfa"),
        ("city", "Lund"),
        ("phone", "08-1"),
        ("description", "Rad 1\nRad 2"),
    ]);
    let path = format!("/accounts/{account}");
    let bo = app.person(Role::Staff);
    let (slow, quick) = (app.sign_in(Role::Staff), app.sign_in_as(&bo));
    slow.open(&format!("{path}/edit"));
    quick.open(&format!("{path}/edit"));
    quick.submit("#record-form", first).assert_status(303);
    (app, slow, path, bo.name)
}

#[test]
fn different_fields_go_through_and_the_notice_says_what_else_changed() {
    let (_app, slow, path, bo) = overtaken(&[("phone", "08-2"), ("industry", "Idrott")]);
    let saved = slow.submit("#record-form", &[("city", "Malmö")]);
    saved
        .assert_redirect(&path)
        .follow()
        .assert_has("Alfa was saved")
        .assert_has(&format!("{bo} changed meanwhile: Phone, Industry"));
    let form = slow.open(&format!("{path}/edit"));
    assert_eq!(value(&form, "#city"), "Malmö");
    assert_eq!(value(&form, "#phone"), "08-2");
    assert_eq!(value(&form, "#industry"), "Idrott");
}

#[test]
fn the_same_field_is_chosen_and_the_other_text_stays_in_sight() {
    let (_app, slow, path, bo) = overtaken(&[
        ("description", "Theirs\n& long"),
        ("city", "Kiruna"),
        ("phone", "08-2"),
    ]);
    let typed = [
        ("description", "Mine\nand longer"),
        ("city", "Ystad"),
        ("industry", "Idrott"),
    ];
    let clash = slow.submit("#record-form", &typed);
    clash
        .assert_status(409)
        .assert_one(".summary.warn h2", "Somebody else changed this meanwhile")
        .assert_count(".clash", 2)
        .assert_one("#keep-city .clash-theirs", "Kiruna")
        .assert_has(&format!("{bo} saved this"))
        .assert_has(&format!("{bo} changed meanwhile: Phone"));
    assert_eq!(
        clash.all("#keep-description .clash-theirs"),
        ["Theirs & long"]
    );
    assert!(value(&clash, "#description").contains("and longer"));
    assert_eq!(value(&clash, "#phone"), "08-2");
    assert_eq!(
        clash.attributes("input[type=radio][checked]", "value"),
        ["yours", "yours"]
    );
    // A mistake elsewhere keeps the choice.
    slow.submit("#record-form", &[("keep.city", "theirs"), ("email", "no")])
        .assert_status(422);
    slow.submit("#record-form", &[("email", "")])
        .assert_redirect(&path);
    let form = slow.open(&format!("{path}/edit"));
    assert_eq!(value(&form, "#city"), "Kiruna");
    assert!(value(&form, "#description").contains("and longer"));
    assert_eq!(value(&form, "#industry"), "Idrott");
    // Nobody's text is lost: the history has both.
    slow.open(&format!("{path}/history")).assert_has("Theirs");
}

#[test]
fn a_choice_that_is_overtaken_again_is_asked_again() {
    let (app, slow, path, _) = overtaken(&[("city", "Kiruna")]);
    slow.submit("#record-form", &[("city", "Ystad")])
        .assert_status(409);
    let third = app.sign_in(Role::Staff);
    third.open(&format!("{path}/edit"));
    third
        .submit("#record-form", &[("city", "Visby")])
        .assert_status(303);
    let clash = slow.submit("#record-form", &[]);
    clash
        .assert_status(409)
        .assert_one("#keep-city .clash-theirs", "Visby");
    // Taking theirs holds whatever theirs has become.
    third.open(&format!("{path}/edit"));
    third
        .submit("#record-form", &[("city", "Boden")])
        .assert_status(303);
    slow.submit("#record-form", &[("keep.city", "theirs")])
        .assert_status(303);
    assert_eq!(value(&slow.open(&format!("{path}/edit")), "#city"), "Boden");
}

#[test]
fn a_field_in_place_meets_only_its_own_field() {
    let (app, slow, path, bo) = overtaken(&[("phone", "08-2")]);
    let edit = format!("{path}/fields/city/edit");
    slow.open(&edit);
    let quick = app.sign_in(Role::Staff);
    quick.open(&format!("{path}/edit"));
    quick
        .submit("#record-form", &[("industry", "Idrott")])
        .assert_status(303);
    let editing = ".fact.editing form[action$='/fields/city']";
    let answer = slow.htmx().submit(editing, &[("city", "Malmö")]);
    answer.assert_status(200);
    assert!(answer.body().contains("changed meanwhile: Industry"));
    assert!(!answer.body().contains(&bo), "that was before");
    slow.open(&edit);
    quick.open(&format!("{path}/edit"));
    quick
        .submit("#record-form", &[("city", "Kiruna")])
        .assert_status(303);
    slow.submit(editing, &[("city", "Ystad")])
        .assert_status(409)
        .assert_one("#keep-city .clash-theirs", "Kiruna");
    slow.submit(editing, &[("keep.city", "theirs")])
        .assert_redirect(&path);
    assert_eq!(
        value(&slow.open(&format!("{path}/edit")), "#city"),
        "Kiruna"
    );
}

#[test]
fn a_role_and_both_kinds_of_settings_are_chosen_too() {
    let app = TestApp::start_committed();
    let (account, contact) = (
        app.account(&[("name", "Alfa")]),
        app.contact(&[("last_name", "Ek")]),
    );
    let role = app.role(contact, account, "Kassör", ("", ""));
    let path = format!("/affiliations/{role}");
    let admin = app.person(Role::Admin);
    let (one, two) = (app.sign_in_as(&admin), app.sign_in_as(&admin));
    let form = format!("form[action='{path}']");
    for browser in [&one, &two] {
        browser.open(&format!("{path}/edit"));
    }
    two.submit(&form, &[("role", "Revisor")]).assert_status(303);
    one.submit(&form, &[("from_date", "2024-01-01")])
        .assert_status(303);
    for browser in [&one, &two] {
        browser.open(&format!("{path}/edit"));
    }
    two.submit(&form, &[("role", "Ledamot")]).assert_status(303);
    one.submit(&form, &[("role", "Suppleant")])
        .assert_status(409)
        .assert_one("#keep-role .clash-theirs", "Ledamot");
    one.submit(&form, &[("keep.role", "theirs")])
        .assert_status(303);
    one.open(&format!("/contacts/{contact}"))
        .assert_has("Ledamot")
        .assert_lacks("Suppleant");

    for (page, form, field, other) in [
        ("/settings", "#own-settings", "name", ("density", "compact")),
        (
            "/organisation",
            "#organisation",
            "organisation_name",
            ("locale", "en"),
        ),
    ] {
        two.open(page);
        two.submit(form, &[(field, "Zeroth")]).assert_status(303);
        for browser in [&one, &two] {
            browser.open(page);
        }
        two.submit(form, &[other]).assert_status(303);
        one.submit(form, &[(field, "First")]).assert_status(303);
        for browser in [&one, &two] {
            browser.open(page);
        }
        two.submit(form, &[(field, "Second")]).assert_status(303);
        let clash = one.submit(form, &[(field, "Third")]);
        clash
            .assert_status(409)
            .assert_one(&format!("#keep-{field} .clash-theirs"), "Second");
        one.submit(form, &[(&format!("keep.{field}"), "theirs")])
            .assert_status(303);
        assert_eq!(value(&one.open(page), &format!("#{field}")), "Second");
    }
}
