//! Minimata: a CRM that renders on the server.

pub mod auth;
pub mod i18n;
pub mod web;
