//! The keyboard alone: single keys where they are on, and nothing while typing.
use super::world::World;

#[test]
fn single_keys_go_search_create_edit_and_help() {
    let world = World::with_accounts(1);
    let page = world.page_of(&world.staff);
    page.press("ga").wait_url("/accounts").wait_for("#q");
    page.press("/");
    assert_eq!(page.focused(), "input#q");
    page.press("n?e");
    assert_eq!(
        (page.value("#q"), page.url().contains("new")),
        ("n?e".to_owned(), false)
    );
    page.goto("/accounts").press("n").wait_url("/accounts/new");
    page.wait_focused("input#name").press("Escape");
    page.goto("/accounts")
        .click("Account 001")
        .wait_for("#facts-title")
        .press("e")
        .wait_for("#record-form");
    page.goto("/help")
        .wait_text("main", "Go to Accounts")
        .press("gh")
        .wait_url("/");
    page.press("?").wait_url("/help");
    page.press("gr")
        .wait_url("/changes")
        .press("gc")
        .wait_url("/contacts");
    page.assert_no_violations();
}

#[test]
fn single_keys_do_nothing_once_switched_off() {
    let world = World::empty();
    let page = world.page_of(&world.staff);
    page.goto("/settings")
        .click("#hotkeys")
        .click("#own-settings [type=submit]")
        .wait_text("#toasts", "Your settings were saved");
    page.goto("/accounts").wait_for("#q");
    page.press("n").press("/").press("?").press("gh");
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(
        (page.url().as_str(), page.focused().as_str()),
        ("/accounts", "body")
    );
    assert_eq!(
        page.count(".page-head kbd"),
        0,
        "a key that does nothing is not shown"
    );
    page.goto("/help")
        .wait_text("main", "switched off")
        .assert_no_violations();
}

#[test]
fn the_skip_link_menus_and_lists_are_reached_by_tab() {
    let world = World::with_accounts(2);
    let page = world.page_of(&world.staff);
    page.goto("/accounts").wait_for("#list");
    page.press("Tab");
    assert_eq!(page.text(":focus"), "Skip to content");
    page.press("Enter").press("Tab");
    assert_eq!(
        page.script("return !!document.activeElement.closest('main')"),
        true
    );
    page.click("#user-menu").press("Tab");
    assert_eq!(page.text(":focus"), "My settings");
    page.press("Escape").wait_gone(".menu-body");
    assert_eq!(page.focused(), "summary#user-menu");
    // A boosted page puts the focus on its heading.
    page.click("a[href='/changes']")
        .wait_url("/changes")
        .wait_focused("h1");
    page.assert_no_violations();
}
