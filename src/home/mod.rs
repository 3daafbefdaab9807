//! The page after sign-in: what is mine, what happened, where to begin.
//!
//! Invariant: a fixed number of statements, whatever there is to show.

mod pages;
mod queries;
mod views;

pub(crate) use pages::routes;
