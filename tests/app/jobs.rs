//! The queue.

mod letters;

use crate::support::TestApp;
use minimata::auth::Role;
use minimata::jobs::{self, ATTEMPTS, CLEAN_UP, JobError, Jobs, Kind, run_next};
use minimata::mail::LETTER;
use minimata::web::{AppError, State};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

static COUNTED: AtomicUsize = AtomicUsize::new(0);

static KINDS: &[Kind] = &[
    CLEAN_UP,
    LETTER,
    Kind {
        name: "count",
        every: None,
        run: |_, _| {
            COUNTED.fetch_add(1, Ordering::SeqCst);
            Ok(())
        },
    },
    Kind {
        name: "fail",
        every: None,
        run: |_, job| Err(JobError::Retry(format!("attempt {}\nno", job.attempts))),
    },
    Kind {
        name: "panic",
        every: None,
        run: |_, _| panic!("on purpose"),
    },
    Kind {
        name: "steps",
        every: None,
        run: |state, job| {
            let next = job.progress + 1;
            job.report(state, next, 3)?;
            if next < 3 {
                Err(JobError::Retry("more to do".to_owned()))
            } else {
                Ok(())
            }
        },
    },
];

/// The product's parts with the kinds of these tests, and nothing due.
fn state(app: &TestApp) -> State {
    app.database().execute("DELETE FROM jobs");
    State {
        jobs: Jobs::new(KINDS),
        ..app.server().state().clone()
    }
}

fn enqueue(state: &State, kind: &str, payload: &str) {
    let kind = KINDS.iter().find(|known| known.name == kind).unwrap();
    let now = state.clock.now();
    let put = state
        .db
        .run_blocking(|conn| jobs::enqueue(conn, kind, payload, now).map_err(AppError::from));
    put.unwrap();
}

fn column(app: &TestApp, what: &str) -> Vec<String> {
    app.database()
        .column(&format!("SELECT {what} FROM jobs ORDER BY id"))
}

#[test]
fn a_job_is_claimed_once_however_many_workers_there_are() {
    let app = TestApp::start_committed();
    let state = state(&app);
    for _ in 0..30 {
        enqueue(&state, "count", "secret");
    }
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let state = state.clone();
            scope.spawn(move || while run_next(&state, &format!("worker-{worker}")).unwrap() {});
        }
    });
    assert_eq!(COUNTED.load(Ordering::SeqCst), 30);
    assert_eq!(
        column(&app, "DISTINCT CONCAT(state, attempts, payload)"),
        ["done1"]
    );
}

#[test]
fn a_failing_job_is_tried_again_later_and_later_and_then_given_up() {
    let app = TestApp::start_committed();
    let state = state(&app);
    enqueue(&state, "fail", "secret");
    assert!(run_next(&state, "w").unwrap());
    assert!(!run_next(&state, "w").unwrap(), "not due yet");
    assert_eq!(
        column(&app, "CONCAT(state, ' ', payload)"),
        ["waiting secret"]
    );
    for _ in 1..ATTEMPTS {
        app.clock().advance(Duration::from_secs(600));
        assert!(run_next(&state, "w").unwrap());
    }
    app.clock().advance(Duration::from_secs(86_400));
    assert!(!run_next(&state, "w").unwrap());
    assert_eq!(
        column(&app, "CONCAT(state, ' ', attempts, '[', payload, ']')"),
        ["failed 6[]"]
    );
    assert_eq!(column(&app, "last_error"), ["attempt 6\u{fffd}no"]);
}

#[test]
fn a_panic_ends_the_attempt_only() {
    let app = TestApp::start_committed();
    let state = state(&app);
    enqueue(&state, "panic", "");
    assert!(run_next(&state, "w").unwrap());
    assert_eq!(
        column(&app, "CONCAT(state, ' ', last_error)"),
        ["waiting the job panicked"]
    );
}

#[test]
fn a_job_goes_on_from_where_it_was_also_when_its_worker_died() {
    let app = TestApp::start_committed();
    let state = state(&app);
    enqueue(&state, "steps", "");
    assert!(run_next(&state, "one").unwrap());
    assert_eq!(column(&app, "CONCAT(progress, '/', total)"), ["1/3"]);
    app.clock().advance(Duration::from_secs(600));
    // As if the worker had claimed it and died.
    let now = app.clock().now().format("%Y-%m-%d %H:%M:%S");
    app.database().execute(&format!(
        "UPDATE jobs SET state = 'running', claimed_by = 'dead', claimed_at = '{now}'"
    ));
    assert!(!run_next(&state, "two").unwrap());
    app.clock().advance(Duration::from_secs(601));
    assert!(run_next(&state, "two").unwrap());
    app.clock().advance(Duration::from_secs(601));
    assert!(run_next(&state, "two").unwrap());
    assert_eq!(
        column(&app, "CONCAT(state, ' ', progress, '/', total)"),
        ["done 3/3"]
    );
}

#[test]
fn cleaning_up_happens_once_an_hour_and_takes_what_is_past_its_time() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    app.sign_in_as(&person);
    app.clock().advance(Duration::from_secs(40 * 86_400));
    app.sign_in_as(&person);
    let state = app.server().state();
    // With whatever other housekeeping is due.
    while run_next(state, "one").unwrap() {}
    assert!(!run_next(state, "two").unwrap());
    assert_eq!(
        app.database().column("SELECT COUNT(*) FROM sessions"),
        ["1"]
    );
    app.clock().advance(Duration::from_secs(3_600));
    assert!(run_next(state, "two").unwrap());
}
