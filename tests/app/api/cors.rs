//! A page of another site asks the API, in Chromium: the named origin reads the answer, another one does not.

use crate::support::{Page, TestApp, configured_key};
use std::io::{Read, Write};
use std::net::TcpListener;

/// Another site: one page, without any policy of its own. It lives as long as the test's process.
fn another_site() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            let _ = stream.read(&mut [0; 4096]);
            let page =
                "<!doctype html><html lang=en><title>Another site</title><p>Another site</p>";
            let length = page.len();
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
            );
            let _ = stream.write_all(format!("{head}{page}").as_bytes());
        }
    });
    base
}

/// What a script of the page gets: the status and the name that was made, or that the browser kept it.
fn ask(page: &Page, app: &TestApp, with: &str) -> String {
    let key = configured_key(app.base());
    let base = app.base();
    page.script(&format!(
        "window.got = ''; fetch('{base}/api/accounts', {{ method: 'POST', {with} headers: {{ 'X-Api-Key': '{key}', \
         'Content-Type': 'application/json', 'Idempotency-Key': 'cors' }}, body: '{{\"name\":\"IF Annan sida\"}}' }}) \
         .then(async a => {{ window.got = a.status + ' ' + (await a.json()).name + ' ' + !!a.headers.get('etag') }}, \
         e => {{ window.got = e.name }}); return ''"
    ));
    for _ in 0..100 {
        let got = page.script("return window.got");
        match got.as_str() {
            Some(text) if !text.is_empty() => return text.to_owned(),
            _ => std::thread::sleep(std::time::Duration::from_millis(100)),
        }
    }
    "nothing".to_owned()
}

#[test]
fn chromium_lets_the_named_origin_read_and_no_other_and_never_with_cookies() {
    let (named, other) = (another_site(), another_site());
    let app = TestApp::start_with(&[("ALLOWED_ORIGINS", &named)]);
    let count = || app.program().get("/api/accounts?name=Annan").json()["count"].clone();
    let page = Page::open(&other);
    page.goto("/");
    assert_eq!(ask(&page, &app, ""), "TypeError");
    // The preflight was refused: nothing was done behind the reader's back either.
    assert_eq!(count(), 0);
    let page = Page::open(&named);
    page.goto("/");
    assert_eq!(ask(&page, &app, ""), "201 IF Annan sida true");
    assert_eq!(count(), 1);
    assert_eq!(ask(&page, &app, "credentials: 'include',"), "TypeError");
}
