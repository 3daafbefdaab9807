//! The box at the top of every page, by keyboard.
use super::world::World;

#[test]
fn the_box_is_reached_walked_and_left_by_keyboard() {
    let world = World::with_accounts(12);
    let page = world.page_of(&world.staff);
    page.goto("/contacts").wait_for("#filter-menu");
    page.script("document.getElementById('filter-menu').focus()");
    page.press("Control+k").wait_focused("input#search-box");
    page.press("account 0").wait_for("#palette-list mark");
    page.wait_script(
        "return document.getElementById('search-box').getAttribute('aria-expanded')",
        "true",
    );
    let chosen = || page.text("#palette-list [aria-selected=true] .hit > bdi");
    let offered = |n: usize| {
        let names = "[...document.querySelectorAll('#palette-list [role=option] .hit > bdi')]";
        let name = page.script(&format!("return {names}[{n}].textContent"));
        name.as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(chosen(), offered(0));
    page.press("Down");
    assert_eq!(chosen(), offered(1));
    page.press("Up").press("Up");
    assert_ne!(chosen(), offered(0), "it goes round");
    page.assert_accessible().screenshot("search-box");
    page.dark(true)
        .set_size(390, 844)
        .assert_accessible()
        .screenshot("search-box-small");
    page.dark(false).set_size(1280, 800);
    page.press("Escape").wait_focused("summary#filter-menu");
    assert_eq!(
        page.script("return getComputedStyle(document.getElementById('search-hits')).display"),
        "none"
    );
    page.goto("/").press("/").wait_focused("input#search-box");
    page.press("account 007")
        .wait_text("#palette-list", "Account 007");
    page.press("Enter")
        .wait_for("#facts-title")
        .wait_text("h1", "Account 007");
    page.press("Control+k").wait_focused("input#search-box");
    page.press("finns inte alls").wait_for("#palette-nothing");
    page.press("Enter").wait_for("#nothing-found");
    assert!(page.url().starts_with("/search?q=finns"), "{}", page.url());
    page.assert_no_violations();
}

#[test]
fn without_scripts_the_box_leads_to_a_page() {
    let world = World::with_accounts(3);
    let page = world.app.page_without_javascript();
    page.sign_in_as(&world.staff);
    page.goto("/accounts")
        .fill("#search-box", "account 002")
        .press("Enter");
    page.wait_for("#found-account")
        .wait_text("#found-account", "Account 002")
        .click("#found-account li a");
    page.wait_text("h1", "Account 002");
}
