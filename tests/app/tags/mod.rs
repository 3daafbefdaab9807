//! Tags: lists narrowed by them, and their own page.
mod definitions;
mod filter;
