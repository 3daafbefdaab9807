//! Merging two records, and finding that two are two.
mod accounts;
mod contacts;
mod distinct;
mod edges;
mod undo;
mod worklist;

use super::support::{Answer, Browser};

/// The values of a field on the page that compares: of the record whose page it is, and of the other one.
fn values(answer: &Answer, field: &str) -> Vec<String> {
    answer.all(&format!("[id='{field}'] .option label"))
}

/// What is chosen of a field.
fn chosen(answer: &Answer, field: &str) -> Vec<String> {
    answer.attributes(&format!("[id='{field}'] input[checked]"), "value")
}

/// A fact on a record's page.
fn fact(answer: &Answer, path: &str, field: &str) -> String {
    let id = path.trim_start_matches('/').replace("s/", "-");
    answer.text(&format!("#{id}-{field} dd"))
}

/// Merges as the page proposes but for these choices.
#[track_caller]
pub fn merge(staff: &Browser, address: &str, choices: &[(&str, &str)]) -> Answer {
    staff.open(address);
    staff.submit("#merge-form", choices)
}
