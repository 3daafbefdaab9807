//! The integration tests: one binary, so that everything links once. `docs/testing.md` says how to write one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod access;
mod accounts;
mod api;
mod architecture;
mod browser;
mod bulk;
mod changes;
mod conflicts;
mod contacts;
mod database_tls;
mod demo;
mod dependencies;
mod drafts;
mod duplicates;
mod exports;
mod home;
mod imports;
mod jobs;
mod kpis;
mod merges;
mod migrations;
mod organisation;
mod plans;
mod saved_views;
mod schema;
mod security;
mod sessions;
mod settings;
mod statements;
mod support;
mod tags;
mod templates;
mod trash;
mod undo;
mod users;
