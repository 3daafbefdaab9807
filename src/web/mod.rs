//! What every page shares. (Stub of the front worktree.)

pub mod assets;
pub mod forms;
pub mod shell;
pub mod view;

#[cfg(test)]
mod gallery;
