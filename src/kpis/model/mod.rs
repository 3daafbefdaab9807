//! What a KPI is, and what is written about it.

mod cell_name;
mod codes;
mod definition;
mod entries;

pub use cell_name::CellName;
pub use codes::{Direction, Scope, Source, Totalling};
pub use definition::{Definition, DefinitionId};
pub use entries::{Lock, LockId, Target, TargetId, Value, ValueId};
