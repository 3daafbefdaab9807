//! The role table's lines of the API and its keys' pages. What a key meets: `tests/app/api/keys.rs`.

use super::{ADMIN, EVERYBODY, Line, SIGNED_IN, STAFF};

#[rustfmt::skip]
pub const TABLE: &[Line] = &[
    ("GET",  "/api-keys",                                 ADMIN),
    ("POST", "/api-keys",                                 ADMIN),
    ("GET",  "/api-keys/new",                             ADMIN),
    ("GET",  "/api-keys/{id}",                            ADMIN),
    ("POST", "/api-keys/{id}/revocation",                 ADMIN),
    ("GET",    "/api/health",                             EVERYBODY),
    ("GET",    "/api/ready",                              EVERYBODY),

    ("GET",    "/api/accounts",                           SIGNED_IN),
    ("POST",   "/api/accounts",                           STAFF),
    ("POST",   "/api/accounts/batch",                     STAFF),
    ("GET",    "/api/accounts/{id}",                      SIGNED_IN),
    ("PATCH",  "/api/accounts/{id}",                      STAFF),
    ("DELETE", "/api/accounts/{id}",                      STAFF),
    ("GET",    "/api/associations",                       SIGNED_IN),
    ("GET",    "/api/contacts",                           SIGNED_IN),
    ("POST",   "/api/contacts",                           STAFF),
    ("POST",   "/api/contacts/batch",                     STAFF),
    ("GET",    "/api/contacts/{id}",                      SIGNED_IN),
    ("PATCH",  "/api/contacts/{id}",                      STAFF),
    ("DELETE", "/api/contacts/{id}",                      STAFF),
    ("POST",   "/api/contacts/{id}/affiliations",         STAFF),
    ("PATCH",  "/api/affiliations/{id}",                  STAFF),
    ("DELETE", "/api/affiliations/{id}",                  STAFF),
    ("GET",    "/api/changes",                            SIGNED_IN),
    ("GET",    "/api/changes/{id}",                       SIGNED_IN),
    ("GET",    "/api/users",                              ADMIN),
    ("GET",    "/api/users/{id}",                         ADMIN),
    ("PATCH",  "/api/users/{id}",                         ADMIN),
    ("POST",   "/api/auth/login",                         EVERYBODY),
    ("POST",   "/api/auth/logout",                        EVERYBODY),
    ("GET",    "/api/auth/me",                            SIGNED_IN),
    ("POST",   "/api/auth/register",                      EVERYBODY),
    ("GET",    "/api/auth/new-users",                     ADMIN),
    ("POST",   "/api/auth/approve",                       ADMIN),
    ("GET",    "/api/openapi.json",                       EVERYBODY),
    ("GET",    "/api/docs",                               EVERYBODY),
];
