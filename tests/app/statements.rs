//! What each page costs: the statements it sends, in a table. A page without a line fails; so does one that got dearer.

use std::collections::BTreeMap;

use minimata::auth::Role;

use crate::support::{Browser, TestApp};

/// What each page costs a signed-in person besides: the saved views of its menu. Fragments go without.
const MENU: u64 = 1;

/// Page and statements besides its menu, for an admin who reads it a second time.
#[rustfmt::skip]
const COSTS: &[(&str, u64)] = &[
    ("/", 33),
    ("/accounts", 6),
    ("/accounts/new", 3),
    ("/accounts/options", 1),
    ("/accounts/duplicates", 1),
    ("/accounts/{id}", 15),
    ("/accounts/{id}/contacts/new", 4),
    ("/accounts/bulk", 3),
    ("/accounts/{id}/duplicates", 3),
    ("/accounts/{id}/edit", 5),
    ("/accounts/{id}/fields/{field}/edit", 4),
    ("/accounts/{id}/history", 7),
    ("/accounts/{id}/merge", 3),
    ("/affiliations/{id}/edit", 8),
    ("/api-keys", 3),
    ("/api-keys/new", 1),
    ("/api-keys/{id}", 3),
    ("/audit", 14),
    ("/audit/{id}", 9),
    ("/changes", 12),
    ("/changes/{id}", 9),
    ("/contacts", 7),
    ("/contacts/new", 4),
    ("/contacts/bulk", 3),
    ("/contacts/options", 1),
    ("/contacts/duplicates", 1),
    ("/contacts/{id}", 15),
    ("/contacts/{id}/affiliations", 1),
    ("/contacts/{id}/affiliations/new", 4),
    ("/contacts/{id}/duplicates", 4),
    ("/contacts/{id}/edit", 4),
    ("/contacts/{id}/fields/{field}/edit", 4),
    ("/contacts/{id}/history", 7),
    ("/contacts/{id}/merge", 4),
    ("/dashboards/mine", 3),
    ("/dashboards/tiles/{tile}", 14),
    ("/dashboards/{role}", 3),
    ("/duplicates", 3),
    ("/exports/accounts", 4),
    ("/exports/contacts", 4),
    ("/help", 1),
    ("/invitations/new", 2),
    ("/kpis", 7),
    ("/kpis/import", 1),
    ("/kpis/locks/{period}", 2),
    ("/kpis/missing", 5),
    ("/kpis/new", 2),
    ("/kpis/values", 5),
    ("/kpis/{id}", 5),
    ("/kpis/{id}/edit", 3),
    ("/kpis/{id}/targets", 5),
    ("/kpis/{id}/values/{period}", 6),
    ("/login", 1),
    ("/organisation", 3),
    ("/password/new", 1),
    ("/people", 4),
    ("/people/{id}", 3),
    ("/register", 1),
    ("/register/waiting", 1),
    ("/saved-views", 4),
    ("/saved-views/new", 1),
    ("/saved-views/{id}/edit", 2),
    ("/search", 5),
    ("/settings", 3),
    ("/settings/email", 3),
    ("/settings/password", 2),
    ("/settings/sessions", 2),
    ("/setup", 2),
    ("/tags", 4),
    ("/tags/{id}", 5),
    ("/trash", 3),
];

/// Addresses that answer with a part of a page, a file or a redirect.
const NO_PAGES: &[&str] = &[
    "/s/{name}",
    "/changes/{id}/progress",
    "/links",
    "/saved-views/{id}",
    "/exports/accounts/file",
    "/exports/contacts/file",
    "/accounts/{id}/fields/{field}",
    "/contacts/{id}/fields/{field}",
    "/kpis/{id}/values.csv",
];

/// A KPI with a value.
fn kpi(admin: &Browser) -> String {
    let fields = [
        ("name", "Räknad"),
        ("cadence", "month"),
        ("totalling", "sum"),
        ("direction", "up"),
    ];
    let kpi = admin.post("/kpis", &fields).assert_status(303).location();
    admin
        .post(&format!("{kpi}/values/2026-01"), &[("value", "5")])
        .assert_status(303);
    kpi
}

#[test]
fn every_page_costs_what_the_table_says() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    admin.post(
        "/accounts",
        &[
            ("name", "Räknad"),
            ("kind", "company"),
            ("status", "active"),
        ],
    );
    let account = admin
        .open("/accounts")
        .attributes("#list a.row-link", "href")[0]
        .clone();
    admin.post(
        &format!("{account}/contacts"),
        &[
            ("first_name", "Räkna"),
            ("last_name", "Med"),
            ("role", "Kassör"),
        ],
    );
    let contact = admin
        .open("/contacts")
        .attributes("#list a.row-link", "href")[0]
        .clone();
    let id = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let affiliation = app
        .database()
        .column("SELECT CAST(MAX(id) AS CHAR) FROM affiliations")[0]
        .clone();
    let operation = app
        .database()
        .column("SELECT CAST(MAX(id) AS CHAR) FROM operations")[0]
        .clone();
    let key = [
        ("name", "Räknad"),
        ("role", "staff"),
        ("scope_accounts", "read"),
    ];
    let key = id(&admin.post("/api-keys", &key).location());
    admin.post("/tags", &[("name", "Räknad"), ("colour", "blue")]);
    let tag = app
        .database()
        .column("SELECT CAST(MAX(id) AS CHAR) FROM tags")[0]
        .clone();
    let person = app
        .database()
        .column("SELECT CAST(MAX(id) AS CHAR) FROM users")[0]
        .clone();
    let kpi = id(&kpi(&admin));
    let fields = [("list", "accounts"), ("query", "q=x"), ("name", "Räknad")];
    let view = admin.post("/saved-views", &fields).location();
    let view = view.rsplit('=').next().unwrap_or_default().to_owned();
    let mut costs = BTreeMap::new();
    for (path, method) in minimata::app::route_list() {
        if method != "GET" || path.starts_with("/api/") || NO_PAGES.contains(&path.as_str()) {
            continue;
        }
        let of = match path.split('/').nth(1).unwrap_or_default() {
            "accounts" => id(&account),
            "contacts" => id(&contact),
            "affiliations" => affiliation.clone(),
            "kpis" => kpi.clone(),
            "tags" => tag.clone(),
            "saved-views" => view.clone(),
            "changes" | "audit" => operation.clone(),
            "api-keys" => key.clone(),
            _ => person.clone(),
        };
        let address = path
            .replace("{id}", &of)
            .replace("{field}", "phone")
            .replace("{role}", "staff")
            .replace("{tile}", "growth")
            .replace("{period}", "2026-01");
        admin.get(&address);
        costs.insert(path, app.count_queries(|| admin.get(&address)) - MENU);
    }
    let told: BTreeMap<String, u64> = COSTS
        .iter()
        .map(|(path, n)| ((*path).to_owned(), *n))
        .collect();
    let lines: Vec<String> = costs
        .iter()
        .map(|(path, n)| format!("    (\"{path}\", {n}),"))
        .collect();
    assert_eq!(told, costs, "as measured:\n{}", lines.join("\n"));
}
