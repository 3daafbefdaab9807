//! Texts that cells share.

use super::archive::Archive;
use super::cells::unescaped;
use super::xml::{Token, Xml};
use super::{PART_MAX, broken};
use std::io;

/// All of them in one text, and where each ends.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Those of a spreadsheet, if it has any.
    pub fn open(archive: &Archive) -> io::Result<Self> {
        let mut strings = Self::default();
        if !archive.has("xl/sharedStrings.xml") {
            return Ok(strings);
        }
        let mut xml = Xml::new(archive.read("xl/sharedStrings.xml", PART_MAX)?);
        let (mut in_text, mut in_phonetic) = (false, false);
        while let Some(token) = xml.next()? {
            match token {
                Token::Start(name, _) if name == "rPh" => in_phonetic = true,
                Token::End(name) if name == "rPh" => in_phonetic = false,
                Token::Start(name, _) if name == "t" => in_text = !in_phonetic,
                Token::End(name) if name == "t" => in_text = false,
                Token::Text(text) if in_text => strings.text.push_str(&text),
                Token::End(name) if name == "si" => strings.ends.push(strings.text.len()),
                _ => {}
            }
        }
        Ok(strings)
    }

    /// The text with this number.
    pub fn get(&self, number: &str) -> io::Result<String> {
        let at: usize = number
            .trim()
            .parse()
            .map_err(|_| broken("a text has no number"))?;
        let end = self
            .ends
            .get(at)
            .ok_or_else(|| broken("a text is missing"))?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let text = self.text.get(start.copied().unwrap_or_default()..*end);
        Ok(unescaped(text.unwrap_or_default()))
    }
}
