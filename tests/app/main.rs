//! The integration tests.
mod templates;
