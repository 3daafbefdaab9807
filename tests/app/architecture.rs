//! The rules of the house that the compiler does not know: arrows point down, rooms stay small.
mod files;
mod floors;
mod paths;

pub use files::files;
use files::module;
use floors::{allowed, floor};
use paths::{climbed, reached};

const RUST_LINES: usize = 260;
const TEMPLATE_LINES: usize = 100;

fn assert_none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

#[test]
fn arrows_point_down() {
    let mut wrong = Vec::new();
    for file in files("src", "rs") {
        let from = module(&file.path);
        if floor(&from).is_none() {
            wrong.push(format!(
                "{}: module {from} stands on no floor",
                file.path.display()
            ));
        }
        let mut to = reached(&file.code());
        to.extend(
            climbed(&file.code(), file.depth())
                .into_iter()
                .filter(|to| !file.has_room(to)),
        );
        let upwards = to.into_iter().filter(|to| !allowed(&from, to));
        wrong.extend(upwards.map(|to| format!("{}: {from} may not use {to}", file.path.display())));
    }
    wrong.dedup();
    assert_none(&wrong, "see tests/app/architecture/floors.rs");
}

#[test]
fn files_are_small() {
    let rust = files("src", "rs")
        .into_iter()
        .chain(files("tests", "rs"))
        .filter(|file| module(&file.path) != "schema");
    let long_rust = rust.filter(|file| file.lines() > RUST_LINES);
    let long_templates = files("templates", "html")
        .into_iter()
        .filter(|file| file.lines() > TEMPLATE_LINES);
    let long = long_rust
        .chain(long_templates)
        .map(|file| format!("{} has {} lines", file.path.display(), file.lines()));
    assert_none(&long.collect::<Vec<_>>(), "which noun is hiding in there?");
}

#[test]
fn every_file_says_what_it_is_for() {
    let all = files("src", "rs").into_iter().chain(files("tests", "rs"));
    // The unit tests of a module are named after what they test.
    let spoken = all.filter(|file| !file.is_unit_test() && module(&file.path) != "schema");
    let silent = spoken.filter(|file| !file.text.lines().any(|line| line.starts_with("//!")));
    let silent: Vec<String> = silent.map(|file| file.path.display().to_string()).collect();
    assert_none(&silent, "each file starts with a //! line");
}

#[test]
fn asvs_1_2_4_no_test_is_skipped_and_no_sql_is_pasted_together() {
    // Written in two parts, so that this file does not find itself.
    let (skip, paste) = (concat!("#[", "ignore"), concat!("sql_query(", "format!"));
    let mut wrong = Vec::new();
    for file in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        let dense: String = file
            .code()
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != '&')
            .collect();
        wrong.extend(
            [skip, paste]
                .iter()
                .filter(|part| dense.contains(**part))
                .map(|part| format!("{}: {part}", file.path.display())),
        );
    }
    assert_none(&wrong, "forbidden");
}
