//! The role table's lines of saved views, exports and duplicates.

use super::{Line, MANAGER, SIGNED_IN, STAFF};

#[rustfmt::skip]
pub const TABLE: &[Line] = &[
    ("GET",  "/duplicates",                               STAFF),
    ("POST", "/duplicates/searches",                      STAFF),
    ("GET",  "/saved-views",                              SIGNED_IN),
    ("POST", "/saved-views",                              SIGNED_IN),
    ("GET",  "/saved-views/new",                          SIGNED_IN),
    ("GET",  "/saved-views/{id}",                         SIGNED_IN),
    ("POST", "/saved-views/{id}",                         SIGNED_IN),
    ("GET",  "/saved-views/{id}/edit",                    SIGNED_IN),
    ("POST", "/saved-views/{id}/query",                   SIGNED_IN),
    ("POST", "/saved-views/{id}/removal",                 SIGNED_IN),
    ("POST", "/saved-views/{id}/pin",                     SIGNED_IN),
    ("POST", "/saved-views/{id}/pin/removal",             SIGNED_IN),
    ("GET",  "/exports/accounts",                         MANAGER),
    ("GET",  "/exports/accounts/file",                    MANAGER),
    ("GET",  "/exports/contacts",                         MANAGER),
    ("GET",  "/exports/contacts/file",                    MANAGER),
    ("GET",  "/accounts/duplicates",                      STAFF),
    ("GET",  "/accounts/{id}/merge",                      STAFF),
    ("POST", "/accounts/{id}/merge",                      STAFF),
    ("POST", "/accounts/{id}/distinctions",               STAFF),
    ("GET",  "/accounts/{id}/duplicates",                 STAFF),
    ("GET",  "/contacts/duplicates",                      STAFF),
    ("GET",  "/contacts/{id}/merge",                      STAFF),
    ("POST", "/contacts/{id}/merge",                      STAFF),
    ("POST", "/contacts/{id}/distinctions",               STAFF),
    ("GET",  "/contacts/{id}/duplicates",                 STAFF),
];
