//! Saved views: the address of a list under a name, for its owner alone or shared with a role.
//!
//! A view keeps a question, never its answer: whoever opens it reads the rows as themselves. Invariants: one living
//! view of a name (folded) for each owner and list; only managers share, and change what is shared.

mod actions;
mod bar;
mod forms;
mod model;
mod pages;
mod queries;
mod views;

pub use bar::bar;
pub use model::{SavedView, SavedViewId};
pub(crate) use pages::routes;
pub use queries::{find, menu, names, visible_to};
