//! Proof that the real browser does what tests believe of it.
use std::time::Duration;

use super::Page;
use super::selftest::{failure, site};

#[test]
fn chromium_fills_clicks_waits_and_goes_back() {
    let site = site();
    let page = Page::open(site.base());
    page.goto("/")
        .wait_text("#late", "Script ran")
        .assert_no_violations()
        .assert_accessible();
    assert_eq!(page.transferred().requests, 2);
    page.assert_first_load(2, 5).dark(true).set_size(390, 844);
    assert_eq!(
        page.script("return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]")
            .to_string(),
        "[390,true]"
    );
    page.press("Control+k").wait_text("#keys", "Palette");
    page.control_click("#more");
    assert_eq!((page.tabs(), page.url().as_str()), (2, "/"));
    page.fill("Name", "Nya")
        .fill("Kind", "Association")
        .click("Old")
        .click("Save")
        .wait_for("#thing-1")
        .wait_gone("#thing");
    assert!(
        page.url().contains("name=Nya&kind=a&tags=new&tags=old"),
        "{}",
        page.url()
    );
    page.back().wait_for("#thing").click("#name");
    assert_eq!(
        (page.focused().as_str(), page.value("E-mail").as_str()),
        ("input#name", "a@example.org")
    );
}

#[test]
fn chromium_asks_in_english_and_fills_dates() {
    let site = site();
    let page = Page::open(site.base());
    page.goto("/echo")
        .wait_text("pre", "\"accept-language\":\"en\"");
    page.goto("/");
    page.script("document.querySelector('#name').type = 'date'");
    assert_eq!(
        page.fill("#name", "2026-03-02").value("#name"),
        "2026-03-02"
    );
}

#[test]
fn chromium_reports_what_is_wrong_with_a_page() {
    let site = site();
    let page = Page::open(site.base());
    page.goto("/broken");
    let told = page.accessibility_violations();
    assert!(told.contains("image-alt"), "{told}");
    let errors = page.console_errors();
    assert!(
        errors
            .iter()
            .any(|error| error.contains("Content Security Policy")),
        "{errors:?}"
    );
    assert!(failure(|| _ = page.assert_no_violations()).contains("the console of /broken"));
}

#[test]
fn chromium_without_javascript_runs_none() {
    let site = site();
    let page = Page::open_without_javascript(site.base());
    page.goto("/")
        .fill("Name", "Utan")
        .click("Save")
        .wait_for("#thing-1");
    std::thread::sleep(Duration::from_millis(400));
    assert_eq!(page.text("#late"), "No script");
}
