//! What each endpoint takes and answers. A test compares this list with the routes, both ways.

use crate::web::list::Column;
use crate::{accounts, contacts, kpis, trail, users};

/// What an endpoint takes and answers.
pub(super) enum Shape {
    /// A list of that schema, with these columns.
    List(&'static str, &'static [Column]),
    /// One of that schema.
    One(&'static str),
    /// Takes the first, answers the second with 201.
    Make(&'static str, &'static str),
    /// Takes the first merged with a version, answers the second.
    Change(&'static str, &'static str),
    /// Deletes: 204.
    Remove,
    /// Takes rows of the first.
    Batch(&'static str),
    /// Takes the first, answers the second with that status.
    Take(&'static str, &'static str, u16),
    /// Takes the first or nothing, answers the second.
    May(&'static str, &'static str),
    /// Takes nothing, answers the schema.
    Do(&'static str),
    /// The values of a KPI.
    Series,
    /// Reads something that is no record.
    Plain(&'static str),
}

/// One method of one address.
pub(super) struct Endpoint {
    pub method: &'static str,
    pub path: &'static str,
    pub summary: &'static str,
    /// What a key must be open for; nothing where none is needed.
    pub scope: &'static str,
    pub shape: Shape,
}

const fn at(
    method: &'static str,
    path: &'static str,
    scope: &'static str,
    shape: Shape,
    summary: &'static str,
) -> Endpoint {
    Endpoint {
        method,
        path,
        summary,
        scope,
        shape,
    }
}

use Shape::{Batch, Change, Do, List, Make, May, One, Plain, Remove, Series, Take};

const ACCOUNTS: &[Column] = accounts::listing::COLUMNS;
const CONTACTS: &[Column] = contacts::listing::COLUMNS;

/// Every endpoint, in the order of the page.
#[rustfmt::skip]
pub(super) const ENDPOINTS: &[Endpoint] = &[
    at("GET",    "/api/accounts",            "accounts:read",  List("AccountInList", ACCOUNTS), "List accounts"),
    at("POST",   "/api/accounts",            "accounts:write", Make("AccountWrite", "Account"), "Make an account"),
    at("POST",   "/api/accounts/batch",      "accounts:write", Batch("AccountWrite"), "Make and change up to 1,000 accounts"),
    at("GET",    "/api/accounts/{id}",       "accounts:read",  One("Account"), "Read an account"),
    at("PATCH",  "/api/accounts/{id}",       "accounts:write", Change("AccountWrite", "Account"), "Change an account"),
    at("DELETE", "/api/accounts/{id}",       "accounts:write", Remove, "Delete an account"),
    at("POST",   "/api/accounts/{id}/restore", "accounts:write", Do("Account"), "Take an account out of the trash"),
    at("GET",    "/api/associations",        "accounts:read",  List("AccountInList", ACCOUNTS), "List the accounts that are associations"),
    at("GET",    "/api/contacts",            "contacts:read",  List("ContactInList", CONTACTS), "List contacts"),
    at("POST",   "/api/contacts",            "contacts:write", Make("ContactWrite", "Contact"), "Make a contact"),
    at("POST",   "/api/contacts/batch",      "contacts:write", Batch("ContactWrite"), "Make and change up to 1,000 contacts"),
    at("GET",    "/api/contacts/{id}",       "contacts:read",  One("Contact"), "Read a contact with its affiliations"),
    at("PATCH",  "/api/contacts/{id}",       "contacts:write", Change("ContactWrite", "Contact"), "Change a contact"),
    at("DELETE", "/api/contacts/{id}",       "contacts:write", Remove, "Delete a contact"),
    at("POST",   "/api/contacts/{id}/restore", "contacts:write", Do("Contact"), "Take a contact out of the trash"),
    at("POST",   "/api/contacts/{id}/affiliations", "contacts:write", Make("AffiliationWrite", "Affiliation"), "Give a contact a role at an account"),
    at("PATCH",  "/api/affiliations/{id}",   "contacts:write", Change("AffiliationWrite", "Affiliation"), "Change or end a role"),
    at("DELETE", "/api/affiliations/{id}",   "contacts:write", Remove, "Remove a role as never having been"),
    at("GET",    "/api/kpis",                "kpis:read",      List("Kpi", kpis::api::COLUMNS), "List KPIs"),
    at("POST",   "/api/kpis",                "kpis:write",     Make("KpiWrite", "Kpi"), "Define a KPI"),
    at("GET",    "/api/kpis/{id}",           "kpis:read",      One("Kpi"), "Read a KPI"),
    at("PATCH",  "/api/kpis/{id}",           "kpis:write",     Change("KpiWrite", "Kpi"), "Change a KPI"),
    at("DELETE", "/api/kpis/{id}",           "kpis:write",     Remove, "Archive a KPI: its values stay and take no more"),
    at("POST",   "/api/kpis/{id}/restore",   "kpis:write",     Do("Kpi"), "Take a KPI out of the archive"),
    at("GET",    "/api/kpis/{id}/values",    "kpis:read",      Series, "List the values of a KPI by period"),
    at("POST",   "/api/kpis/{id}/values",    "kpis:write",     Make("KpiValueNew", "KpiValue"), "Enter the value of a period"),
    at("GET",    "/api/kpi-values/{id}",     "kpis:read",      One("KpiValue"), "Read a value"),
    at("PATCH",  "/api/kpi-values/{id}",     "kpis:write",     Change("KpiValueWrite", "KpiValue"), "Correct a value"),
    at("DELETE", "/api/kpi-values/{id}",     "kpis:write",     Remove, "Take a value out; history keeps it"),
    at("GET",    "/api/changes",             "changes:read",   List("Operation", trail::api::COLUMNS), "List what was done to records"),
    at("GET",    "/api/changes/{id}",        "changes:read",   One("OperationWithChanges"), "Read an operation with the values before and after"),
    at("POST",   "/api/changes/{id}/undo",   "changes:write",  May("Undo", "Undone"), "Undo an operation, or the rest of it"),
    at("GET",    "/api/users",               "users:read",     List("User", users::api::COLUMNS), "List people"),
    at("GET",    "/api/users/{id}",          "users:read",     One("User"), "Read a person"),
    at("PATCH",  "/api/users/{id}",          "users:write",    Change("UserWrite", "User"), "Change a person's role, shut them out or let them in again"),
    at("POST",   "/api/auth/login",          "", Take("SignIn", "SignedIn", 200), "Sign in: answers with the cookie of a session"),
    at("POST",   "/api/auth/logout",         "", Remove, "Sign out"),
    at("GET",    "/api/auth/me",             "", One("Me"), "Who is signed in"),
    at("POST",   "/api/auth/register",       "", Take("Registration", "Registered", 202), "Ask to be let in"),
    at("GET",    "/api/auth/new-users",      "users:read", Plain("Waiting"), "Who waits to be let in"),
    at("POST",   "/api/auth/approve",        "users:write", Take("Approval", "User", 200), "Let somebody in"),
    at("GET",    "/api/health",              "", Plain("Health"), "Whether the program lives"),
    at("GET",    "/api/ready",               "", Plain("Ready"), "Whether it can serve: database, migrations, disk"),
    at("GET",    "/api/openapi.json",        "", Plain("Document"), "This document"),
    at("GET",    "/api/docs",                "", Plain("Page"), "This document as a page"),
];
