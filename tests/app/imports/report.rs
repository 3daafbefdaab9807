//! What is not taken is named, with the row, so that it can be corrected and run again.
use minimata::imports::What;

use super::desk::Desk;

#[test]
fn wrong_values_cost_the_value_and_a_missing_name_costs_the_row_31() {
    let desk = Desk::new();
    let text = "Namn;Org.nr;E-post;Webb;Ort\n\
                Ås IF;802000-0000;fel;javascript:x;Ås\n\
                ;803169-8338;;;Umeå\n\
                Åre IK;803612-0726;;;Åre\n";
    let done = desk.take(What::Accounts, text);
    let counts = done.counts;
    assert_eq!((counts.rows, counts.created), (3, 2));
    assert_eq!((counts.rejected, counts.incomplete), (1, 1));
    let report = desk.report(&done);
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(
        lines[0],
        "line;column;value;reason;taken;Namn;Org.nr;E-post;Webb;Ort"
    );
    assert!(
        lines[1].starts_with("2;E-post | Org.nr | Webb;fel | 802000-0000 | javascript:x;"),
        "{report}"
    );
    assert!(
        lines[1].ends_with(";yes;Ås IF;802000-0000;fel;javascript:x;Ås"),
        "{report}"
    );
    assert_eq!(lines[2], "3;Namn;;Fill this in.;no;;803169-8338;;;Umeå");
    assert_eq!(lines.len(), 3);
    let found = desk.column(
        "SELECT CONCAT(organisation_number, email, website) FROM accounts WHERE name = 'Ås IF'",
    );
    assert_eq!(found, [""]);
}

#[test]
fn a_corrected_report_is_a_file_to_import() {
    let desk = Desk::new();
    let done = desk.take(
        What::Accounts,
        "Namn,Org.nr,Telefon,Not\nÅs IF,802000-0000,+46 90 12 34 56,=1+1\n",
    );
    let report = desk.report(&done);
    assert!(
        report.contains(",'+46 90 12 34 56,'=1+1"),
        "no formula: {report}"
    );
    let corrected = report.replace("802000-0000", "803169-8338");
    let again = desk.import(What::Accounts, &desk.file("again.csv", corrected));
    assert_eq!((again.counts.updated, again.report), (1, None));
    let found = desk.column(
        "SELECT CONCAT_WS('|', organisation_number, phone, description, other_facts) FROM accounts",
    );
    assert_eq!(found, ["8031698338|+46 90 12 34 56||{\"Not\":\"=1+1\"}"]);
}

#[test]
fn an_old_report_goes_when_there_is_nothing_to_report() {
    let desk = Desk::new();
    let done = desk.take(What::Accounts, "Namn;E-post\nÅs IF;fel\n");
    let report = done.report.expect("a report");
    assert!(report.ends_with("rows.rejected.csv") && report.exists());
    assert_eq!(
        desk.take(What::Accounts, "Namn;E-post\nÅs IF;\n").report,
        None
    );
    assert!(!report.exists());
}

#[test]
fn rows_that_cannot_be_read_are_counted_and_named_31() {
    let desk = Desk::new();
    let done = desk.take(What::Accounts, "Namn;Ort\nÅs IF;Ås;Jämtland\nÅre IK;Åre\n");
    assert_eq!(
        (done.counts.rows, done.counts.created, done.counts.rejected),
        (2, 1, 1)
    );
    let report = desk.report(&done);
    assert!(
        report.contains("\n2;;\"Ås IF;Ås;Jämtland\";The row has 3 cells"),
        "{report}"
    );
}

#[test]
fn roles_that_make_no_sense_are_named() {
    let desk = Desk::new();
    let text = "Namn;Förening;Org.nr;Uppdrag;Från;Till\n\
                Åsa Ek;;;Kassör;;\n\
                Bo Ek;;803169-8338;Kassör;;\n\
                Eva Ek;Ås IF;;Kassör;2020-03-01;2019-03-01\n";
    let done = desk.take(What::Contacts, text);
    assert_eq!((done.counts.created, done.counts.incomplete), (3, 3));
    let report = desk.report(&done);
    for reason in [
        "names no account",
        "No account has this number",
        "2020-03-01",
    ] {
        assert!(report.contains(reason), "{reason}: {report}");
    }
    let roles =
        desk.column("SELECT CONCAT_WS('|', IFNULL(from_date, '-'), to_date) FROM affiliations");
    assert_eq!(roles, ["-|2019-03-01"]);
}
