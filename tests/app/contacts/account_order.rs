//! Contacts in the order of their accounts' names, whatever happens to the accounts.
use minimata::accounts::actions as accounts;
use minimata::accounts::model::AccountId;
use minimata::auth::Role;

use super::names;
use crate::support::{Browser, TestApp};

fn by_account(browser: &Browser) -> Vec<String> {
    let up = names(&browser.open("/contacts?sort=account&dir=asc"));
    let mut down = names(&browser.open("/contacts?sort=account&dir=desc"));
    down.reverse();
    assert_eq!(up, down);
    up
}

#[test]
fn contacts_follow_their_accounts_names() {
    let app = TestApp::start();
    let [alpha, beta, delta] = ["Alfa", "Beta", "Delta"].map(|name| app.account(&[("name", name)]));
    let [anna, bo, cilla, dan] =
        ["Anna", "Bo", "Cilla", "Dan"].map(|name| app.contact(&[("last_name", name)]));
    app.role(anna, delta, "", ("", ""));
    app.role(bo, beta, "", ("", ""));
    let other = app.role(cilla, alpha, "", ("", ""));
    app.role(cilla, delta, "", ("", ""));
    let staff = app.sign_in(Role::Staff);
    assert_eq!(by_account(&staff), ["Dan", "Cilla", "Bo", "Anna"]);
    // A new name.
    let submit = |account: i64, name: &str| {
        staff.open(&format!("/accounts/{account}/edit"));
        staff
            .submit("#record-form", &[("name", name)])
            .assert_status(303);
    };
    submit(beta, "Ödla");
    assert_eq!(by_account(&staff), ["Dan", "Cilla", "Anna", "Bo"]);
    // Another change leaves it.
    staff.open(&format!("/accounts/{beta}/edit"));
    staff
        .submit("#record-form", &[("city", "Lund")])
        .assert_status(303);
    assert_eq!(by_account(&staff), ["Dan", "Cilla", "Anna", "Bo"]);
    // The primary role goes: the other one counts.
    staff.post(&format!("/affiliations/{other}/removal"), &[]);
    assert_eq!(by_account(&staff), ["Dan", "Anna", "Cilla", "Bo"]);
    // The account goes, and somebody gets a first role.
    let now = app.clock().now();
    app.write(|conn, actor| {
        accounts::delete(conn, actor, AccountId(beta), now)?;
        Ok(())
    });
    app.role(dan, alpha, "", ("", ""));
    assert_eq!(by_account(&staff), ["Bo", "Dan", "Anna", "Cilla"]);
    assert_eq!(names(&staff.open("/contacts?account.is=empty")), ["Bo"]);
}

#[test]
fn the_order_is_walked_page_by_page() {
    let app = TestApp::start();
    let accounts: Vec<i64> = (0..5)
        .map(|n| app.account(&[("name", &format!("Konto {n}"))]))
        .collect();
    for n in 0..30 {
        let contact = app.contact(&[("last_name", &format!("Person {n:02}"))]);
        app.role(contact, accounts[n % 5], "", ("", ""));
    }
    let viewer = app.sign_in(Role::Viewer);
    let first = viewer.open("/contacts?sort=account&dir=asc");
    let second = viewer.open(&first.attributes("#page-next", "href")[0]);
    let expected: Vec<String> = (0..5)
        .flat_map(|account| (0..30).filter(move |n| n % 5 == account))
        .map(|n| format!("Person {n:02}"))
        .collect();
    assert_eq!([names(&first), names(&second)].concat(), expected);
}
