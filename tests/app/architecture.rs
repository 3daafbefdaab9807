//! The rules of the house that the compiler does not know: arrows point down, rooms stay small.
mod paths;

use std::fs;
use std::path::{Path, PathBuf};

use paths::reached;

/// Which floor each module stands on. A module uses lower floors, and its own only where `NEIGHBOURS` says so.
const FLOORS: &[(u8, &[&str])] = &[
    (
        0,
        &[
            "config", "schema", "i18n", "fields", "db", "web", "auth", "audit", "jobs", "mail",
        ],
    ),
    (1, &["users", "sessions", "tags", "settings", "api_keys"]),
    (2, &["accounts"]),
    (3, &["contacts"]),
    (4, &["kpis", "enquiries"]),
    (
        5,
        &[
            "merges", "trash", "undo", "imports", "exports", "search", "demo",
        ],
    ),
    (6, &["dashboard"]),
    (TOP, &["app", "main", "lib", "cli"]),
];
const TOP: u8 = 9;

/// Who may use whom on the same floor. The ground floor and the top have no order inside.
const NEIGHBOURS: &[(&str, &str)] = &[
    ("sessions", "users"),
    ("users", "sessions"),
    ("sessions", "settings"),
    ("users", "settings"),
    ("api_keys", "users"),
];

const RUST_LINES: usize = 260;
const TEMPLATE_LINES: usize = 100;

/// A file of the project.
struct File {
    path: PathBuf,
    text: String,
}

impl File {
    fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// The file's text without whole-line comments.
    fn code(&self) -> String {
        self.text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn files(under: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open = vec![root.join(under)];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == ending)
            {
                let text = fs::read_to_string(&path).expect("a text");
                found.push(File {
                    path: path.strip_prefix(root).expect("below the root").to_owned(),
                    text,
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn floor(module: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(_, modules)| modules.contains(&module))
        .map(|(floor, _)| *floor)
}

/// The module that a file of `src/` belongs to.
fn module(path: &Path) -> String {
    let second = path
        .components()
        .nth(1)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    second
        .unwrap_or_default()
        .trim_end_matches(".rs")
        .to_owned()
}

fn allowed(from: &str, to: &str) -> bool {
    let (Some(upper), Some(lower)) = (floor(from), floor(to)) else {
        return floor(to).is_none(); // a name that `lib.rs` re-exports, or a macro
    };
    let unordered = upper == 0 || upper == TOP;
    from == to
        || lower < upper
        || (lower == upper && (unordered || NEIGHBOURS.contains(&(from, to))))
}

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
        let upwards = reached(&file.code())
            .into_iter()
            .filter(|to| !allowed(&from, to));
        wrong.extend(upwards.map(|to| format!("{}: {from} may not use {to}", file.path.display())));
    }
    wrong.dedup();
    assert_none(&wrong, "see FLOORS in tests/app/architecture.rs");
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
    let silent = files("src", "rs")
        .into_iter()
        .chain(files("tests", "rs"))
        .filter(|file| !file.text.lines().any(|line| line.starts_with("//!")));
    let silent = silent
        .filter(|file| module(&file.path) != "schema")
        .map(|file| file.path.display().to_string());
    assert_none(
        &silent.collect::<Vec<_>>(),
        "each file starts with a //! line",
    );
}

#[test]
fn no_test_is_skipped_and_no_sql_is_pasted_together_1_2_4() {
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

#[test]
fn the_reader_of_paths_sees_every_form() {
    let code = "use crate::accounts::{self, queries};\nuse crate::{web::{Shell, Flash}, db, auth::may::{A, B}};\nlet a = crate::i18n::x(); mycrate::no();";
    assert_eq!(reached(code), ["accounts", "web", "db", "auth", "i18n"]);
    assert!(
        allowed("contacts", "accounts")
            && allowed("db", "web")
            && allowed("app", "dashboard")
            && allowed("sessions", "users")
    );
    assert!(
        !allowed("accounts", "contacts")
            && !allowed("web", "users")
            && !allowed("merges", "undo")
            && !allowed("dashboard", "app")
    );
}
