//! Tags: made by the way, and taken off what is in the trash.
use super::{account, undo_in};
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn a_tag_that_was_made_by_putting_it_on_goes_with_it_unless_somebody_else_uses_it() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let (one, two) = (account(&manager, "Ett AB"), account(&manager, "Två AB"));
    let put = |path: &str| {
        let done = manager.post(&format!("{path}/tags"), &[("name", "Nyfödd")]);
        done.assert_status(303);
        undo_in(&manager.open(path))
    };
    let (first, second) = (put(&one), put(&two));
    let tags = || manager.open("/tags").all("main a");
    assert!(tags().contains(&"Nyfödd".to_owned()), "{:?}", tags());
    manager
        .post(&first, &[])
        .assert_status(409)
        .assert_has("Nyfödd")
        .assert_has("Två AB");
    manager.post(&second, &[]).assert_status(303);
    manager.post(&first, &[]).assert_status(303);
    let redo = undo_in(&manager.open(&one));
    assert!(!tags().contains(&"Nyfödd".to_owned()), "{:?}", tags());
    manager.post(&redo, &[]).assert_status(303);
    manager.open(&one).assert_has("Nyfödd");
    assert!(tags().contains(&"Nyfödd".to_owned()), "{:?}", tags());
}

#[test]
fn the_removal_of_a_tag_is_undone_on_what_was_in_the_trash_already() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    app.make_tags(&["Undanlagd"]);
    let path = account(&manager, "Ett AB");
    manager
        .post(&format!("{path}/tags"), &[("name", "Undanlagd")])
        .assert_status(303);
    let all = manager.open("/tags");
    let names = all.all("main a.row-link");
    let at = names.iter().position(|name| name == "Undanlagd");
    let tag = all.attributes("main a.row-link", "href")[at.expect("the tag")].clone();
    manager
        .post(&format!("{path}/removal"), &[])
        .assert_status(303);
    let undelete = undo_in(&manager.open("/accounts"));
    manager
        .post(&format!("{tag}/removal"), &[])
        .assert_status(303);
    let undo = undo_in(&manager.open("/tags"));
    manager.post(&undo, &[]).assert_status(303);
    manager.post(&undelete, &[]).assert_status(303);
    manager.open(&path).assert_has("Undanlagd");
}
