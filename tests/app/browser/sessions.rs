//! Signing out elsewhere, and what happens to a person whose session has ended.
use super::world::World;

#[test]
fn the_other_browser_is_signed_out_from_my_sessions() {
    let world = World::empty();
    let (here, there) = (world.page_of(&world.staff), world.page_of(&world.staff));
    here.click("#user-menu")
        .click("My sessions")
        .wait_url("/settings/sessions")
        .wait_text("main", "This one")
        .screenshot("play-11-sessions");
    here.click("#end-others").wait_for("#confirm[open]");
    assert_eq!(
        here.text("#confirm-text"),
        "Sign out every browser but this one?"
    );
    here.click("[data-confirm-ok]")
        .wait_gone("#end-others")
        .wait_text("#toasts", "signed out");
    there
        .click("a[href='/accounts']")
        .wait_url("/login?next=%2Faccounts")
        .wait_for("#sign-in")
        .screenshot("play-12-signed-out");
    here.goto("/accounts")
        .wait_for("#list")
        .assert_no_violations();
    there.assert_no_violations();
}

#[test]
fn a_session_that_ends_while_somebody_types_leads_back_to_the_form() {
    let world = World::empty();
    let page = world.page_of(&world.staff);
    page.goto("/accounts/new").fill("Name", "Nearly lost");
    world.app.database().execute("DELETE FROM sessions");
    page.click("#record-form [type=submit]")
        .wait_for("#sign-in")
        .wait_url("/login?next=%2Faccounts%2Fnew");
    page.fill("E-mail", &world.staff.email)
        .fill("Password", &world.staff.password)
        .click("#sign-in [type=submit]")
        .wait_url("/accounts/new")
        .wait_for(".draft");
    assert_eq!(page.value("Name"), "Nearly lost");
    let accounts = world.app.database().column("SELECT name FROM accounts");
    assert!(accounts.is_empty(), "{accounts:?}");
    page.assert_no_violations();
}

#[test]
fn a_session_that_ends_while_somebody_searches_leads_back_to_the_list() {
    let world = World::with_accounts(3);
    let page = world.page_of(&world.staff);
    page.goto("/accounts").wait_for("#list");
    world.app.database().execute("DELETE FROM sessions");
    page.fill("#q", "002").wait_for("#sign-in");
    assert_eq!(
        page.count("#list"),
        0,
        "the sign-in page is a page, not a part of one"
    );
    page.fill("E-mail", &world.staff.email)
        .fill("Password", &world.staff.password)
        .click("#sign-in [type=submit]")
        .wait_for("#list");
    assert!(page.url().starts_with("/accounts"), "{}", page.url());
    page.assert_no_violations();
}
