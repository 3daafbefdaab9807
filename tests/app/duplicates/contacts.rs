//! Contacts who may be there already.
use super::{found, reasons};
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn each_key_meets_however_it_is_written_and_says_why() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let account = app.account(&[("name", "IF Häus Alike")]);
    let contact = app.contact(&[
        ("first_name", "Åsa"),
        ("last_name", "Öberg-Lind"),
        ("email", "asa@example.se"),
        ("phone", "090-12 34 56"),
        ("mobile", "070-123 45 67"),
        ("city", "Umeå"),
    ]);
    app.role(contact, account, "Kassör", ("", ""));
    for (typed, reason) in [
        ("email=ASA@example.se".to_owned(), "same e-mail"),
        ("phone=%2B4690123456".to_owned(), "same phone number"),
        ("phone=0701234567".to_owned(), "same phone number"),
        ("mobile=0046+70+1234567".to_owned(), "same phone number"),
        (
            "first_name=%C3%85SA&last_name=%C3%B6berg+lind&city=UME%C3%85".to_owned(),
            "same name and city",
        ),
        (
            "first_name=%C3%85sa&last_name=%C3%96berg-Lind&account=if+h%C3%A4us+alike".to_owned(),
            "same name at the same account",
        ),
        (
            format!("at={account}&first_name=%C3%85sa&last_name=%C3%96berg-Lind"),
            "same name at the same account",
        ),
    ] {
        let answer = staff.htmx().get(&format!("/contacts/duplicates?{typed}"));
        answer.assert_status(200);
        let told = answer.text(".summary li");
        assert!(told.contains("IF Häus Alike, Umeå"), "{told}");
        assert_eq!(reasons(&answer), [reason], "{typed}");
        assert_eq!(found(&answer), ["Åsa Öberg-Lind"], "{typed}");
    }
    for typed in [
        "",
        "first_name=Asa&last_name=Oberg-Lind&city=Ume%C3%A5",
        "first_name=%C3%85sa&city=Ume%C3%A5",
        "first_name=%C3%85sa&last_name=%C3%96berg-Lind",
        "phone=123",
    ] {
        let answer = staff.htmx().get(&format!("/contacts/duplicates?{typed}"));
        answer.assert_status(200).assert_none(".summary");
    }
}

#[test]
fn a_new_contact_waits_once_and_is_saved_anyway() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    app.contact(&[("first_name", "Åsa"), ("email", "asa.once@example.se")]);
    staff.open("/contacts/new");
    let fields = [("first_name", "Åsa"), ("email", "Asa.Once@example.se")];
    let waits = staff.submit("#record-form", &fields);
    waits.assert_status(422).assert_count(".summary", 1);
    assert_eq!(reasons(&waits), ["same e-mail"]);
    staff
        .form("#record-form")
        .press("Save anyway")
        .assert_status(303);
}

#[test]
fn a_person_added_at_an_account_may_turn_out_to_be_known() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let account = app.account(&[("name", "Known at")]);
    let known = app.contact(&[
        ("first_name", "Åsa"),
        ("last_name", "Känd"),
        ("email", "asa.known@example.se"),
    ]);
    let path = format!("/accounts/{account}");
    staff.open(&path).assert_none(".duplicates .summary");
    let fields = [
        ("first_name", "Åsa"),
        ("email", "asa.known@example.se"),
        ("role", "Kassör"),
    ];
    let waits = staff.htmx().submit("#people form", &fields);
    waits
        .assert_status(422)
        .assert_count("details.adder[open]", 1)
        .assert_count(".duplicates .summary[autofocus]", 1);
    assert_eq!(waits.attributes("#person-role", "value"), ["Kassör"]);
    // Not a new person, but the known one with the role that was typed.
    staff.open(&path);
    staff.submit("#people form", &fields).assert_status(422);
    staff
        .form("#record-form")
        .press("Add this person instead")
        .assert_redirect(&path);
    staff
        .open(&path)
        .assert_has("Åsa Känd")
        .assert_has("Kassör");
    staff
        .open(&format!("/contacts/{known}"))
        .assert_has("Known at");
    staff
        .open("/contacts?q=asa.known")
        .assert_count("#list tbody tr", 1);
    // Or a new one after all.
    staff.open(&path);
    staff.submit("#people form", &fields).assert_status(422);
    staff
        .form("#record-form")
        .press("Save anyway")
        .assert_redirect(&path);
    staff
        .open("/contacts?q=asa.known")
        .assert_count("#list tbody tr", 2);
}
