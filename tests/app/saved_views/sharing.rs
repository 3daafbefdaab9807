//! Who sees a view, who changes it, and in whose menu it stands.
use minimata::auth::Role;

use super::{id, save};
use crate::support::TestApp;

#[test]
fn only_managers_share_and_only_with_a_role_and_above() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let (manager, viewer, admin) = (
        app.sign_in(Role::Manager),
        app.sign_in(Role::Viewer),
        app.sign_in(Role::Admin),
    );
    // Who may not share is not asked, and refused all the same.
    let private = save(&staff, "/accounts?q=p", "Privat", &[]);
    staff
        .open("/saved-views/new?list=accounts&query=q%3Dx")
        .assert_none("#shared_with");
    let fields = [
        ("list", "accounts"),
        ("query", "q=x"),
        ("name", "X"),
        ("shared_with", "viewer"),
    ];
    staff
        .post("/saved-views", &fields)
        .assert_status(422)
        .assert_has("Only managers share views");
    let shared = save(
        &manager,
        "/accounts?q=s",
        "Delad",
        &[("shared_with", "staff")],
    );
    // Found by those with the role, and by nobody else.
    for (who, status) in [(&staff, 303), (&admin, 303), (&viewer, 404)] {
        who.get(&format!("/saved-views/{}", id(&shared)))
            .assert_status(status);
        let there = who
            .open("/saved-views")
            .all(".who a")
            .contains(&"Delad".to_owned());
        assert_eq!(there, status == 303);
    }
    manager
        .get(&format!("/saved-views/{}", id(&private)))
        .assert_status(404);
    viewer.open(&shared).assert_has("no longer shared with you");
    manager
        .post(&format!("/saved-views/{}/pin", id(&private)), &[])
        .assert_status(404);
}

#[test]
fn what_is_shared_is_the_managers_to_change_and_its_owners_to_take_back() {
    let app = TestApp::start_committed();
    let (owner, staff) = (app.person(Role::Manager), app.sign_in(Role::Staff));
    let (manager, other) = (app.sign_in_as(&owner), app.sign_in(Role::Manager));
    let shared = id(&save(
        &manager,
        "/accounts?q=s",
        "Gemensam",
        &[("shared_with", "viewer")],
    ));
    let (own, query, removal) = (
        format!("/saved-views/{shared}"),
        format!("/saved-views/{shared}/query"),
        format!("/saved-views/{shared}/removal"),
    );
    staff
        .post(&own, &[("name", "Min"), ("version", "1")])
        .assert_status(422);
    staff
        .post(&query, &[("query", "q=t"), ("version", "1")])
        .assert_status(403);
    staff.post(&removal, &[]).assert_status(403);
    staff
        .open(&format!("/accounts?q=t&view={shared}"))
        .assert_none("#view-save")
        .assert_one("#view-new", "Save as a new view");
    // Two managers edit it at once: the second sees both names.
    other.open(&format!("{own}/edit"));
    let form = other.form("#view-form").fill("name", "Vår");
    manager.open(&format!("{own}/edit"));
    manager
        .submit("#view-form", &[("name", "Allas")])
        .assert_redirect("/saved-views");
    let both = form.submit();
    both.assert_status(409)
        .assert_one("#keep-name .clash-theirs", "Allas");
    assert_eq!(both.attributes("#name", "value"), ["Vår"]);
    other.submit("#view-form", &[]).assert_status(303);
    // Its owner is no manager any more: they may take it back, and no more.
    let demote = format!("UPDATE users SET role = 'staff' WHERE id = {}", owner.id);
    app.database().execute(&demote);
    manager.open(&format!("{own}/edit"));
    let refused = manager.submit("#view-form", &[("name", "Något annat")]);
    refused
        .assert_status(422)
        .assert_has("only managers change it");
    let offered = refused.attributes("#shared_with option", "value");
    assert_eq!(offered, ["", "viewer"]);
    manager.open(&format!("{own}/edit"));
    manager
        .submit("#view-form", &[("shared_with", "")])
        .assert_status(303);
    other.get(&own).assert_status(404);
    manager
        .open(&format!("{own}/edit"))
        .assert_none("#shared_with");
}

#[test]
fn everybody_has_their_own_menu() {
    let app = TestApp::start();
    let (manager, staff) = (app.sign_in(Role::Manager), app.sign_in(Role::Staff));
    let shared = save(
        &manager,
        "/accounts?q=s",
        "Delad",
        &[("shared_with", "viewer")],
    );
    manager.open("/").assert_one(".nav-views a", "Delad");
    staff.open("/").assert_none(".nav-views a");
    // On the list it is offered to all who see it.
    staff
        .open("/accounts")
        .assert_one(&format!("#menu-view-{}", id(&shared)), "Delad");
    staff.open(&shared);
    staff
        .submit("form[action$='/pin']", &[])
        .assert_redirect(&shared);
    staff
        .open(&shared)
        .assert_one(".nav-views a", "Delad")
        .assert_has("now in your menu");
    staff
        .submit("form[action$='/pin/removal']", &[])
        .assert_redirect(&shared);
    staff.open("/").assert_none(".nav-views a");
    manager.open("/").assert_one(".nav-views a", "Delad");
    // Saved without the tick, it is not in the menu.
    staff.open("/saved-views/new?list=contacts&query=q%3Dx");
    let form = staff
        .form("#view-form")
        .fill("name", "Utan")
        .untick("pinned", "true");
    form.submit().assert_status(303);
    staff.open("/").assert_none(".nav-views a");
}

#[test]
fn history_tells_admins_and_nobody_else() {
    let app = TestApp::start();
    let (staff, admin) = (app.sign_in(Role::Staff), app.sign_in(Role::Admin));
    let private = id(&save(&staff, "/accounts?q=hemlig", "Hemlig vy", &[]));
    staff.open(&format!("/saved-views/{private}/edit"));
    staff
        .submit("#view-form", &[("name", "Ännu hemligare")])
        .assert_status(303);
    staff.post(&format!("/saved-views/{private}/removal"), &[]);
    staff.open("/").assert_has("deleted");
    staff.open("/changes").assert_lacks("hemlig");
    admin
        .open("/audit")
        .assert_has("saved the view Hemlig vy")
        .assert_has("changed the view Ännu hemligare")
        .assert_has("deleted the view Ännu hemligare");
}
