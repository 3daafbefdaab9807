//! The page after sign-in.

mod arranging;
mod numbers;

use diesel::prelude::*;
use minimata::audit::{Kind, record};
use minimata::auth::{Actor, Channel, Role, Status};
use minimata::schema::accounts;

use super::support::{Browser, TestApp};

#[track_caller]
fn account(browser: &Browser, name: &str, owner: &str) -> String {
    let fields = [
        ("name", name),
        ("kind", "company"),
        ("status", "active"),
        ("owner_id", owner),
    ];
    browser
        .post("/accounts", &fields)
        .assert_status(303)
        .location()
}

fn demo(app: &TestApp, kind: Kind) {
    let (state, now) = (app.server().state(), app.clock().now());
    let done = state.db.run_blocking(|conn| {
        record(
            conn,
            &Actor::operator(Channel::System),
            kind,
            now,
            |_, op| {
                op.say("count", 12);
                Ok::<_, diesel::result::Error>(())
            },
        )
    });
    done.expect("an operation");
}

#[test]
fn a_visitor_is_led_to_the_sign_in_page() {
    let app = TestApp::start();
    let answer = app.browser().get("/");
    assert_eq!(
        (answer.status(), answer.location().split('?').next()),
        (303, Some("/login"))
    );
}

#[test]
fn an_empty_database_says_what_to_do_first_to_who_may_do_it() {
    let app = TestApp::start();
    let page = app.sign_in(Role::Manager).open("/");
    page.assert_count("#start-account a[href='/accounts/new']", 1)
        .assert_has("./scripts/run import accounts FILE.csv")
        .assert_count("form[method=post][action='/demo']", 1);
    let page = app.sign_in(Role::Staff).open("/");
    page.assert_count("#start-account", 1)
        .assert_none("#start-import")
        .assert_none("#start-demo");
    let page = app.sign_in(Role::Viewer).open("/");
    page.assert_none("#start-account")
        .assert_none("#start-import")
        .assert_none("form[action='/demo']");
}

#[test]
fn it_shows_what_is_mine_and_what_happened() {
    let app = TestApp::start();
    let (me, other) = (app.person(Role::Staff), app.person(Role::Staff));
    let (mine, theirs) = (app.sign_in_as(&me), app.sign_in_as(&other));
    let own = account(&mine, "Mitt bolag", &me.id.to_string());
    account(&theirs, "Deras bolag", &other.id.to_string());
    account(&theirs, "Också mitt", &me.id.to_string());
    let page = mine.open("/");
    assert_eq!(page.all("#own-accounts .records a").len(), 2);
    page.assert_one("#touched .records a", "Mitt bolag")
        .assert_count("#recent .timeline > li", 3);
    page.assert_has("3 accounts").assert_has("0 contacts");
    assert_eq!(
        page.attributes("#touched .records a", "href"),
        [own.as_str()]
    );
    let all = page.attributes("#own-accounts > p a", "href");
    mine.open(&all[0]).assert_count("#list tbody tr", 2);
}

#[test]
fn admins_see_who_waits() {
    let app = TestApp::start();
    app.person_who_is(Role::Viewer, Status::Pending);
    app.person_who_is(Role::Viewer, Status::Pending);
    let admin = app.sign_in(Role::Admin);
    admin
        .open("/")
        .assert_one("#waiting", "2 people are waiting for your approval");
    account(&admin, "Inte tomt", "");
    admin.open("/").assert_one(
        "#waiting a[href='/people']",
        "2 people are waiting for your approval",
    );
    app.sign_in(Role::Manager).open("/").assert_none("#waiting");
}

#[test]
fn demo_data_can_be_removed_while_it_is_there() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    account(&manager, "Något", "");
    let form = "form[method=post][action='/demo/removal']";
    manager.open("/").assert_none(form);
    demo(&app, Kind::DemoFill);
    manager.open("/").assert_count(form, 1);
    app.sign_in(Role::Staff).open("/").assert_none(form);
    demo(&app, Kind::DemoRemove);
    manager.open("/").assert_none(form);
}

#[test]
fn it_costs_the_same_whatever_there_is() {
    let app = TestApp::start();
    let me = app.person(Role::Admin);
    let browser = app.sign_in_as(&me);
    account(&browser, "Första", &me.id.to_string());
    let few = app.count_queries(|| browser.open("/"));
    for n in 0..30 {
        account(&browser, &format!("Bolag {n}"), &me.id.to_string());
    }
    assert_eq!(app.count_queries(|| browser.open("/")), few);
    // With the menu's views, the arrangement, and an admin's parts: sign-ins, jobs, the database.
    assert!(few <= 24, "{few} statements");
}

#[test]
fn a_deleted_record_leads_to_the_change_instead() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let gone = account(&staff, "Borta", "");
    account(&staff, "Kvar", "");
    staff
        .post(&format!("{gone}/removal"), &[])
        .assert_status(303);
    let page = staff.open("/");
    assert!(
        !page.attributes("#main a", "href").contains(&gone),
        "a link that leads nowhere"
    );
    let links = page.attributes("#recent .timeline a", "href");
    assert!(links[0].starts_with("/changes/"), "{links:?}");
    staff.open(&links[0]).assert_has("Borta");
}

#[test]
fn counts_are_capped() {
    let app = TestApp::start();
    let viewer = app.sign_in(Role::Viewer);
    let (state, now) = (app.server().state(), app.clock().now());
    let rows: Vec<_> = (0..1_001)
        .map(|n| {
            (
                accounts::name.eq(format!("Nummer {n}")),
                accounts::name_key.eq(""),
                accounts::kind.eq("other"),
                accounts::status.eq("active"),
                accounts::description.eq(""),
                accounts::other_facts.eq("{}"),
                accounts::created_at.eq(now),
                accounts::updated_at.eq(now),
            )
        })
        .collect();
    let filled = state.db.run_blocking(|conn| {
        diesel::insert_into(accounts::table)
            .values(&rows)
            .execute(conn)
    });
    filled.expect("many rows");
    viewer.open("/").assert_has("1,000+ accounts");
}
