//! KPIs on the page after sign-in.

use minimata::auth::Role;

use super::{enter, kpi};
use crate::support::TestApp;

#[test]
fn those_off_target_come_first_and_owners_are_told_what_is_missing() {
    // 2 March 2026: the latest month that is over is February.
    let app = TestApp::start();
    let person = app.person(Role::Viewer);
    let (manager, viewer) = (app.sign_in(Role::Manager), app.sign_in_as(&person));
    let define = |name: &str, target: &str, value: &str| {
        let path = kpi(&manager, &[("name", name), ("unit", "st")]);
        enter(&manager, &path, "2026-01", "50");
        enter(&manager, &path, "2026-02", value);
        let targets = [("year", "2026"), ("target-2026-02", target)];
        manager
            .post(&format!("{path}/targets"), &targets)
            .assert_status(303);
        path
    };
    define("Alfa", "100", "100");
    define("Beta", "100", "95");
    let red = define("Gamma", "100", "60");
    kpi(
        &manager,
        &[("name", "Ägt"), ("owner_id", &person.id.to_string())],
    );
    let page = viewer.open("/");
    let names = page.all("#kpi-tiles li bdi");
    assert_eq!(names, ["Gamma", "Beta", "Alfa", "Ägt"]);
    assert_eq!(
        page.all("#kpi-tiles .badge"),
        ["Off target", "Just off target", "On target"]
    );
    // 60 − 50 = 10, with a line of two values, and a link to the period behind it.
    page.assert_has("Change: +10 st")
        .assert_count("#kpi-tiles .sparkline", 3);
    assert_eq!(
        page.attributes("#kpi-tiles li a", "href")[0],
        format!("{red}?period=2026-02")
    );
    // January and February of one's own.
    page.assert_one(
        "#kpi-tiles .banner",
        "2 values are missing that you are responsible for",
    );
    manager.open("/").assert_none("#kpi-tiles .banner");
}
