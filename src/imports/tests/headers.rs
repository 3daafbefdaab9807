use std::collections::HashSet;

use crate::imports::headers::{Column, key, split_full_name};
use crate::imports::{AccountColumn, ContactColumn, Mapping, Target};

fn detect<C: Column>(headers: &[&str]) -> Vec<&'static str> {
    let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
    Mapping::<C>::detect(&headers)
        .columns
        .into_iter()
        .map(|target| match target {
            Target::Field(column) => column.field(),
            Target::OtherFact(_) => "-",
            Target::Ignored => panic!("nothing is ignored by itself"),
        })
        .collect()
}

#[test]
fn headers_are_recognised_however_they_are_written() {
    for header in [
        "Org.nr",
        "Org nr",
        "ORG_NR",
        "org-nr.",
        "Orgnr",
        "Organisationsnummer",
        "organisation_number",
        "Organization number",
    ] {
        assert_eq!(
            detect::<AccountColumn>(&[header]),
            ["organisation_number"],
            "{header}"
        );
    }
    assert_eq!(
        detect::<ContactColumn>(&["Förnamn", "Fo\u{308}rnamn 2", "FORNAMN!"]),
        ["first_name", "-", "-"]
    );
    assert_eq!(
        detect::<AccountColumn>(&[
            "E-post",
            "Anställda",
            "Bransch",
            "Typ",
            "Status",
            "Land",
            "Ägare",
            "Taggar",
            "Externt id",
            "Hemsida"
        ]),
        [
            "email",
            "employees",
            "industry",
            "kind",
            "status",
            "country",
            "owner",
            "tags",
            "external_id",
            "website"
        ]
    );
}

#[test]
fn organization_is_the_name_or_the_id() {
    assert_eq!(
        detect::<AccountColumn>(&["Organization", "Name"]),
        ["external_id", "name"]
    );
    assert_eq!(
        detect::<AccountColumn>(&["Organization Id", "Name"]),
        ["external_id", "name"]
    );
    assert_eq!(
        detect::<AccountColumn>(&["Organization Id", "Organization"]),
        ["external_id", "name"]
    );
    assert_eq!(
        detect::<AccountColumn>(&["Organization", "City"]),
        ["name", "city"]
    );
    assert_eq!(
        detect::<AccountColumn>(&["Company", "Customer Id"]),
        ["name", "external_id"]
    );
    assert_eq!(
        detect::<AccountColumn>(&["Förening", "Namn"]),
        ["-", "name"]
    );
}

#[test]
fn unsure_headers_yield_to_sure_ones() {
    assert_eq!(
        detect::<AccountColumn>(&["Namn", "Mobil", "Telefon"]),
        ["name", "-", "phone"]
    );
    assert_eq!(
        detect::<AccountColumn>(&["Namn", "Mobil"]),
        ["name", "phone"]
    );
    assert_eq!(
        detect::<ContactColumn>(&["Phone 1", "Phone 2"]),
        ["phone", "mobile"]
    );
    assert_eq!(
        detect::<ContactColumn>(&["Mobile", "Phone 1", "Phone 2"]),
        ["mobile", "phone", "-"]
    );
    assert_eq!(
        detect::<ContactColumn>(&["Namn", "Förening"]),
        ["full_name", "account_name"]
    );
    assert_eq!(
        detect::<ContactColumn>(&["First name", "Namn"]),
        ["first_name", "-"]
    );
}

#[test]
fn other_columns_are_kept_by_name() {
    let headers = ["Index", "Namn", "#3"].map(str::to_owned);
    let mapping = Mapping::<AccountColumn>::detect(&headers);
    assert_eq!(mapping.columns[0], Target::OtherFact("Index".to_owned()));
    let cells = ["1", "Ås IF", "  "].map(str::to_owned);
    assert_eq!(
        mapping.other_facts(&cells).collect::<Vec<_>>(),
        [("Index", "1")]
    );
    assert_eq!(mapping.cell(&cells, AccountColumn::Name), "Ås IF");
    assert_eq!(mapping.cell(&cells, AccountColumn::City), "");
}

fn check_synonyms<C: Column + serde::Serialize>() {
    let mut sure = HashSet::new();
    for entry in C::SYNONYMS {
        for word in entry
            .sure
            .split_whitespace()
            .chain(entry.unsure.split_whitespace())
        {
            assert_eq!(key(word), word);
        }
        for word in entry.sure.split_whitespace() {
            assert!(sure.insert(word), "{word} means two fields");
        }
        assert!(
            entry
                .sure
                .split_whitespace()
                .any(|word| word == key(entry.column.field()))
        );
        let name = serde_json::to_value(entry.column).expect("a name");
        assert_eq!(name, entry.column.field());
    }
    for entry in C::SYNONYMS {
        for word in entry.unsure.split_whitespace() {
            assert!(!sure.contains(word), "{word} is both sure and unsure");
        }
    }
}

#[test]
fn synonyms_are_plain_and_mean_one_field() {
    check_synonyms::<AccountColumn>();
    check_synonyms::<ContactColumn>();
}

#[test]
fn names_in_one_cell() {
    assert_eq!(
        split_full_name(" Anna Karin  von-Essen "),
        ("Anna Karin", "von-Essen")
    );
    assert_eq!(split_full_name("Lindström, Anna"), ("Anna", "Lindström"));
    assert_eq!(split_full_name("Madonna"), ("Madonna", ""));
}
