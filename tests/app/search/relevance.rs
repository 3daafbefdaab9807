//! What is found first: a table over the sample data and generated names, grouped by what each line proves.
use crate::imports::Desk;
use crate::support::{TestApp, TestClock};
use minimata::accounts::{self, model::AccountId};
use minimata::auth::{Actor, Channel, Role};
use minimata::contacts::{self, model::ContactId};
use minimata::db::Conn;
use minimata::demo;
use minimata::demo::generate::{Generated, Size, generate};
use minimata::search_index::{IndexKind, hits};
use std::collections::HashMap;

use super::sample::SAMPLE;
use IndexKind::{Account as A, Contact as C};

/// The names that are found, the best first.
fn found(desk: &Desk, kind: IndexKind, typed: &str) -> Vec<String> {
    let typed = typed.to_owned();
    let work = |conn: &mut Conn| {
        let ids: Vec<i64> = hits(conn, kind, &typed, &[])?
            .iter()
            .map(|hit| hit.id)
            .collect();
        let names: HashMap<i64, String> = match kind {
            A => {
                let ids: Vec<AccountId> = ids.iter().copied().map(AccountId).collect();
                let names = accounts::queries::names(conn, &ids)?;
                names.into_iter().map(|(id, name)| (id.0, name)).collect()
            }
            C => {
                let ids: Vec<ContactId> = ids.iter().copied().map(ContactId).collect();
                let names = contacts::queries::names(conn, &ids)?;
                names.into_iter().map(|(id, name)| (id.0, name)).collect()
            }
        };
        diesel::QueryResult::Ok(ids.iter().map(|id| names[id].clone()).collect())
    };
    desk.db.run_blocking(work).unwrap()
}

#[test]
fn the_sample_data_is_found_as_people_expect() {
    let desk = Desk::new();
    let operator = Actor::operator(Channel::Cli);
    let now = TestClock::new().now();
    assert!(
        desk.db
            .run_blocking(|conn| demo::fill(conn, &operator, now))
            .unwrap()
    );
    let mut wrong = Vec::new();
    for (proves, lines) in SAMPLE {
        for (kind, typed, first) in *lines {
            let found = found(&desk, *kind, typed);
            let is_right =
                found.len() >= first.len() && found.iter().zip(*first).all(|(a, b)| a == b);
            if !is_right {
                let some: Vec<_> = found.iter().take(4).collect();
                wrong.push(format!("{proves}: {typed:?} finds {some:?}, not {first:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let all: usize = SAMPLE.iter().map(|(_, lines)| lines.len()).sum();
    assert!(all >= 120, "{all} lines");
}

#[test]
fn every_generated_record_is_found_by_its_name_however_it_is_typed() {
    let desk = Desk::new();
    let operator = Actor::operator(Channel::Cli);
    let until = TestClock::new().now();
    let size = Size {
        accounts: 60,
        contacts: 60,
        changes: 150,
        seed: 11,
        until,
    };
    let done = generate(&desk.db, 1, &operator, size, false, &|_, _| true).unwrap();
    assert_eq!(done, Generated::Done);
    let names = [
        (A, desk.column("SELECT name FROM accounts WHERE deleted_at IS NULL ORDER BY id LIMIT 25")),
        (C, desk.column("SELECT CONCAT(first_name, ' ', last_name) FROM contacts WHERE deleted_at IS NULL ORDER BY id LIMIT 25")),
    ];
    for (kind, names) in names {
        for name in names {
            let backwards: Vec<&str> = name.split(' ').rev().collect();
            assert_eq!(found(&desk, kind, &name).first(), Some(&name));
            assert_eq!(
                found(&desk, kind, &name.to_uppercase()).first(),
                Some(&name)
            );
            assert!(
                found(&desk, kind, &backwards.join(" ")).contains(&name),
                "{backwards:?}"
            );
            let middle: String = name
                .chars()
                .skip(1)
                .take(name.chars().count() - 2)
                .collect();
            assert!(found(&desk, kind, &middle).contains(&name), "{middle}");
        }
    }
}

#[test]
fn the_exact_spelling_comes_before_the_plain_one_however_many_have_that() {
    let app = TestApp::start();
    for _ in 0..70 {
        app.account(&[("name", "Öbergs Rör")]);
    }
    app.account(&[("name", "Obergs Rör")]);
    let staff = app.sign_in(Role::Staff);
    let first = |typed: &str| {
        staff
            .open(&format!("/search?q={typed}"))
            .all("#found-account .hit > bdi")[0]
            .clone()
    };
    assert_eq!(first("obergs"), "Obergs Rör");
    assert_eq!(first("%C3%B6bergs"), "Öbergs Rör");
}
