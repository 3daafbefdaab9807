//! More rows than one request changes.
use minimata::auth::Role;
use minimata::jobs;

use super::many;
use crate::support::TestApp;

#[test]
fn more_than_a_thousand_go_on_in_the_background_and_resume_where_they_stopped() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    many(&app, 1_203, "Lund");
    staff
        .open("/accounts/bulk?all=true&query=city%3Dlund&action=status&value=former")
        .assert_has("runs in the background");
    let begun = staff.submit("#bulk-confirm", &[]);
    begun.assert_status(303);
    assert!(
        begun.location().starts_with("/changes/"),
        "{}",
        begun.location()
    );
    staff.open(&begun.location()).assert_has("has begun");
    let former = || {
        app.database()
            .column("SELECT CAST(COUNT(*) AS CHAR) FROM accounts WHERE status = 'former'")[0]
            .clone()
    };
    assert_eq!(former(), "0");
    // A worker died after its first batch: another goes on from what it reported.
    app.database().execute(
        "UPDATE jobs SET state = 'running', progress = 500, claimed_by = 'dead', claimed_at = '2020-01-01' WHERE kind = 'bulk'",
    );
    let state = app.server().state();
    while jobs::run_next(state, "another").unwrap() {}
    assert_eq!(former(), "703");
    let told = staff.open(&begun.location());
    told.assert_has("set the status of 703 accounts to former");
    let changes = "SELECT CAST(COUNT(*) AS CHAR) FROM changes WHERE action = 'update'";
    assert_eq!(app.database().column(changes), ["703"]);
    let failed = "SELECT kind FROM jobs WHERE state = 'failed'";
    assert!(app.database().column(failed).is_empty());
}
