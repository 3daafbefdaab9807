//! What a look for duplicates reads among many records: a handful of rows, whatever the size.
use crate::support::TestApp;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use minimata::accounts::alike as accounts;
use minimata::accounts::model::AccountId;
use minimata::contacts::alike as contacts;
use minimata::db::Conn;
use minimata::web::{AppError, FormData};

#[derive(QueryableByName)]
struct Reads {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// Rows that this connection has read from tables and indexes so far.
fn reads(conn: &mut Conn) -> QueryResult<i64> {
    let read =
        "SELECT CAST(SUM(variable_value) AS SIGNED) AS n FROM information_schema.session_status
                WHERE variable_name LIKE 'HANDLER_READ%'";
    Ok(diesel::sql_query(read).get_result::<Reads>(conn)?.n)
}

/// The rows that `work` reads, without those of counting.
fn cost(
    app: &TestApp,
    work: impl FnOnce(&mut Conn, &minimata::auth::Actor) -> Result<usize, AppError>,
) -> (usize, i64) {
    app.write(|conn, actor| {
        let (one, two) = (reads(conn)?, reads(conn)?);
        let found = work(conn, actor)?;
        let three = reads(conn)?;
        Ok((found, three - two - (two - one)))
    })
}

const ACCOUNTS: &str = "INSERT INTO accounts (name, name_key, bare_name_key, kind, status, email, email_key, phone, phone_key,
        city, description, other_facts, created_at, updated_at)
    SELECT CONCAT('Konto ', seq % 9000), CONCAT('konto ', seq % 9000), CONCAT('konto ', seq % 9000), 'company', 'active',
        CONCAT('k', seq, '@example.se'), CONCAT('k', seq, '@example.se'), '', IF(seq % 2, '+4690123456', ''),
        ELT(1 + seq % 3, 'Lund', 'Umeå', ''), '', '{}', '2026-01-01', '2026-01-01'
    FROM seq_1_to_20000";
const CONTACTS: &str = "INSERT INTO contacts (first_name, last_name, sort_name, name_key, email, email_key, mobile, mobile_key,
        city, notes, other_facts, created_at, updated_at)
    SELECT 'Anna', CONCAT('Namn', seq % 100), '', CONCAT('anna namn', seq % 100), '', CONCAT('a', seq, '@example.se'), '',
        CONCAT('+4670', LPAD(seq, 7, '0')), IF(seq % 2, 'Lund', 'Umeå'), '', '{}', '2026-01-01', '2026-01-01'
    FROM seq_1_to_20000";
const ROLES: &str = "INSERT INTO affiliations (contact_id, account_id, role, is_primary, created_at, updated_at)
    SELECT c.id, (SELECT MIN(id) FROM accounts), '', 1, '2026-01-01', '2026-01-01' FROM contacts c ORDER BY c.id LIMIT 50";

#[test]
fn a_look_for_duplicates_reads_a_handful_of_rows() {
    let app = TestApp::start_committed();
    for rows in [
        ACCOUNTS,
        CONTACTS,
        ROLES,
        "ANALYZE TABLE accounts, contacts, affiliations",
    ] {
        app.database().execute(rows);
    }
    let form = FormData::from_pairs([
        ("name", "Konto 77 AB"),
        ("organisation_number", "802481-1237"),
        ("email", "k4711@example.se"),
        ("phone", "090-12 34 56"),
        ("city", "Umeå"),
    ]);
    let keys = accounts::Keys::of_form(&form);
    let (found, read) = cost(&app, |conn, actor| {
        Ok(accounts::alike(conn, actor, &keys, None)?.len())
    });
    assert_eq!(found, 5);
    assert!(read < 120, "accounts: {read} rows read");

    let first = app
        .database()
        .column("SELECT CAST(MIN(id) AS CHAR) FROM accounts")[0]
        .clone();
    let account = Some(AccountId(first.parse().expect("an id")));
    let form = FormData::from_pairs([
        ("first_name", "Anna"),
        ("last_name", "Namn7"),
        ("email", "a4711@example.se"),
        ("mobile", "070-000 47 12"),
        ("city", "Lund"),
    ]);
    let keys = contacts::Keys::of_form(&form, account);
    let (found, read) = cost(&app, |conn, actor| {
        Ok(contacts::alike(conn, actor, &keys, None)?.len())
    });
    assert_eq!(found, 5);
    // 200 people have that name: the first of them are looked up, and their roles at the account.
    assert!(read < 400, "contacts: {read} rows read");
}
