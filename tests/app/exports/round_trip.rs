//! Out and in again: an exported file changes nothing where it came from, and makes the same records elsewhere.
use super::exported;
use crate::support::{Browser, TestApp};
use minimata::auth::{Actor, Channel, Role};
use minimata::i18n::Lang;
use minimata::imports::{Counts, Order, What, import};
use minimata::tags::Tagged;
use std::path::PathBuf;

const ACCOUNT_FIELDS: [&str; 20] = [
    "name",
    "kind",
    "organisation_number",
    "email",
    "phone",
    "website",
    "street",
    "postal_code",
    "city",
    "country",
    "industry",
    "employees",
    "members",
    "status",
    "owner",
    "tags",
    "parent",
    "external_id",
    "description",
    "other_facts",
];
const CONTACT_FIELDS: [&str; 18] = [
    "first_name",
    "last_name",
    "account",
    "account_number",
    "role",
    "from",
    "to",
    "title",
    "email",
    "phone",
    "mobile",
    "city",
    "country",
    "owner",
    "tags",
    "external_id",
    "notes",
    "other_facts",
];

/// A file that is removed with this value.
struct Kept(PathBuf);

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
        let _ = std::fs::remove_file(self.0.with_extension("rejected.csv"));
    }
}

fn take(app: &TestApp, what: What, name: &str, bytes: &[u8]) -> Counts {
    let path = std::env::temp_dir().join(format!("minimata-{}-{name}", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    let file = Kept(path);
    let operator = Actor::operator(Channel::Import);
    let order = Order {
        what,
        file: &file.0,
        dry_run: false,
        lang: Lang::En,
        now: app.clock().now(),
    };
    let done = import(&app.server().state().db, &operator, &order, &mut |_| true).unwrap();
    if let Some(report) = &done.report {
        panic!("{}", std::fs::read_to_string(report).unwrap());
    }
    done.counts
}

/// Values that break careless writers and readers.
fn hostile(app: &TestApp) {
    let long = "Å".repeat(200);
    let parent = app.account(&[
        ("name", "Zeta moderbolag"),
        ("organisation_number", "802481-1237"),
        ("kind", "company"),
    ]);
    let above = format!("Zeta moderbolag #{parent}");
    let ids = app.accounts(&[
        &[
            ("name", "=cmd|' /C calc'!A0"),
            ("phone", "+46 70 174 06 05"),
            ("postal_code", "01234"),
            ("parent", &above),
        ],
        &[
            ("name", "'=already marked"),
            ("street", "'- 5"),
            ("city", "+Ort"),
            ("description", "@one\n\nthree \"quoted\"; done"),
        ],
        &[
            ("name", "say \"hi\" ; , | tab"),
            ("external_id", "0007"),
            ("description", "a;b,c\td"),
        ],
        &[
            ("name", "\"lone"),
            ("city", "O'Hara"),
            ("industry", "'"),
            ("employees", "0"),
        ],
        &[
            ("name", "🎻 emoji 👩‍👩‍👧"),
            ("kind", "public_body"),
            ("status", "former"),
            ("members", "2000000000"),
        ],
        &[("name", "ولادة النادي"), ("city", "עיר")],
        &[
            ("name", &long),
            ("email", "lång@example.se"),
            ("website", "https://example.se/?a=1;b=2,c"),
        ],
        &[("name", "-minus"), ("parent", "")],
    ]);
    app.tag(
        Tagged::Account(ids[0]),
        &["Sponsor", "=formula", "Åäö & co"],
    );
    let facts = "{\"Kundtyp\":\"A; B\",\"Namn\":\"en uppgift, inget namn\",\"=Fact\":\"=1+1\",\"Phone number\":\"0701\"}";
    let database = app.database();
    let quoted = facts.replace('\'', "''");
    database.execute(&format!(
        "UPDATE accounts SET other_facts = '{quoted}' WHERE id = {}",
        ids[1]
    ));
    let one = app.contact(&[
        ("first_name", "Åsa-Li"),
        ("last_name", "von \"Quote\"; d'Örn"),
        ("mobile", "+46 (0)70 174 06 06"),
        ("phone", "070-174 06 07"),
        ("email", "asa@example.se"),
        ("notes", "=SUM(A1)\nsecond line; with \"quotes\""),
        ("external_id", "000123"),
    ]);
    app.role(one, ids[0], "@Kassör; vice", ("2024-03-01", ""));
    let two = app.contact(&[
        ("first_name", "-Bo"),
        ("last_name", ""),
        ("city", "Ort, med komma"),
    ]);
    app.role(two, parent, "", ("", ""));
    app.contact(&[
        ("first_name", ""),
        ("last_name", "Ensam"),
        ("title", "'=chef"),
    ]);
    app.tag(Tagged::Contact(one), &["Sponsor", "Viktig"]);
}

fn files(manager: &Browser, format: &str) -> (Vec<u8>, Vec<u8>) {
    let query = format!("format={format}");
    let accounts = exported(manager, "accounts", &query, &ACCOUNT_FIELDS);
    let contacts = exported(manager, "contacts", &query, &CONTACT_FIELDS);
    accounts.assert_status(200);
    contacts.assert_status(200);
    (accounts.bytes().to_vec(), contacts.bytes().to_vec())
}

fn unchanged(counts: Counts) {
    let same = Counts {
        rows: counts.rows,
        unchanged: counts.rows,
        ..Counts::default()
    };
    assert_eq!(counts, same);
}

#[test]
fn asvs_1_2_10_files_come_back_unchanged_and_make_the_same_records_elsewhere() {
    let app = TestApp::start_committed();
    hostile(&app);
    let manager = app.sign_in(Role::Manager);
    for format in ["csv-semicolon", "csv-comma", "xlsx"] {
        let end = if format == "xlsx" { "xlsx" } else { "csv" };
        let (accounts, contacts) = files(&manager, format);
        unchanged(take(
            &app,
            What::Accounts,
            &format!("{format}-a.{end}"),
            &accounts,
        ));
        unchanged(take(
            &app,
            What::Contacts,
            &format!("{format}-c.{end}"),
            &contacts,
        ));
        let elsewhere = TestApp::start_committed();
        let made = take(
            &elsewhere,
            What::Accounts,
            &format!("{format}-a2.{end}"),
            &accounts,
        );
        assert_eq!((made.created, made.rows), (9, 9));
        let made = take(
            &elsewhere,
            What::Contacts,
            &format!("{format}-c2.{end}"),
            &contacts,
        );
        assert_eq!((made.created, made.rows), (3, 3));
        let again = files(&elsewhere.sign_in(Role::Manager), format);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(
            again == (accounts.clone(), contacts.clone()),
            "{format}: {}",
            text(&again.0)
        );
    }
}

#[test]
fn moments_and_owners_come_back_unchanged_too() {
    let app = TestApp::start_committed();
    let manager = app.sign_in(Role::Manager);
    let owner = app
        .database()
        .column("SELECT CAST(MAX(id) AS CHAR) FROM users")[0]
        .clone();
    app.account(&[("name", "Ägd"), ("owner_id", &owner)]);
    let page = manager.open("/exports/accounts?format=csv-comma");
    let all = page.attributes("#fields-all", "href")[0].clone();
    let file = manager.get(&all.replace("/exports/accounts?", "/exports/accounts/file?"));
    let text = file.body();
    assert!(
        text.contains("Created in Minimata,Changed in Minimata"),
        "{text}"
    );
    assert!(
        text.contains("2026-03-02 09:00:00"),
        "in the reader's time zone: {text}"
    );
    unchanged(take(&app, What::Accounts, "all.csv", file.bytes()));
}
