//! The demo data: filled in once, removed without a trace but history.
mod generated;

use minimata::auth::{Actor, Channel, Role};
use minimata::demo::{fill, is_filled, remove};
use minimata::imports::What;

use crate::imports::Desk;
use crate::support::{TestApp, TestClock};

fn run(
    desk: &Desk,
    work: fn(
        &mut minimata::db::Conn,
        &Actor,
        chrono::NaiveDateTime,
    ) -> Result<bool, minimata::web::AppError>,
    minute: u64,
) -> bool {
    let clock = TestClock::new();
    clock.advance(std::time::Duration::from_secs(60 * minute));
    let operator = Actor::operator(Channel::Cli);
    let done = desk
        .db
        .run_blocking(|conn| work(conn, &operator, clock.now()));
    done.expect("done")
}

#[test]
fn it_is_filled_in_once_by_one_operation() {
    let desk = Desk::new();
    assert!(!desk.db.run_blocking(is_filled).unwrap());
    assert!(run(&desk, fill, 1));
    assert!(desk.db.run_blocking(is_filled).unwrap());
    assert!(!run(&desk, fill, 2));
    assert_eq!(desk.column("SELECT kind FROM operations"), ["demo.fill"]);
    assert_eq!(desk.column("SELECT COUNT(*) FROM accounts"), ["60"]);
    assert_eq!(desk.column("SELECT COUNT(*) FROM contacts"), ["150"]);
    assert_eq!(
        desk.column("SELECT COUNT(*) FROM affiliations WHERE to_date IS NOT NULL"),
        ["50"]
    );
    assert_eq!(
        desk.column("SELECT COUNT(*) FROM accounts WHERE parent_id IS NOT NULL"),
        ["12"]
    );
    let real = "SELECT email FROM accounts WHERE email NOT LIKE '%.example' UNION SELECT email FROM contacts WHERE email NOT LIKE '%.example'";
    assert!(desk.column(real).is_empty());
}

#[test]
fn removal_leaves_everything_as_it_was() {
    let desk = Desk::new();
    desk.import(What::Accounts, &desk.fixture("foreningar.csv"));
    desk.import(What::Contacts, &desk.fixture("fortroendevalda.csv"));
    let before = desk.everything();
    for minute in [1, 3] {
        assert!(run(&desk, fill, minute));
        assert!(run(&desk, remove, minute + 1));
        assert_eq!(desk.everything(), before);
    }
    assert!(!run(&desk, remove, 9));
    let kinds = desk.column("SELECT kind FROM operations ORDER BY id");
    assert_eq!(
        kinds[2..],
        ["demo.fill", "demo.remove", "demo.fill", "demo.remove"]
    );
    let deleted = desk.column("SELECT COUNT(*) FROM changes WHERE action = 'delete' AND subject_type = 'account' AND before_values LIKE '%Granköping%'");
    assert_eq!(deleted, ["20"]);
}

#[test]
fn what_people_hung_on_demo_rows_goes_and_their_own_rows_stay() {
    let desk = Desk::new();
    assert!(run(&desk, fill, 1));
    desk.take(
        What::Contacts,
        "Förnamn;Efternamn;E-post;Förening;Uppdrag\n\
         Åsa;Ek;asa@x.example;Granköping IF;Tränare\nÅsa;Ek;asa@x.example;Ås IF;Kassör\n",
    );
    desk.execute("UPDATE accounts SET parent_id = (SELECT MIN(id) FROM (SELECT id FROM accounts) x) WHERE name = 'Ås IF'");
    desk.execute("UPDATE accounts SET deleted_at = NOW() WHERE name = 'Granköping Kammarkör'");
    assert!(run(&desk, remove, 2));
    assert_eq!(
        desk.column("SELECT CONCAT(name, IFNULL(parent_id, '-')) FROM accounts"),
        ["Ås IF-"]
    );
    assert_eq!(
        desk.column("SELECT CONCAT(role, is_primary) FROM affiliations"),
        ["Kassör1"]
    );
    assert_eq!(desk.column("SELECT COUNT(*) FROM tags"), ["0"]);
}

#[test]
fn the_command_fills_and_removes() {
    let desk = Desk::new();
    for (arguments, said) in [
        (&["demo"][..], "was filled in"),
        (&["demo"], "already"),
        (&["demo", "--remove"], "was removed"),
        (&["demo", "--remove"], "no demo data"),
    ] {
        let output = desk.program(arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(
            String::from_utf8_lossy(&output.stdout).contains(said),
            "{said}"
        );
    }
}

#[test]
fn a_manager_fills_and_removes_with_one_click_each_and_staff_may_not() {
    let app = TestApp::start_committed();
    let manager = app.sign_in(Role::Manager);
    let names = || app.database().column("SELECT name FROM accounts");
    manager.post("/demo", &[]).assert_status(303);
    assert_eq!(names().len(), 60);
    app.sign_in(Role::Staff)
        .post("/demo/removal", &[])
        .assert_status(403);
    app.clock().advance(std::time::Duration::from_secs(60));
    manager.post("/demo/removal", &[]).assert_status(303);
    assert!(names().is_empty());
}
