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

#[test]
fn asvs_16_3_1_why_a_key_opened_nothing_is_in_the_log_and_not_in_the_answer() {
    // An address that no other test comes from.
    const FROM: &str = "10.66.1.9";
    assert_eq!(lines_with(FROM), Vec::<String>::new());
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let make = |more: (&str, &str)| {
        let fields = [
            ("name", "Logg"),
            ("role", "staff"),
            ("scope_accounts", "read"),
            more,
        ];
        let made = admin.post("/api-keys", &fields);
        let page = made.assert_status(303).location();
        let secret = made.follow().attributes("#secret", "value")[0].clone();
        (app.program_with(&secret), page)
    };
    let (revoked, page) = make(("addresses", ""));
    admin
        .post(&format!("{page}/revocation"), &[])
        .assert_status(303);
    let (expired, _) = make(("expires_on", "2026-03-02"));
    let (foreign, _) = make(("addresses", "192.0.2.0/24"));
    app.clock()
        .advance(std::time::Duration::from_secs(20 * 3600));
    let mut answers = Vec::new();
    for (program, said) in [
        (app.stranger(), "no key and no session"),
        (app.program_with("mm_never-made"), "refused a key: Unknown"),
        (revoked, "refused a key: Revoked"),
        (expired, "refused a key: Expired"),
        (foreign, "refused a key: Address"),
    ] {
        let answer = program.with("x-forwarded-for", FROM).get("/api/accounts");
        let mut body = answer.assert_status(401).json();
        body["request_id"] = "".into();
        answers.push(body.to_string());
        let lines = lines_with(&format!("{said} from={FROM}"));
        assert_eq!(lines.len(), 1, "{said}: {:?}", lines_with(FROM));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
}
