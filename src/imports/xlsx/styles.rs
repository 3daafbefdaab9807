//! Which formats of cells show days.

use super::PART_MAX;
use super::archive::Archive;
use super::xml::{Token, Xml, attribute};
use std::collections::HashSet;
use std::io;

/// For each format in the list of the styles, whether a number in it is a day.
#[derive(Default)]
pub(super) struct Styles(Vec<bool>);

impl Styles {
    /// Those of a spreadsheet, if it has any.
    pub fn open(archive: &Archive) -> io::Result<Self> {
        let mut styles = Self::default();
        if !archive.has("xl/styles.xml") {
            return Ok(styles);
        }
        let mut xml = Xml::new(archive.read("xl/styles.xml", PART_MAX)?);
        let (mut own, mut in_cells) = (HashSet::new(), false);
        while let Some(token) = xml.next()? {
            match token {
                Token::Start(name, all) if name == "numFmt" => {
                    let code = attribute(&all, "formatCode").unwrap_or_default();
                    if shows_days(code) {
                        own.extend(attribute(&all, "numFmtId").map(str::to_owned));
                    }
                }
                Token::Start(name, _) if name == "cellXfs" => in_cells = true,
                Token::End(name) if name == "cellXfs" => in_cells = false,
                Token::Start(name, all) if name == "xf" && in_cells => {
                    let id = attribute(&all, "numFmtId").unwrap_or("0");
                    styles.0.push(own.contains(id) || is_built_in_day(id));
                }
                _ => {}
            }
        }
        Ok(styles)
    }

    /// Whether a number in the format with this number is a day.
    pub fn is_day(&self, style: Option<&str>) -> bool {
        let at = style.and_then(|style| style.parse::<usize>().ok());
        at.and_then(|at| self.0.get(at))
            .copied()
            .unwrap_or_default()
    }
}

/// The formats for days and times that every spreadsheet knows by number.
fn is_built_in_day(id: &str) -> bool {
    matches!(id.parse(), Ok(14..=22 | 27..=36 | 45..=47 | 50..=58_u32))
}

/// Whether a format has letters of days or times outside quotes and brackets.
fn shows_days(code: &str) -> bool {
    let mut chars = code.chars();
    let mut closing = None;
    while let Some(c) = chars.next() {
        match (closing, c) {
            (Some(end), c) if c == end => closing = None,
            (Some(_), _) => {}
            (None, '"') => closing = Some('"'),
            (None, '[') => closing = Some(']'),
            (None, '\\' | '_' | '*') => drop(chars.next()),
            (None, 'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S') => return true,
            (None, _) => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_told_from_those_of_numbers() {
        for code in ["yyyy\\-mm\\-dd", "d/m/yy", "[$-41D]h:mm", "\"den \"d"] {
            assert!(shows_days(code), "{code}");
        }
        for code in ["0", "#,##0.00", "\"dagar\" 0", "[Red]0", "@", "0\\d"] {
            assert!(!shows_days(code), "{code}");
        }
    }
}
