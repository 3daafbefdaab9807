//! People at an account, and a person's roles: added, ended and seen without leaving the page.
use std::time::Duration;

use super::world::World;
use crate::support::Page;

/// Lets the day end, with somebody at the keys so that the session goes on.
fn until_tomorrow(world: &World, page: &Page) {
    for _ in 0..2 {
        world.app.clock().advance(Duration::from_secs(8 * 60 * 60));
        page.reload();
    }
}

/// Marks the document, so that a reload would show.
fn mark(page: &Page) {
    page.script("window.stayed = true");
}

#[track_caller]
fn assert_stayed(page: &Page) {
    assert_eq!(
        page.script("return window.stayed === true"),
        true,
        "the page was left"
    );
}

#[test]
fn a_person_with_a_role_is_added_without_leaving_the_account() {
    let world = World::empty();
    let path = world.account(&[("name", "IF Häus")]);
    let page = world.page_of(&world.staff);
    page.goto(&path).wait_text("#people", "Nobody here yet");
    mark(&page);
    page.click("#people-add")
        .fill("#person-role", "Kassör")
        .click("#people form [type=submit]")
        .wait_for("#people .summary")
        .screenshot("play-13-person-refused");
    assert_eq!(page.value("#person-role"), "Kassör");
    page.fill("#person-first_name", "Åsa")
        .fill("#person-last_name", "Öberg")
        .fill("#person-from_date", "2025-01-15")
        .click("#people form [type=submit]")
        .wait_text("#people tbody", "Åsa Öberg")
        .wait_text("#people tbody", "Kassör")
        .wait_text("#toasts", "Åsa Öberg was added")
        .wait_text("#history", "Åsa Öberg")
        .wait_focused("summary#people-add")
        .screenshot("play-14-person");
    assert_eq!(page.url(), path);
    assert_stayed(&page);

    // Her page has the role; it ends there and stays to be seen as past, here too.
    page.click("Åsa Öberg")
        .wait_text("h1", "Åsa Öberg")
        .wait_text("#affiliations", "IF Häus");
    page.click("#affiliations [id$='-end']")
        .wait_gone("#affiliations [id$='-end']")
        .wait_text("#history", "IF Häus")
        .screenshot("play-15-past-role");
    until_tomorrow(&world, &page);
    page.wait_text("#affiliations .past", "past");
    page.back().wait_text("#people .past", "Åsa Öberg");
    page.assert_accessible().assert_no_violations();
}

#[test]
fn a_role_of_a_contact_is_edited_in_its_row_and_removed_when_asked() {
    let world = World::empty();
    world.account(&[("name", "Alfa")]);
    let path = world.contact(&[
        ("first_name", "Nils"),
        ("account", "Alfa"),
        ("role", "Kassör"),
    ]);
    let page = world.page_of(&world.staff);
    page.goto(&path).wait_text("#affiliations", "Kassör");
    mark(&page);
    page.click("#affiliations a[id$='-edit']")
        .wait_for("#affiliations [data-cancel]")
        .press("Escape");
    page.wait_gone("#affiliations [data-cancel]");
    page.click("#affiliations a[id$='-edit']")
        .fill("#affiliations input[id$='role']", "Ordförande")
        .press("Enter")
        .wait_gone("#affiliations [data-cancel]")
        .wait_text("#affiliations", "Ordförande");
    page.click("#affiliations [id$='-remove']")
        .wait_for("#confirm[open]");
    assert_eq!(page.text(":focus"), "Cancel");
    page.click("[data-confirm-ok]")
        .wait_text("#affiliations", "No roles at any account yet");
    assert_stayed(&page);
    assert_ne!(page.focused(), "body");
    page.assert_no_violations();
}

#[test]
fn without_javascript_a_person_is_added_and_the_role_ended() {
    let world = World::empty();
    let path = world.account(&[("name", "IF Häus")]);
    let page = world.app.page_without_javascript();
    page.sign_in_as(&world.staff);
    page.goto(&path)
        .click("#people-add")
        .fill("#person-first_name", "Åsa")
        .fill("#person-role", "Kassör")
        .click("#people form [type=submit]")
        .wait_text("#people tbody", "Kassör");
    page.click("#people tbody .row-link")
        .wait_text("h1", "Åsa")
        .click("#affiliations [id$='-end']")
        .wait_gone("#affiliations [id$='-end']");
    until_tomorrow(&world, &page);
    page.goto(&path)
        .wait_text("#people .past", "Åsa")
        .assert_no_violations();
}
