//! Tags: lists narrowed by them, and their own page.
mod filter;
