use std::io::{self, Cursor, Read};

use super::{refusal, rows, table};
use crate::imports::{RECORD_MAX_BYTES, RowProblem, Table};

#[test]
fn files_without_content() {
    assert_eq!(refusal(""), "fields-file-empty");
    assert_eq!(refusal("\u{FEFF}"), "fields-file-empty");
    assert_eq!(refusal("\r\n\r\n"), "fields-file-empty");
    assert_eq!(refusal(";;;\n1;2;3\n"), "fields-file-empty");
    assert_eq!(refusal("Namn;Ort"), "fields-file-no-rows");
    assert_eq!(
        refusal("Namn;Ort\r\n\r\n;;\r\n;\r\n"),
        "fields-file-no-rows"
    );
    let Err(missing) = Table::open(std::path::Path::new("no such file.csv")) else {
        panic!("opened a file that does not exist");
    };
    assert_eq!(missing.message().key, "fields-file-unreadable");
}

#[test]
fn headers_must_differ() {
    let Err(error) = table("Namn;Ort; namn \nA;B;C\n") else {
        panic!("took two columns of one name");
    };
    let message = error.message();
    assert_eq!(message.key, "fields-file-duplicate-header");
    assert_eq!(
        message.args[1..],
        [("first", 1usize.into()), ("second", 3usize.into())]
    );
    assert_eq!(
        refusal("\"Namn;Ort\nA;B\n"),
        "fields-file-header-unreadable"
    );
}

#[test]
fn columns_without_a_name() {
    let table = table("Namn;;Ort \n nr;;\nA;x;B;;\n");
    assert_eq!(table.expect("a table").headers(), ["Namn", "#2", "Ort"]);
    let table = super::table("\"Namn\npå  föreningen\";Ort;;\nA;B;;\n").expect("a table");
    assert_eq!(table.headers(), ["Namn på föreningen", "Ort"]);
}

#[test]
fn ragged_rows_are_reported_and_the_rest_is_read() {
    let rows = rows("a;b;c\n1;2\n1;2;3\n1;2;3;4\n1;2;3;;\n;;\n\n;\n1\n");
    let lines: Vec<_> = rows
        .iter()
        .map(|row| match row {
            Ok(row) => (row.line, row.cells.len()),
            Err(error) => match error.problem {
                RowProblem::Cells { found, expected: 3 } => (error.line, found + 100),
                _ => panic!("{error}"),
            },
        })
        .collect();
    assert_eq!(lines, [(2, 102), (3, 3), (4, 104), (5, 3), (9, 101)]);
    let error = rows[0].as_ref().expect_err("ragged");
    assert_eq!(
        (error.excerpt.as_str(), error.message().key),
        ("1;2", "fields-file-row-cells")
    );
}

#[test]
fn an_open_quote_costs_only_its_line() {
    let rows = rows("a;b\n1;2\n\"3;4\n5;6\n7;8");
    let lines: Vec<_> = rows
        .iter()
        .map(|row| row.as_ref().map_or_else(|e| e.line, |r| r.line))
        .collect();
    assert_eq!(lines, [2, 3, 4, 5]);
    let error = rows[1].as_ref().expect_err("open");
    assert_eq!(
        (&error.problem, error.excerpt.as_str()),
        (&RowProblem::OpenQuote, "\"3;4")
    );
    assert_eq!(rows[3].as_ref().expect("a row").cells, ["7", "8"]);
}

#[test]
fn open_quotes_without_end_are_given_up() {
    let start = std::time::Instant::now();
    // Each line closes the quote of the line before and opens one more.
    let file = format!("a;b\n{}", "x\";\"y\n".repeat(200_000));
    let rows = rows(file);
    let last = rows.last().expect("a row").as_ref().expect_err("given up");
    assert_eq!(last.problem, RowProblem::RestUnread);
    assert!(rows.len() <= 101);
    assert!(start.elapsed().as_secs() < 60);
}

#[test]
fn a_row_that_is_too_long_is_passed_over() {
    let long = "å".repeat(RECORD_MAX_BYTES);
    for cell in [long.clone(), format!("\"{long}\n{long}\"")] {
        let rows = rows(format!("a;b\n1;2\n{cell};x\n3;4\n"));
        let error = rows[1].as_ref().expect_err("too long");
        assert_eq!((error.line, &error.problem), (3, &RowProblem::TooLong));
        assert!(error.excerpt.chars().count() == 200 && error.excerpt.ends_with('å'));
        let after = rows[2].as_ref().expect("a row");
        assert_eq!(after.cells, ["3", "4"]);
        assert_eq!(after.line, if cell.contains('\n') { 5 } else { 4 });
        assert_eq!(rows.len(), 3);
    }
    let rows = rows(format!(
        "a;b\n1;2\n\"{};x\n3;4\n{long}",
        "å\n".repeat(RECORD_MAX_BYTES)
    ));
    assert_eq!(rows.len(), 2);
    let error = rows[1].as_ref().expect_err("open");
    assert_eq!((error.line, &error.problem), (3, &RowProblem::RestUnread));
}

#[test]
fn a_row_just_short_enough_is_taken() {
    let rows = rows(format!(
        "a;b\n{};x\n1;2\n",
        "y".repeat(RECORD_MAX_BYTES - 2)
    ));
    assert!(rows.iter().all(Result::is_ok));
}

#[test]
fn a_disk_that_fails_ends_the_rows_with_an_error() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let file = format!("a;b\n{}", "1;2\n".repeat(20_000));
    let rows: Vec<_> = Table::read(Cursor::new(file).chain(Failing), 100_000)
        .expect("a table")
        .collect();
    let error = rows.last().expect("a row").as_ref().expect_err("failed");
    assert_eq!(error.problem, RowProblem::Unreadable("gone".to_owned()));
    assert!(rows.len() > 15_000);
}

#[test]
fn progress_reaches_the_size_of_the_file() {
    let file = format!("\u{FEFF}a;b\n{}", "1;2\n".repeat(100_000));
    let mut table = table(&file).expect("a table");
    assert_eq!(table.total_bytes(), file.len() as u64);
    let mut before = 0;
    while let Some(row) = table.next() {
        assert!(row.is_ok() && table.position() >= before);
        before = table.position();
    }
    assert_eq!(before, table.total_bytes());
}
