//! Many rows at once in the browser, and the daily path by keyboard alone.
use super::world::World;

#[test]
fn ticked_rows_are_changed_and_one_lands_on_the_same_list() {
    let world = World::with_accounts(30);
    let page = world.page_of(&world.staff);
    page.goto("/accounts?city=lund").wait_for("#list .pick");
    let top = "return document.querySelector('#list tbody tr').getBoundingClientRect().top";
    let before = page.script(top);
    page.click("#list tbody tr:nth-child(2) .pick input")
        .wait_text("#picked", "Selected: 1");
    assert_eq!(page.script(top), before, "nothing moves");
    page.click("#pick-page")
        .wait_text("#picked", "Selected: 10");
    page.screenshot("bulk-bar").assert_accessible();
    page.click("#bulk-menu")
        .click("#bulk-status")
        .wait_for("#bulk-value");
    page.script("document.querySelector('#value').value = 'former'");
    page.click("#bulk-value [type=submit]")
        .wait_for("#bulk-confirm");
    page.screenshot("bulk-preview").assert_accessible();
    page.click("#bulk-confirm [type=submit]")
        .wait_url("/accounts?city=lund")
        .wait_text("#toasts", "10 accounts changed")
        .wait_text("#list tbody", "Former");
    page.set_size(390, 844)
        .screenshot("bulk-phone")
        .assert_accessible();
    page.assert_no_violations();
}

#[test]
fn the_daily_path_needs_no_mouse() {
    let world = World::with_accounts(9);
    let page = world.page_of(&world.staff);
    page.goto("/accounts?city=lund").wait_for("#list .row-link");
    page.press("j").press("j");
    assert_eq!(page.text(":focus"), "Account 006");
    page.press("x").wait_text("#picked", "Selected: 1");
    page.press("k");
    assert_eq!(page.text(":focus"), "Account 003");
    page.press("Enter").wait_text("h1", "Account 003");
    page.screenshot("record-among");
    page.press("j").wait_text("h1", "Account 006");
    page.press("]").wait_text("h1", "Account 009");
    page.press("[").wait_text("h1", "Account 006");
    page.press("e").wait_for("#record-form");
    page.wait_focused("input#name")
        .fill("Phone", "070-123 45 67");
    // The form's heading names the record too: wait for its page.
    page.press("Control+Enter").wait_for("#facts-title");
    // Back among the others of the same list.
    page.press("]").wait_text("h1", "Account 009");
    page.press("e")
        .wait_for("#record-form")
        .wait_focused("input#name");
    page.press("Escape").wait_for("#facts-title");
    page.click("#back-to-list").wait_url("/accounts?city=lund");
    page.press("/");
    page.press("jkx").wait_text("#count", "0 accounts");
    page.assert_no_violations();
}

#[test]
fn rows_are_changed_without_scripts() {
    let world = World::with_accounts(6);
    let page = world.app.page_without_javascript();
    page.sign_in_as(&world.staff);
    page.goto("/accounts?city=lund");
    page.click("#list tbody tr:first-child .pick input")
        .click("#bulk-delete");
    page.click("#bulk-confirm [type=submit]")
        .wait_text("#count", "1 account");
    page.click("#list .row-link")
        .wait_for("#record-previous, #record-next, .neighbours");
    page.assert_no_violations();
}

#[test]
fn rows_have_their_actions_on_a_phone_too() {
    let world = World::with_accounts(3);
    let pages = [world.app.page(), world.app.page_without_javascript()];
    for page in &pages {
        page.sign_in_as(&world.staff);
        page.set_size(390, 844).goto("/accounts");
        if std::ptr::eq(page, &pages[0]) {
            let seen = "const at = document.querySelector('#list td.row-actions button').getBoundingClientRect();
                return at.left > 0 && at.right < innerWidth";
            assert_eq!(page.script(seen), true, "in sight without scrolling");
            page.screenshot("row-actions-phone").assert_accessible();
        }
        page.click("[aria-label='Edit Account 001']")
            .wait_for("#record-form")
            .goto("/accounts")
            .click("#list [aria-label^='Delete Account']");
        if std::ptr::eq(page, &pages[0]) {
            page.wait_text("#confirm-text", "Delete Account")
                .click("[data-confirm-ok]");
        }
        page.wait_text("#toasts", "was deleted");
        page.click("#toasts form button")
            .wait_text("#count", "3 accounts");
        page.assert_no_violations();
    }
}
