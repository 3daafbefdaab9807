//! Every number of the page leads to exactly the rows behind it.

use minimata::auth::Role;

use super::account;
use crate::kpis::{enter, kpi};
use crate::support::{Answer, Browser, TestApp};

/// Each number of a part with the address it leads to.
fn numbers(part: &Answer, css: &str) -> Vec<(String, String)> {
    let texts = part.all(css);
    texts
        .into_iter()
        .zip(part.attributes(css, "href"))
        .collect()
}

fn rows(who: &Browser, href: &str) -> usize {
    who.open(href).all("#list tbody tr").len()
}

#[test]
fn accounts_that_lack_something_are_those_of_the_list() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    let staff = app.sign_in_as(&person);
    let me = person.id.to_string();
    for name in ["Ett", "Två", "Tre"] {
        account(&staff, name, &me);
    }
    account(&staff, "Någon annans", "");
    // All three lack an address and a number; none has been still for half a year.
    let page = staff.open("/");
    assert_eq!(page.all("#attention li strong"), ["3", "3"]);
    for href in page.attributes("#attention li a", "href") {
        assert_eq!(rows(&staff, &href), 3, "{href}");
    }
    // For another person there is nothing to attend to.
    let other = app.person(Role::Staff);
    staff
        .open(&format!("/?owner={}", other.id))
        .assert_has("Nothing lacks attention");
}

#[test]
fn what_the_team_did_and_what_is_new_comes_after_the_page() {
    let app = TestApp::start();
    let (one, two) = (app.person(Role::Staff), app.person(Role::Staff));
    for n in 0..3 {
        account(&app.sign_in_as(&one), &format!("Bolag {n}"), "");
    }
    account(&app.sign_in_as(&two), "Ett till", "");
    let manager = app.sign_in(Role::Manager);
    let page = manager.open("/");
    let later = page.attributes(".later", "hx-get");
    assert_eq!(
        later,
        ["/dashboards/tiles/team", "/dashboards/tiles/growth"]
    );
    let team = manager.open(&later[0]);
    let told = numbers(&team, "#team td a");
    let counts: Vec<&str> = told.iter().map(|(count, _)| count.as_str()).collect();
    assert_eq!(counts, ["3", "1"]);
    for (count, href) in &told {
        assert_eq!(rows(&manager, href).to_string(), *count, "{href}");
    }
    // Twelve months, March 2026 last, with all four.
    let growth = manager.open(&later[1]);
    let months = numbers(&growth, "#growth td a");
    assert_eq!((months.len(), months[11].0.as_str()), (12, "4"));
    assert_eq!(rows(&manager, &months[11].1), 4);
    // As a part of the page it comes without its frame; a period chosen ends the months.
    let part = manager
        .htmx()
        .get("/dashboards/tiles/growth?period=2025-12");
    part.assert_none("nav").assert_count("#growth", 1);
    assert!(part.attributes("#growth td a", "href")[11].contains("created_at.from=2025-12-01"));
}

#[test]
fn missing_values_by_who_owes_them() {
    let app = TestApp::start();
    let owner = app.person(Role::Viewer);
    let manager = app.sign_in(Role::Manager);
    let id = owner.id.to_string();
    let owned = kpi(&manager, &[("name", "Ägt"), ("owner_id", &id)]);
    kpi(&manager, &[("name", "Ingens")]);
    enter(&manager, &owned, "2026-02", "5");
    // 2 March: January and February are over. Of four values one is there.
    let told = numbers(&manager.open("/"), "#missing-values li a");
    assert_eq!(told[0].0, "2 values missing");
    assert_eq!(told[1].0, "1 value missing");
    assert_eq!(rows(&manager, &told[0].1), 2);
    let page = manager.open(&told[1].1);
    assert_eq!(page.all("#list tbody th"), ["Ägt"]);
    // Seen from the end of January only January is owed; the owner alone is asked for.
    let told = numbers(
        &manager.open(&format!("/?period=2026-01&owner={id}")),
        "#missing-values li a",
    );
    assert_eq!(told.len(), 1);
    assert_eq!(rows(&manager, &told[0].1), 1);
}

#[test]
fn the_period_and_the_person_hold_for_the_whole_page() {
    let app = TestApp::start();
    let owner = app.person(Role::Staff);
    let manager = app.sign_in(Role::Manager);
    let id = owner.id.to_string();
    let owned = kpi(&manager, &[("name", "Ägt"), ("owner_id", &id)]);
    let other = kpi(&manager, &[("name", "Annat")]);
    for path in [&owned, &other] {
        enter(&manager, path, "2026-01", "10");
        enter(&manager, path, "2026-02", "20");
    }
    let page = manager.open("/?period=2026-01");
    assert_eq!(page.all("#kpi-tiles strong"), ["10", "10"]);
    let page = manager.open(&format!("/?period=2026-02&owner={id}"));
    assert_eq!(page.all("#kpi-tiles strong"), ["20"]);
    // The form shows what is chosen, and what is nonsense is as if it were not there.
    page.assert_count("#dashboard-filter option[value='2026-02'][selected]", 1)
        .assert_count("#dashboard-clear", 1);
    manager
        .open("/?period=tomorrow&owner=x")
        .assert_none("#dashboard-clear");
    // Whoever works on another day sees what happened then.
    manager
        .open("/?period=2026-01")
        .assert_has("Nothing has been changed yet");
}

#[test]
fn an_admin_sees_what_failed() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    account(&admin, "Något", "");
    let page = admin.open("/");
    page.assert_has("Nothing has failed")
        .assert_has("Up to date")
        .assert_one("#sign-ins > p:last-child", "None");
    let person = app.person(Role::Staff);
    app.browser().post(
        "/login",
        &[("email", &person.email), ("password", "fel lösenord")],
    );
    let page = admin.open("/");
    let told = numbers(&page, "#sign-ins a");
    assert_eq!(told[0].0, "1 failed sign-in");
    assert_eq!(rows(&admin, &told[0].1), 1);
}
