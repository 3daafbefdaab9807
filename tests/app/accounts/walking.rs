//! Walking through the list while others write, and in the order of owners.
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use minimata::auth::Role;

use super::names;
use super::paging::{many, walk};
use crate::support::TestApp;

/// Adds rows everywhere in every order, and deletes earlier ones, until told to stop.
fn churn(app: &TestApp, stop: &AtomicBool) {
    for n in 0..2_000 {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let (name, city) = (
            ["Före", "Förening 0050b", "Öst"][n % 3],
            ["Lund", "Ab", "Åre"][n % 3],
        );
        app.database().execute(&format!(
            "INSERT INTO accounts (name, name_key, bare_name_key, kind, status, city, members, description, other_facts, created_at, updated_at)
             VALUES ('{name} gäst {n}', '', '', 'company', 'active', '{city}', {}, '', '{{}}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
            n % 9
        ));
        app.database().execute(&format!(
            "UPDATE accounts SET deleted_at = UTC_TIMESTAMP(6) WHERE kind = 'company' AND id % 4 = {} AND deleted_at IS NULL",
            n % 4
        ));
    }
}

#[test]
fn a_walk_meets_every_row_that_stands_still_once_while_others_come_and_go() {
    let app = TestApp::start_committed();
    many(&app, 150);
    let viewer = app.sign_in(Role::Viewer);
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| churn(&app, &stop));
        // However this ends, the other thread does too.
        let walked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            for order in ["name", "city", "members", "owner", "updated_at"] {
                for (dir, start, step) in [
                    ("asc", "", "next"),
                    ("desc", "", "next"),
                    ("asc", "&at=last", "previous"),
                ] {
                    let first = viewer.open(&format!("/accounts?sort={order}&dir={dir}{start}"));
                    let mut met: BTreeMap<String, usize> = BTreeMap::new();
                    for name in walk(&viewer, first, step).concat() {
                        *met.entry(name).or_default() += 1;
                    }
                    for n in 0..150 {
                        let name = format!("Förening {n:04}");
                        assert_eq!(met.get(&name), Some(&1), "{name} by {order} {dir} {step}");
                    }
                }
            }
        }));
        stop.store(true, Ordering::Relaxed);
        if let Err(cause) = walked {
            std::panic::resume_unwind(cause);
        }
    });
}

#[test]
fn owners_stand_by_name_and_a_page_may_hold_several() {
    let app = TestApp::start();
    let mut owners: Vec<(String, i64)> = ["Örjan", "Anna", "Åsa"]
        .map(|name| {
            let person = app.person(Role::Staff);
            app.write(|conn, _| {
                use diesel::prelude::*;
                use minimata::schema::users;
                diesel::update(users::table.find(person.id))
                    .set(users::name.eq(name))
                    .execute(conn)?;
                Ok(())
            });
            (name.to_owned(), person.id)
        })
        .to_vec();
    let owner = |at: usize| owners[at].1.to_string();
    let (first, second, third) = (owner(0), owner(1), owner(2));
    let rows: Vec<(String, &str)> = (0..70)
        .map(|n| (format!("Ägd {n:02}"), ["", &first, &second, &third][n % 4]))
        .collect();
    let fields: Vec<[(&str, &str); 2]> = rows
        .iter()
        .map(|(name, owner)| [("name", name.as_str()), ("owner_id", owner)])
        .collect();
    app.accounts(&fields.iter().map(|row| row.as_slice()).collect::<Vec<_>>());
    owners.sort_by_key(|(name, _)| ["Anna", "Åsa", "Örjan"].iter().position(|n| n == name));
    // Nobody's first, then Anna's, Åsa's and Örjan's, each by age.
    let expected: Vec<String> = [0, 2, 3, 1]
        .iter()
        .flat_map(|rest| (0..70).filter(move |n| n % 4 == *rest))
        .map(|n| format!("Ägd {n:02}"))
        .collect();
    let viewer = app.sign_in(Role::Viewer);
    let up = walk(&viewer, viewer.open("/accounts?sort=owner&dir=asc"), "next");
    assert_eq!(up.iter().map(Vec::len).collect::<Vec<_>>(), [25, 25, 20]);
    assert_eq!(up.concat(), expected);
    let down = walk(
        &viewer,
        viewer.open("/accounts?sort=owner&dir=desc"),
        "next",
    )
    .concat();
    assert_eq!(down, expected.iter().rev().cloned().collect::<Vec<_>>());
    let back = walk(
        &viewer,
        viewer.open("/accounts?sort=owner&dir=asc&at=last"),
        "previous",
    );
    assert_eq!(
        back.into_iter().rev().flatten().collect::<Vec<_>>(),
        expected
    );
    let one = viewer.open(&format!("/accounts?sort=owner&owner={second}&size=50"));
    assert_eq!(names(&one).len(), 17 + usize::from(70 % 4 > 2));
    viewer
        .get("/accounts?sort=owner&after=MTI9eA")
        .assert_status(404);
}
