//! Lists as files: what is in them, that they come back unchanged, and what is left of one that was cut off.
mod cut;
mod file;
mod names;
mod page;
mod round_trip;

use crate::support::{Answer, Browser};

/// The text of a file without its mark, line by line as sent.
fn lines(answer: &Answer) -> Vec<String> {
    answer.assert_status(200);
    let text = answer.body();
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    text.split_terminator("\r\n").map(str::to_owned).collect()
}

/// A file with these columns.
fn exported(browser: &Browser, list: &str, query: &str, fields: &[&str]) -> Answer {
    let fields: Vec<String> = fields.iter().map(|key| format!("fields={key}")).collect();
    browser.get(&format!(
        "/exports/{list}/file?{query}&{}",
        fields.join("&")
    ))
}
