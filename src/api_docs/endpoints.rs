//! What each endpoint takes and answers. A test compares this list with the routes, both ways.

use crate::web::list::Column;
use crate::{accounts, contacts, trail, users};

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
    /// Takes the first, answers with that status.
    Take(&'static str, u16),
    /// Answers an object that is described in words.
    Plain,
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

use Shape::{Batch, Change, List, Make, One, Plain, Remove, Take};

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
    at("GET",    "/api/associations",        "accounts:read",  List("AccountInList", ACCOUNTS), "List the accounts that are associations"),
    at("GET",    "/api/contacts",            "contacts:read",  List("ContactInList", CONTACTS), "List contacts"),
    at("POST",   "/api/contacts",            "contacts:write", Make("ContactWrite", "Contact"), "Make a contact"),
    at("POST",   "/api/contacts/batch",      "contacts:write", Batch("ContactWrite"), "Make and change up to 1,000 contacts"),
    at("GET",    "/api/contacts/{id}",       "contacts:read",  One("Contact"), "Read a contact with its affiliations"),
    at("PATCH",  "/api/contacts/{id}",       "contacts:write", Change("ContactWrite", "Contact"), "Change a contact"),
    at("DELETE", "/api/contacts/{id}",       "contacts:write", Remove, "Delete a contact"),
    at("POST",   "/api/contacts/{id}/affiliations", "contacts:write", Make("AffiliationWrite", "Affiliation"), "Give a contact a role at an account"),
    at("PATCH",  "/api/affiliations/{id}",   "contacts:write", Change("AffiliationWrite", "Affiliation"), "Change or end a role"),
    at("DELETE", "/api/affiliations/{id}",   "contacts:write", Remove, "Remove a role as never having been"),
    at("GET",    "/api/changes",             "changes:read",   List("Operation", trail::api::COLUMNS), "List what was done to records"),
    at("GET",    "/api/changes/{id}",        "changes:read",   One("OperationWithChanges"), "Read an operation with the values before and after"),
    at("GET",    "/api/users",               "users:read",     List("User", users::api::COLUMNS), "List people"),
    at("GET",    "/api/users/{id}",          "users:read",     One("User"), "Read a person"),
    at("PATCH",  "/api/users/{id}",          "users:write",    Change("UserWrite", "User"), "Change a person's role, shut them out or let them in again"),
    at("POST",   "/api/auth/login",          "", Take("SignIn", 200), "Sign in: answers with the cookie of a session"),
    at("POST",   "/api/auth/logout",         "", Remove, "Sign out"),
    at("GET",    "/api/auth/me",             "", One("Me"), "Who is signed in"),
    at("POST",   "/api/auth/register",       "", Take("Registration", 202), "Ask to be let in"),
    at("GET",    "/api/auth/new-users",      "", Plain, "Who waits to be let in (admins)"),
    at("POST",   "/api/auth/approve",        "", Take("Approval", 200), "Let somebody in (admins)"),
    at("GET",    "/api/health",              "", Plain, "Whether the program lives"),
    at("GET",    "/api/ready",               "", Plain, "Whether it can serve: database, migrations, disk"),
    at("GET",    "/api/openapi.json",        "", Plain, "This document"),
    at("GET",    "/api/docs",                "", Plain, "This document as a page"),
];
