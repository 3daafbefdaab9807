//! An import that is started elsewhere and still goes on; a deletion of which nothing is left to undo.
use super::{account, undo_in};
use crate::support::TestApp;
use minimata::auth::{Actor, Channel, Role};
use minimata::i18n::Lang;
use minimata::imports::{Order, What, import};
use std::time::Duration;

#[test]
fn an_import_from_the_command_line_that_still_goes_on_cannot_be_undone() {
    let app = TestApp::start_committed();
    let manager = app.sign_in(Role::Manager);
    let directory = std::env::temp_dir().join(format!("minimata-running-{}", std::process::id()));
    std::fs::create_dir_all(&directory).expect("a directory");
    let file = directory.join("rader.csv");
    let rows: String = (0..450).map(|n| format!("Löpande {n};Lund\n")).collect();
    std::fs::write(&file, format!("Namn;Ort\n{rows}")).expect("a file");
    let order = Order {
        what: What::Accounts,
        file: &file,
        dry_run: false,
        lang: Lang::En,
        now: app.clock().now(),
    };
    let operation = || {
        app.database()
            .column("SELECT CAST(MAX(id) AS CHAR) FROM operations")
            .remove(0)
    };
    let undo = || format!("/changes/{}/undo", operation());
    let living = || {
        app.database()
            .column("SELECT name FROM accounts WHERE deleted_at IS NULL")
    };
    let db = &app.server().state().db;
    // The pool's connection is the import's meanwhile: whoever undoes has another one.
    let mut refused = 0;
    let operator = Actor::operator(Channel::Import);
    let done = import(db, &operator, &order, &mut |_| {
        let answer = manager.post(&undo(), &[]);
        answer.assert_status(409).assert_has("still running");
        refused += 1;
        true
    });
    assert_eq!((refused, living().len()), (3, 450), "{done:?}");
    manager.post(&undo(), &[]).assert_status(303);
    assert!(living().is_empty());
    // One that was told to end has ended.
    let ended = import(db, &operator, &order, &mut |_| false);
    assert!(ended.is_err());
    manager.post(&undo(), &[]).assert_status(303);
    assert!(living().is_empty());
    // One that was killed is taken for ended after a while.
    import(db, &operator, &order, &mut |_| true).expect("a file that fits");
    app.database().execute(
        "UPDATE operations SET data = JSON_SET(data, '$.running_until', '2026-03-02T08:02:00') ORDER BY id DESC LIMIT 1",
    );
    manager.post(&undo(), &[]).assert_status(409);
    app.clock().advance(Duration::from_secs(180));
    manager.post(&undo(), &[]).assert_status(303);
    assert!(living().is_empty());
    std::fs::remove_dir_all(&directory).expect("a directory");
}

#[test]
fn a_deletion_that_was_restored_from_the_trash_offers_no_undo_any_more() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let path = account(&staff, "Åter AB");
    let removed = staff.post(&format!("{path}/removal"), &[]);
    removed.assert_status(303);
    let deletion = undo_in(&staff.open("/accounts"));
    let page = deletion.trim_end_matches("/undo");
    let button = format!("form[action='{deletion}']");
    staff.open(page).assert_count(&button, 1);
    let row = path.replace("/accounts/", "account-");
    let restored = staff.post("/trash/restoration", &[("row", &row)]);
    restored.assert_status(303);
    for address in [
        page.to_owned(),
        format!("{path}/history"),
        "/changes".to_owned(),
    ] {
        staff
            .open(&address)
            .assert_none(&button)
            .assert_has("Restored since by");
    }
    // Taken back, the restoration leaves the deletion as it was.
    let back = staff
        .open("/changes")
        .attributes("form[action$='/undo']", "action")[0]
        .clone();
    staff.post(&back, &[]).assert_status(303);
    staff.open(page).assert_count(&button, 1);
}
