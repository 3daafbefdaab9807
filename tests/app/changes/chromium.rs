//! History in a real browser.
use minimata::audit::{Kind, SubjectType};
use minimata::auth::{Channel, Role};
use serde_json::json;

use super::{Kept, account, change, operate};
use crate::support::TestApp;

#[test]
fn chromium_shows_an_edit_in_the_history_without_leaving_the_page() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let staff = app.sign_in_as(&person);
    let id = account(&staff, "IF Häus");
    let page = app.page();
    page.sign_in_as(&person).goto(&format!("/accounts/{id}"));
    page.click(&format!("#account-{id}-city-edit"))
        .fill(&format!("#account-{id}-city [name=city]"), "Umeå")
        .click(&format!("#account-{id}-city [type=submit]"))
        .wait_text("#history .timeline > li:nth-child(2)", "created")
        .wait_text("#history .timeline > li:nth-child(1)", "Umeå")
        .wait_url(&format!("/accounts/{id}"));
    page.click("#history details summary")
        .wait_text("#history details[open]", "IF Häus");
    page.assert_no_violations();
}

#[test]
fn chromium_filters_the_changes_and_goes_back() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Admin);
    let admin = app.sign_in_as(&person);
    let id = account(&admin, "Sållad");
    change(&admin, id, 1, "city", "Lund");
    let page = app.page();
    page.sign_in_as(&person).goto("/changes");
    page.click("#filter-menu")
        .click("#filter-panel details:nth-of-type(4) > summary")
        .click("label[for='filter-kind-account.update']")
        .wait_url("/changes?kind=account.update")
        .wait_text("#count", "1 event");
    page.press("Escape")
        .click("#list tbody a.row-link")
        .wait_text("#changes", "Lund")
        .back()
        .wait_url("/changes?kind=account.update");
    page.assert_no_violations();
}

#[test]
fn chromium_finds_every_page_of_changes_accessible() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Admin);
    let page = app.page();
    page.sign_in_as(&person);
    let check = |path: &str| {
        for (width, height) in [(1280, 900), (390, 844)] {
            for dark in [false, true] {
                page.set_size(width, height)
                    .dark(dark)
                    .goto(path)
                    .assert_accessible();
            }
        }
    };
    check("/");
    let admin = app.sign_in_as(&person);
    let id = account(&admin, "Tillgängliga föreningen");
    change(&admin, id, 1, "description", &"En lång text. ".repeat(30));
    let row = |name: &str| Kept(SubjectType::Account, id, vec![("name", json!(name))]);
    operate(&app, Kind::ImportAccounts, Channel::Import, |op| {
        for _ in 0..120 {
            op.updated(&row("A"), &row("B"));
        }
    });
    let newest = admin
        .open("/changes")
        .attributes("#list a.row-link", "href");
    check("/");
    check("/changes?channel=page&channel=import");
    check("/audit");
    check(&newest[0]);
    check(&format!("/accounts/{id}/history"));
    page.assert_no_violations();
}
