//! The index and the records say the same, whatever was done; and it can be built anew.
use super::listed;
use crate::support::TestApp;
use diesel::prelude::*;
use minimata::auth::Role;
use minimata::demo::generate::{Generated, Size, generate};
use minimata::schema::{search_builds, search_entries, search_postings};
use minimata::search::{build_if_needed, rebuild};

/// A record's id, its name, its words.
type Entry = (i64, String, String);
/// Word, kind, field, record.
type Posting = (i64, i8, i8, i64);

/// Every entry and every posting.
fn index(app: &TestApp) -> (Vec<Entry>, Vec<Posting>) {
    app.write(|conn, _| {
        let entries = search_entries::table
            .order((search_entries::kind, search_entries::record_id))
            .select((
                search_entries::record_id,
                search_entries::name,
                search_entries::words,
            ))
            .load(conn)?;
        let postings = search_postings::table
            .order((
                search_postings::word_id,
                search_postings::kind,
                search_postings::record_id,
            ))
            .load(conn)?;
        Ok((entries, postings))
    })
}

#[test]
fn an_index_that_was_lost_or_damaged_is_built_anew() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    let db = &app.server().state().db;
    let account = app.account(&[("name", "Grindens Plåt"), ("city", "Mora")]);
    let contact = app.contact(&[("first_name", "Eva"), ("last_name", "Plåt")]);
    app.role(contact, account, "Svetsare", ("", ""));
    let before = index(&app);
    app.write(|conn, _| {
        diesel::delete(search_postings::table).execute(conn)?;
        diesel::update(search_entries::table)
            .set(search_entries::words.eq("skräp"))
            .execute(conn)?;
        diesel::delete(search_builds::table).execute(conn)?;
        Ok(())
    });
    assert!(listed(&staff, "accounts", "grinden").is_empty());
    let now = app.clock().now();
    assert!(build_if_needed(db, now).unwrap());
    assert_eq!(index(&app), before);
    assert!(!build_if_needed(db, now).unwrap());
    assert_eq!(listed(&staff, "contacts", "svets grind"), ["Eva Plåt"]);
    assert_eq!(rebuild(db, 2, now, &|_| true).unwrap(), 2);
    assert_eq!(index(&app), before);
}

#[test]
fn a_generated_data_set_is_indexed_as_if_it_had_been_typed() {
    let app = TestApp::start_committed();
    let db = &app.server().state().db;
    let until = app.clock().now();
    let size = Size {
        accounts: 60,
        contacts: 120,
        changes: 300,
        seed: 5,
        until,
    };
    let operator = minimata::auth::Actor::operator(minimata::auth::Channel::Cli);
    app.sign_in(Role::Staff);
    assert_eq!(
        generate(db, 2, &operator, size, false, &|_, _| true).unwrap(),
        Generated::Done
    );
    let (entries, _) = index(&app);
    let living = app.database().column("SELECT CAST((SELECT COUNT(*) FROM accounts WHERE deleted_at IS NULL) + (SELECT COUNT(*) FROM contacts WHERE deleted_at IS NULL) AS CHAR)");
    assert_eq!(living, [entries.len().to_string()]);
}

#[test]
fn many_who_write_the_same_new_words_at_once_all_succeed() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    std::thread::scope(|scope| {
        for n in 0..6 {
            let one = staff.fork();
            scope.spawn(move || {
                for round in 0..4 {
                    let words = ["Ymer", "Xenia", "Wotan", "Vile", "Ugga", "Troja"];
                    let mut name: Vec<String> =
                        words.iter().map(|word| format!("{word}{round}")).collect();
                    name.rotate_left(n);
                    let fields = [
                        ("name", name.join(" ")),
                        ("kind", "company".to_owned()),
                        ("status", "active".to_owned()),
                    ];
                    let fields: Vec<(&str, &str)> =
                        fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
                    one.post("/accounts", &fields).assert_status(303);
                }
            });
        }
    });
    assert_eq!(listed(&staff, "accounts", "troja3 ymer3").len(), 6);
    assert_eq!(listed(&staff, "accounts", "xenia0").len(), 6);
}
