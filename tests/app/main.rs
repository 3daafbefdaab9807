//! The integration tests: one binary, so that everything links once. `docs/testing.md` says how to write one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod architecture;
mod demo;
mod dependencies;
mod imports;
mod support;
