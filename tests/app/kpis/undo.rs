//! What was written is taken back: a value, a spread of targets, a lock, a definition.

use minimata::auth::Role;

use super::{enter, kpi};
use crate::support::{Browser, TestApp};

/// Presses Undo in the toast of the page that the last answer led to.
#[track_caller]
fn undo(who: &Browser, page: &str) {
    let answer = who.open(page);
    let action = answer.attributes("form[action$='/undo']", "action");
    assert_eq!(action.len(), 1, "one way back");
    let answer = who.post(&action[0], &[]);
    assert!([200, 303].contains(&answer.status()), "{}", answer.status());
}

#[test]
fn a_value_a_target_a_lock_and_a_definition() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[]);
    manager.open("/kpis");
    enter(&manager, &path, "2026-01", "5");
    manager.open("/kpis");
    enter(&manager, &path, "2026-01", "6");
    undo(&manager, &path);
    let cell = format!("{path}/values/2026-01");
    assert_eq!(manager.open(&cell).attributes("#value", "value"), ["5"]);
    manager.post(
        &format!("{path}/targets"),
        &[("year", "2026"), ("number", "120"), ("how", "even")],
    );
    undo(&manager, &path);
    manager
        .open(&format!("{path}?period=2026-01"))
        .assert_none(".page-head .badge");
    manager.post("/kpis/locks/2026-01", &[]);
    undo(&manager, &path);
    manager.open(&cell).assert_count("#cell-form", 1);
    manager.open(&format!("{path}/edit"));
    manager
        .submit("#record-form", &[("unit", "st"), ("owner_id", "")])
        .assert_status(303);
    undo(&manager, &path);
    manager
        .open(&format!("{path}?period=2026-01"))
        .assert_lacks("5 st");
}

#[test]
fn nothing_is_taken_back_in_a_locked_period() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[]);
    enter(&manager, &path, "2026-01", "5");
    let action = manager
        .open(&path)
        .attributes("form[action$='/undo']", "action")[0]
        .clone();
    manager.post("/kpis/locks/2026-01", &[]);
    manager.post(&action, &[]);
    manager
        .open(&format!("{path}?period=2026-01"))
        .assert_has("5");
    manager
        .open(&format!("{path}/values/2026-01"))
        .assert_count("#history tbody tr", 1);
}
