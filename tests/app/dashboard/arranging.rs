//! Arranging the page after sign-in: in a person's own way, and in a role's.

use minimata::auth::Role;

use super::account;
use crate::support::{Answer, Browser, TestApp};

/// The parts on the page, in their order.
fn parts(page: &Answer) -> Vec<String> {
    page.attributes(".dashboard > div", "id")
        .into_iter()
        .map(|id| id.trim_start_matches("tile-").to_owned())
        .collect()
}

fn home(who: &Browser) -> Vec<String> {
    parts(&who.open("/"))
}

#[test]
fn each_role_begins_with_what_it_needs() {
    let app = TestApp::start();
    account(&app.sign_in(Role::Staff), "Något", "");
    let begins = |role: Role| home(&app.sign_in(role)).join(" ");
    // Without KPIs their parts leave no room behind: only those who may define them are told of nothing.
    assert_eq!(begins(Role::Viewer), "registers recent");
    assert_eq!(
        begins(Role::Staff),
        "attention own touched recent registers"
    );
    assert_eq!(
        begins(Role::Manager),
        "team growth recent own touched registers"
    );
    assert_eq!(
        begins(Role::Admin),
        "sign_ins jobs system recent own touched registers"
    );
}

#[test]
fn a_person_orders_hides_and_sizes_for_themselves_alone() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    account(&staff, "Något", "");
    // A button moves a part; the form goes on where it was.
    let form = staff.open("/dashboards/mine");
    form.assert_count("#arrange tbody tr", 9);
    let moved = staff.form("#arrange").press("up:recent");
    moved.assert_status(303);
    assert_eq!(moved.location(), "/dashboards/mine");
    assert_eq!(home(&staff)[2], "recent");
    // Hidden and widened, it is saved with the button at the end.
    staff.open("/dashboards/mine");
    let saved = staff
        .form("#arrange")
        .untick("shown", "touched")
        .fill("size-recent", "whole")
        .submit();
    saved.assert_status(303);
    assert_eq!(saved.location(), "/");
    let page = staff.open("/");
    assert_eq!(parts(&page), ["attention", "own", "recent", "registers"]);
    page.assert_count("#tile-recent.whole", 1);
    assert_eq!(
        home(&app.sign_in(Role::Staff)),
        ["attention", "own", "touched", "recent", "registers"]
    );
    // Back to how it was.
    staff
        .post("/dashboards/mine/removal", &[])
        .assert_status(303);
    assert_eq!(home(&staff)[2], "touched");
}

#[test]
fn who_was_not_first_is_told_and_loses_nothing() {
    let app = TestApp::start();
    let viewer = app.sign_in(Role::Viewer);
    account(&app.sign_in(Role::Staff), "Något", "");
    let fields = |version: &'static str| {
        [
            ("tile", "recent"),
            ("shown", "recent"),
            ("version", version),
        ]
    };
    viewer
        .post("/dashboards/mine", &fields("0"))
        .assert_status(303);
    let late = viewer.post("/dashboards/mine", &fields("0"));
    late.assert_status(409)
        .assert_has("Saving again replaces that");
    let version = late.attributes("#arrange input[name=version]", "value");
    assert_eq!(version, ["1"]);
    assert_eq!(
        late.attributes("#arrange input[name=tile]", "value")[0],
        "recent"
    );
}

#[test]
fn an_admin_sets_what_a_role_begins_with() {
    let app = TestApp::start();
    let (admin, viewer) = (app.sign_in(Role::Admin), app.sign_in(Role::Viewer));
    account(&admin, "Något", "");
    let fields = [
        ("tile", "recent"),
        ("tile", "registers"),
        // Not for viewers, whoever says so.
        ("tile", "jobs"),
        ("shown", "recent"),
        ("shown", "jobs"),
        ("version", "0"),
    ];
    admin.post("/dashboards/viewer", &fields).assert_status(303);
    assert_eq!(home(&viewer), ["recent"]);
    admin
        .open("/audit")
        .assert_has("arranged the start page of");
    viewer.get("/dashboards/tiles/jobs").assert_status(404);
    viewer.get("/dashboards/nobody").assert_status(403);
    admin.get("/dashboards/nobody").assert_status(404);
}
