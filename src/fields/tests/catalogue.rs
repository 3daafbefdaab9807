//! Every message of this module and of `imports` has a text in each language, with the same variables.

use std::collections::{BTreeMap, BTreeSet};

const ENGLISH: &str = include_str!("../../i18n/messages/en/fields.ftl");
const SWEDISH: &str = include_str!("../../i18n/messages/sv/fields.ftl");
const SOURCES: [&str; 9] = [
    include_str!("../mod.rs"),
    include_str!("../text.rs"),
    include_str!("../email.rs"),
    include_str!("../phone.rs"),
    include_str!("../website.rs"),
    include_str!("../organisation_number.rs"),
    include_str!("../date.rs"),
    include_str!("../integer.rs"),
    include_str!("../password.rs"),
];
const PROBLEMS: &str = include_str!("../../imports/problems.rs");

fn texts(catalogue: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    catalogue
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, text)| (key, variables(text)))
        .collect()
}

fn variables(text: &str) -> BTreeSet<&str> {
    text.split("{ $")
        .skip(1)
        .filter_map(|rest| rest.split(" }").next())
        .collect()
}

#[test]
fn both_languages_say_everything() {
    assert_eq!(texts(ENGLISH), texts(SWEDISH));
    let used: BTreeSet<&str> = SOURCES
        .iter()
        .chain([&PROBLEMS])
        .flat_map(|source| source.split('"'))
        .filter(|piece| piece.starts_with("fields-") && !piece.contains(' '))
        .collect();
    let known: BTreeSet<&str> = texts(ENGLISH).into_keys().collect();
    assert_eq!(used, known);
}

#[test]
fn the_catalogues_are_fluent() {
    for catalogue in [ENGLISH, SWEDISH] {
        assert!(fluent_bundle::FluentResource::try_new(catalogue.to_owned()).is_ok());
    }
}
