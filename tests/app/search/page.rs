//! The page of what was found.
use crate::support::TestApp;
use minimata::auth::Role;
use minimata::tags::Tagged;

#[test]
fn everything_is_looked_through_and_what_was_typed_is_marked() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let account = app.account(&[("name", "Nordgrens <b>Plåt</b> AB"), ("city", "Umeå")]);
    let contact = app.contact(&[("first_name", "Ida"), ("last_name", "Nordgren")]);
    app.role(contact, account, "Plåtslagare", ("", ""));
    app.tag(Tagged::Account(account), &["Nordligt"]);
    let page = staff.open("/search?q=nord");
    page.assert_one("#found-account mark", "Nord")
        .assert_one("#found-account .hit > bdi", "Nordgrens <b>Plåt</b> AB")
        .assert_none("#found-account b")
        .assert_has("Plåtslagare")
        .assert_one("#found-tag mark", "Nord");
    assert_eq!(
        page.attributes("#found-contact li a", "href"),
        [format!("/contacts/{contact}")]
    );
    staff
        .open("/search?q=pl%C3%A5tslag+nordgr")
        .assert_count("#found-contact li", 1)
        .assert_none("#found-account");
    staff
        .open("/search?q=%3Cscript%3E")
        .assert_has("Nothing matches")
        .assert_none("main script");
    staff
        .open("/search?q=")
        .assert_has("Type at least one letter");
    staff
        .open("/search?q=%00%ff%25")
        .assert_one("h1", "Search: \u{fffd}%");
}

#[test]
fn pages_and_actions_are_those_that_the_person_may_use() {
    let app = TestApp::start();
    let (viewer, admin) = (app.sign_in(Role::Viewer), app.sign_in(Role::Admin));
    admin
        .open("/search?q=new+acc")
        .assert_has("New account")
        .assert_count("#found-page li", 1);
    viewer.open("/search?q=new+acc").assert_none("#found-page");
    admin
        .open("/search?q=audit")
        .assert_count("#found-page li", 1);
    viewer.open("/search?q=audit").assert_none("#found-page");
    viewer
        .open("/search?q=my+sess")
        .assert_count("#found-page li", 1);
}

#[test]
fn what_the_person_used_lately_comes_first_among_equals() {
    let app = TestApp::start();
    let (one, other) = (app.sign_in(Role::Staff), app.sign_in(Role::Staff));
    for name in ["Kvick A", "Kvick B", "Kvick C"] {
        app.account(&[("name", name)]);
    }
    let used = crate::undo::account(&one, "Kvick D");
    let names = |who: &crate::support::Browser| {
        who.open("/search?q=kvick").all("#found-account .hit > bdi")
    };
    assert_eq!(names(&one), ["Kvick D", "Kvick A", "Kvick B", "Kvick C"]);
    assert_eq!(names(&other)[0], "Kvick A");
    one.open("/search").assert_has("Kvick D");
    assert!(used.starts_with("/accounts/"));
}

#[test]
fn a_wrong_letter_is_said() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    app.account(&[("name", "Smedjebackens Maskin")]);
    staff
        .open("/search?q=smedjbackens")
        .assert_one("#found-account .badge", "similar spelling");
    staff
        .open("/search?q=smedjeb")
        .assert_none("#found-account .badge");
}

#[test]
fn the_box_of_every_page_answers_with_options() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    app.account(&[("name", "Boxens Bolag")]);
    staff
        .open("/accounts")
        .assert_one("#everywhere label", "Search everywhere");
    let part = staff.htmx().open("/search?q=boxens");
    part.assert_one(
        "#palette-list [role=option][aria-selected=true] bdi",
        "Boxens Bolag",
    )
    .assert_none("h1")
    .assert_one("template[hx-target='#live']", "One thing found");
    staff
        .htmx()
        .open("/search?q=finnsinte")
        .assert_count("#palette-nothing", 1)
        .assert_none("[role=listbox]");
}
