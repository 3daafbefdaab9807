//! Language, colours and density: as somebody chose them, at once and on every page.
use super::world::World;
use crate::support::Page;

/// A colour of the page, as the browser resolved it.
fn background(page: &Page) -> String {
    page.script("return getComputedStyle(document.body).backgroundColor")
        .to_string()
}

fn row_height(page: &Page) -> f64 {
    let script = "return document.querySelector('#list tbody tr').getBoundingClientRect().height";
    page.script(script).as_f64().unwrap_or_default()
}

fn save(page: &Page) {
    page.click("#own-settings [type=submit]")
        .wait_for("#toasts .toast.success");
}

#[test]
fn swedish_comes_at_once_and_stays() {
    let world = World::with_accounts(2);
    let page = world.page_of(&world.staff);
    page.goto("/settings").fill("Language", "Svenska");
    save(&page);
    page.wait_text("h1", "Mina inställningar")
        .screenshot("swedish-settings");
    assert_eq!(page.script("return document.documentElement.lang"), "sv");
    page.click("a[href='/accounts']")
        .wait_text("#count", "2 organisationer")
        .screenshot("swedish-list");
    page.assert_accessible().assert_no_violations();
}

#[test]
fn dark_colours_and_row_heights_follow_the_choice() {
    let world = World::with_accounts(2);
    let page = world.page_of(&world.staff);
    page.goto("/accounts").wait_for("#list tbody tr");
    let (light, normal) = (background(&page), row_height(&page));
    page.dark(true);
    let dark = background(&page);
    assert_ne!(light, dark, "the computer's choice holds by itself");
    page.goto("/settings")
        .click("#own-settings label[for='theme-light']")
        .click("#own-settings label[for='density-compact']");
    save(&page);
    assert_eq!(
        background(&page),
        light,
        "one's own choice beats the computer's"
    );
    page.dark(false)
        .goto("/accounts")
        .wait_for("#list tbody tr");
    let compact = row_height(&page);
    page.goto("/settings")
        .click("label[for='theme-dark']")
        .click("label[for='density-roomy']");
    save(&page);
    page.goto("/accounts").wait_for("#list tbody tr");
    let roomy = row_height(&page);
    assert_eq!(background(&page), dark);
    assert!(
        compact < normal && normal < roomy,
        "{compact} {normal} {roomy}"
    );
    page.assert_no_violations();
}
