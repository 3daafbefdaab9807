//! Reading templates and catalogues as text.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(super) fn files(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    found.sort();
    found
}

/// The keys of the English catalogue; that both are the same is tested beside them.
pub(super) fn keys() -> BTreeSet<String> {
    let files = files("src/i18n/messages/en", "ftl");
    let lines = files.iter().flat_map(|(_, text)| text.lines());
    let starts = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    starts
        .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
        .collect()
}

/// The parts of a template that the template language reads, without comments.
pub(super) fn code(template: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        rest = &rest[at..];
        let end = match rest.as_bytes().get(1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                rest = &rest[1..];
                continue;
            }
        };
        let length = rest.find(end).map_or(rest.len(), |at| at + 2);
        if end != "#}" {
            parts.push(rest[..length].to_owned());
        }
        rest = &rest[length..];
    }
    parts
}

/// The template with everything that the language reads taken out.
pub(super) fn without_code(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = ["{{", "{%", "{#"]
        .iter()
        .filter_map(|open| rest.find(open))
        .min()
    {
        out.push_str(&rest[..at]);
        let end = match rest.as_bytes()[at + 1] {
            b'{' => "}}",
            b'%' => "%}",
            _ => "#}",
        };
        rest = rest[at..]
            .find(end)
            .map_or("", |length| &rest[at + length + 2..]);
    }
    out + rest
}

pub(super) fn literals(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2)
}

pub(super) fn looks_like_a_key(text: &str, prefixes: &BTreeSet<&str>) -> bool {
    let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.chars().all(kebab)
        && text
            .split_once('-')
            .is_some_and(|(prefix, rest)| prefixes.contains(prefix) && !rest.is_empty())
}

/// What the pattern is followed by, up to the closing quote.
pub(super) fn quoted_after<'a>(text: &'a str, pattern: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(pattern)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
}
