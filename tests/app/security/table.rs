//! The table of requirements in `docs/security.md`: its tests exist, and every test that carries an id is in it.

use crate::architecture::files;
use std::collections::BTreeSet;

/// The names of all tests that carry the id of a requirement.
fn tests() -> BTreeSet<String> {
    let all = ["src", "tests/app"].map(|under| files(under, "rs"));
    let text: String = all.into_iter().flatten().map(|file| file.text).collect();
    text.split("fn asvs_")
        .skip(1)
        .filter_map(|rest| rest.split_once('('))
        .map(|(name, _)| format!("asvs_{name}"))
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
        .collect()
}

#[test]
fn every_requirement_names_a_test_that_exists_or_says_why_not() {
    let security = include_str!("../../../docs/security.md");
    let (_, table) = security
        .split_once("## Requirements and their tests")
        .expect("the table");
    let tests = tests();
    let mut named = BTreeSet::new();
    let mut rows = 0;
    for row in table.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [id, by] = cells[..] else {
            panic!("two cells: {row}")
        };
        rows += 1;
        let names: Vec<&str> = by
            .split('`')
            .filter(|part| part.starts_with("asvs_"))
            .collect();
        assert!(
            !names.is_empty() || by.starts_with("not yet:") || by.starts_with("does not apply:"),
            "{id}: {by}"
        );
        for name in names {
            assert!(
                tests.contains(name),
                "{id} names {name}, which does not exist"
            );
            named.insert(name.to_owned());
        }
    }
    assert!(rows >= 60, "{rows} rows");
    let missing: Vec<_> = tests.difference(&named).collect();
    assert!(missing.is_empty(), "not in the table: {missing:#?}");
}
