//! What higher slices show on a lower slice's record page.
//!
//! The page renders whole on the first request, without the lower slice importing the higher one: `app.rs` hands the
//! panels down.

use super::list::ListKind;
use super::{AppError, Shell};
use crate::auth::Actor;
use crate::db::Conn;
use diesel::QueryResult;

/// Renders a panel of a page: what the page is of in, markup out.
pub type Panel = fn(&mut Conn, &Actor, &Shell, On<'_>) -> Result<String, AppError>;

/// What a page is of. It has been read already, so whoever acts may see it.
#[derive(Clone, Copy, Debug)]
pub struct On<'a> {
    /// Its id.
    pub id: i64,
    /// What people call it.
    pub name: &'a str,
}

/// Reads what the menu offers below each list, for the person who acts: one statement.
pub type MenuViews = fn(&mut Conn, &Actor, &[&'static ListKind]) -> QueryResult<Vec<MenuView>>;

/// A saved view as the frame of a page offers it.
#[derive(Clone, Debug)]
pub struct MenuView {
    /// Its id.
    pub id: i64,
    /// The path of its list.
    pub list: &'static str,
    /// What people call it.
    pub name: String,
    /// Its list as it was saved.
    pub href: String,
    /// Whether it stands in the person's menu.
    pub pinned: bool,
}

/// The panels of each kind of page, in the order shown.
#[derive(Clone, Copy, Default)]
pub struct Panels {
    /// On an account's page.
    pub account: &'static [Panel],
    /// On a contact's page.
    pub contact: &'static [Panel],
    /// On the page of an operation.
    pub operation: &'static [Panel],
    /// The lists of records.
    pub lists: &'static [&'static ListKind],
    /// What stands below them in the menu.
    pub menu: Option<MenuViews>,
}
