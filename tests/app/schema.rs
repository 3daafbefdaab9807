//! `src/schema.rs` says what the migrated database says: `diesel print-schema` needs a C library, so a test keeps it.
use std::collections::BTreeMap;

use super::support::TestDatabase;

/// `table.column` to its type, such as `Nullable<Varchar> 200`; `table` to its primary key.
type Schema = BTreeMap<String, String>;

fn written() -> Schema {
    let mut schema = Schema::new();
    let (mut table, mut length) = (String::new(), String::new());
    for line in include_str!("../../src/schema.rs").lines().map(str::trim) {
        if let Some((name, key)) = line.strip_suffix(") {").and_then(|l| l.split_once(" (")) {
            table = name.to_owned();
            schema.insert(name.to_owned(), key.to_owned());
        } else if let Some(max) = line.strip_prefix("#[max_length = ") {
            length = format!(" {}", max.trim_end_matches(']'));
        } else if let Some((column, kind)) = line.split_once(" -> ")
            && line.ends_with(',')
        {
            let kind = format!("{}{length}", kind.trim_end_matches(','));
            schema.insert(format!("{table}.{column}"), kind);
            length.clear();
        }
    }
    schema
}

fn migrated(database: &TestDatabase) -> Schema {
    let not_ours = "table_schema = DATABASE() AND table_name NOT IN ('__diesel_schema_migrations', 'migration_state')";
    let columns = database.column(&format!(
        "SELECT CONCAT_WS('|', table_name, column_name, data_type, column_type, is_nullable,
                IFNULL(character_maximum_length, '')) FROM information_schema.columns WHERE {not_ours}"
    ));
    let mut schema: Schema = columns.iter().map(|row| column(row)).collect();
    let keys = database.column(&format!(
        "SELECT CONCAT_WS('|', table_name, GROUP_CONCAT(column_name ORDER BY ordinal_position SEPARATOR ', '))
         FROM information_schema.key_column_usage WHERE {not_ours} AND constraint_name = 'PRIMARY' GROUP BY table_name"
    ));
    for row in keys {
        let (table, key) = row.split_once('|').expect("two values");
        schema.insert(table.to_owned(), key.to_owned());
    }
    schema
}

fn column(row: &str) -> (String, String) {
    let parts: Vec<&str> = row.split('|').collect();
    let [table, name, data_type, column_type, nullable, length] = parts[..] else {
        panic!("{row}");
    };
    let (kind, has_length) = match (data_type, column_type) {
        (_, "tinyint(1)") => ("Bool", false),
        ("tinyint", _) => ("TinyInt", false),
        ("int", _) => ("Integer", false),
        ("bigint", _) => ("BigInt", false),
        ("varchar", _) => ("Varchar", true),
        ("text", _) => ("Text", false),
        ("mediumtext", _) => ("Mediumtext", false),
        ("datetime", "datetime(6)") => ("Datetime", false),
        ("date", _) => ("Date", false),
        ("decimal", _) => ("Decimal", false),
        ("binary", _) => ("Binary", true),
        _ => panic!("{row}: a type that this test does not know"),
    };
    assert!(!column_type.contains("unsigned"), "{row}");
    let length = if has_length {
        format!(" {length}")
    } else {
        String::new()
    };
    let kind = match nullable {
        "YES" => format!("Nullable<{kind}>{length}"),
        _ => format!("{kind}{length}"),
    };
    (format!("{table}.{name}"), kind)
}

#[test]
fn the_schema_is_the_one_of_the_migrated_database() {
    let (written, migrated) = (written(), migrated(TestDatabase::shared()));
    assert!(written.len() > 100, "read too little: {}", written.len());
    let differing: Vec<String> = written
        .keys()
        .chain(migrated.keys())
        .filter(|name| written.get(*name) != migrated.get(*name))
        .map(|name| {
            format!(
                "{name}: schema.rs {:?}, database {:?}",
                written.get(name),
                migrated.get(name)
            )
        })
        .collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
