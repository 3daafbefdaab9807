//! Likely duplicates: what looks alike and why, and how a form waits for it.
mod accounts;
mod contacts;
mod cost;

use super::support::Answer;

/// The reasons on the page, in order.
fn reasons(answer: &Answer) -> Vec<String> {
    answer.all(".summary .badge")
}

/// The names of what was found.
fn found(answer: &Answer) -> Vec<String> {
    answer.all(".summary li > a")
}
