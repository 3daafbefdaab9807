//! Imports: whole files, the report, matching, and what an interruption leaves.
mod command;
mod desk;
mod faults;
mod matching;
mod report;
mod spreadsheets;

pub use desk::Desk;
use minimata::imports::{Counts, What};

#[test]
fn every_fixture_loads_whole_and_changes_nothing_the_second_time() {
    let desk = Desk::new();
    let files = [
        (What::Accounts, "organizations.csv", 20, 20),
        (What::Contacts, "customers.csv", 20, 20),
        (What::Accounts, "foreningar.csv", 23, 20),
        (What::Contacts, "fortroendevalda.csv", 25, 23),
    ];
    for (what, name, rows, created) in files {
        let file = desk.fixture(name);
        let counts = desk.import(what, &file).counts;
        let sum = counts.created + counts.updated + counts.unchanged + counts.rejected;
        assert_eq!((counts.rows, sum), (rows, rows), "{name}: {counts:?}");
        assert_eq!((counts.created, counts.rejected), (created, 0), "{name}");
    }
    let before = desk.everything();
    for (what, name, rows, _) in files {
        let counts = desk.import(what, &desk.fixture(name)).counts;
        let same = Counts {
            rows,
            unchanged: rows,
            incomplete: counts.incomplete,
            ..Counts::default()
        };
        assert_eq!(counts, same, "{name}");
    }
    assert_eq!(desk.everything(), before);
}

#[test]
fn one_import_is_one_operation_with_its_numbers_31() {
    let desk = Desk::new();
    desk.import(What::Accounts, &desk.fixture("organizations.csv"));
    let operations = desk.column("SELECT CONCAT(kind, ' ', channel, ' ', data) FROM operations");
    assert_eq!(operations.len(), 1, "{operations:?}");
    assert!(operations[0].starts_with("import.accounts import {"));
    for part in [
        "\"created\":20",
        "\"file\":\"organizations.csv\"",
        "\"rows\":20",
    ] {
        assert!(operations[0].contains(part), "{part} in {operations:?}");
    }
    let changes = desk.column("SELECT COUNT(*) FROM changes WHERE action = 'create'");
    assert_eq!(changes, ["20"]);
}

#[test]
fn letters_line_breaks_and_foreign_columns_survive() {
    let desk = Desk::new();
    desk.import(What::Accounts, &desk.fixture("foreningar.csv"));
    desk.import(What::Accounts, &desk.fixture("organizations.csv"));
    let one = "SELECT CONCAT_WS('|', kind, status, organisation_number, street, city, members, description) FROM accounts";
    let found = desk.column(&format!("{one} WHERE name = 'Sundsvall Kör'"));
    assert_eq!(
        found,
        [
            "association|active|8031698338|Åvägen 69|Sundsvall|1383|Ringde \"Åsa\"\när borta till maj"
        ]
    );
    let facts = desk.column("SELECT other_facts FROM accounts WHERE name = 'Liu-Hoover'");
    assert_eq!(facts, [r#"{"Founded":"1980","Index":"1"}"#]);
}

#[test]
fn a_dry_run_checks_everything_and_writes_nothing() {
    let desk = Desk::new();
    let before = desk.everything();
    let file = desk.fixture("foreningar.csv");
    let done = desk
        .try_import(What::Accounts, &file, true)
        .expect("checked");
    assert_eq!((done.counts.rows, done.counts.created), (23, 20));
    assert!(done.report.is_some_and(|report| report.exists()));
    assert_eq!(desk.everything(), before);
    assert_eq!(desk.column("SELECT COUNT(*) FROM operations"), ["0"]);
}

#[test]
fn contacts_have_one_role_a_row_and_the_present_one_is_primary() {
    let desk = Desk::new();
    let file = desk.file(
        "roles.csv",
        "Förnamn;Efternamn;E-post;Telefon;Mobil;Förening;Uppdrag;Från;Till\n\
         Åsa;Ek;asa@x.example;090-12 34 56;070-174 06 05;Ås IF;Kassör;2018-03-01;2020-03-01\n\
         Åsa;Ek;asa@x.example;;;Ås IF;Ordförande;2020-03-01;\n\
         Åsa;Ek;asa@x.example;;;Umeå kommun;Handläggare;1/3 2021;\n",
    );
    let counts = desk.import(What::Contacts, &file).counts;
    assert_eq!((counts.created, counts.updated), (1, 2));
    let roles = desk.column(
        "SELECT CONCAT_WS('|', a.name, a.kind, role, from_date, IFNULL(to_date, '-'), is_primary) \
         FROM affiliations f JOIN accounts a ON a.id = account_id ORDER BY f.id",
    );
    assert_eq!(
        roles,
        [
            "Ås IF|association|Kassör|2018-03-01|2020-03-01|0",
            "Ås IF|association|Ordförande|2020-03-01|-|1",
            "Umeå kommun|public_body|Handläggare|2021-03-01|-|0",
        ]
    );
    let phones = desk.column("SELECT CONCAT_WS('|', phone_key, mobile_key) FROM contacts");
    assert_eq!(phones, ["+4690123456|+46701740605"]);
}
