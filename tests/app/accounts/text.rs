//! What people write survives, and is never markup.
use super::{create, names};
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn every_script_survives_a_round_trip() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let long = "Å".repeat(200);
    for name in [
        "Åke & Élodie's <förening>",
        "Cykelklubben 🚲👩‍👩‍👧‍👦",
        "نادي أوميو الرياضي",
        "e\u{301}cole",
        &long,
    ] {
        let path = create(&staff, &[("name", name)]);
        let page = staff.open(&path);
        let kept = name.replace("e\u{301}", "é");
        page.assert_one("h1", &kept).assert_one("h1 bdi", &kept);
        let form = staff.open(&format!("{path}/edit"));
        assert_eq!(form.attributes("#name", "value"), [kept.as_str()]);
        staff.submit("#record-form", &[]).assert_redirect(&path);
        let query: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
        assert!(names(&staff.open(&format!("/accounts?name={query}"))).contains(&kept));
    }
}

#[test]
fn asvs_1_2_1_markup_in_every_field_stays_text() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let attack = "\"><img src=x onerror=alert(1)>";
    let path = create(
        &staff,
        &[
            ("name", attack),
            ("street", attack),
            ("postal_code", "\"><b>"),
            ("city", attack),
            ("country", attack),
            ("industry", attack),
            ("external_id", attack),
            ("description", "<script>alert(1)</script>\n{{ 7*7 }}"),
        ],
    );
    app.make_tags(&["<i onload=a()>"]);
    staff.post(&format!("{path}/tags"), &[("name", "<i onload=a()>")]);
    let child = create(&staff, &[("name", "Child of markup"), ("parent", attack)]);
    let pages = [
        path.clone(),
        format!("{path}/edit"),
        format!("{path}/fields/city/edit"),
        format!("{path}/contacts/new"),
        child,
        "/accounts?columns=name&columns=city&columns=industry".to_owned(),
        "/accounts?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E".to_owned(),
        "/accounts/options?field=parent&parent=onerror".to_owned(),
        "/changes".to_owned(),
    ];
    for page in pages {
        let answer = staff.open(&page);
        answer
            .assert_none("img")
            .assert_none("[onerror]")
            .assert_none("[onload]");
        answer.assert_none("script:not([src])");
        assert!(!answer.body().contains("<script>alert"), "{page}");
    }
}

#[test]
fn asvs_1_2_2_links_are_only_web_addresses() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    for website in [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//x@y",
        "ftp://a.se",
    ] {
        staff.open("/accounts/new");
        let answer = staff.submit("#record-form", &[("name", "A"), ("website", website)]);
        answer.assert_status(422).assert_count("#website-error", 1);
    }
    let path = create(
        &staff,
        &[("name", "A&b=c?#/"), ("website", "example.se/?a=1&b=2")],
    );
    let page = staff.open(&path);
    let link = page.attributes("a[target=_blank]", "href");
    assert_eq!(link, ["https://example.se/?a=1&b=2"]);
    assert_eq!(
        page.attributes("a[target=_blank]", "rel"),
        ["noopener noreferrer"]
    );
}

#[test]
fn asvs_1_3_3_what_hides_or_reorders_text_is_refused() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    for name in ["a\u{0}b", "a\u{202E}b", "a\u{FFFD}b", "\u{200B}", "a\nb"] {
        let fields = [
            ("name", name),
            ("kind", "association"),
            ("status", "prospect"),
        ];
        let answer = staff.post("/accounts", &fields);
        answer.assert_status(422).assert_count("#name-error", 1);
    }
    let long = "x".repeat(1_000_000);
    let fields = [
        ("name", long.as_str()),
        ("kind", "association"),
        ("status", "prospect"),
    ];
    staff.post("/accounts", &fields).assert_status(422);
    staff.open("/accounts").assert_count("#list tbody tr", 0);
}
