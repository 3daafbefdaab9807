//! Every page, one line each. A new page is one line more; a route without a line fails.
use std::collections::BTreeSet;

use super::examine::examine_all;
use super::places::Who::{self, Admin, Beginner, First, Staff, Viewer, Visitor};
use crate::support::TestApp;

/// Route, address (with `{…}` of `Places`), who looks, and what is there when it is whole.
pub type Line = (&'static str, &'static str, Who, &'static str);

#[rustfmt::skip]
pub const PAGES: &[Line] = &[
    ("/setup",                            "{setup}",                      First,    "#setup"),
    ("/setup",                            "/setup?token=spent",           First,    "#dead-link"),

    ("/login",                            "/login",                       Visitor,  "#sign-in"),
    ("/register",                         "/register",                    Visitor,  "#register"),
    ("/register/waiting",                 "/register/waiting",            Visitor,  "#waiting"),
    ("/links",                            "/links?token=spent",           Visitor,  "#dead-link"),
    ("/password/new",                     "{reset}",                      Visitor,  "#password-new"),

    ("/",                                 "/",                            Beginner, "#start-account"),
    ("/accounts",                         "/accounts",                    Beginner, ".empty"),
    ("/contacts",                         "/contacts",                    Beginner, ".empty"),
    ("/kpis",                             "/kpis",                        Beginner, ".empty"),
    ("/changes",                          "/changes",                     Beginner, ".empty"),

    ("/",                                 "/",                            Staff,    "#recent"),
    ("/help",                             "/help",                        Staff,    "#keys"),
    ("/search",                           "/search?q=a",                  Staff,    "#found-account mark"),
    ("/search",                           "/search?q=finns+inte+alls",    Staff,    "#nothing-found"),
    ("/search",                           "/search",                      Staff,    "#search-form"),
    ("/accounts",                         "/accounts",                    Staff,    "#list tbody tr"),
    ("/accounts",                         "/accounts?q=finns+inte",       Staff,    ".empty"),
    ("/accounts",                         "/accounts?city=lund&sort=members&dir=desc&kind=association", Staff, ".chips"),
    ("/accounts",                         "/accounts?members.from=x",     Staff,    "#filter"),
    ("/accounts/new",                     "/accounts/new",                Staff,    "#record-form"),
    ("/accounts/{id}",                    "{account}",                    Staff,    "#facts-title"),
    ("/accounts/{id}/edit",               "{account}/edit",               Staff,    "#record-form"),
    ("/accounts/{id}/fields/{field}",     "{account}/fields/phone",       Staff,    "#facts-title"),
    ("/accounts/{id}/fields/{field}/edit", "{account}/fields/phone/edit", Staff,    "#phone"),
    ("/accounts/{id}/history",            "{account}/history",            Staff,    "#history"),
    ("/accounts/{id}/merge",              "{account}/merge",              Staff,    "#pick-form"),
    ("/accounts/{id}/merge",              "{account}/merge?with={double}", Staff,   "#merge-form"),
    ("/contacts/{id}/merge",              "{contact}/merge",              Staff,    "#pick-form"),
    ("/accounts/{id}/contacts/new",       "{account}/contacts/new",       Staff,    "h1 + form, .page-head + form"),
    ("/contacts/{id}/affiliations",       "{contact}/affiliations",       Staff,    "#affiliations"),
    ("/contacts/{id}/affiliations/new",   "{contact}/affiliations/new",   Staff,    "#record-form"),
    ("/affiliations/{id}/edit",           "/affiliations/{affiliation}/edit", Staff, "form[action^='/affiliations/']"),
    ("/contacts",                         "/contacts",                    Staff,    "#list tbody tr"),
    ("/contacts",                         "/contacts?q=finns+inte",       Staff,    ".empty"),
    ("/contacts/new",                     "/contacts/new",                Staff,    "#record-form"),
    ("/contacts/{id}",                    "{contact}",                    Staff,    "#facts-title"),
    ("/contacts/{id}/edit",               "{contact}/edit",               Staff,    "#record-form"),
    ("/contacts/{id}/fields/{field}",     "{contact}/fields/phone",       Staff,    "#facts-title"),
    ("/contacts/{id}/fields/{field}/edit", "{contact}/fields/phone/edit", Staff,    "#phone"),
    ("/contacts/{id}/history",            "{contact}/history",            Staff,    "#history"),
    ("/duplicates",                       "/duplicates",                  Staff,    "#worklist-lead"),
    ("/kpis",                             "/kpis",                        Staff,    "#list tbody tr"),
    ("/kpis/missing",                     "/kpis/missing",                Staff,    "#list"),
    ("/dashboards/mine",                  "/dashboards/mine",             Staff,    "#arrange"),
    ("/dashboards/tiles/{tile}",          "/dashboards/tiles/growth",     Staff,    "#growth"),
    ("/dashboards/{role}",                "/dashboards/viewer",           Admin,    "#arrange"),
    ("/kpis/values",                      "/kpis/values",                 Staff,    ".kpi-grid"),
    ("/kpis/values",                      "/kpis/values?cadence=year",    Staff,    ".empty"),
    ("/kpis/{id}",                        "{kpi}",                        Staff,    ".chart"),
    ("/kpis/{id}/values/{period}",        "{kpi}/values/2026-01",         Staff,    "#history"),
    ("/accounts",                         "{view}",                       Staff,    "#view-bar"),
    ("/accounts",                         "{view}&city=lund",             Staff,    "#view-bar"),
    ("/accounts/bulk",                    "/accounts/bulk?all=true&query=city%3Dlund", Staff, "#bulk-actions"),
    ("/accounts/bulk",                    "/accounts/bulk?all=true&query=city%3Dlund&action=status&value=former", Staff, "#bulk-confirm"),
    ("/accounts/bulk",                    "/accounts/bulk?all=true&query=q%3Dx&action=delete", Staff, "#bulk-back"),
    ("/contacts/bulk",                    "/contacts/bulk?all=true&query=&action=owner", Staff, "#bulk-value"),
    ("/saved-views",                      "/saved-views",                 Staff,    ".queue"),
    ("/saved-views/new",                  "/saved-views/new?list=accounts&query=q%3Dx", Staff, "#view-form"),
    ("/saved-views/{id}/edit",            "/saved-views/{viewid}/edit",   Staff,    "#view-form"),
    ("/changes",                          "/changes",                     Staff,    "#list tbody tr"),
    ("/changes/{id}",                     "/changes/{change}",            Staff,    "#changes"),
    ("404",                               "/accounts/999999",             Staff,    ".error-page"),
    ("410",                               "{deleted}",                    Staff,    "#gone"),
    ("/trash",                            "/trash",                       Staff,    "#trash-form"),

    ("/",                                 "/",                            Viewer,   "#recent"),
    ("/accounts",                         "/accounts",                    Viewer,   "#list tbody tr"),
    ("/accounts/{id}",                    "{account}",                    Viewer,   "#facts-title"),
    ("/contacts/{id}",                    "{contact}",                    Viewer,   "#facts-title"),
    ("/settings",                         "/settings",                    Viewer,   "#own-settings"),
    ("/settings/email",                   "/settings/email",              Viewer,   "#own-email"),
    ("/settings/password",                "/settings/password",           Viewer,   "#own-password"),
    ("/settings/sessions",                "/settings/sessions",           Viewer,   "#end-all"),
    ("403",                               "/accounts/new",                Viewer,   ".error-page"),

    ("/kpis/import",                      "/kpis/import",                 Admin,    "#upload"),
    ("/kpis/new",                         "/kpis/new",                    Admin,    "#record-form"),
    ("/kpis/{id}/edit",                   "{kpi}/edit",                   Admin,    "#record-form"),
    ("/kpis/{id}/targets",                "{kpi}/targets?year=2026",      Admin,    "#targets"),
    ("/kpis/locks/{period}",              "/kpis/locks/2025-12",          Admin,    "#lock"),
    ("/kpis/locks/{period}",              "/kpis/locks/2025-11",          Admin,    "#unlock"),
    ("/",                                 "/",                            Admin,    "#waiting"),
    ("/people",                           "/people",                      Admin,    "#queue"),
    ("/people/{id}",                      "{person}",                     Admin,    "#role-panel"),
    ("/people/{id}",                      "{waiting}",                    Admin,    "#approve"),
    ("/people/{id}",                      "{disabled}",                   Admin,    "#enable"),
    ("/invitations/new",                  "/invitations/new",             Admin,    "#invitation"),
    ("/api-keys",                         "/api-keys",                    Admin,    "#api-keys"),
    ("/api-keys/new",                     "/api-keys/new",                Admin,    "#api-key-form"),
    ("/api-keys/{id}",                    "{key}",                        Admin,    "#api-key"),
    ("/organisation",                     "/organisation",                Admin,    "#organisation"),
    ("/tags",                             "/tags",                        Admin,    "#tag-form"),
    ("/tags/{id}",                        "{tag}",                        Admin,    "#merge-form"),
    ("/exports/accounts",                 "/exports/accounts?city=a",     Admin,    "#export"),
    ("/exports/contacts",                 "/exports/contacts",            Admin,    "#export"),
    ("/audit",                            "/audit",                       Admin,    "#list tbody tr"),
    ("/audit/{id}",                       "/audit/{event}",               Admin,    "#changes"),
];

/// Addresses that answer something other than a page.
const NOT_PAGES: &[&str] = &[
    "/changes/{id}/progress",
    "/s/{name}",
    "/accounts/options",
    "/exports/accounts/file",
    "/exports/contacts/file",
    "/contacts/options",
    "/kpis/{id}/values.csv",
    "/saved-views/{id}",
    "/accounts/duplicates",
    "/contacts/duplicates",
    "/accounts/{id}/duplicates",
    "/contacts/{id}/duplicates",
];

#[test]
fn every_page_has_a_line() {
    let app = TestApp::start();
    app.browser().open("/api/health");
    let routes = minimata::app::route_list().into_iter();
    let routes: BTreeSet<String> = routes
        .filter(|(path, method)| *method == "GET" && !path.starts_with("/api/"))
        .map(|(path, _)| path)
        .collect();
    let lines = PAGES
        .iter()
        .map(|(route, ..)| *route)
        .chain(NOT_PAGES.iter().copied());
    let lines: BTreeSet<String> = lines
        .filter(|route| route.starts_with('/'))
        .map(str::to_owned)
        .collect();
    let (missing, stale): (Vec<_>, Vec<_>) = (
        routes.difference(&lines).collect(),
        lines.difference(&routes).collect(),
    );
    assert!(
        missing.is_empty(),
        "pages without a line in pages.rs: {missing:#?}"
    );
    assert!(
        stale.is_empty(),
        "lines of pages.rs without a route: {stale:#?}"
    );
}

#[test]
fn pages_before_anybody_is_there() {
    examine_all(First);
}

#[test]
fn pages_before_signing_in() {
    examine_all(Visitor);
}

#[test]
fn pages_without_records() {
    examine_all(Beginner);
}

#[test]
fn pages_of_a_viewer() {
    examine_all(Viewer);
}

#[test]
fn pages_of_staff() {
    examine_all(Staff);
}

#[test]
fn pages_of_an_admin() {
    examine_all(Admin);
}
