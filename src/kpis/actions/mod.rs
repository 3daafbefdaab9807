//! Writing KPIs. Each action is one transaction with its record; what ends in `_in` is the part that imports use
//! inside operations of their own.

mod definitions;
mod locks;
mod put_back;
mod targets;
mod values;

pub use definitions::{DefinitionError, archive, create, insert_in, name_key, unarchive, update};
pub use locks::{lock_period, unlock_period};
pub(super) use put_back::put_definition;
pub use targets::{SetTarget, set_targets};
pub(super) use values::insert_counted;
pub use values::{Entry, ValueError, enter, enter_in, enter_many};
