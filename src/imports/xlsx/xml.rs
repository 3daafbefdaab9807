//! As much XML as spreadsheets use: elements, attributes, text, the five entities and characters by number. Declared
//! entities are refused, and so is any piece longer than a row may be.

use super::broken;
use crate::imports::records::RECORD_MAX_BYTES;
use std::io::{self, BufRead, BufReader, Read};

/// A piece of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// An element begins: its name without prefix, and its attributes.
    Start(String, Vec<(String, String)>),
    /// An element ends.
    End(String),
    /// Text between tags.
    Text(String),
}

/// The attribute of that name.
pub(super) fn attribute<'a>(all: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = all.iter().find(|(key, _)| key == name);
    found.map(|(_, value)| value.as_str())
}

/// A document, piece by piece.
pub(super) struct Xml<R> {
    source: BufReader<R>,
    /// The end of an element that was written as `<a/>`.
    ending: Option<String>,
    in_tag: bool,
}

impl<R: Read> Xml<R> {
    pub fn new(source: R) -> Self {
        Self {
            source: BufReader::with_capacity(64 * 1024, source),
            ending: None,
            in_tag: false,
        }
    }

    /// The next piece; none at the end of the document.
    pub fn next(&mut self) -> io::Result<Option<Token>> {
        if let Some(name) = self.ending.take() {
            return Ok(Some(Token::End(name)));
        }
        loop {
            if !self.in_tag {
                let (text, found) = self.until(b'<', Vec::new())?;
                self.in_tag = found;
                if !text.is_empty() {
                    return Ok(Some(Token::Text(decoded(&text)?)));
                }
                if !found {
                    return Ok(None);
                }
            }
            self.in_tag = false;
            if let Some(token) = self.tag()? {
                return Ok(Some(token));
            }
        }
    }

    /// What stands between `<` and `>`, where `<` has been read.
    fn tag(&mut self) -> io::Result<Option<Token>> {
        let mut tag = Vec::new();
        loop {
            let found;
            (tag, found) = self.until(b'>', tag)?;
            if !found {
                return Err(broken("it ends within a tag"));
            }
            if is_whole(&tag) {
                break;
            }
            tag.push(b'>');
        }
        if let Some(text) = tag.strip_prefix(b"![CDATA[") {
            let text = text.strip_suffix(b"]]").unwrap_or(text);
            return Ok(Some(Token::Text(utf8(text)?.to_owned())));
        }
        match tag.first() {
            Some(b'!') if !tag.starts_with(b"!--") => Err(broken("it declares entities")),
            Some(b'?' | b'!') => Ok(None),
            Some(b'/') => Ok(Some(Token::End(local(utf8(&tag[1..])?.trim())))),
            _ => self.element(utf8(&tag)?).map(Some),
        }
    }

    fn element(&mut self, tag: &str) -> io::Result<Token> {
        let (tag, is_empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let name = local(name);
        let mut attributes = Vec::new();
        while let Some((key, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let quote = quote.ok_or_else(|| broken("an attribute has no quotes"))?;
            let Some((value, after)) = after[1..].split_once(quote) else {
                return Err(broken("an attribute does not end"));
            };
            attributes.push((key.trim().to_owned(), decoded(value.as_bytes())?));
            rest = after;
        }
        if is_empty {
            self.ending = Some(name.clone());
        }
        Ok(Token::Start(name, attributes))
    }

    /// Appends up to `end`, which is read but left out; whether it was found.
    fn until(&mut self, end: u8, mut bytes: Vec<u8>) -> io::Result<(Vec<u8>, bool)> {
        loop {
            let ready = self.source.fill_buf()?;
            if ready.is_empty() {
                return Ok((bytes, false));
            }
            let at = ready.iter().position(|byte| *byte == end);
            let piece = ready.get(..at.unwrap_or(ready.len())).unwrap_or_default();
            if bytes.len() + piece.len() > RECORD_MAX_BYTES {
                return Err(broken("a cell is too long"));
            }
            bytes.extend_from_slice(piece);
            let used = piece.len() + usize::from(at.is_some());
            self.source.consume(used);
            if at.is_some() {
                return Ok((bytes, true));
            }
        }
    }
}

/// Whether a `>` after this ends the tag: not within quotes, a comment or CDATA.
fn is_whole(tag: &[u8]) -> bool {
    if tag.starts_with(b"!--") {
        return tag.len() >= 5 && tag.ends_with(b"--");
    }
    if tag.starts_with(b"![CDATA[") {
        return tag.ends_with(b"]]");
    }
    let mut open = None;
    for byte in tag {
        match (open, *byte) {
            (None, b'"' | b'\'') => open = Some(*byte),
            (Some(quote), byte) if quote == byte => open = None,
            _ => {}
        }
    }
    open.is_none()
}

/// A name without its prefix.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

fn utf8(bytes: &[u8]) -> io::Result<&str> {
    std::str::from_utf8(bytes).map_err(|_| broken("it is not UTF-8"))
}

fn decoded(bytes: &[u8]) -> io::Result<String> {
    let mut rest = utf8(bytes)?;
    let mut text = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let Some((name, after)) = after.split_once(';') else {
            return Err(broken("an entity does not end"));
        };
        text.push(character(name).ok_or_else(|| broken("an entity is unknown"))?);
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> io::Result<Vec<Token>> {
        let mut xml = Xml::new(text.as_bytes());
        let mut tokens = Vec::new();
        while let Some(token) = xml.next()? {
            tokens.push(token);
        }
        Ok(tokens)
    }

    #[test]
    fn elements_attributes_and_entities() {
        let start = |name: &str, attributes: &[(&str, &str)]| {
            let own = attributes
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
            Token::Start(name.to_owned(), own.collect())
        };
        let end = |name: &str| Token::End(name.to_owned());
        let found = all(
            "<?xml version='1.0'?><!-- a > b --><x:c r=\"a>b\" t = 's'><v/>1 &lt; &#x32;<![CDATA[<&>]]></x:c>",
        );
        let expected = vec![
            start("c", &[("r", "a>b"), ("t", "s")]),
            start("v", &[]),
            end("v"),
            Token::Text("1 < 2".to_owned()),
            Token::Text("<&>".to_owned()),
            end("c"),
        ];
        assert_eq!(found.unwrap(), expected);
    }

    #[test]
    fn declared_entities_and_endless_pieces_are_refused() {
        assert!(all("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>").is_err());
        assert!(all("<a>&x;</a>").is_err());
        assert!(all("<a href='").is_err());
        assert!(all(&format!("<a>{}</a>", "x".repeat(RECORD_MAX_BYTES + 1))).is_err());
    }
}
