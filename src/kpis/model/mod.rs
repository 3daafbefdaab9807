//! What a KPI is, and what is written about it.

mod cell_name;
mod definition;
mod entries;

pub use cell_name::CellName;
pub use definition::{Definition, DefinitionId, Direction, Scope, Totalling};
pub use entries::{Lock, LockId, Target, TargetId, Value, ValueId};
