//! Lists in the browser: the address is the view, and Back, Forward, reload and a pasted address agree with it.
use super::world::World;
use crate::support::Page;

const NAMES: &str = "return [...document.querySelectorAll('#list tbody .row-link')].map(link => link.textContent).join()";

/// The names in the list, in its order.
fn names(page: &Page) -> String {
    page.script(NAMES).as_str().unwrap_or_default().to_owned()
}

/// The page is whole: frame, filter form and list, each once.
#[track_caller]
fn assert_whole(page: &Page) {
    let parts = ["header.top", "nav.nav", "h1", "#filter", "#list", "#toasts"];
    assert_eq!(parts.map(|css| page.count(css)), [1; 6], "{}", page.url());
}

/// Requests for the list since the last call.
fn requests(page: &Page) -> u64 {
    let script = "const n = performance.getEntriesByType('resource').filter(e => e.initiatorType === 'fetch').length;
        performance.clearResourceTimings(); return n";
    page.script(script).as_u64().unwrap_or_default()
}

#[test]
fn back_forward_reload_and_a_pasted_address_show_the_same_list() {
    let world = World::with_accounts(60);
    let page = world.page_of(&world.viewer);
    page.goto("/accounts").wait_text("#count", "60 accounts");
    let mut seen: Vec<(String, String)> = vec![(page.url(), names(&page))];
    let mut step = |page: &Page, click: &str, first: &str| {
        let moved = format!(
            "return location.pathname + location.search !== '{}'",
            page.url()
        );
        page.click(click)
            .wait_script(&moved, true)
            .wait_text("#list tbody tr:first-child", first);
        seen.push((page.url(), names(page)));
    };
    step(&page, "#sort-members", "Account 001");
    step(&page, "#sort-members", "Account 060");
    step(&page, "#page-next", "Account 035");
    step(&page, "#page-last", "Account 025");
    step(&page, "#page-previous", "Account 050");
    step(&page, "#page-first", "Account 060");
    step(&page, "#size-50", "Account 060");
    page.click("Account 060").wait_text("h1", "Account 060");
    for (url, names_then) in seen.iter().rev() {
        page.back().wait_url(url).wait_for("#list");
        wait_names(&page, names_then);
        assert_whole(&page);
    }
    for (url, names_then) in &seen[1..4] {
        page.forward().wait_url(url).wait_for("#list");
        wait_names(&page, names_then);
        assert_whole(&page);
    }
    let (url, then) = &seen[3];
    assert_eq!(&names(page.reload()), then);
    let other = world.page_of(&world.staff);
    assert_eq!(&names(other.goto(url).wait_for("#list")), then);
    page.assert_no_violations();
}

#[track_caller]
fn wait_names(page: &Page, expected: &str) {
    page.wait_script(NAMES, expected);
}

#[test]
fn typing_in_the_search_asks_rarely_and_keeps_the_caret() {
    let world = World::with_accounts(30);
    let page = world.page_of(&world.staff);
    page.goto("/accounts").wait_text("#count", "30 accounts");
    page.press("/");
    assert_eq!(page.focused(), "input#q");
    requests(&page);
    page.press("account 0300")
        .wait_text("#count", "0 accounts")
        .wait_text("#list", "Nothing matches")
        .press("Backspace")
        .wait_text("#count", "1 account")
        .press("Left");
    let made = requests(&page);
    assert!((1..=4).contains(&made), "{made} requests for 13 keys");
    assert_eq!(page.focused(), "input#q");
    assert_eq!(
        page.script("return document.activeElement.selectionStart"),
        10
    );
    // Said aloud, and in the address without a new entry in the history.
    page.wait_text("#live", "1 account")
        .wait_url("/accounts?q=account+030");
    page.back().wait_gone("#q");
    page.assert_no_violations();
}

#[test]
fn filters_and_columns_are_chosen_in_their_panels_and_leave_as_chips() {
    let world = World::with_accounts(12);
    let page = world.page_of(&world.staff);
    page.goto("/accounts").click("#filter-menu");
    page.click("#filter-panel details:has(#filter-city) summary")
        .fill("#filter-city", "lund")
        .press("Tab")
        .wait_text("#count", "4 accounts")
        .wait_text(".chips", "City contains “lund”");
    // The panel stays open and the focus inside while one goes on.
    page.wait_for("#filter-panel");
    page.press("Escape").wait_gone("#filter-panel");
    assert_eq!(page.focused(), "summary#filter-menu");
    page.click("#column-menu")
        .click("#column-email")
        .wait_for("#sort-email");
    page.press("Escape")
        .click("#clear-filters")
        .wait_text("#count", "12 accounts");
    assert_eq!(page.count("#list .chip"), 0);
    page.assert_no_violations();
}

#[test]
fn control_click_opens_a_tab_and_the_page_stays() {
    let world = World::with_accounts(1);
    let page = world.page_of(&world.staff);
    page.goto("/accounts").wait_for("#list .row-link");
    page.control_click("#list .row-link");
    page.control_click("a[href='/contacts']");
    page.control_click("#sort-name");
    assert_eq!((page.tabs(), page.url().as_str()), (4, "/accounts"));
    page.assert_no_violations();
}
