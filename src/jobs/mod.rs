//! Work for later, in a table.

use crate::web::State;

/// Starts the worker.
pub fn start(_: State) {}
