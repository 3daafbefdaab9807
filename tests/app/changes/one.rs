//! The page of one operation.
use minimata::audit::{Kind, SubjectType};
use minimata::auth::{Channel, Role};
use serde_json::json;

use super::{Kept, account, operate};
use crate::support::TestApp;

#[test]
fn it_shows_every_value_of_a_new_record() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "Allt synligt");
    staff.open("/changes");
    let page = staff.click("#list tbody tr:first-child a.row-link");
    page.assert_has("Allt synligt")
        .assert_has("Association")
        .assert_has("Prospect");
    page.assert_none("#changes details");
    assert!(
        page.attributes("#main a", "href")
            .contains(&format!("/accounts/{id}"))
    );
    staff.get("/changes/999999999").assert_status(404);
}

#[test]
fn a_large_import_is_paged_and_quick() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    operate(&app, Kind::ImportAccounts, Channel::Import, |op| {
        for row in 0..1_000 {
            let name = format!("Förening {row}");
            op.created(&Kept(
                SubjectType::Account,
                900_000_000 + row,
                vec![("name", json!(name))],
            ));
        }
        op.say("file", "föreningar.csv");
    });
    let started = std::time::Instant::now();
    let list = staff.open("/changes");
    list.assert_one("#list tbody tr:nth-child(1) td.num", "1,000");
    staff
        .click("#list tbody tr:first-child a.row-link")
        .assert_count(".changed-records > li", 100);
    for page in 2..=10 {
        let found = staff.click("#page-next");
        found
            .assert_count(".changed-records > li", 100)
            .assert_has(&format!("Förening {}", page * 100 - 1));
    }
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
    let page = staff.click("#page-first");
    page.assert_none("#page-first")
        .assert_count(".changed-records > li", 100);
}

#[test]
fn what_is_not_about_records_is_not_there_for_others() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let viewer = app.sign_in(Role::Viewer);
    admin.open("/audit?kind=session.sign_in");
    let href = admin
        .open("/audit?kind=session.sign_in")
        .attributes("#list a.row-link", "href");
    let id = href[0].rsplit('/').next().expect("an id").to_owned();
    admin.open(&href[0]);
    viewer.get(&format!("/changes/{id}")).assert_status(404);
    viewer.get(&href[0]).assert_status(403).assert_has("Admin");
}
