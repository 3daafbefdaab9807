//! Accounts: their list, their pages, their form.
mod edit;
mod fields;
mod kept;
mod list;
mod paging;
mod text;
mod walking;

use super::support::{Answer, Browser};

/// The names on a page of the list, in its order.
fn names(answer: &Answer) -> Vec<String> {
    answer.all("#list a.row-link")
}

/// A new account through its form; gives its path.
#[track_caller]
fn create(browser: &Browser, fields: &[(&str, &str)]) -> String {
    browser.open("/accounts/new");
    let answer = browser.submit("#record-form", fields);
    answer.assert_status(303);
    answer.location()
}
