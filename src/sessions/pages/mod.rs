//! Handlers.

pub(super) mod mine;
pub(super) mod sign_in;
pub(super) mod sign_out;
