//! What is written to the log: who did what, and nothing that lets anybody in.

use crate::sessions::try_in;
use crate::support::TestApp;
use log::{LevelFilter, Log, Metadata, Record};
use minimata::auth::Role;
use std::sync::{Mutex, OnceLock};

/// All lines of this process since the first test of the log began.
struct Lines(Mutex<Vec<String>>);

impl Log for &'static Lines {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let mut lines = self.0.lock().expect("whole");
        lines.push(format!("{} {}", record.target(), record.args()));
    }

    fn flush(&self) {}
}

fn lines_with(part: &str) -> Vec<String> {
    static LINES: OnceLock<&'static Lines> = OnceLock::new();
    let lines = LINES.get_or_init(|| {
        let lines: &'static Lines = Box::leak(Box::new(Lines(Mutex::default())));
        log::set_boxed_logger(Box::new(lines)).expect("no other logger");
        log::set_max_level(LevelFilter::Debug);
        lines
    });
    let all = lines.0.lock().expect("whole");
    all.iter()
        .filter(|line| line.contains(part))
        .cloned()
        .collect()
}

#[test]
fn asvs_16_2_1_16_2_5_each_request_has_its_line_and_no_line_a_secret() {
    assert_eq!(lines_with("canary"), Vec::<String>::new());
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let browser = app.sign_in_as(&person);
    let cookie = browser.cookie("__Host-minimata").expect("signed in");
    try_in(&app.browser(), "canary@example.org", "canary password one").assert_status(422);
    browser.open("/accounts?q=canary+search");
    app.browser().get("/links?token=canarytoken");
    let fields = [
        ("current_password", person.password.as_str()),
        ("password", "canary password two"),
        ("password_again", "canary password two"),
    ];
    browser
        .post("/settings/password", &fields)
        .assert_status(303);
    for secret in ["canary", person.password.as_str(), cookie.as_str()] {
        assert_eq!(lines_with(secret), Vec::<String>::new());
    }
    let by = format!("user={} POST /settings/password 303", person.id);
    let line = lines_with(&by).pop().expect("a line of the request");
    assert!(line.starts_with("minimata::request request="), "{line}");
    assert!(line.ends_with("from=127.0.0.1"), "{line}");
}
