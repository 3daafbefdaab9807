//! Cells that a spreadsheet would run as formulas: an export puts an apostrophe before them, an import takes it away.

use std::borrow::Cow;

/// What a spreadsheet takes for the beginning of a formula, or passes over before it looks for one.
const DANGEROUS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\0'];

/// Whether the text begins like a formula, behind any number of apostrophes.
fn begins_like_one(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(DANGEROUS)
}

/// The text as a cell that no spreadsheet runs.
pub fn neutral(text: &str) -> Cow<'_, str> {
    match begins_like_one(text) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// The text that [`neutral`] made this cell of.
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if begins_like_one(text) => text,
        _ => cell,
    }
}

/// The text as a cell of a format that knows text from formulas: only what [`plain`] would take for neutral is marked.
pub fn marked(text: &str) -> Cow<'_, str> {
    match text.starts_with('\'') {
        true => neutral(text),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asvs_1_2_10_formulas_are_neutral_and_come_back() {
        for text in [
            "=cmd|' /C calc'!A0",
            "+46 70 123 45 67",
            "-1",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "\0x",
            "'=x",
            "''=x",
        ] {
            let cell = neutral(text);
            assert!(cell.starts_with('\''), "{text:?}");
            assert_eq!(plain(&cell), text);
            assert_eq!(plain(&marked(text)), text);
        }
        for text in ["", "'", "it's", "'quoted'", "O'Hara", "1=1", "0123"] {
            assert_eq!(neutral(text), text);
            assert_eq!(plain(text), text);
            assert_eq!(marked(text), text);
        }
    }
}
