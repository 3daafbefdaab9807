//! The page of a KPI and its file.

use minimata::auth::Role;

use super::{enter, kpi};
use crate::support::{Browser, TestApp};

fn filled(manager: &Browser) -> String {
    let path = kpi(manager, &[("unit", "st"), ("first_period", "2025-01")]);
    for (month, value) in [
        ("2025-02", "120"),
        ("2025-12", "90"),
        ("2026-01", "100"),
        ("2026-02", "130"),
    ] {
        enter(manager, &path, month, value);
    }
    let targets = [
        ("year", "2026"),
        ("target-2026-01", "110"),
        ("target-2026-02", "140"),
    ];
    manager
        .post(&format!("{path}/targets"), &targets)
        .assert_status(303);
    path
}

#[test]
fn value_target_changes_total_and_pace() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = filled(&manager);
    let page = manager.open(&path);
    // The latest value is February's. 130 − 100 = 30; 130 − 120 = 10; 100 + 130 = 230; targets 110 + 140 = 250.
    assert_eq!(
        page.all(".figure strong"),
        [
            "130 st",
            "140 st",
            "+30 st",
            "+10 st",
            "230 st",
            "Behind by 20 st"
        ]
    );
    page.assert_has("230 st of 250 st so far");
    // 130 of 140 is 92,9 %: between 90 and 100.
    page.assert_one(".page-head .badge", "Just off target");
    page.assert_one(
        "svg title",
        "Nya medlemmar, February 2026: 130 st against 140 st. Just off target",
    );
    // A mark for each value, a link to its cell, in words.
    page.assert_count("svg a", 4);
    assert!(
        page.attributes("svg a", "aria-label")
            .contains(&"January 2026: 100\u{a0}st, Target 110\u{a0}st, Just off target".to_owned())
    );
    // January lacks no value; the page of December has no target and no pace.
    let december = manager.open(&format!("{path}?period=2025-12"));
    assert_eq!(
        december.all(".figure strong"),
        ["90 st", "No value", "No value", "No value", "210 st"]
    );
    december.assert_has("10 values are missing in 2025");
}

#[test]
fn the_file_says_what_the_page_shows() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = filled(&manager);
    let page = manager.open(&format!("{path}?period=2026-02"));
    let link = page.attributes("a[download]", "href");
    let file = manager.get(&link[0]);
    file.assert_status(200)
        .assert_header("content-type", "text/csv; charset=utf-8");
    let text = file.body();
    assert!(text.starts_with('\u{FEFF}'));
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(
        lines[1],
        "Nya medlemmar,st,2026-02,130,140,Just off target,30,10,"
    );
    assert_eq!(lines.len() - 1, page.all(".kpi-table tbody tr").len());
}

#[test]
fn week_53_and_the_turn_of_the_year() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(
        &manager,
        &[("cadence", "week"), ("first_period", "2020-W52")],
    );
    for (week, value) in [("2020-W53", "5"), ("2021-W01", "8")] {
        enter(&manager, &path, week, value);
    }
    // Week 53 of 2020 (from 28 December to 3 January) comes before week 1 of 2021: 8 − 5 = 3. 2021's year is 8 so far.
    let page = manager.open(&format!("{path}?period=2021-W01"));
    assert_eq!(
        page.all(".figure strong"),
        ["8", "No value", "+3", "No value", "8"]
    );
    let page = manager.open(&format!("{path}?period=2020-W53"));
    assert_eq!(
        page.all(".figure strong"),
        ["5", "No value", "No value", "No value", "5"]
    );
}

#[test]
fn an_empty_kpi_has_nothing_to_draw() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[("meaning", "Alla som fyllt 18")]);
    let viewer = app.sign_in(Role::Viewer);
    viewer
        .open(&path)
        .assert_has("There is nothing to draw yet")
        .assert_has("Alla som fyllt 18")
        .assert_none("a[href$='/edit']");
    viewer.get("/kpis/999999999").assert_status(404);
}
