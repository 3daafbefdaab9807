//! Accounts that may be there already.
use super::{found, reasons};
use crate::support::{TestApp, organisation_number};
use minimata::auth::Role;

/// What the form is told while somebody types.
fn asked(app: &TestApp, typed: &str) -> crate::support::Answer {
    app.sign_in(Role::Staff)
        .htmx()
        .get(&format!("/accounts/duplicates?{typed}"))
}

#[test]
fn each_key_meets_however_it_is_written_and_says_why() {
    let app = TestApp::start();
    let number = organisation_number();
    app.account(&[
        ("name", "Åkers Båtklubb AB"),
        ("organisation_number", &number),
        ("email", "Styrelsen@Åkers-BK.example.se"),
        ("phone", "070-123 45 67"),
        ("city", "Åkersberga"),
    ]);
    let plain = number.replace('-', "");
    for (typed, reason) in [
        (
            format!("organisation_number={number}"),
            "same organisation number",
        ),
        (
            format!("organisation_number={plain}"),
            "same organisation number",
        ),
        (
            format!("organisation_number=SE{plain}01"),
            "same organisation number",
        ),
        (
            "email=styrelsen@%C3%85KERS-bk.example.se".to_owned(),
            "same e-mail",
        ),
        (
            "phone=%2B46 (0)70 123 45 67".to_owned(),
            "same phone number",
        ),
        ("phone=0046701234567".to_owned(), "same phone number"),
        (
            "name=%C3%A5kers b%C3%A5tklubb ab&city=%C3%A5kersberga".to_owned(),
            "same name and city",
        ),
        (
            "name=%C3%85kers B%C3%A5tklubb&city=%C3%85kersberga".to_owned(),
            "similar name, same city",
        ),
        ("name=%C3%85KERS B%C3%85TKLUBB A.B.".to_owned(), "same name"),
        (
            "name=AB %C3%85kers B%C3%A5tklubb (publ)".to_owned(),
            "similar name",
        ),
    ] {
        let answer = asked(&app, &typed.replace(' ', "+"));
        answer.assert_status(200).assert_lacks("<html");
        assert_eq!(reasons(&answer), [reason], "{typed}");
        assert_eq!(found(&answer), ["Åkers Båtklubb AB"], "{typed}");
        let told = answer.text(".summary li");
        assert!(
            told.contains("Åkersberga") && told.contains(&number),
            "{told}"
        );
    }
    for typed in [
        "",
        "name=Akers+Batklubb",
        "name=%C3%85kers+B%C3%A5tklubb&city=Vallentuna",
        "email=styrelsen@",
        "phone=070-123+45+68",
        "organisation_number=802481-1234",
        "city=%C3%85kersberga",
    ] {
        asked(&app, typed).assert_count(".summary", 0);
    }
}

#[test]
fn a_form_without_script_waits_once_and_saves_anyway() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let first = app.account(&[("name", "IF Häus"), ("city", "Umeå")]);
    staff.open("/accounts/new").assert_none(".summary");
    let fields = [
        ("name", "IF HÄUS"),
        ("city", "Umeå"),
        ("phone", "090-12 34 56"),
    ];
    let waits = staff.submit("#record-form", &fields);
    waits
        .assert_status(422)
        .assert_none("[role=alert]")
        .assert_count(".summary[tabindex='-1'][autofocus]", 1)
        .assert_has("Nothing has been saved yet");
    assert_eq!(reasons(&waits), ["same name and city"]);
    assert_eq!(waits.attributes("#phone", "value"), ["090-12 34 56"]);
    assert_eq!(
        waits.attributes(".summary li .btn", "href"),
        [format!("/accounts/{first}")]
    );
    // Somebody else appears meanwhile with the number: that one has not been seen yet.
    app.account(&[("name", "Hallen"), ("phone", "+46 90 12 34 56")]);
    let again = staff.form("#record-form").press("Save anyway");
    again.assert_status(422);
    assert_eq!(found(&again), ["Hallen", "IF Häus"]);
    let saved = staff.form("#record-form").press("Save anyway");
    saved.assert_status(303);
    staff
        .open("/accounts?q=if+h%C3%A4us")
        .assert_count("#list tbody tr", 2);
}

#[test]
fn a_form_sent_twice_is_not_stopped_by_what_it_made() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    staff.open("/accounts/new");
    let form = || {
        staff
            .form("#record-form")
            .fill("name", "Once only AB")
            .fill("email", "once@example.se")
    };
    let (one, two) = (form(), form());
    let (one, two) = (one.submit(), two.submit());
    assert_eq!(
        one.assert_status(303).location(),
        two.assert_status(303).location()
    );
    // A form that does not ask is not told: other programs post here as well.
    let fields = [
        ("name", "Once only AB"),
        ("kind", "company"),
        ("status", "active"),
    ];
    staff.post("/accounts", &fields).assert_status(303);
}

#[test]
fn a_taken_number_is_refused_with_the_way_to_who_has_it() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    let first = app.account(&[("name", "First"), ("organisation_number", &number)]);
    staff.open("/accounts/new");
    let fields = [("name", "Second"), ("organisation_number", number.as_str())];
    let refused = staff.submit("#record-form", &fields);
    refused
        .assert_status(422)
        .assert_count("#organisation_number-error", 1);
    assert_eq!(
        refused.attributes("#organisation_number-error a", "href"),
        [format!("/accounts/{first}")]
    );
    assert_eq!(reasons(&refused), ["same organisation number"]);
    let again = staff.form("#record-form").submit();
    again
        .assert_status(422)
        .assert_count("#organisation_number-error", 1);
    // A deleted one is nobody's double, and its number is free.
    staff
        .post(&format!("/accounts/{first}/removal"), &[])
        .assert_status(303);
    staff.form("#record-form").submit().assert_status(303);
}

#[test]
fn of_two_who_save_one_number_at_once_one_is_told_who_was_first() {
    let app = TestApp::start_committed();
    let number = organisation_number();
    let answers: Vec<_> = std::thread::scope(|scope| {
        let post = |name: &'static str| {
            let (staff, number) = (app.sign_in(Role::Staff), number.clone());
            scope.spawn(move || {
                staff.open("/accounts/new");
                staff.submit(
                    "#record-form",
                    &[("name", name), ("organisation_number", &number)],
                )
            })
        };
        let both = [post("One"), post("Other")];
        both.map(|one| one.join().expect("an answer"))
            .into_iter()
            .collect()
    });
    let mut statuses: Vec<u16> = answers.iter().map(crate::support::Answer::status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    let refused = answers
        .iter()
        .find(|a| a.status() == 422)
        .expect("one is refused");
    let saved = answers
        .iter()
        .find(|a| a.status() == 303)
        .expect("one is saved");
    assert_eq!(
        refused.attributes("#organisation_number-error a", "href"),
        [saved.location()]
    );
}
