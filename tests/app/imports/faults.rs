//! What goes wrong on the way.
use std::fmt::Write;

use minimata::imports::{ImportError, What};

use super::desk::Desk;

fn rows(count: usize) -> String {
    let mut text = String::from("Namn;Kundnr\n");
    for n in 1..=count {
        writeln!(text, "Förening {n};K{n}").unwrap();
    }
    text
}

fn fail_at(desk: &Desk, name: &str, words: &str) {
    desk.execute(&format!(
        "CREATE TRIGGER fault BEFORE INSERT ON accounts FOR EACH ROW \
         IF NEW.name = '{name}' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '{words}'; END IF"
    ));
}

#[test]
fn asvs_2_3_3_an_interrupted_import_leaves_whole_batches_and_goes_on_without_duplicates_33() {
    let desk = Desk::new();
    let file = desk.file("many.csv", rows(450));
    fail_at(&desk, "Förening 300", "Connection lost");
    let failure = desk.try_import(What::Accounts, &file, false);
    assert!(matches!(failure, Err(ImportError::Db(_))), "{failure:?}");
    assert_eq!(desk.column("SELECT COUNT(*) FROM accounts"), ["200"]);
    let data = desk.column("SELECT data FROM operations");
    assert!(data[0].contains("\"created\":200"), "{data:?}");
    desk.execute("DROP TRIGGER fault");
    let counts = desk.import(What::Accounts, &file).counts;
    assert_eq!((counts.created, counts.unchanged), (250, 200));
    assert_eq!(desk.column("SELECT COUNT(*) FROM accounts"), ["450"]);
    assert_eq!(desk.column("SELECT COUNT(*) FROM changes"), ["450"]);
}

#[test]
fn a_row_that_the_database_refuses_costs_no_other() {
    let desk = Desk::new();
    fail_at(&desk, "Förening 30", "no such row here");
    let done = desk.take(What::Accounts, &rows(50));
    assert_eq!((done.counts.created, done.counts.rejected), (49, 1));
    assert!(
        desk.report(&done)
            .contains("31;;;The database refused the row: no such row here")
    );
    assert_eq!(desk.column("SELECT COUNT(*) FROM changes"), ["49"]);
}

#[test]
fn files_that_are_no_such_list_are_refused_whole() {
    let desk = Desk::new();
    for (text, key) in [
        ("", "fields-file-empty"),
        ("Namn;Ort\n", "fields-file-no-rows"),
        ("Ort;Land\nÅre;Sverige\n", "imports-no-account-name"),
        ("Namn;namn\nEtt;Två\n", "fields-file-duplicate-header"),
    ] {
        let file = desk.file("bad.csv", text);
        let error = desk.try_import(What::Accounts, &file, false).unwrap_err();
        assert_eq!(error.message().key(), key);
    }
    assert_eq!(desk.column("SELECT COUNT(*) FROM operations"), ["0"]);
}

#[test]
fn other_facts_have_a_limit_that_is_said() {
    let desk = Desk::new();
    let mut header = String::from("Namn");
    let mut row = String::from("Ås IF");
    for n in 1..=20 {
        write!(header, ";Text {n}").unwrap();
        write!(row, ";{}", "å".repeat(2_000)).unwrap();
    }
    let done = desk.take(What::Accounts, &format!("{header}\n{row}\n"));
    assert_eq!((done.counts.created, done.counts.incomplete), (1, 1));
    let size: usize = desk.column("SELECT LENGTH(other_facts) FROM accounts")[0]
        .parse()
        .unwrap();
    assert!((50_000..=60_000).contains(&size), "{size}");
}
