//! The page after sign-in: tiles, arranged by each person, with a beginning for each role.
//!
//! Invariants: a fixed number of statements, whatever there is to show; every number is a link to the rows behind it; a
//! person never sees a tile that their role may not; what somebody arranged is theirs alone.

mod actions;
mod asked;
mod layout;
mod pages;
mod queries;
mod tiles;
mod views;

pub(crate) use pages::routes;
