//! The lines of KPIs.

use super::{Line, MANAGER, SIGNED_IN};

#[rustfmt::skip]
pub const LINES: &[Line] = &[
    ("GET",  "/kpis",                                     SIGNED_IN),
    ("POST", "/kpis",                                     MANAGER),
    ("GET",  "/kpis/new",                                 MANAGER),
    ("GET",  "/kpis/import",                              MANAGER),
    ("POST", "/kpis/import",                              MANAGER),
    ("POST", "/kpis/import/confirmation",                 MANAGER),
    // Whoever owns a KPI enters its values, a viewer too: each cell asks.
    ("GET",  "/kpis/values",                              SIGNED_IN),
    ("POST", "/kpis/values",                              SIGNED_IN),
    ("GET",  "/kpis/missing",                             SIGNED_IN),
    ("GET",  "/kpis/locks/{period}",                      MANAGER),
    ("POST", "/kpis/locks/{period}",                      MANAGER),
    ("POST", "/kpis/locks/{period}/removal",              MANAGER),
    ("GET",  "/kpis/{id}",                                SIGNED_IN),
    ("POST", "/kpis/{id}",                                MANAGER),
    ("GET",  "/kpis/{id}/edit",                           MANAGER),
    ("POST", "/kpis/{id}/archival",                       MANAGER),
    ("POST", "/kpis/{id}/archival/removal",               MANAGER),
    ("GET",  "/kpis/{id}/targets",                        MANAGER),
    ("POST", "/kpis/{id}/targets",                        MANAGER),
    ("GET",  "/kpis/{id}/values.csv",                     SIGNED_IN),
    ("GET",  "/kpis/{id}/values/{period}",                SIGNED_IN),
    ("POST", "/kpis/{id}/values/{period}",                SIGNED_IN),
];
