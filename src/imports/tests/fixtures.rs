//! The shapes of real files: what the fixtures of `tests/fixtures` hold.

use std::path::PathBuf;

use crate::fields::{date, email, fold::fold, integer, organisation_number, phone, website};
use crate::imports::{AccountColumn, Column, ContactColumn, Encoding, Mapping, Row, Table, Target};

fn open(name: &str) -> Table {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    Table::open(&path).expect(name)
}

fn fields<C: Column>(table: &Table) -> Vec<&'static str> {
    let field = |target: &Target<C>| match target {
        Target::Field(column) => column.field(),
        _ => "-",
    };
    Mapping::<C>::detect(table.headers())
        .columns
        .iter()
        .map(field)
        .collect()
}

fn rows(table: &mut Table) -> Vec<Row> {
    table.map(|row| row.expect("a row")).collect()
}

#[test]
fn organizations() {
    let mut table = open("organizations.csv");
    assert_eq!((table.encoding(), table.delimiter()), (Encoding::Utf8, ','));
    assert_eq!(
        fields::<AccountColumn>(&table),
        [
            "-",
            "external_id",
            "name",
            "website",
            "country",
            "description",
            "-",
            "industry",
            "employees"
        ]
    );
    let mapping = Mapping::<AccountColumn>::detect(table.headers());
    let rows = rows(&mut table);
    assert_eq!(rows.len(), 20);
    assert_eq!(
        mapping.cell(&rows[0].cells, AccountColumn::Name),
        "Liu-Hoover"
    );
    for row in rows {
        assert!(website::parse(mapping.cell(&row.cells, AccountColumn::Website)).is_ok());
        assert!(integer::parse(mapping.cell(&row.cells, AccountColumn::Employees)).is_ok());
    }
}

#[test]
fn customers() {
    let mut table = open("customers.csv");
    assert_eq!(
        fields::<ContactColumn>(&table),
        [
            "-",
            "external_id",
            "first_name",
            "last_name",
            "account_name",
            "city",
            "country",
            "phone",
            "mobile",
            "email",
            "-",
            "-"
        ]
    );
    let mapping = Mapping::<ContactColumn>::detect(table.headers());
    let rows = rows(&mut table);
    assert_eq!(rows.len(), 20);
    assert_eq!(rows[1].cells[4], "Terry, Proctor and Lawrence");
    for row in rows {
        for column in [ContactColumn::Phone, ContactColumn::Mobile] {
            let typed = mapping.cell(&row.cells, column);
            assert!(matches!(phone::parse(typed), Ok(Some(_))), "{typed}");
        }
        assert!(email::parse(mapping.cell(&row.cells, ContactColumn::Email)).is_ok());
    }
}

#[test]
fn foreningar() {
    let mut table = open("foreningar.csv");
    assert_eq!(
        (table.encoding(), table.delimiter()),
        (Encoding::Windows1252, ';')
    );
    assert_eq!(
        fields::<AccountColumn>(&table),
        [
            "name",
            "organisation_number",
            "email",
            "phone",
            "street",
            "postal_code",
            "city",
            "members",
            "description"
        ]
    );
    let mapping = Mapping::<AccountColumn>::detect(table.headers());
    let rows = rows(&mut table);
    assert_eq!(rows.len(), 23);
    assert_eq!((rows[0].line, rows[1].line, rows[2].line), (2, 4, 6));
    assert_eq!(rows[0].cells[0], "Sundsvall Kör");
    assert_eq!(rows[0].cells[8], "Ringde \"Åsa\"\när borta till maj");
    let mut names = std::collections::HashSet::new();
    let (mut wrong, mut repeated) = (Vec::new(), 0);
    for row in &rows {
        let cell = |column| mapping.cell(&row.cells, column);
        repeated += usize::from(!names.insert(fold(cell(AccountColumn::Name))));
        if let Err(message) = organisation_number::parse(cell(AccountColumn::OrganisationNumber)) {
            wrong.push((row.line, message.key));
        }
        let phone = phone::parse(cell(AccountColumn::Phone)).expect("a phone");
        assert!(phone.is_none_or(|phone| phone.key.is_some()));
        assert!(matches!(
            integer::parse(cell(AccountColumn::Members)),
            Ok(Some(_))
        ));
    }
    assert_eq!(wrong, [(24, "fields-organisation-number-check")]);
    assert_eq!(repeated, 3);
}

#[test]
fn fortroendevalda() {
    let mut table = open("fortroendevalda.csv");
    assert_eq!((table.encoding(), table.delimiter()), (Encoding::Utf8, ';'));
    assert_eq!(
        fields::<ContactColumn>(&table),
        [
            "first_name",
            "last_name",
            "email",
            "mobile",
            "account_name",
            "account_number",
            "role",
            "from",
            "to"
        ]
    );
    let mapping = Mapping::<ContactColumn>::detect(table.headers());
    let rows = rows(&mut table);
    assert_eq!(rows.len(), 25);
    for row in &rows {
        let cell = |column| mapping.cell(&row.cells, column);
        assert!(matches!(
            date::parse(cell(ContactColumn::From)),
            Ok(Some(_))
        ));
        assert!(date::parse(cell(ContactColumn::To)).is_ok());
        assert!(matches!(
            email::parse(cell(ContactColumn::Email)),
            Ok(Some(_))
        ));
        let phone = phone::parse(cell(ContactColumn::Mobile))
            .expect("a phone")
            .expect("a phone");
        assert!(phone.key.is_some_and(|key| key.starts_with("+46")));
    }
}
