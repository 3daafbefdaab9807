//! Saved views in the browser: saved, changed, taken back; with Back and reload; by two people at once; without scripts.
use super::world::World;
use crate::support::Page;

fn save(page: &Page, name: &str) {
    page.click("#view-new").wait_for("#view-form");
    page.wait_focused("input#name").fill("Name", name);
    page.click("#view-form [type=submit]")
        .wait_text("#view-bar strong", name);
}

#[test]
fn a_view_is_saved_changed_and_opened_from_the_menu() {
    let world = World::with_accounts(12);
    let page = world.page_of(&world.staff);
    page.goto("/accounts")
        .fill("#q", "lund")
        .wait_text("#count", "4 accounts");
    save(&page, "In Lund");
    let opened = page.url();
    assert!(opened.starts_with("/accounts?q=lund&view="), "{opened}");
    page.wait_text(".nav [aria-current=page]", "In Lund");
    page.screenshot("view-saved");
    // Typing changes the list and says so; the focus stays where it was.
    page.fill("#q", "account 003")
        .wait_text("#count", "1 account");
    page.wait_text("#view-bar", "changed")
        .wait_focused("input#q");
    page.wait_text("#view-pin", "Take out of the menu");
    page.screenshot("view-changed");
    // A heading sorts within the view; Back undoes one step, and a reload shows the same.
    page.click("#sort-members").wait_for("#sort-members .icon");
    let sorted = page.url();
    assert!(sorted.contains("view="), "{sorted}");
    page.reload()
        .wait_text("#view-bar", "changed")
        .wait_text("#count", "1 account");
    page.back()
        .wait_gone("#sort-members .icon")
        .wait_text("#view-bar", "changed");
    page.click("#view-reset")
        .wait_url(&opened)
        .wait_text("#count", "4 accounts");
    page.click("#sort-members")
        .wait_text("#view-bar", "changed");
    page.click("#view-save")
        .wait_text("#toasts", "The view In Lund has been saved");
    page.wait_gone("#view-save");
    page.goto("/contacts")
        .click(".nav-views a")
        .wait_text("#count", "4 accounts");
    page.wait_for("#sort-members .icon");
    page.click("#view-pin").wait_gone(".nav-views a");
    page.click("#view-menu")
        .click("#view-menu + .menu-body a")
        .wait_text("#count", "4 accounts");
    page.set_size(390, 844).screenshot("view-phone");
    page.assert_no_violations();
}

#[test]
fn a_shared_view_is_changed_by_one_while_another_has_it_open() {
    let world = World::with_accounts(12);
    let (one, other) = (world.page_of(&world.admin), world.page_of(&world.staff));
    one.goto("/accounts?q=lund");
    one.click("#view-new").wait_for("#view-form");
    one.fill("Name", "Ours")
        .script("document.querySelector('#shared_with').value = 'staff'");
    one.click("#view-form [type=submit]")
        .wait_text("#view-bar strong", "Ours");
    let address = one.url();
    other.goto(&address).wait_text("#view-bar strong", "Ours");
    one.fill("#q", "malmö").wait_text("#count", "8 accounts");
    one.click("#view-save").wait_gone("#view-save");
    // The other one's list is what the address says, and so is theirs to compare or to leave.
    other
        .reload()
        .wait_text("#count", "4 accounts")
        .wait_text("#view-bar", "changed");
    other.click("#view-reset").wait_text("#count", "8 accounts");
    one.click("#view-edit").wait_for("#view-form");
    one.script("document.querySelector('#shared_with').value = ''");
    one.click("#view-form [type=submit]").wait_for(".queue");
    other
        .reload()
        .wait_text("#view-bar", "no longer shared with you")
        .wait_text("#count", "8 accounts");
    other.assert_no_violations();
    one.assert_no_violations();
}

#[test]
fn views_work_without_scripts() {
    let world = World::with_accounts(6);
    let page = world.app.page_without_javascript();
    page.sign_in_as(&world.staff);
    page.goto("/accounts?city=lund")
        .click("#view-new")
        .fill("Name", "Plain");
    page.click("#view-form [type=submit]")
        .wait_text("#view-bar strong", "Plain");
    page.goto("/")
        .click(".nav-views a")
        .wait_text("#count", "2 accounts");
    page.click("#view-pin").wait_gone(".nav-views a");
    page.click("#view-menu")
        .click("#views-manage")
        .wait_for(".queue");
    page.click(".queue [id^=pin-]").wait_for(".nav-views a");
    page.click(".queue [id^=edit-]").fill("Name", "Plainer");
    page.click("#view-form [type=submit]")
        .wait_text(".queue", "Plainer");
    page.screenshot("views-all");
    page.click("Delete").wait_gone(".queue");
    page.assert_no_violations();
}
