//! Nothing typed is lost: whatever becomes of the page, the browser or the session.
use super::world::{World, fact};

#[test]
fn text_survives_a_closed_tab_and_goes_on_in_another_browser() {
    let world = World::empty();
    let (desk, sofa) = (world.page_of(&world.staff), world.page_of(&world.staff));
    desk.goto("/contacts/new")
        .fill("Last name", "Nearly lost")
        .fill("Notes", "A long story");
    // Left at once, as by closing the tab.
    desk.goto("/help").wait_text("h1", "Help");
    sofa.goto("/contacts/new")
        .wait_text(".draft", "You have unsaved changes");
    assert_eq!(sofa.value("Last name"), "Nearly lost");
    assert_eq!(sofa.value("Notes"), "A long story");
    sofa.assert_accessible().dark(true).screenshot("draft-dark");
    sofa.dark(false)
        .set_size(390, 844)
        .assert_accessible()
        .screenshot("draft-390");
    sofa.set_size(1280, 900)
        .click("#record-form [type=submit]")
        .wait_text("h1", "Nearly lost");
    desk.goto("/contacts/new").wait_for("#record-form");
    assert_eq!(desk.count(".draft"), 0);
    desk.assert_no_violations();
    sofa.assert_no_violations();
}

#[test]
fn back_loses_nothing_cancel_and_discard_do() {
    let world = World::empty();
    let path = world.account(&[("name", "Drafty"), ("description", "As it was")]);
    let page = world.page_of(&world.staff);
    page.goto(&path)
        .press("e")
        .wait_url(&format!("{path}/edit"))
        .fill("Description", "Half a thought")
        .back()
        .wait_url(&path)
        .wait_text("h1", "Drafty");
    wait_for_drafts(&world, 1);
    page.goto(&format!("{path}/edit")).wait_for(".draft");
    assert_eq!(page.value("Description"), "Half a thought");
    page.click("#record-form [data-cancel]").wait_url(&path);
    wait_for_drafts(&world, 0);
    // In place: kept while typing, offered at the pencil, discarded there.
    let description = fact(&path, "description");
    let pencil = format!("{description}-edit");
    page.click(&pencil).fill("#description", "Another thought");
    wait_for_drafts(&world, 1);
    page.goto(&path)
        .click(&pencil)
        .wait_for(&format!("{description} .draft"));
    assert_eq!(page.value("#description"), "Another thought");
    page.assert_accessible().screenshot("draft-in-place");
    page.click(&format!("{description} .draft button"))
        .wait_gone(".draft")
        .wait_for("#description");
    assert_eq!(page.value("#description"), "As it was");
    page.assert_no_violations();
}

fn wait_for_drafts(world: &World, count: usize) {
    let drafts = || world.app.database().column("SELECT page FROM drafts").len();
    for _ in 0..200 {
        if drafts() == count {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{} drafts, not {count}", drafts());
}

/// An admin ends the session of whoever is typing; with scripts and without.
#[test]
fn text_survives_a_session_that_an_admin_ends() {
    let world = World::empty();
    let person = world.page_of(&world.staff);
    let plain = world.app.page_without_javascript();
    let admin = world.app.sign_in_as(&world.admin);
    for page in [&person, &plain] {
        // The first round has ended the session of the second.
        if !std::ptr::eq(page, &person) {
            page.goto("/login")
                .fill("E-mail", &world.staff.email)
                .fill("Password", &world.staff.password)
                .click("#sign-in [type=submit]")
                .wait_for("#user-menu");
        }
        page.goto("/accounts/new").wait_for("#record-form");
        let removal = format!("/people/{}/sessions/removal", world.staff.id);
        admin.post(&removal, &[]).assert_status(303);
        page.fill("Name", "Typed for long")
            .click("#record-form [type=submit]")
            .wait_for("#kept");
        // Without scripts nothing can be injected to look at the page.
        if std::ptr::eq(page, &person) {
            page.assert_accessible();
        }
        page.fill("E-mail", &world.staff.email)
            .fill("Password", &world.staff.password)
            .click("#sign-in [type=submit]")
            .wait_url("/accounts/new")
            .wait_for(".draft");
        assert_eq!(page.value("Name"), "Typed for long");
        page.click(".draft button").wait_gone(".draft");
        page.assert_no_violations();
    }
}

#[test]
fn without_javascript_two_editors_choose_field_by_field() {
    let world = World::empty();
    let path = world.account(&[("name", "Shared"), ("city", "Lund")]);
    let plain = world.app.page_without_javascript();
    plain
        .goto("/login")
        .fill("E-mail", &world.staff.email)
        .fill("Password", &world.staff.password)
        .click("#sign-in [type=submit]")
        .wait_for("#user-menu")
        .goto(&format!("{path}/edit"))
        .fill("City", "Malmö")
        .fill("Industry", "Idrott");
    let quick = world.page_of(&world.admin);
    quick
        .goto(&format!("{path}/edit"))
        .fill("City", "Kiruna")
        .fill("Phone", "08-123 45 67")
        .click("#record-form [type=submit]")
        .wait_text("#toasts", "Shared was saved");
    plain
        .click("#record-form [type=submit]")
        .wait_text("#keep-city", "Kiruna")
        .click("Take what is saved")
        .click("#record-form [type=submit]")
        .wait_text("h1", "Shared")
        .wait_text(&fact(&path, "city"), "Kiruna")
        .wait_text(&fact(&path, "industry"), "Idrott")
        .wait_text(&fact(&path, "phone"), "08-123 45 67");
    plain.assert_no_violations();
}
