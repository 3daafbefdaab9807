//! Paging through the list of accounts, and what it costs.
use super::names;
use crate::support::{Answer, Browser, TestApp};
use diesel::prelude::*;
use minimata::auth::Role;
use minimata::schema::accounts;

/// That many accounts, straight into the table.
pub fn many(app: &TestApp, count: usize) {
    let now = app.clock().now();
    let row = |n: usize| {
        (
            accounts::name.eq(format!("Förening {n:04}")),
            accounts::name_key.eq(format!("förening {n:04}")),
            accounts::kind.eq("association"),
            accounts::status.eq("prospect"),
            accounts::city.eq(["Lund", "Umeå", ""][n % 3]),
            accounts::members.eq((!n.is_multiple_of(4)).then_some(i32::try_from(n % 7).unwrap())),
            accounts::description.eq(""),
            accounts::other_facts.eq("{}"),
            accounts::created_at.eq(now),
            accounts::updated_at.eq(now),
        )
    };
    let rows: Vec<_> = (0..count).map(row).collect();
    app.write(|conn, _| {
        for some in rows.chunks(500) {
            diesel::insert_into(accounts::table)
                .values(some)
                .execute(conn)?;
        }
        Ok(())
    });
}

fn step(browser: &Browser, page: &Answer, id: &str) -> Option<Answer> {
    let href = page.attributes(&format!("#page-{id}"), "href");
    href.first().map(|href| browser.open(href))
}

/// Every page from here on in one direction.
pub fn walk(browser: &Browser, start: Answer, id: &str) -> Vec<Vec<String>> {
    let mut pages = vec![names(&start)];
    let mut at = start;
    while let Some(next) = step(browser, &at, id) {
        pages.push(names(&next));
        at = next;
    }
    pages
}

#[test]
fn pages_lead_forwards_and_backwards_over_every_row_once() {
    let app = TestApp::start();
    many(&app, 60);
    let viewer = app.sign_in(Role::Viewer);
    for query in [
        "",
        "?sort=members&dir=asc",
        "?sort=members&dir=desc",
        "?sort=city&dir=desc",
    ] {
        let first = viewer.open(&format!("/accounts{query}"));
        first
            .assert_none("#page-previous")
            .assert_none("#page-first");
        let forwards = walk(&viewer, first, "next");
        assert_eq!(
            forwards.iter().map(Vec::len).collect::<Vec<_>>(),
            [25, 25, 10],
            "{query}"
        );
        let mut all = forwards.concat();
        let last = step(&viewer, &viewer.open(&format!("/accounts{query}")), "last").unwrap();
        assert_eq!(names(&last), all[35..], "{query}");
        last.assert_none("#page-next").assert_none("#page-last");
        let backwards = walk(&viewer, last, "previous");
        let back: Vec<String> = backwards.into_iter().rev().flatten().collect();
        assert_eq!(back, all, "{query}");
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 60, "{query}");
    }
}

#[test]
fn sizes_are_offered_and_the_count_is_exact_while_cheap() {
    let app = TestApp::start();
    many(&app, 60);
    let viewer = app.sign_in(Role::Viewer);
    viewer
        .open("/accounts?size=50")
        .assert_count("#list tbody tr", 50);
    viewer
        .open("/accounts?size=100")
        .assert_count("#list tbody tr", 60);
    viewer.open("/accounts").assert_one("#count", "60 accounts");
    many(&app, 941);
    viewer
        .open("/accounts")
        .assert_one("#count", "1,000+ accounts");
    viewer
        .open("/accounts?city.is=filled")
        .assert_one("#count", "668 accounts");
}

#[test]
fn a_list_makes_as_many_statements_for_one_row_as_for_fifty() {
    let app = TestApp::start();
    many(&app, 1);
    let viewer = app.sign_in(Role::Viewer);
    let open = || viewer.open("/accounts?size=50").all("#list tbody tr").len();
    assert_eq!(open(), 1);
    let one = app.count_queries(open);
    many(&app, 60);
    let fifty = app.count_queries(open);
    assert_eq!(one, fifty);
    // One of them is for the views in the menu.
    assert!(one <= 7, "{one} statements");
}

#[test]
fn a_record_makes_as_many_statements_with_few_people_as_with_many() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let person = |n: usize| {
        let contact = app.contact(&[("last_name", &format!("Berg {n}"))]);
        app.role(contact, account, "Ledamot", ("", ""));
    };
    person(0);
    let viewer = app.sign_in(Role::Viewer);
    let open = || {
        viewer
            .open(&format!("/accounts/{account}"))
            .all("#people tbody tr")
            .len()
    };
    assert_eq!(open(), 1);
    let one = app.count_queries(open);
    (1..12).for_each(person);
    assert_eq!(open(), 12);
    assert_eq!(one, app.count_queries(open));
    // With the menu's views, and the records before and after this one.
    assert!(one <= 16, "{one} statements");
}
