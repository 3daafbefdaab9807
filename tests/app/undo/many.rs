//! Imports and other operations of many changes: by a job, in batches.
use crate::support::TestApp;
use minimata::accounts::actions::insert;
use minimata::accounts::forms;
use minimata::app::JOBS;
use minimata::audit::{Kind, record_undoable};
use minimata::auth::Role;
use minimata::jobs::{Jobs, run_next};
use minimata::web::State;

/// An operation that made this many accounts, and their ids' range; its page.
fn import(app: &TestApp, rows: usize) -> String {
    let now = app.clock().now();
    let done = app.write(|conn, actor| {
        let done = record_undoable(conn, actor, Kind::ImportAccounts, now, |conn, op| {
            for row in 0..rows {
                let mut data = forms::blank();
                data.set("name", format!("Rad {row}"));
                let input = forms::parse(&data).expect("an account");
                insert(conn, op, &input)?;
            }
            op.say("file", "rader.csv");
            Ok::<_, minimata::accounts::actions::AccountError>(())
        });
        Ok(done?)
    });
    format!("/changes/{}", done.operation.expect("an operation"))
}

#[test]
fn an_import_of_1500_rows_is_undone_by_a_job_and_goes_on_where_it_was_cut_off() {
    let app = TestApp::start_committed();
    let manager = app.sign_in(Role::Manager);
    let staff = app.sign_in(Role::Staff);
    let page = import(&app, 1_500);
    let edited = staff
        .open("/accounts?q=Rad 700")
        .attributes("#list a.row-link", "href")[0]
        .clone();
    super::change(&staff, &edited, "city", "Lund");
    let begun = manager.post(&format!("{page}/undo"), &[]);
    begun.assert_status(303);
    let undo = begun.location();
    manager
        .open(&undo)
        .assert_count("#progress progress", 1)
        .assert_has("It is being undone");
    manager
        .post(&format!("{undo}/undo"), &[])
        .assert_status(409)
        .assert_has("still running");
    manager.open(&page).assert_has("Undone by");
    let state = app.server().state();
    app.database()
        .execute("UPDATE jobs SET run_at = '2099-01-01' WHERE operation_id IS NULL");
    // The program stops after the first batch.
    let stopped = State {
        jobs: Jobs::new(JOBS),
        ..state.clone()
    };
    stopped.jobs.stop();
    assert!(run_next(&stopped, "first").expect("a database"));
    let progress = manager.htmx().get(&format!("{undo}/progress"));
    progress.assert_one("#progress p:first-child", "200 of 1,500 done");
    assert!(run_next(state, "second").expect("a database"));
    let done = manager.htmx().get(&format!("{undo}/progress"));
    done.assert_count("#progress p a", 1)
        .assert_none("[hx-trigger]");
    let living = "SELECT name FROM accounts WHERE deleted_at IS NULL AND name LIKE 'Rad %'";
    assert_eq!(app.database().column(living), ["Rad 700"]);
    manager
        .open(&undo)
        .assert_count("#remainders tbody tr", 1)
        .assert_has("Rad 700")
        .assert_has("City");
    // And redone, which is many again.
    let redone = manager.post(&format!("{undo}/undo"), &[]);
    redone.assert_status(303);
    assert!(run_next(state, "third").expect("a database"));
    assert_eq!(app.database().column(living).len(), 1_500);
}
