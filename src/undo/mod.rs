//! Taking back what was done: any operation on records, whole or, where something is in the way, the rest of it.
//!
//! Invariants: a field is taken back only if every later operation on it has been taken back too, so that undoing in any
//! order ends where it began; an undo is an operation, and undoing it is "redo"; nothing is undone twice; an undo is one
//! transaction up to [`MOST_AT_ONCE`] changes, a job in batches beyond that. What can be undone is in the registry of
//! `app.rs` ([`crate::audit::Reverser`]): this slice knows no tables of records.

mod actions;
pub(crate) mod api;
mod blocked;
mod chosen;
mod kind;
mod later;
mod members;
mod pages;
mod panel;
mod remainders;
mod taking;
mod updating;
mod work;

pub(crate) use blocked::{Row, rows as obstacle_rows};

pub use actions::{MOST_AT_ONCE, Order, UndoError, Undone, undo};
pub(crate) use api::api_routes;
pub use chosen::Chosen;
pub(crate) use pages::routes;
pub use panel::operation_panel;
pub use work::UNDO;
