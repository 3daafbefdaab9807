//! Lists: sorted, filtered, paged and with chosen columns, all of it in the address.
//!
//! A slice says which columns it has ([`Column`]), turns a [`ListQuery`] into a query and its rows into [`Cell`]s;
//! the rest (address, header links, filter panel, pager) is the same for every list.

mod column;
mod condition;
mod cursor;
mod query;
mod view;

pub use column::{Choice, Column, ColumnKind};
pub use condition::Condition;
pub use cursor::Cursor;
pub use query::{ListQuery, Position, SIZES};
pub use view::{Cell, FilterView, ListView, ListWords, Row, Selected};
