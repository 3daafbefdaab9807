//! The role table: one line a route, one column a role. A route without a line fails, and so does a line without a route.

mod api;
mod kpis;
mod lists;
mod refused;

use crate::support::{Person, TestApp};
use minimata::auth::Role;
use std::collections::BTreeSet;

/// What a role meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meets {
    /// The page, or an answer about the page's own matter (404, 409, 422 …).
    Open,
    /// 403, naming the role that is needed.
    Refused,
    /// The sign-in page.
    SignIn,
}

use Meets::{Open as O, Refused as X, SignIn as S};

/// Method, path, then: anonymous, viewer, staff, manager, admin.
type Line = (&'static str, &'static str, [Meets; 5]);

const EVERYBODY: [Meets; 5] = [O, O, O, O, O];
const SIGNED_IN: [Meets; 5] = [S, O, O, O, O];
const STAFF: [Meets; 5] = [S, X, O, O, O];
const MANAGER: [Meets; 5] = [S, X, X, O, O];
const ADMIN: [Meets; 5] = [S, X, X, X, O];

#[rustfmt::skip]
const TABLE: &[Line] = &[
    ("GET",  "/s/{name}",                                 EVERYBODY),
    ("GET",  "/login",                                    EVERYBODY),
    ("POST", "/login",                                    EVERYBODY),
    ("POST", "/session/removal",                          EVERYBODY),
    ("GET",  "/setup",                                    EVERYBODY),
    ("POST", "/setup",                                    EVERYBODY),
    ("GET",  "/register",                                 EVERYBODY),
    ("POST", "/register",                                 EVERYBODY),
    ("GET",  "/register/waiting",                         EVERYBODY),
    ("GET",  "/links",                                    EVERYBODY),
    ("GET",  "/password/new",                             EVERYBODY),
    ("POST", "/password/new",                             EVERYBODY),
    ("GET",  "/",                                         SIGNED_IN),
    ("GET",  "/dashboards/mine",                          SIGNED_IN),
    ("POST", "/dashboards/mine",                          SIGNED_IN),
    ("POST", "/dashboards/mine/removal",                  SIGNED_IN),
    ("GET",  "/dashboards/tiles/{tile}",                  SIGNED_IN),
    ("GET",  "/dashboards/{role}",                        ADMIN),
    ("POST", "/dashboards/{role}",                        ADMIN),
    ("POST", "/dashboards/{role}/removal",                ADMIN),
    ("GET",  "/help",                                     SIGNED_IN),
    ("GET",  "/search",                                   SIGNED_IN),
    ("GET",  "/settings",                                 SIGNED_IN),
    ("POST", "/settings",                                 SIGNED_IN),
    ("GET",  "/settings/email",                           SIGNED_IN),
    ("POST", "/settings/email",                           SIGNED_IN),
    ("GET",  "/settings/password",                        SIGNED_IN),
    ("POST", "/settings/password",                        SIGNED_IN),
    ("GET",  "/settings/sessions",                        SIGNED_IN),
    ("POST", "/settings/sessions/removal",                SIGNED_IN),
    ("POST", "/settings/sessions/others/removal",         SIGNED_IN),
    ("POST", "/settings/sessions/{id}/removal",           SIGNED_IN),
    ("GET",  "/people",                                   ADMIN),
    ("GET",  "/people/{id}",                              ADMIN),
    ("POST", "/people/{id}/approval",                     ADMIN),
    ("POST", "/people/{id}/rejection",                    ADMIN),
    ("POST", "/people/{id}/role",                         ADMIN),
    ("POST", "/people/{id}/disablement",                  ADMIN),
    ("POST", "/people/{id}/disablement/removal",          ADMIN),
    ("POST", "/people/{id}/sessions/removal",             ADMIN),
    ("POST", "/people/{id}/reset-link",                   ADMIN),
    ("GET",  "/invitations/new",                          ADMIN),
    ("POST", "/invitations",                              ADMIN),
    ("GET",  "/organisation",                             ADMIN),
    ("POST", "/organisation",                             ADMIN),
    ("GET",  "/audit",                                    ADMIN),
    ("GET",  "/audit/{id}",                               ADMIN),
    ("GET",  "/accounts",                                 SIGNED_IN),
    ("POST", "/accounts",                                 STAFF),
    ("GET",  "/accounts/new",                             STAFF),
    ("GET",  "/accounts/options",                         SIGNED_IN),
    ("GET",  "/accounts/{id}",                            SIGNED_IN),
    ("POST", "/accounts/{id}",                            STAFF),
    ("GET",  "/accounts/{id}/edit",                       STAFF),
    ("POST", "/accounts/{id}/removal",                    STAFF),
    ("GET",  "/accounts/{id}/fields/{field}",             SIGNED_IN),
    ("POST", "/accounts/{id}/fields/{field}",             STAFF),
    ("GET",  "/accounts/{id}/fields/{field}/edit",        STAFF),
    ("POST", "/accounts/{id}/tags",                       STAFF),
    ("POST", "/accounts/{id}/tags/{tag_id}/removal",      STAFF),
    ("GET",  "/accounts/{id}/history",                    SIGNED_IN),
    ("GET",  "/accounts/{id}/contacts/new",               STAFF),
    ("POST", "/accounts/{id}/contacts",                   STAFF),
    ("GET",  "/contacts",                                 SIGNED_IN),
    ("POST", "/contacts",                                 STAFF),
    ("GET",  "/contacts/new",                             STAFF),
    ("GET",  "/contacts/options",                         SIGNED_IN),
    ("GET",  "/contacts/{id}",                            SIGNED_IN),
    ("POST", "/contacts/{id}",                            STAFF),
    ("GET",  "/contacts/{id}/edit",                       STAFF),
    ("POST", "/contacts/{id}/removal",                    STAFF),
    ("GET",  "/contacts/{id}/fields/{field}",             SIGNED_IN),
    ("POST", "/contacts/{id}/fields/{field}",             STAFF),
    ("GET",  "/contacts/{id}/fields/{field}/edit",        STAFF),
    ("POST", "/contacts/{id}/tags",                       STAFF),
    ("POST", "/contacts/{id}/tags/{tag_id}/removal",      STAFF),
    ("GET",  "/contacts/{id}/history",                    SIGNED_IN),
    ("GET",  "/contacts/{id}/affiliations",               SIGNED_IN),
    ("POST", "/contacts/{id}/affiliations",               STAFF),
    ("GET",  "/contacts/{id}/affiliations/new",           STAFF),
    ("GET",  "/affiliations/{id}/edit",                   STAFF),
    ("POST", "/affiliations/{id}",                        STAFF),
    ("POST", "/affiliations/{id}/removal",                STAFF),

    ("GET",  "/accounts/bulk",                            STAFF),
    ("POST", "/accounts/bulk",                            STAFF),
    ("GET",  "/contacts/bulk",                            STAFF),
    ("POST", "/contacts/bulk",                            STAFF),

    ("GET",  "/changes",                                  SIGNED_IN),
    ("GET",  "/changes/{id}",                             SIGNED_IN),
    ("POST", "/changes/{id}/undo",                        STAFF),
    ("GET",  "/trash",                                    STAFF),
    ("POST", "/trash/restoration",                        STAFF),
    ("GET",  "/changes/{id}/progress",                    SIGNED_IN),
    ("POST", "/demo",                                     MANAGER),
    ("POST", "/demo/removal",                             MANAGER),
];

