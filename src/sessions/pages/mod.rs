//! Handlers.

pub(super) mod mine;
pub(in crate::sessions) mod sign_in;
pub(super) mod sign_out;
