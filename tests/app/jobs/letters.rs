//! Letters: queued only where there is a mail server, sent once, forgotten.

use super::{column, state};
use crate::support::TestApp;
use crate::users::shown_link;
use chrono::TimeDelta;
use minimata::auth::Role;
use minimata::config::Config;
use minimata::jobs::run_next;
use minimata::mail::{Letter, send_later};
use minimata::web::{AppError, State};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Arc;

#[test]
fn without_a_mail_server_no_letter_is_queued() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    admin.open("/invitations/new");
    let fields = [
        ("name", "Eva"),
        ("email", "eva@example.org"),
        ("role", "staff"),
    ];
    let page = admin
        .submit("#invitation", &fields)
        .assert_status(303)
        .location();
    assert!(shown_link(&app, &admin, &page).starts_with("/links?token="));
    assert_eq!(
        column(&app, "kind"),
        ["clean_up", "purge", "find_duplicates", "count_kpis"]
    );
}

/// Takes one letter over SMTP and gives the conversation.
fn mail_server() -> (u16, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let talk = move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let (mut heard, mut in_letter) = (String::new(), false);
        stream.write_all(b"220 test\r\n").unwrap();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return heard;
            }
            heard.push_str(&line);
            let answer: &[u8] = match line.trim_end() {
                "." if in_letter => {
                    in_letter = false;
                    b"250 taken\r\n"
                }
                _ if in_letter => continue,
                "DATA" => {
                    in_letter = true;
                    b"354 go on\r\n"
                }
                "QUIT" => {
                    let _ = stream.write_all(b"221 bye\r\n");
                    return heard;
                }
                _ => b"250 ok\r\n",
            };
            stream.write_all(answer).unwrap();
        }
    };
    (port, std::thread::spawn(talk))
}

#[test]
fn a_letter_is_sent_by_a_job_which_then_forgets_it() {
    let app = TestApp::start_committed();
    let (port, server) = mail_server();
    let url = format!("smtp://127.0.0.1:{port}");
    let values = [("SMTP_URL", url.as_str()), ("MAIL_FROM", "crm@example.org")];
    let values: HashMap<String, String> = values.map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    let config = Arc::new(Config::from_values(values).unwrap_or_else(|e| panic!("{e}")));
    let state = State {
        config: config.clone(),
        ..state(&app)
    };
    let letter = Letter {
        name: "Eva Ek".to_owned(),
        email: "eva@example.org".to_owned(),
        subject: "Hello".to_owned(),
        body: "https://example.org/links?token=abcdefgh".to_owned(),
    };
    let now = app.clock().now() - TimeDelta::seconds(1);
    let queued = state
        .db
        .run_blocking(|conn| send_later(conn, &config, &letter, now).map_err(AppError::from));
    assert!(queued.unwrap());
    assert!(run_next(&state, "w").unwrap());
    assert_eq!(
        column(&app, "CONCAT(state, '[', payload, ']', last_error)"),
        ["done[]"]
    );
    let heard = server.join().unwrap();
    for part in [
        "RCPT TO:<eva@example.org>",
        "Subject: Hello",
        "links?token=abcdefgh",
    ] {
        assert!(heard.contains(part), "{part} in {heard}");
    }
}
