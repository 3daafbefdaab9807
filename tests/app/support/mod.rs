//! What tests stand on: databases, the running product, an HTTP client that behaves like a browser, a real browser.
//! `server.rs` alone knows the product crate.
// A helper is here before the first test that needs it.
#![allow(dead_code, unused_imports)]

mod answer;
mod app;
mod assertions;
mod axe;
mod browser;
mod clock;
mod controls;
mod database;
mod form;
mod html;
mod jar;
mod keys;
mod page;
mod page_checks;
mod page_moves;
mod patience;
mod people;
mod program;
mod queries;
mod records;
mod request;
mod selftest;
mod selftest_app;
mod selftest_chromium;
mod selftest_site;
mod server;
mod target;
mod watchdog;
mod webdriver;
mod wire;

pub use answer::Answer;
pub use app::TestApp;
pub use browser::Browser;
pub use clock::TestClock;
pub use database::TestDatabase;
pub use form::Form;
pub use page::Page;
pub use page_checks::Transfer;
pub use people::Person;
pub use program::Program;
pub use records::organisation_number;
pub use server::configured_key;
pub use watchdog::Watchdog;
