//! The role table's lines of saved views.

use super::{Line, SIGNED_IN};

#[rustfmt::skip]
pub const TABLE: &[Line] = &[
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
];
