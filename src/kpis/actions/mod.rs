//! Writing KPIs. Each action is one transaction with its record; what ends in `_in` is the part that imports use
//! inside operations of their own.

mod definitions;
mod locks;
mod targets;
mod values;

pub use definitions::{DefinitionError, archive, create, insert_in, unarchive, update};
pub use locks::{lock_period, unlock_period};
pub use targets::{SetTarget, set_targets};
pub use values::{Entry, ValueError, enter, enter_in, enter_many};
