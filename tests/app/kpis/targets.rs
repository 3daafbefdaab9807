//! Targets of a year, and what an earlier period was judged against.

use minimata::auth::Role;

use super::{enter, kpi};
use crate::support::TestApp;

#[test]
fn a_years_number_is_spread_over_the_periods_that_are_not_over() {
    // 2 March 2026: January and February are over and have no target yet, so they take their share once.
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[]);
    let page = format!("{path}/targets?year=2026");
    manager.open(&page);
    manager
        .submit("#spread", &[("number", "1 200")])
        .assert_status(303)
        .follow()
        .assert_has("12 targets set");
    let shown = manager.open(&page);
    // 1200 ÷ 12 = 100. January and February are closed now, ten can be changed.
    shown
        .assert_count("#targets input[type=text], #targets input:not([type])", 10)
        .assert_one("#targets tfoot td.num", "1,200");
    enter(&manager, &path, "2026-01", "90");
    manager
        .open(&format!("{path}?period=2026-01"))
        .assert_one(".page-head .badge", "Just off target");
    // A lower target for the year does not make January green: it keeps its 100.
    // 800 − 100 − 100 = 600 over ten months: 60 each.
    manager.open(&page);
    manager
        .submit("#spread", &[("number", "800")])
        .assert_status(303);
    let shown = manager.open(&page);
    assert_eq!(shown.attributes("#target-2026-03", "value"), ["60"]);
    shown.assert_one("#targets tfoot td.num", "800");
    manager
        .open(&format!("{path}?period=2026-01"))
        .assert_one(".page-head .badge", "Just off target");
    // A closed period is not even asked when somebody sends one.
    let sent = [
        ("year", "2026"),
        ("target-2026-01", "1"),
        ("target-2026-03", "61"),
    ];
    manager
        .post(&format!("{path}/targets"), &sent)
        .assert_status(303)
        .follow()
        .assert_has("1 target set");
    manager.open(&page).assert_has("100");
}

#[test]
fn last_years_shape_and_its_gaps() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(
        &manager,
        &[("cadence", "quarter"), ("first_period", "2025-Q1")],
    );
    for (quarter, value) in [("2025-Q1", "10"), ("2025-Q2", "20"), ("2025-Q3", "30")] {
        enter(&manager, &path, quarter, value);
    }
    let page = format!("{path}/targets?year=2026");
    manager.open(&page);
    let form = manager
        .form("#spread")
        .fill("number", "200")
        .fill("how", "shape");
    form.submit()
        .assert_status(422)
        .assert_has("Last year lacks values");
    enter(&manager, &path, "2025-Q4", "40");
    manager.open(&page);
    manager
        .form("#spread")
        .fill("number", "200")
        .fill("how", "shape")
        .submit()
        .assert_status(303);
    // Last year 100 in all, 200 now: twice each.
    let shown = manager.open(&page);
    let targets = ["Q1", "Q2", "Q3", "Q4"]
        .map(|q| shown.attributes(&format!("#target-2026-{q}"), "value")[0].clone());
    assert_eq!(targets, ["20", "40", "60", "80"]);
}

#[test]
fn a_wrong_target_is_said_in_its_row() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[]);
    manager.open(&format!("{path}/targets?year=2026"));
    let answer = manager.submit(
        "#targets",
        &[("target-2026-03", "5"), ("target-2026-04", "fem")],
    );
    answer
        .assert_status(422)
        .assert_count("#target-2026-04-error", 1);
    assert_eq!(answer.attributes("#target-2026-03", "value"), ["5"]);
    manager
        .open(&format!("{path}/targets?year=2027"))
        .assert_count("#targets tbody tr", 12);
}
