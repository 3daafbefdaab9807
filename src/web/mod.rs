//! What every page shares. (Stub of the front worktree.)

pub mod assets;
mod forms;
mod shell;
pub mod view;

pub use forms::{FieldErrors, FormView};
pub use shell::{Flash, NavItem, Shell, ShellActor};

#[cfg(test)]
mod gallery;
