//! Requirements that hold for every address, asked of every address.

mod flood;
mod limits;
mod log;
mod outage;
mod places;
mod table;

use crate::support::{Answer, TestApp};
use minimata::auth::Role;

fn paths(method: &str) -> Vec<String> {
    let all = minimata::app::route_list();
    let chosen = all.into_iter().filter(|(_, m)| *m == method);
    chosen.map(|(path, _)| filled_in(&path)).collect()
}

fn filled_in(pattern: &str) -> String {
    let parts = pattern.split('/').map(|part| match part {
        "{field}" => "phone",
        "{name}" => "app.css",
        id if id.ends_with("id}") => "999999999",
        literal => literal,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn asvs_3_4_3_to_3_4_8_4_1_1_14_3_2_every_answer_carries_the_headers() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let mut asked = paths("GET");
    asked.extend(["/nowhere", "/accounts/x", "/api/nowhere", "/s/nothing.js"].map(str::to_owned));
    for path in asked {
        let answer = admin.get(&path);
        let csp = answer.header("content-security-policy").unwrap_or_default();
        assert!(
            csp.contains("default-src 'none'") && csp.contains("frame-ancestors 'none'"),
            "{path}: {csp}"
        );
        assert!(!csp.contains("unsafe"), "{path}: {csp}");
        answer
            .assert_header("x-content-type-options", "nosniff")
            .assert_header("referrer-policy", "same-origin")
            .assert_header("cross-origin-opener-policy", "same-origin");
        assert!(answer.header("server").is_none(), "{path} names the server");
        bodies_say_their_charset(&path, &answer);
        if !path.starts_with("/s/") {
            answer.assert_header("cache-control", "no-store");
        }
    }
}

fn bodies_say_their_charset(path: &str, answer: &Answer) {
    if !answer.bytes().is_empty() {
        let kind = answer.header("content-type").unwrap_or_default();
        assert!(
            kind.contains("charset=utf-8") || kind == "application/json",
            "{path}: {kind}"
        );
    }
}

#[test]
fn asvs_3_5_1_no_write_is_taken_from_another_site() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let form = ("content-type", "application/x-www-form-urlencoded");
    let shapes: [&[(&str, &str)]; 6] = [
        &[form],
        &[
            form,
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ],
        &[form, ("sec-fetch-site", "same-site")],
        &[form, ("origin", "null")],
        &[form, ("origin", "http://127.0.0.1:1")],
        &[
            ("content-type", "text/plain"),
            ("origin", "https://evil.example"),
        ],
    ];
    for method in ["POST", "PATCH", "DELETE"] {
        for path in paths(method) {
            for headers in shapes {
                let answer = admin.raw(method, &path, headers, b"name=x");
                assert_eq!(answer.status(), 403, "{method} {path} with {headers:?}");
            }
        }
    }
    // Nothing happened: the session that would have been ended still lives.
    admin.open("/accounts");
}

/// A number that changes with any value of any row.
fn fingerprint(app: &TestApp) -> Vec<String> {
    let questions = app.database().column(
        r##"SELECT CONCAT('SELECT CONCAT("', table_name, ' ", COUNT(*), " ", BIT_XOR(CRC32(CONCAT_WS("#", ',
           GROUP_CONCAT(CONCAT('IFNULL(`', column_name, '`, 0)')), ')))) FROM `', table_name, '`')
           FROM information_schema.columns WHERE table_schema = DATABASE() GROUP BY table_name ORDER BY table_name"##,
    );
    assert!(questions.len() > 10);
    let ask = |question: &String| app.database().column(question);
    questions.iter().flat_map(ask).collect()
}

#[test]
fn asvs_3_5_3_reading_changes_nothing() {
    let app = TestApp::start_committed();
    let account = app.account(&[("name", "Alfa")]);
    let contact = app.contact(&[("last_name", "Ek")]);
    app.role(contact, account, "Kassör", ("", ""));
    let admin = app.sign_in(Role::Admin);
    let before = fingerprint(&app);
    for (pattern, method) in minimata::app::route_list() {
        // A download of a list is written down: who took out what.
        let is_export = pattern.starts_with("/exports/") && pattern.ends_with("/file");
        if method != "GET" || is_export {
            continue;
        }
        // Of every kind of thing there is one with the first id.
        let first = pattern.split('/').map(|part| match part {
            id if id.ends_with("id}") => "1".to_owned(),
            other => other.to_owned(),
        });
        let first = filled_in(&first.collect::<Vec<_>>().join("/"));
        for path in [first, filled_in(&pattern)] {
            admin.get(&path);
            admin.htmx().get(&path);
            let plain = [("accept-encoding", "identity")];
            admin.raw("HEAD", &path, &plain, b"");
        }
    }
    assert_eq!(before, fingerprint(&app));
}

#[test]
fn asvs_4_1_4_another_method_is_405_and_says_which_are_possible() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let origin = app.base().to_owned();
    let headers: &[(&str, &str)] = &[("origin", &origin)];
    admin
        .raw("PUT", "/accounts", headers, b"")
        .assert_status(405)
        .assert_header("allow", "GET, HEAD, POST");
    admin
        .raw("DELETE", "/accounts/new", headers, b"")
        .assert_status(405)
        .assert_header("allow", "GET, HEAD");
    admin
        .raw("TRACE", "/accounts", headers, b"")
        .assert_status(405);
}

#[test]
fn asvs_1_4_2_impossible_addresses_are_answered_not_suffered() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let huge = "9".repeat(40);
    for path in [
        "/accounts?sort=nothing",
        "/accounts?size=99999999999",
        "/accounts?dir=sideways",
        "/accounts?after=%00%ff",
        "/accounts?after=bm8",
        "/accounts/9223372036854775808",
        &format!("/accounts/{huge}"),
        "/accounts/-1",
        "/accounts/1/x.css",
        "/accounts?members.from=1e309",
        "/accounts?created_at.from=2026-99-99",
        "/accounts?q=%ff%fe",
        "/accounts?q=%00",
    ] {
        let status = staff.get(path).status();
        assert!((400..500).contains(&status), "{path} answered {status}");
    }
}

#[test]
fn asvs_4_2_1_ambiguous_requests_are_refused() {
    let app = TestApp::start();
    let head = "POST /login HTTP/1.1\r\nHost: x\r\n";
    let shapes = [
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
        "Content-Length: +4\r\n\r\nabcd",
        "Content-Length: 4,4\r\n\r\nabcd",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
    ];
    for shape in shapes {
        // Closed without a word is as good.
        let answer = app.wire(format!("{head}{shape}").as_bytes());
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 400"),
            "{shape:?} was answered {answer}"
        );
    }
}

#[test]
fn asvs_5_2_1_a_body_over_the_limit_is_413() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let origin = app.base().to_owned();
    let headers: &[(&str, &str)] = &[
        ("origin", &origin),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let body = vec![b'a'; 2 * 1024 * 1024 + 1];
    staff
        .raw("POST", "/accounts", headers, &body)
        .assert_status(413);
}

#[test]
fn a_missing_page_says_nothing_of_the_inside() {
    let app = TestApp::start();
    app.browser()
        .get("/api/nowhere")
        .assert_status(404)
        .assert_header("content-type", "application/problem+json; charset=utf-8");
    let page = app.sign_in(Role::Staff).get("/accounts/999999999");
    page.assert_status(404)
        .assert_one("h1", "Page not found")
        .assert_lacks("diesel")
        .assert_lacks("SELECT");
}
