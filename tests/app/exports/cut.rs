//! An export that ends early never looks whole.
use crate::support::{Browser, TestApp};
use minimata::auth::Role;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const MANY: &str = "INSERT INTO accounts (name, name_key, kind, status, organisation_number, email, email_key, phone, \
     phone_key, website, street, postal_code, city, country, industry, external_id, description, other_facts, created_at, \
     updated_at) SELECT CONCAT('Konto ', seq), '', 'company', 'active', '', '', '', '', '', '', '', '', '', '', '', seq, \
     REPEAT('x', 4000), '{}', NOW(6), NOW(6) FROM seq_1_to_5000";

/// Asks for the file and reads only its beginning.
fn begun(app: &TestApp, manager: &Browser) -> TcpStream {
    let address = app.base().trim_start_matches("http://");
    let cookie = manager.cookie("__Host-minimata").expect("a session");
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    let path = "/exports/accounts/file?fields=name&fields=description";
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: __Host-minimata={cookie}\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut beginning = [0; 2048];
    let read = stream.read(&mut beginning).unwrap();
    let text = String::from_utf8_lossy(&beginning[..read]).into_owned();
    assert!(text.starts_with("HTTP/1.1 200"), "{text}");
    assert!(text.contains("transfer-encoding: chunked"), "{text}");
    stream
}

/// Waits until the operation says how it ended.
fn outcome(app: &TestApp) -> serde_json::Value {
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        let data = app
            .database()
            .column("SELECT data FROM operations WHERE kind = 'export.accounts'");
        let data: serde_json::Value = serde_json::from_str(&data[0]).unwrap();
        if data["outcome"] != "running" {
            return data;
        }
        assert!(Instant::now() < until, "the export still runs: {data}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_client_that_goes_away_ends_the_work() {
    let app = TestApp::start_committed();
    app.database().execute(MANY);
    let manager = app.sign_in(Role::Manager);
    let stream = begun(&app, &manager);
    // One at a time for each person.
    manager
        .get("/exports/accounts/file")
        .assert_status(409)
        .assert_has("You are exporting something already.");
    drop(stream);
    let data = outcome(&app);
    assert_eq!(data["outcome"], "cut");
    assert!(data["rows"].as_u64().unwrap() < 5000, "{data}");
    // The turn is free again.
    manager
        .get("/exports/accounts/file?q=none")
        .assert_status(200);
    app.sign_in(Role::Admin)
        .open("/audit")
        .assert_has("cut off after");
}

#[test]
fn a_failure_half_way_breaks_the_connection_off() {
    let app = TestApp::start_committed();
    app.database().execute(MANY);
    let manager = app.sign_in(Role::Manager);
    let mut stream = begun(&app, &manager);
    app.database()
        .execute("ALTER TABLE contacts RENAME contacts_gone");
    app.database()
        .execute("ALTER TABLE accounts RENAME accounts_gone");
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(!rest.ends_with(b"0\r\n\r\n"), "the file looks whole");
    assert_eq!(outcome(&app)["outcome"], "cut");
}
