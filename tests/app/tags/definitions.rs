//! Tags themselves: made, renamed, recoloured, merged and deleted by managers, and taken back.
use crate::support::{Answer, Browser, TestApp};
use minimata::auth::Role;
use minimata::tags::Tagged;

/// Where the newest notice's Undo posts to.
fn undo_in(page: &Answer) -> String {
    page.attributes("#toasts form", "action")[0].clone()
}

fn undo(manager: &Browser, path: &str) {
    manager.post(path, &[]).assert_status(303);
}

#[test]
fn a_manager_makes_a_tag_and_the_form_refuses_what_is_none() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    manager.open("/tags");
    let made = manager.submit("#tag-form", &[("name", "Sponsor 6601"), ("colour", "pink")]);
    made.assert_redirect("/tags");
    let page = made.follow();
    page.assert_has("Sponsor 6601 was created")
        .assert_has("Pink")
        .assert_count(".table .tag.pink", 1);
    let long = "x".repeat(51);
    for (name, why) in [
        ("", "Fill this in"),
        (long.as_str(), "50"),
        ("a, b", "Leave out commas"),
        ("  sponsor 6601 ", "There is a tag with this name already"),
    ] {
        manager
            .post("/tags", &[("name", name), ("colour", "blue")])
            .assert_status(422)
            .assert_has(why)
            .assert_count("#name-error", 1);
    }
    manager
        .post("/tags", &[("name", "Ny 6601"), ("colour", "beige")])
        .assert_status(422)
        .assert_count("#colour-error", 1)
        .assert_count("#name[value='Ny 6601']", 1);
    manager.post(&undo_in(&page), &[]).assert_status(303);
    manager.open("/tags").assert_none(".table .tag.pink");
}

#[test]
fn a_tag_is_counted_renamed_and_recoloured_on_everything_at_once() {
    let app = TestApp::start();
    let account = app.account(&[("name", "Alfa 6602")]);
    let contact = app.contact(&[("last_name", "Beta 6602")]);
    let tag = app.tag(Tagged::Account(account), &["Gammal 6602"])[0];
    app.tag(Tagged::Contact(contact), &["Gammal 6602"]);
    let manager = app.sign_in(Role::Manager);
    let row = manager.open("/tags");
    row.assert_one(&format!("a[href='/accounts?tags={tag}']"), "1")
        .assert_one(&format!("a[href='/contacts?tags={tag}']"), "1");
    manager.open(&format!("/tags/{tag}"));
    let saved = manager.submit("#tag-form", &[("name", "Ny 6602"), ("colour", "red")]);
    let account_page = format!("/accounts/{account}");
    saved.assert_redirect("/tags");
    // The next page takes the notice, and with it the way back.
    let back = undo_in(&saved.follow());
    manager
        .open(&account_page)
        .assert_one("#tags .tag.red", "Ny 6602");
    undo(&manager, &back);
    manager
        .open(&account_page)
        .assert_one("#tags .tag", "Gammal 6602")
        .assert_none("#tags .tag.red");
    // From an old version: both values, nothing lost.
    manager
        .post(
            &format!("/tags/{tag}"),
            &[("name", "Min 6602"), ("colour", "red"), ("version", "1")],
        )
        .assert_status(409)
        .assert_has("Gammal 6602")
        .assert_count("#name[value='Min 6602']", 1);
}

#[test]
fn merged_tags_are_one_and_apart_again_after_undo() {
    let app = TestApp::start();
    let both = app.account(&[("name", "Alfa 6603")]);
    let one = app.account(&[("name", "Beta 6603")]);
    let person = app.contact(&[("last_name", "Gamma 6603")]);
    let tags = app.tag(Tagged::Account(both), &["Från 6603", "Till 6603"]);
    app.tag(Tagged::Account(one), &["Från 6603"]);
    app.tag(Tagged::Contact(person), &["Från 6603"]);
    let manager = app.sign_in(Role::Manager);
    let of = |path: String| manager.open(&path).all("#tags .tag bdi");
    let from = format!("/tags/{}", tags[0]);
    manager.open(&from).assert_has("(2 accounts, 1 contacts)");
    let merged = manager.submit("#merge-form", &[("into", &tags[1].to_string())]);
    merged.assert_redirect("/tags");
    let back = undo_in(&merged.follow());
    assert_eq!(of(format!("/accounts/{both}")), ["Till 6603"]);
    assert_eq!(of(format!("/accounts/{one}")), ["Till 6603"]);
    assert_eq!(of(format!("/contacts/{person}")), ["Till 6603"]);
    manager.get(&from).assert_status(404);
    undo(&manager, &back);
    assert_eq!(of(format!("/accounts/{both}")), ["Från 6603", "Till 6603"]);
    assert_eq!(of(format!("/accounts/{one}")), ["Från 6603"]);
    assert_eq!(of(format!("/contacts/{person}")), ["Från 6603"]);
    manager
        .post(&format!("{from}/merger"), &[("into", &tags[0].to_string())])
        .assert_status(422)
        .assert_count("#into-error", 1);
}

#[test]
fn a_deleted_tag_leaves_everything_frees_its_name_and_comes_back() {
    let app = TestApp::start();
    let account = app.account(&[("name", "Alfa 6604")]);
    let tag = app.tag(Tagged::Account(account), &["Bort 6604", "Kvar 6604"])[0];
    let manager = app.sign_in(Role::Manager);
    let path = format!("/accounts/{account}");
    manager
        .open(&format!("/tags/{tag}"))
        .assert_count("form[hx-confirm*='1 accounts and 0 contacts']", 1);
    let gone = manager.post(&format!("/tags/{tag}/removal"), &[]);
    gone.assert_redirect("/tags");
    let back = undo_in(&gone.follow());
    manager.open(&path).assert_one("#tags .tag", "Kvar 6604");
    // Its name may be taken meanwhile: then it says so instead of coming back.
    manager.post("/tags", &[("name", "bort 6604"), ("colour", "blue")]);
    manager.post(&back, &[]);
    manager.open(&path).assert_count("#tags .tag", 1);
    let other = manager
        .open("/tags")
        .attributes(".table a.row-link", "href");
    for path in other {
        if manager.open(&path).text("h1") == "bort 6604" {
            manager.post(&format!("{path}/removal"), &[]);
        }
    }
    manager.post(&back, &[]);
    manager.open(&path).assert_count("#tags .tag", 2);
}

#[test]
fn staff_put_on_what_there_is_and_see_no_way_to_more() {
    let app = TestApp::start();
    app.account(&[("name", "Alfa 6605")]);
    let staff = app.sign_in(Role::Staff);
    staff.open("/accounts").assert_none("a[href='/tags']");
    let manager = app.sign_in(Role::Manager);
    manager
        .open("/accounts")
        .assert_count("nav a[href='/tags']", 1);
}
