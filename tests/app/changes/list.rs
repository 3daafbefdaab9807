//! The list of recent changes.
use std::time::Duration;

use minimata::audit::Kind;
use minimata::auth::{Channel, Role};

use super::{account, change, operate};
use crate::support::TestApp;

/// Seconds between what a test does, so that the order is told by time.
const MINUTE: Duration = Duration::from_secs(60);

#[test]
fn everybody_reads_what_happened_to_records_and_nobody_else_reads_the_rest() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "Nya föreningen");
    let viewer = app.sign_in(Role::Viewer);
    let page = viewer.open("/changes");
    page.assert_has("Nya föreningen");
    assert!(
        page.attributes("#list a", "href")
            .contains(&format!("/accounts/{id}"))
    );
    // The two sign-ins, whatever the address says of kinds.
    for (query, rows) in [
        ("", 1),
        ("kind=session.sign_in", 0),
        ("kind.is=empty", 1),
        ("kind.is=filled", 1),
        ("kind=account.create&kind=session.sign_in", 1),
    ] {
        viewer
            .open(&format!("/changes?{query}"))
            .assert_count("#list tbody tr", rows);
    }
}

#[test]
fn it_is_narrowed_by_person_kind_channel_and_day() {
    let app = TestApp::start();
    let (one, two) = (app.person(Role::Staff), app.person(Role::Staff));
    let first = account(&app.sign_in_as(&one), "Ettans");
    app.clock().advance(Duration::from_secs(24 * 3600));
    let second = app.sign_in_as(&two);
    let id = account(&second, "Tvåans");
    change(&second, id, 1, "city", "Lund");
    operate(&app, Kind::ImportAccounts, Channel::Import, |op| {
        op.say("file", "föreningar.csv")
    });
    let rows = |query: &str, expected: usize| {
        second
            .open(&format!("/changes?{query}"))
            .assert_count("#list tbody tr", expected);
    };
    rows(&format!("who={}", one.id), 1);
    rows(&format!("who={}&who={}", one.id, two.id), 3);
    rows(&format!("who={}&who=none", one.id), 2);
    rows("who=none", 1);
    rows("channel=import", 1);
    rows("kind=account.update", 1);
    rows("kind=account.update&kind=account.create", 3);
    rows("at.from=2026-03-03", 3);
    rows("at.to=2026-03-02", 1);
    second.get("/changes?at.from=tisdag").assert_status(422);
    second.get("/changes?after=%25").assert_status(400);
    let chips = second.open(&format!("/changes?who={}&channel=page", one.id));
    chips
        .assert_has("Who: Staff")
        .assert_has("Ettans")
        .assert_lacks("Tvåans");
    assert_ne!(first, id);
}

#[test]
fn it_is_paged_both_ways_and_costs_the_same_everywhere() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "Sidvis");
    for version in 1..60 {
        // Several within one moment: the id decides.
        if version % 3 == 0 {
            app.clock().advance(MINUTE);
        }
        change(&staff, id, version, "city", &format!("Ort {version}"));
    }
    let seen = |css: &str| staff.click(css).attributes("#list tbody tr", "id");
    let first = staff.open("/changes").attributes("#list tbody tr", "id");
    let second = seen("#page-next");
    let third = seen("#page-next");
    assert_eq!((first.len(), second.len(), third.len()), (25, 25, 10));
    assert_eq!(seen("#page-previous"), second);
    assert_eq!(seen("#page-first"), first);
    // The last page is a full one, counted from the end.
    assert_eq!(seen("#page-last").last(), third.last());
    let cost = |path: &str| app.count_queries(|| staff.open(path));
    let one = cost("/changes?kind=account.create");
    assert_eq!(cost("/changes"), one);
    assert_eq!(cost("/changes?size=100"), one);
    // With the menu's views, and what has been undone.
    assert!(one <= 9, "{one} statements");
    let ascending = staff
        .open("/changes?sort=at&dir=asc")
        .attributes("#list tbody tr", "id");
    assert_eq!(ascending.first(), third.last());
}

#[test]
fn htmx_gets_the_list_alone_with_its_count_said() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    account(&staff, "Delvis");
    let part = staff.htmx().open("/changes?channel=page&q=");
    part.assert_none("h1")
        .assert_one("template[hx-target='#live']", "1 event");
    assert_eq!(part.header("hx-replace-url"), Some("/changes?channel=page"));
}

#[test]
fn it_speaks_swedish_to_who_reads_swedish() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "Svenska föreningen");
    change(&staff, id, 1, "kind", "company");
    let form = staff
        .open("/settings")
        .attributes("form:has([name=locale])", "action");
    assert!(!form.is_empty(), "a form for the language");
    staff
        .submit("form:has([name=locale])", &[("locale", "sv")])
        .assert_status(303);
    staff
        .open("/changes")
        .assert_has("Senaste ändringar")
        .assert_has("När")
        .assert_has("Via");
    staff
        .open(&format!("/accounts/{id}"))
        .assert_one("#history h2", "Historik")
        .assert_one("#history li:nth-child(1) del", "Förening")
        .assert_one("#history li:nth-child(1) ins", "Företag");
}
