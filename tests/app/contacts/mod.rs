//! Contacts: their list, their pages, their roles at accounts.
mod account_order;
mod at_account;
mod edit;
mod list;
mod primary;
mod roles;

use super::support::{Answer, Browser};

/// The names on a page of the list, in its order.
fn names(answer: &Answer) -> Vec<String> {
    answer.all("#list a.row-link")
}

/// A new contact through its form; gives its path.
#[track_caller]
fn create(browser: &Browser, fields: &[(&str, &str)]) -> String {
    browser.open("/contacts/new");
    let answer = browser.submit("#record-form", fields);
    answer.assert_status(303);
    answer.location()
}

/// The rows of the panel of roles, as text.
fn roles(answer: &Answer) -> Vec<String> {
    answer.all("#affiliations tbody tr")
}

/// The rows of the panel of people, as text.
fn people(answer: &Answer) -> Vec<String> {
    answer.all("#people tbody tr")
}
