//! Without the database nothing is allowed, nothing is told, nothing is half done; with it again all is well.

use super::paths;
use crate::database_tls::{Server, Serves};
use crate::support::{Answer, TestApp};
use minimata::auth::Role;
use std::time::{Duration, Instant};

/// Words that only the inside knows.
const INSIDE: &[&str] = &[
    "diesel",
    "mysql",
    "MariaDB",
    "SELECT",
    "127.0.0.1",
    "src/",
    ".rs",
    "hemligt",
];

fn tells_nothing(path: &str, answer: &Answer) {
    for word in INSIDE {
        assert!(!answer.body().contains(word), "{path} says {word}");
    }
}

#[test]
fn asvs_13_1_3_16_5_1_16_5_2_without_its_database_everything_is_refused_and_nothing_is_told() {
    let mut server = Server::new("outage");
    server.serve(Serves::Plain);
    let app = TestApp::start_at(&server.url("127.0.0.1"));
    let admin = app.sign_in(Role::Admin);
    server.stop();
    std::thread::scope(|scope| {
        for path in paths("GET") {
            let browser = admin.fork();
            scope.spawn(move || {
                let answer = browser.get(&path);
                let fixed = ["/api/health", "/api/openapi.json"];
                let free = path.starts_with("/s/") || fixed.contains(&path.as_str());
                assert_eq!(answer.status(), if free { 200 } else { 503 }, "{path}");
                if !free {
                    tells_nothing(&path, &answer);
                    assert!(answer.header("retry-after").is_some(), "{path}");
                }
            });
        }
        for path in paths("POST") {
            let browser = admin.fork();
            scope.spawn(move || {
                let answer = if path.starts_with("/api/") {
                    let kind = ("content-type", "application/json");
                    let own = [kind, ("sec-fetch-site", "same-origin")];
                    browser.raw("POST", &path, &own, b"{}")
                } else {
                    browser.post(&path, &[("name", "x")])
                };
                // What is missing in the form is said without asking the database.
                let is_incomplete = path.starts_with("/api/auth/") && answer.status() == 422;
                assert!(answer.status() == 503 || is_incomplete, "{path}");
                tells_nothing(&path, &answer);
            });
        }
    });
    server.serve(Serves::Plain);
    let back = Instant::now();
    while admin.get("/accounts").status() != 200 {
        assert!(back.elapsed() < Duration::from_secs(20), "it stays away");
    }
}

#[test]
fn asvs_16_5_3_what_fails_halfway_leaves_nothing() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    let fields = [
        ("name", "Alfa"),
        ("kind", "association"),
        ("status", "prospect"),
    ];
    let operations = || {
        app.database()
            .column("SELECT CAST(COUNT(*) AS CHAR) FROM operations")
    };
    let before = operations();
    // The account and its operation can be written, their history cannot.
    app.database()
        .execute("RENAME TABLE changes TO changes_gone");
    let answer = staff.post("/accounts", &fields);
    answer.assert_status(500);
    tells_nothing("/accounts", &answer);
    app.database()
        .execute("RENAME TABLE changes_gone TO changes");
    assert_eq!(
        app.database().column("SELECT name FROM accounts"),
        Vec::<String>::new()
    );
    assert_eq!(operations(), before);
    staff.post("/accounts", &fields).assert_status(303);
}
