//! Reads which modules a piece of Rust reaches: enough of a parser for `use` lines and paths.

/// The modules that a text reaches by `crate::x` and `crate::{x::…, y}`.
pub fn reached(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(group_heads(group)),
            None => found.push(head(rest)),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// The first names in `a::{b, c}, d}`: `a` and `d`.
fn group_heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut start) = (0, Vec::new(), 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                heads.push(head(group[start..at].trim_start()));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    heads
}

/// The name that a path starts with.
fn head(path: &str) -> String {
    path.chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}

/// The modules that a text reaches by climbing to the root: `super::x::…` from `depth` modules below it.
pub fn climbed(code: &str, depth: usize) -> Vec<String> {
    let climb = "super::".repeat(depth);
    let tops = code
        .match_indices(&climb)
        .filter(|(at, _)| !code[..*at].ends_with("super::"));
    let rests = tops.map(|(at, _)| &code[at + climb.len()..]);
    // A name alone is an item of the module that the climb ends in.
    let modules = rests.filter(|rest| rest[head(rest).len()..].starts_with("::"));
    modules.map(head).filter(|name| name != "super").collect()
}

#[test]
fn the_reader_of_paths_sees_every_form() {
    let code = "use crate::accounts::{self, queries};\nuse crate::{web::{Shell, Flash}, db, auth::may::{A, B}};\nlet a = crate::i18n::x(); mycrate::no();";
    assert_eq!(reached(code), ["accounts", "web", "db", "auth", "i18n"]);
    let climbing = "use super::{a, b}; super::super::contacts::x(); super::super::new(); super::super::super::db::Db";
    assert_eq!(climbed(climbing, 2), ["contacts"]);
}
