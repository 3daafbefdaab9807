//! Search: what is found, and when.
mod current;
mod forms;
mod kept;
mod page;
mod relevance;
mod sample;

use crate::support::Browser;

/// The names in a list narrowed by a text.
#[track_caller]
pub fn listed(who: &Browser, list: &str, text: &str) -> Vec<String> {
    let query: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    who.open(&format!("/{list}?q={query}"))
        .all("#list a.row-link")
}
