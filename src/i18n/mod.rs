//! Every text a person reads, in the languages the product speaks.
//!
//! Texts live in Fluent catalogues under `messages/{language}/{slice}.ftl`, one file per slice, keys prefixed with the
//! slice's name. They are embedded, parsed once per language on first use, and checked by tests: both languages hold
//! the same keys with the same variables, and every key named in code or templates exists.

mod catalogue;
pub mod format;
mod lang;
mod message;
mod text;

#[cfg(test)]
mod tests;

pub use catalogue::{keys, variables};
pub use lang::Lang;
pub use message::{Arg, Message};
pub use text::Text;