fn table() -> Vec<Line> {
    [TABLE, lists::TABLE, kpis::LINES, api::TABLE].concat()
}

#[test]
fn asvs_8_1_1_every_route_has_a_line_and_every_line_a_route() {
    let app = TestApp::start();
    app.browser().get("/api/health").assert_status(200);
    let routes: BTreeSet<(String, String)> = minimata::app::route_list()
        .into_iter()
        .map(|(path, method)| (method.to_owned(), path))
        .collect();
    let lines: BTreeSet<(String, String)> = table()
        .iter()
        .map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned()))
        .collect();
    let without_line: Vec<_> = routes.difference(&lines).collect();
    let without_route: Vec<_> = lines.difference(&routes).collect();
    assert!(
        without_line.is_empty(),
        "routes without a line in the role table: {without_line:#?}"
    );
    assert!(
        without_route.is_empty(),
        "lines without a route: {without_route:#?}"
    );
}

#[test]
fn asvs_8_2_1_8_3_1_each_role_meets_what_the_table_says() {
    let roles = [
        None,
        Some(Role::Viewer),
        Some(Role::Staff),
        Some(Role::Manager),
        Some(Role::Admin),
    ];
    let (lines, mut wrong) = (table(), Vec::new());
    for (column, role) in roles.into_iter().enumerate() {
        for (line, met) in meet(role, &lines) {
            let (method, path, expected) = lines[line];
            if met != expected[column] {
                wrong.push(format!(
                    "{role:?} {method} {path}: {met:?}, the table says {:?}",
                    expected[column]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Asks for each line as one role, and says what was met.
fn meet(role: Option<Role>, lines: &[Line]) -> Vec<(usize, Meets)> {
    let app = TestApp::start();
    // Some posts sign out or end the sessions of a person: readers and writers are two.
    let (one, other) = (
        role.map(|role| app.person(role)),
        role.map(|role| app.person(role)),
    );
    let visitor = |person: &Option<Person>| {
        person
            .as_ref()
            .map_or_else(|| app.browser(), |person| app.sign_in_as(person))
    };
    let reader = visitor(&one);
    let origin = app.base().to_owned();
    let json = [
        ("origin", origin.as_str()),
        ("content-type", "application/json"),
    ];
    let ask = |(method, path, _): &Line| {
        let path = filled_in(path);
        match *method {
            "GET" => reader.get(&path),
            // Some posts sign out or end sessions: a visitor of their own.
            "POST" if !path.starts_with("/api/") => visitor(&other).post(&path, &[]),
            method => visitor(&other).raw(method, &path, &json, b"{}"),
        }
    };
    lines
        .iter()
        .map(|line| {
            let answer = ask(line);
            let to_login = answer
                .header("location")
                .is_some_and(|to| to.starts_with("/login?next="));
            assert!(
                answer.status() < 500,
                "{line:?} answered {}",
                answer.status()
            );
            match answer.status() {
                303 if to_login => Meets::SignIn,
                401 => Meets::SignIn,
                403 => Meets::Refused,
                _ => Meets::Open,
            }
        })
        .enumerate()
        .collect()
}

/// An address of that pattern, of a record that does not exist.
fn filled_in(pattern: &str) -> String {
    let parts = pattern.split('/').map(|part| match part {
        "{field}" => "phone",
        "{period}" => "2026-01",
        "{name}" => "app.css",
        id if id.ends_with("id}") => "999999999",
        literal => literal,
    });
    parts.collect::<Vec<_>>().join("/")
}
