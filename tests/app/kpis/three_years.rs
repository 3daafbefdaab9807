//! The numbers of three years of a real file, worked out by hand.

use minimata::auth::Role;

use super::import::{FILE, upload};
use crate::support::{Browser, TestApp};

/// Loads the three years and says where the pages of these KPIs are.
fn loaded(manager: &Browser, names: &[&str]) -> Vec<String> {
    let checked = upload(manager, "nyckeltal.csv", FILE);
    let data = &checked.attributes("input[name=data]", "value")[0];
    // The second KPI of the file adds up; of the fourth less is better.
    let form = [
        ("data", data.as_str()),
        ("name", "nyckeltal.csv"),
        ("create", "true"),
        ("totalling-1", "sum"),
        ("direction-3", "down"),
    ];
    let list = manager
        .post("/kpis/import/confirmation", &form)
        .assert_status(303)
        .follow();
    let (links, all) = (
        list.attributes("#list a.row-link", "href"),
        list.all("#list tbody th"),
    );
    let at = |name: &&str| links[all.iter().position(|one| one == name).expect("the KPI")].clone();
    names.iter().map(at).collect()
}

#[test]
fn three_years_of_a_sum_against_its_targets() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = &loaded(&manager, &["Nya medlemmar"])[0];
    let december = manager.open(&format!("{path}?period=2025-12"));
    // 241 + 194 + 275 + 198 + 212 + 223 + 159 + 292 + 255 + 306 = 2355, without April and August.
    // 306 − 255 = 51 to November; 306 − 298 = 8 to December 2024.
    assert_eq!(
        december.all(".figure strong"),
        ["306 st", "No value", "+51 st", "+8 st", "2,355 st"]
    );
    december.assert_has("2 values are missing in 2025");
    // Over the turn of the year: 196 − 306 = −110; to January 2025 196 − 241 = −45.
    let january = manager.open(&format!("{path}?period=2026-01"));
    assert_eq!(
        january.all(".figure strong"),
        ["196 st", "No value", "-110 st", "-45 st", "196 st"]
    );
    // 2880 in the year is 240 a month. Ten months have both: 10 × 240 = 2400, behind by 2400 − 2355 = 45.
    let year = [("year", "2025"), ("number", "2880"), ("how", "even")];
    manager
        .post(&format!("{path}/targets"), &year)
        .assert_status(303);
    let december = manager.open(&format!("{path}?period=2025-12"));
    december
        .assert_has("Behind by 45 st")
        .assert_has("2,355 st of 2,400 st so far");
    // December 306: above 240. February 194 ÷ 240 = 80,8 %: below 90. July 223 ÷ 240 = 92,9 %: between.
    for (month, words) in [
        ("2025-12", "On target"),
        ("2025-02", "Off target"),
        ("2025-07", "Just off target"),
    ] {
        manager
            .open(&format!("{path}?period={month}"))
            .assert_one(".page-head .badge", words);
    }
}

#[test]
fn three_years_of_a_mean_of_which_less_is_better_and_of_a_last_value() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let paths = loaded(&manager, &["Sjukfrånvaro", "Aktiva medlemmar"]);
    let (absence, members) = (&paths[0], &paths[1]);
    let year = [("year", "2025"), ("number", "4"), ("how", "even")];
    manager
        .post(&format!("{absence}/targets"), &year)
        .assert_status(303);
    // 3,4 + 4,0 + 5,9 + 4,3 + 3,8 + 3,0 + 3,9 + 3,9 + 4,9 + 4,7 + 4,2 = 46,0; ÷ 11 = 4,1818…; March is missing.
    // A mean of 4 was to be held: worse by 0,1818…. 4,2 − 4,7 = −0,5; to December 2024 4,2 − 4,2 = 0.
    let december = manager.open(&format!("{absence}?period=2025-12"));
    assert_eq!(
        december.all(".figure strong"),
        [
            "4.2 %",
            "4.0 %",
            "-0.5 %",
            "0.0 %",
            "4.2 %",
            "Behind by 0.2 %"
        ]
    );
    // Above 4 is amber, above 110 % of it (4,4) red: 3,4 green, 4,3 amber, 5,9 red.
    for (month, words) in [
        ("2025-01", "On target"),
        ("2025-05", "Just off target"),
        ("2025-04", "Off target"),
    ] {
        manager
            .open(&format!("{absence}?period={month}"))
            .assert_one(".page-head .badge", words);
    }
    // The last value stands for the year: 20 662 in October 2026. 20 662 − 20 576 = 86; − 19 771 = 891.
    let october = manager.open(&format!("{members}?period=2026-10"));
    assert_eq!(
        october.all(".figure strong"),
        ["20,662 st", "No value", "+86 st", "+891 st", "20,662 st"]
    );
}
