//! Proof that the harness does what tests believe of it, most of all that it fails when it should.
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use super::selftest_site::{Site, serve};
use super::{Browser, TestClock, TestDatabase, wire};

/// The tiny site, on a free port.
pub fn site() -> Site {
    serve(TcpListener::bind("127.0.0.1:0").expect("a free port"))
}

/// The message of the failure that `work` must end in.
pub fn failure(work: impl FnOnce()) -> String {
    let failed = catch_unwind(AssertUnwindSafe(work)).expect_err("it must fail");
    failed.downcast_ref::<String>().cloned().unwrap_or_default()
}

#[test]
fn a_form_is_sent_as_a_browser_sends_it() {
    let site = site();
    let browser = Browser::new(site.base());
    browser
        .open("/")
        .assert_one("h1", "Home")
        .assert_has("Remember this.");
    let form = browser
        .form("#thing")
        .fill("kind", "a")
        .fill("tags", "old")
        .untick("tags", "new")
        .fill("size", "s");
    let sent = form.fill("name", "Häus").press("Save and add");
    let expected = "/things?version=7&name=H%C3%A4us&kind=a&tags=old&size=s&note=two%0Alines&mail=a%40example.org&then=more";
    sent.assert_redirect(expected)
        .follow()
        .assert_one("#thing-1 .name", "Ada")
        .assert_count("tbody tr", 2);
    browser.open("/");
    browser
        .submit("#thing", &[("name", "")])
        .assert_status(422)
        .assert_has("Name is missing");
    assert!(
        failure(|| drop(browser.submit("#thing", &[("nmae", "x")]))).contains("no field \"nmae\"")
    );
    assert!(
        failure(|| drop(browser.submit("#thing", &[("kind", "x")])))
            .contains("does not offer \"x\"")
    );
}

#[test]
fn cookies_are_kept_dropped_and_stolen() {
    let site = site();
    let browser = Browser::new(site.base());
    browser.open("/");
    assert_eq!(browser.cookie("__Host-id").as_deref(), Some("one"));
    let thief = browser.fork();
    browser.open("/out");
    assert_eq!(browser.get("/echo").json()["headers"].get("cookie"), None);
    assert_eq!(
        thief.get("/echo").json()["headers"]["cookie"],
        "__Host-id=one"
    );
}

#[test]
fn requests_carry_the_headers_of_a_browser_and_of_htmx() {
    let site = site();
    let browser = Browser::new(site.base());
    browser.open("/things");
    let plain = browser.post("/echo", &[("a", "å")]).json();
    assert_eq!(plain["body"], "a=%C3%A5");
    assert_eq!(plain["headers"]["origin"], site.base());
    assert_eq!(plain["headers"]["sec-fetch-site"], "same-origin");
    assert_eq!(plain["headers"].get("hx-request"), None);
    let htmx = browser.htmx().get("/echo").json();
    assert_eq!(htmx["headers"]["hx-request-type"], "partial");
    assert_eq!(
        htmx["headers"]["hx-current-url"],
        format!("{}/things", site.base())
    );
    assert_eq!(
        browser.boosted().get("/echo").json()["headers"]["hx-request-type"],
        "full"
    );
    let raw = browser.raw("TRACE", "/echo", &[("X-One", "1")], b"").json();
    assert_eq!(
        (&raw["method"], raw["headers"].get("origin")),
        (&"TRACE".into(), None)
    );
    assert!(
        wire::exchange(
            site.base(),
            b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"
        )
        .starts_with("HTTP/1.1 400")
    );
}

#[test]
fn fragments_are_read_like_htmx_reads_them() {
    let site = site();
    let browser = Browser::new(site.base());
    let rows = browser.htmx().get("/things");
    rows.assert_count("tr", 2)
        .assert_one("#thing-2 .name", "1 000")
        .assert_one("template[hx-target='#live']", "2 found");
    browser.open("/");
    browser.click("Things").assert_one("h1", "Things");
    let told = failure(|| _ = browser.get("/things").assert_one("h1", "Thongs"));
    assert!(
        told.contains("GET /things answered 200") && told.contains("it reads: Things"),
        "{told}"
    );
}

#[test]
fn databases_are_separate_and_go_when_done() {
    let (one, two) = (TestDatabase::empty(), TestDatabase::empty());
    one.execute("CREATE TABLE things (name VARCHAR(20) PRIMARY KEY)");
    one.execute("INSERT INTO things VALUES ('ö'), ('z')");
    assert_eq!(
        one.column("SELECT name FROM things ORDER BY name"),
        ["z", "ö"]
    );
    assert_eq!(two.column("SHOW TABLES"), [] as [String; 0]);
    let gone = one.name().to_owned();
    drop(one);
    assert_eq!(
        two.column(&format!("SHOW DATABASES LIKE '{gone}'")),
        [] as [String; 0]
    );
}

#[test]
fn the_clock_moves_only_when_told() {
    let clock = TestClock::new();
    let before = clock.now();
    clock.clone().advance(Duration::from_secs(60));
    assert_eq!((clock.now() - before).num_seconds(), 60);
}
