//! Tags themselves, kept by managers: made, renamed, recoloured, merged and deleted on pages of their own.

mod actions;
mod forms;
mod one;
mod pages;
mod queries;
mod reversal;

pub use pages::routes;
pub use reversal::Reversal;
