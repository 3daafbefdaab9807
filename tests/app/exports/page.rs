//! The page on which an export is chosen.
use super::lines;
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn a_manager_gets_from_the_list_to_the_file() {
    let app = TestApp::start();
    app.account(&[("name", "Alfa 8811"), ("city", "Lund")]);
    let manager = app.sign_in(Role::Manager);
    let list = manager.open("/accounts?q=8811&city=lund&sort=members");
    let link = list.attributes("#export-link", "href")[0].clone();
    assert_eq!(
        link,
        "/exports/accounts?q=8811&city=lund&sort=members&dir=asc"
    );
    let page = manager.open(&link);
    page.assert_one("h1", "Export: Accounts")
        .assert_has("1 account will be in the file")
        .assert_has("City contains “lund”")
        .assert_count("#field-name[checked]", 1)
        .assert_count("#field-street[checked]", 0);
    let file = manager.submit("#export", &[("format", "csv-comma")]);
    assert!(
        lines(&file)[0].starts_with("Name,Kind,"),
        "{:?}",
        lines(&file)
    );
    // The list's filter may change without a new page: the way to its export follows.
    let swapped = manager.htmx().get("/accounts?q=8811");
    swapped.assert_one("a#export-link[href='/exports/accounts?q=8811']", "Export");
    for role in [Role::Viewer, Role::Staff] {
        app.sign_in(role)
            .open("/accounts")
            .assert_none("#export-link");
    }
}

#[test]
fn columns_are_put_in_order_and_the_address_carries_it() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let chosen = "/exports/accounts?format=csv-comma&fields=name&fields=city&fields=email";
    manager.open(chosen);
    let order =
        |page: &crate::support::Answer| page.attributes("#export [name=fields][checked]", "value");
    let moved = manager.get(&format!("{chosen}&move=up.email"));
    let path = "/exports/accounts?format=csv-comma&fields=name&fields=email&fields=city";
    moved.assert_redirect(path);
    assert_eq!(order(&manager.open(path)), ["name", "email", "city"]);
    let swapped = manager.htmx().get(&format!("{chosen}&move=down.name"));
    assert_eq!(order(&swapped), ["city", "name", "email"]);
    let path = "/exports/accounts?format=csv-comma&fields=city&fields=name&fields=email";
    swapped.assert_header("HX-Replace-Url", path);
    let all = manager.open(&manager.open(chosen).attributes("#fields-all", "href")[0]);
    all.assert_none("#export [name=fields]:not([checked])");
    let shown = manager.open(&all.attributes("#fields-shown", "href")[0]);
    shown
        .assert_none("#field-street[checked]")
        .assert_count("#field-name[checked]", 1);
}

#[test]
fn a_broken_address_is_refused_before_anything_is_written() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    for wrong in ["members.from=x", "format=doc", "sort=nonsense"] {
        manager
            .get(&format!("/exports/accounts/file?{wrong}"))
            .assert_status(400);
        manager
            .get(&format!("/exports/accounts?{wrong}"))
            .assert_status(400);
    }
    app.sign_in(Role::Admin)
        .open("/audit")
        .assert_lacks("exporting");
}
