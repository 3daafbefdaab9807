//! What is in a file.
use super::{exported, lines};
use crate::support::TestApp;
use minimata::auth::Role;
use minimata::tags::Tagged;

#[test]
fn exactly_the_filtered_rows_in_the_lists_order_with_the_columns_in_theirs() {
    let app = TestApp::start();
    app.accounts(&[
        &[("name", "Åsa 8801"), ("city", "Lund"), ("members", "7")],
        &[("name", "Öst 8801"), ("city", "Lund"), ("members", "1200")],
        &[("name", "Väst 8801"), ("city", "Umeå"), ("members", "3")],
    ]);
    let manager = app.sign_in(Role::Manager);
    let query = "q=8801&city=lund&sort=members&dir=desc&format=csv-semicolon";
    let file = exported(&manager, "accounts", query, &["members", "name", "city"]);
    let expected = ["Members;Name;City", "1200;Öst 8801;Lund", "7;Åsa 8801;Lund"];
    assert_eq!(lines(&file), expected);
    file.assert_header("content-type", "text/csv; charset=utf-8; header=present")
        .assert_header("cache-control", "no-store")
        .assert_header("x-content-type-options", "nosniff")
        .assert_header(
            "content-disposition",
            "attachment; filename=\"accounts-2026-03-02.csv\"",
        );
    // Without columns: those that the list shows.
    let shown =
        manager.get("/exports/accounts/file?q=8801&columns=name&columns=city&format=csv-comma");
    assert_eq!(lines(&shown)[..2], ["Name,City", "Väst 8801,Umeå"]);
}

#[test]
fn a_swede_gets_swedish_headings_words_and_a_swedish_name() {
    let app = TestApp::start();
    app.account(&[
        ("name", "Å 8802"),
        ("kind", "public_body"),
        ("status", "former"),
    ]);
    let manager = app.sign_in(Role::Manager);
    manager.open("/settings");
    manager.submit("#own-settings", &[("locale", "sv")]);
    let file = exported(&manager, "accounts", "q=8802", &["name", "kind", "status"]);
    assert_eq!(
        lines(&file),
        ["Namn;Typ;Status", "Å 8802;Offentlig verksamhet;Tidigare"]
    );
    file.assert_header(
        "content-disposition",
        "attachment; filename=\"organisationer-2026-03-02.csv\"",
    );
}

#[test]
fn contacts_carry_their_primary_role_and_tags() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus 8803"), ("organisation_number", "")]);
    let contact = app.contact(&[
        ("first_name", "Åsa"),
        ("last_name", "Öberg 8803"),
        ("mobile", "+46 70 174 06 05"),
    ]);
    app.role(contact, account, "Kassör", ("2024-03-01", ""));
    app.tag(Tagged::Contact(contact), &["A 8803", "B 8803"]);
    let manager = app.sign_in(Role::Manager);
    let fields = [
        "first_name",
        "last_name",
        "account",
        "role",
        "from",
        "to",
        "mobile",
        "tags",
    ];
    let file = exported(&manager, "contacts", "q=8803&format=csv-comma", &fields);
    let expected = [
        "First name,Last name,Account,Role,From,To,Mobile,Tags",
        "Åsa,Öberg 8803,IF Häus 8803,Kassör,2024-03-01,,'+46 70 174 06 05,\"A 8803, B 8803\"",
    ];
    assert_eq!(lines(&file), expected);
}

#[test]
fn what_was_exported_stands_in_the_audit_list_for_admins_alone() {
    let app = TestApp::start();
    app.account(&[("name", "Spårad 8804"), ("city", "Ort 8804")]);
    let manager = app.sign_in(Role::Manager);
    let file = exported(
        &manager,
        "accounts",
        "city=8804&format=csv-comma",
        &["name", "city"],
    );
    assert_eq!(lines(&file).len(), 2);
    let admin = app.sign_in(Role::Admin);
    admin
        .open("/audit")
        .assert_has("exported 1 accounts (CSV ,). Columns: Name, City. List: city=8804");
    manager.open("/changes").assert_lacks("exported 1 accounts");
}

#[test]
fn rows_past_one_batch_are_all_there_once() {
    let app = TestApp::start_committed();
    app.database().execute(
        "INSERT INTO accounts (name, name_key, kind, status, organisation_number, email, email_key, phone, phone_key, \
         website, street, postal_code, city, country, industry, external_id, description, other_facts, created_at, updated_at) \
         SELECT CONCAT('Konto ', seq % 7), '', 'company', 'active', '', '', '', '', '', '', '', '', '', '', '', seq, '', '{}', \
         NOW(6), NOW(6) FROM seq_1_to_1003",
    );
    let manager = app.sign_in(Role::Manager);
    for order in [
        "",
        "sort=members&dir=desc",
        "sort=city",
        "sort=updated_at&dir=desc",
    ] {
        let file = exported(&manager, "accounts", order, &["external_id"]);
        let mut ids: Vec<u32> = lines(&file)[1..]
            .iter()
            .map(|id| id.parse().unwrap())
            .collect();
        assert_eq!(ids.len(), 1003, "{order}");
        ids.sort_unstable();
        assert!(ids.into_iter().eq(1..=1003), "{order}");
    }
}
