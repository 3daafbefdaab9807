//! Stand-in for the real module: only the language-free message.

mod message;

pub use message::{Arg, Message};
