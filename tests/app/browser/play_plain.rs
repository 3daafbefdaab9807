//! The same play by people whose browser runs no script.
use super::play::{introduce, setup_path, somebody};
use super::world::World;
use crate::support::TestApp;

#[test]
fn without_javascript_from_setup_to_a_colleague_who_signs_in() {
    let app = TestApp::start_committed();
    let (eva, omar) = (
        somebody("Eva Åberg", "eva@example.org"),
        somebody("Omar Öz", "omar@example.org"),
    );
    let admin = app.page_without_javascript();
    admin
        .goto(&setup_path(&app))
        .fill("Name of the organisation", "Häckeberga IF");
    introduce(&admin, &eva);
    admin
        .click("Create and sign in")
        .wait_text("h1", "Welcome, Eva Åberg")
        .wait_text("#toasts", "Everything is set up");
    admin
        .click("#user-menu")
        .click("Sign out")
        .wait_for("#sign-in");

    // One browser is enough here.
    admin.click("Register").wait_for("#register");
    introduce(&admin, &omar);
    admin.click("#register [type=submit]").wait_for("#waiting");
    let sign_in = |person: &crate::support::Person| {
        admin
            .goto("/login")
            .fill("E-mail", &person.email)
            .fill("Password", &person.password)
            .click("#sign-in [type=submit]");
    };
    sign_in(&eva);
    admin
        .click("1 person is waiting for your approval")
        .fill("#queue select", "Staff")
        .click("Approve Omar Öz")
        .wait_text("#toasts", "Omar Öz was approved as Staff");
    admin
        .click("#user-menu")
        .click("Sign out")
        .wait_for("#sign-in");
    sign_in(&omar);
    admin
        .wait_text("h1", "Welcome, Omar Öz")
        .assert_no_violations();
}

#[test]
fn without_javascript_lists_sort_filter_and_page() {
    let world = World::with_accounts(30);
    let page = world.app.page_without_javascript();
    page.sign_in_as(&world.staff);
    page.goto("/accounts").wait_text("#count", "30 accounts");
    page.click("#sort-members")
        .wait_text("#list tbody tr:first-child", "Account 001");
    page.click("#sort-members")
        .wait_text("#list tbody tr:first-child", "Account 030");
    page.click("#page-next")
        .wait_text("#list tbody tr:first-child", "Account 005");
    page.back()
        .wait_text("#list tbody tr:first-child", "Account 030");
    page.fill("Search accounts", "account 01")
        .press("Enter")
        .wait_text("#count", "10 accounts");
    page.click("#filter-menu")
        .click("#filter-panel details:has(#filter-city) summary")
        .fill("#filter-city", "lund")
        .click("#filter-panel [type=submit]")
        .wait_text("#count", "3 accounts")
        .wait_text(".chips", "City contains “lund”");
    // The order stayed, and a chip is a link.
    assert!(
        page.text("#list tbody tr:first-child")
            .contains("Account 018")
    );
    page.click("#list .chip").wait_text("#count", "10 accounts");
    page.click("#column-menu")
        .click("#column-email")
        .click("#column-panel [type=submit]")
        .wait_for("#sort-email");
    page.assert_no_violations();
}

#[test]
fn without_javascript_an_account_is_created_corrected_edited_and_deleted() {
    let world = World::empty();
    world.app.make_tags(&["Kund"]);
    let page = world.app.page_without_javascript();
    page.sign_in_as(&world.staff);
    page.goto("/accounts")
        .click("#empty-action")
        .wait_url("/accounts/new");
    page.fill("Name", "IF Häus")
        .fill("Organisation number", "802481-1235")
        .click("#record-form [type=submit]")
        .wait_text("#organisation_number-error", "last digit");
    assert_eq!(page.value("Name"), "IF Häus");
    page.fill("Organisation number", "802481-1237")
        .click("#record-form [type=submit]")
        .wait_text("h1", "IF Häus")
        .wait_text("#toasts", "IF Häus was created");
    let path = page.url();
    page.click("a[id$='-phone-edit']")
        .wait_for("#phone")
        .click("Cancel")
        .wait_url(&path);
    page.click("a[id$='-phone-edit']")
        .fill("#phone", "ring mig")
        .click(".fact [type=submit]")
        .wait_for("#phone-error");
    page.fill("#phone", "070-123 45 67")
        .click(".fact [type=submit]")
        .wait_url(&path)
        .wait_text("#history", "070-123 45 67");
    page.fill("#tag-name", "Kund")
        .press("Enter")
        .wait_text("#tags", "Kund");
    page.click("Remove the tag Kund").wait_gone("#tags .tag");
    page.click("Delete")
        .wait_text("#toasts", "IF Häus was deleted");
    page.assert_no_violations();
}

#[test]
fn without_javascript_the_other_browser_is_signed_out() {
    let world = World::empty();
    let (page, other) = (
        world.app.page_without_javascript(),
        world.app.page_without_javascript(),
    );
    page.sign_in_as(&world.staff);
    other.sign_in_as(&world.staff);
    page.goto("/settings/sessions")
        .click("#end-others")
        .wait_text("#toasts", "signed out");
    other
        .goto("/accounts")
        .wait_for("#sign-in")
        .assert_no_violations();
    page.goto("/accounts")
        .wait_for("#list")
        .assert_no_violations();
}
