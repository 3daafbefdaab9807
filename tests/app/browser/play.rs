//! The play: from an empty machine to a record with a history, as people do it.
use minimata::auth::Role;
use minimata::users;

use super::world::{World, fact};
use crate::support::{Page, Person, TestApp};

/// The one-time link that the program prints on an empty database, as a path.
pub fn setup_path(app: &TestApp) -> String {
    let link = users::setup_link(app.server().state()).expect("the database answers");
    let link = link.expect("nobody is here yet");
    link.strip_prefix(app.base())
        .expect("a link to us")
        .to_owned()
}

/// Somebody who types this when asked who they are.
pub fn somebody(name: &str, email: &str) -> Person {
    Person {
        id: 0,
        name: name.to_owned(),
        email: email.to_owned(),
        password: "en ko i en gul hatt".to_owned(),
        role: Role::Staff,
    }
}

/// Fills in who one is, on the setup page and when registering.
pub fn introduce(page: &Page, person: &Person) {
    page.fill("Your name", &person.name)
        .fill("E-mail", &person.email)
        .fill("Password", &person.password)
        .fill("The same password again", &person.password);
}

#[test]
fn from_setup_to_a_colleague_who_signs_in() {
    let app = TestApp::start_committed();
    let (eva, omar) = (
        somebody("Eva Åberg", "eva@example.org"),
        somebody("Omar Öz", "omar@example.org"),
    );
    let admin = app.page();
    admin.goto(&setup_path(&app)).wait_for("#setup");
    assert!(!admin.url().contains("token"), "{}", admin.url());
    admin
        .fill("Name of the organisation", "Häckeberga IF")
        .screenshot("play-01-setup");
    introduce(&admin, &eva);
    admin
        .click("Create and sign in")
        .wait_text("h1", "Welcome, Eva Åberg")
        .wait_text(".top .org", "Häckeberga IF")
        .wait_text("#toasts", "Everything is set up")
        .screenshot("play-02-first-page");

    let colleague = app.page();
    colleague
        .goto("/login")
        .click("Register")
        .wait_for("#register");
    introduce(&colleague, &omar);
    colleague
        .click("#register [type=submit]")
        .wait_for("#waiting")
        .screenshot("play-03-waiting");
    // Not let in yet: the right password says so.
    sign_in(&colleague, &omar);
    colleague.wait_text(".summary", "waiting for approval");

    admin
        .goto("/")
        .click("1 person is waiting for your approval")
        .wait_text("#queue", "Omar Öz")
        .screenshot("play-04-queue");
    admin
        .fill("#queue select", "Staff")
        .click("Approve Omar Öz")
        .wait_text("#toasts", "Omar Öz was approved as Staff")
        .wait_gone("#queue");
    sign_in(&colleague, &omar);
    colleague
        .wait_text("h1", "Welcome, Omar Öz")
        .assert_no_violations();
    assert_eq!(colleague.count("a[href='/people']"), 0);
    admin.assert_no_violations();
}

fn sign_in(page: &Page, person: &Person) {
    page.goto("/login")
        .fill("E-mail", &person.email)
        .fill("Password", &person.password)
        .click("#sign-in [type=submit]");
}

#[test]
fn an_imported_account_is_found_by_free_text() {
    let world = World::empty();
    world.import("accounts", "organizations.csv");
    let page = world.page_of(&world.staff);
    page.press("ga")
        .wait_for("#list tbody tr")
        .wait_text("#count", "20 accounts")
        .screenshot("play-05-imported");
    page.fill("Search accounts", "bauer")
        .wait_text("#count", "1 account")
        .wait_text("#list tbody", "Bauer-Weiss")
        .wait_url("/accounts?q=bauer")
        .screenshot("play-06-found");
    page.click("Bauer-Weiss")
        .wait_text("h1", "Bauer-Weiss")
        .wait_text("#history", "import")
        .assert_no_violations();
}

#[test]
fn an_account_is_created_corrected_and_edited_in_place() {
    let world = World::empty();
    let page = world.page_of(&world.staff);
    page.goto("/accounts").press("n").wait_url("/accounts/new");
    page.fill("Name", "IF Häus 🏒")
        .fill("Organisation number", "802481-1235")
        .fill("Members", "många")
        .fill("City", "Ängelholm")
        .click("#record-form [type=submit]")
        .wait_for(".summary")
        .wait_text("#organisation_number-error", "last digit")
        .screenshot("play-07-refused");
    // Focus is on the summary, everything typed is there, and the address stayed.
    assert_eq!(
        page.script("return document.activeElement.className"),
        "summary"
    );
    let kept = ["Name", "Organisation number", "Members", "City"].map(|field| page.value(field));
    assert_eq!(kept, ["IF Häus 🏒", "802481-1235", "många", "Ängelholm"]);
    assert_eq!(page.url(), "/accounts/new");
    page.click(".summary a[href='#members']");
    assert_eq!(page.focused(), "input#members");

    page.fill("Organisation number", "802481-1237")
        .fill("Members", "1383")
        .click("#record-form [type=submit]")
        .wait_text("h1", "IF Häus 🏒")
        .wait_text("#toasts", "IF Häus 🏒 was created")
        .wait_text("main", "802481-1237")
        .screenshot("play-08-created");

    // In place: Escape and Cancel give the pencil its focus back, Save changes the one fact.
    let phone = fact(&page.url(), "phone");
    let (pencil, focused) = (format!("{phone}-edit"), format!("a{phone}-edit"));
    page.click(&pencil).wait_for("#phone");
    assert_eq!(page.focused(), "input#phone");
    page.press("0")
        .press("Escape")
        .wait_gone("#phone")
        .wait_text(&phone, "None")
        .wait_focused(&focused);
    page.click(&pencil)
        .fill("#phone", "ring mig")
        .press("Enter")
        .wait_for("#phone-error")
        .screenshot("play-09-fact-refused");
    page.fill("#phone", "070-123 45 67")
        .press("Enter")
        .wait_gone("#phone")
        .wait_text(&phone, "070-123 45 67")
        .wait_text("#history", "070-123 45 67")
        .screenshot("play-10-history");
    page.wait_focused(&focused).assert_no_violations();
}
