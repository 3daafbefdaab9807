//! What our import makes of our headings.

use super::{Format, SOURCES, Value, csv};
use crate::i18n::Lang;
use crate::imports::{AccountColumn, Column, ContactColumn, Mapping, Target};

fn targets<C: Column>(source: usize, lang: Lang) -> Vec<(&'static str, Target<C>)> {
    let fields = SOURCES[source].fields.iter();
    let fields: Vec<_> = fields.filter(|field| field.key != "other_facts").collect();
    let headings: Vec<String> = fields
        .iter()
        .map(|f| lang.text(f.label).to_string())
        .collect();
    let mapping = Mapping::<C>::detect(&headings);
    fields
        .iter()
        .map(|field| field.key)
        .zip(mapping.columns)
        .collect()
}

fn assert_known<C: Column>(source: usize, renamed: &[(&str, &str)]) {
    for lang in Lang::ALL {
        for (key, target) in targets::<C>(source, lang) {
            let other = renamed.iter().find(|(ours, _)| *ours == key);
            let expected = other.map_or(key, |(_, theirs)| theirs);
            match target {
                Target::Field(column) => assert_eq!(column.field(), expected, "{lang:?}"),
                Target::Ignored => assert!(key.ends_with("_at"), "{lang:?} {key}"),
                Target::OtherFact(name) => panic!("{lang:?} {key} is kept as the fact {name}"),
            }
        }
    }
}

#[test]
fn every_heading_is_known_to_the_import_in_both_languages() {
    assert_known::<AccountColumn>(0, &[]);
    assert_known::<ContactColumn>(1, &[("account", "account_name")]);
}

#[test]
fn a_fact_that_would_be_taken_for_a_field_is_told_apart() {
    let headings = ["Name".to_owned(), "Phone".to_owned()];
    assert!((SOURCES[0].keeps)(&headings, "Kundtyp 7"));
    // Mobile is a phone where the file has no other.
    assert!((SOURCES[0].keeps)(&headings, "Mobil"));
    assert!(!(SOURCES[0].keeps)(&headings[..1], "Mobil"));
    let marked = ["Namn".to_owned(), "Övrig uppgift: Mobil".to_owned()];
    let mapping = Mapping::<AccountColumn>::detect(&marked);
    assert_eq!(mapping.columns[1], Target::OtherFact("Mobil".to_owned()));
}

#[test]
fn asvs_1_2_10_cells_are_quoted_and_neutral() {
    let text = |text: &str| Value::Text(text.to_owned());
    let row = vec![
        text("=1+1"),
        text("a;b"),
        text("say \"hi\""),
        text("two\nlines"),
        text("'=x"),
        Value::Number(-5),
        Value::nothing(),
    ];
    let bytes = csv::rows(Format::CsvSemicolon, &[row]).unwrap();
    let expected = "'=1+1;\"a;b\";\"say \"\"hi\"\"\";\"two\nlines\";''=x;-5;\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    let head = csv::head(Format::CsvComma, &["Åke".to_owned(), "b,c".to_owned()]).unwrap();
    assert_eq!(String::from_utf8(head).unwrap(), "\u{FEFF}Åke,\"b,c\"\r\n");
}
