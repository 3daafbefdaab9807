//! What higher slices show on a lower slice's record page.
//!
//! The page renders whole on the first request, without the lower slice importing the higher one: `app.rs` hands the
//! panels down.

use super::{AppError, Shell};
use crate::auth::Actor;
use crate::db::Conn;

/// Renders a panel of a record's page: the record's id in, markup out.
pub type Panel = fn(&mut Conn, &Actor, &Shell, i64) -> Result<String, AppError>;

/// The panels of each kind of page, in the order shown.
#[derive(Clone, Copy, Default)]
pub struct Panels {
    /// On an account's page.
    pub account: &'static [Panel],
    /// On a contact's page.
    pub contact: &'static [Panel],
    /// On the page of an operation.
    pub operation: &'static [Panel],
}
