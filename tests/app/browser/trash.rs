//! Deleted and brought back: by the notice, from the trash, from the record's own page.
use super::world::World;

#[test]
fn what_was_deleted_comes_back() {
    let world = World::with_accounts(3);
    let pages = [world.app.page(), world.app.page_without_javascript()];
    for page in &pages {
        page.sign_in_as(&world.staff);
        let scripts = std::ptr::eq(page, &pages[0]);
        page.goto("/accounts").click("Account 001");
        page.wait_for("#facts-title").click("Delete");
        if scripts {
            page.click("[data-confirm-ok]");
        }
        page.wait_text("#toasts", "Account 001 was deleted");
        page.wait_text("#count", "2 accounts");
        // From the notice.
        page.click("#toasts form button")
            .wait_text("#count", "3 accounts");
        // From the trash, one of two.
        for name in ["Account 002", "Account 003"] {
            page.goto("/accounts").click(name);
            page.wait_for("#facts-title").click("Delete");
            if scripts {
                page.click("[data-confirm-ok]");
            }
            page.wait_text("#toasts", name);
        }
        page.goto("/trash").wait_text("#trash-form", "Account 003");
        if scripts {
            page.assert_accessible().screenshot("trash");
        }
        page.click("[aria-label='Choose Account 003']")
            .click("#restore-chosen")
            .wait_text("#toasts", "One record was restored");
        assert_eq!(page.count("#trash-form tbody tr"), 1);
        // From its own page.
        page.click("#trash-form .row-link")
            .wait_text("#gone", "In the trash since");
        page.click("#gone form button")
            .wait_text("#toasts", "restored");
        page.goto("/accounts").wait_text("#count", "3 accounts");
        page.assert_no_violations();
    }
}
