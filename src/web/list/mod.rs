//! Lists: sorted, filtered, paged and with chosen columns, all of it in the address.
//!
//! A slice says which columns it has ([`Column`]), turns a [`ListQuery`] into a query and its rows into [`Cell`]s;
//! the rest (address, header links, filter panel, pager) is the same for every list.

mod cell;
mod chips;
mod column;
mod condition;
mod cursor;
mod filters;
mod groups;
mod kind;
mod offer;
mod page;
mod pager;
mod query;
mod read;
mod respond;
mod view;

pub use cell::Cell;
pub use chips::describe_filters;
pub use column::{Choice, Column, ColumnKind};
pub use condition::{Condition, Match};
pub use cursor::Cursor;
pub use filters::{bounds, moment, moment_text, owner_choices, phone_digits};
pub use groups::{Owners, Part};
pub use kind::{ListKind, ReadAgain};
pub use offer::Offer;
pub use page::ListPage;
pub use query::{ListQuery, Position, SIZES, led_from};
pub use respond::respond;
pub use view::{FilterView, Found, ListView, ListWords, Row, Selected};
