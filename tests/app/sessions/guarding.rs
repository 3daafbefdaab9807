//! What signing in must not be used for.

use crate::support::TestApp;
use argon2::password_hash::{PasswordHasher, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use diesel::prelude::*;
use minimata::auth::Role;
use minimata::schema::{changes, operations, users};
use minimata::web::AppError;

#[test]
fn asvs_3_7_2_after_signing_in_only_local_paths_are_followed() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    for (next, leads_to) in [
        ("/accounts?q=a", "/accounts?q=a"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https:evil.example", "/"),
        ("https://evil.example/", "/"),
        ("%2f%2fevil.example", "/"),
        ("/%2f%2fevil.example", "/"),
        ("/\t/evil.example", "/"),
        ("/%0d%0aSet-Cookie: a=b", "/"),
        ("javascript:alert(1)", "/"),
    ] {
        let browser = app.browser();
        let fields = [
            ("email", person.email.as_str()),
            ("password", &person.password),
            ("next", next),
        ];
        browser.post("/login", &fields).assert_redirect(leads_to);
    }
}

#[test]
fn a_session_that_ended_while_typing_leads_back_to_the_page() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    let browser = app.sign_in_as(&person);
    browser.open("/settings/password");
    browser.clear_cookies();
    let sent = browser.post("/settings/password", &[("password", "x")]);
    sent.assert_redirect("/login?next=%2Fsettings%2Fpassword")
        .follow();
    browser
        .submit(
            "#sign-in",
            &[("email", &person.email), ("password", &person.password)],
        )
        .assert_redirect("/settings/password");
}

#[test]
fn asvs_3_5_1_signing_in_from_another_site_is_refused() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    let body = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("email", &person.email)
        .append_pair("password", &person.password)
        .finish();
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let base = app.base().to_owned();
    for (headers, status) in [
        (vec![form, ("Sec-Fetch-Site", "cross-site")], 403),
        (
            vec![form, ("Sec-Fetch-Site", "same-site"), ("Origin", &base)],
            403,
        ),
        (vec![form, ("Origin", "https://evil.example")], 403),
        (vec![form, ("Origin", "null")], 403),
        (vec![form], 403),
        (vec![form, ("Origin", &base)], 303),
    ] {
        let answer = app
            .browser()
            .raw("POST", "/login", &headers, body.as_bytes());
        answer.assert_status(status);
        assert_eq!(
            answer.header("set-cookie").is_some(),
            status == 303,
            "{headers:?}"
        );
    }
}

#[test]
fn asvs_11_4_2_an_older_hash_is_made_anew_at_sign_in() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    let old = Argon2::new(
        Algorithm::Argon2i,
        Version::V0x13,
        Params::new(8, 1, 1, None).unwrap(),
    )
    .hash_password(
        person.password.as_bytes(),
        &SaltString::from_b64("c29tZXNhbHQ").unwrap(),
    )
    .unwrap()
    .to_string();
    let db = &app.server().state().db;
    let row = users::table.find(person.id);
    let stored = || {
        let read = db.run_blocking(|conn| {
            Ok::<Option<String>, AppError>(row.select(users::password_hash).first(conn)?)
        });
        read.unwrap().unwrap()
    };
    db.run_blocking(|conn| {
        diesel::update(row)
            .set(users::password_hash.eq(&old))
            .execute(conn)
            .map_err(AppError::from)
    })
    .unwrap();
    assert!(stored().starts_with("$argon2i$"));
    app.sign_in_as(&person);
    assert!(stored().starts_with("$argon2id$v=19$"), "{}", stored());
    app.sign_in_as(&person);
}

#[test]
fn asvs_16_3_1_sign_ins_failures_and_sign_outs_are_written_down_without_the_password() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let browser = app.browser();
    super::try_in(&browser, &person.email, "canary-password-7Q");
    super::try_in(
        &browser,
        "no\u{1b}[31mbody@example.org",
        "canary-password-7Q",
    );
    super::try_in(&browser, &person.email, &person.password).assert_status(303);
    browser.post("/session/removal", &[]).assert_status(303);
    let db = &app.server().state().db;
    let rows: Vec<(String, Option<i64>, String)> = db
        .run_blocking(|conn| {
            let all = operations::table.order(operations::id);
            all.select((operations::kind, operations::user_id, operations::data))
                .load(conn)
                .map_err(AppError::from)
        })
        .unwrap();
    let kinds: Vec<(&str, bool)> = rows
        .iter()
        .map(|(kind, user, _)| (kind.as_str(), user.is_some()))
        .collect();
    assert_eq!(
        kinds,
        [
            ("session.failure", false),
            ("session.failure", false),
            ("session.sign_in", true),
            ("session.sign_out", true)
        ]
    );
    assert!(rows[0].2.contains(&person.email), "{}", rows[0].2);
    assert!(
        !rows[1].2.contains('\u{1b}') && !rows[1].2.contains("u001b"),
        "asvs_16_4_1: {}",
        rows[1].2
    );
    let values: Vec<(String, String)> = db
        .run_blocking(|conn| {
            let both = changes::table.select((changes::before_values, changes::after_values));
            both.load(conn).map_err(AppError::from)
        })
        .unwrap();
    let everything = format!("{rows:?}{values:?}");
    for secret in ["canary-password-7Q", &person.password, "$argon2"] {
        assert!(!everything.contains(secret), "{secret}");
    }
}
