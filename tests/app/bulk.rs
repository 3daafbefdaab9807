//! Many records changed or deleted at once: previewed, confirmed once, one operation, in the background past a thousand.
mod background;

use minimata::auth::Role;

use crate::support::{Browser, TestApp};

/// Accounts "Många 001" and so on in that city; their ids.
fn many(app: &TestApp, n: usize, city: &str) -> Vec<i64> {
    let names: Vec<String> = (1..=n).map(|n| format!("Många {n:04}")).collect();
    let rows: Vec<[(&str, &str); 2]> = names
        .iter()
        .map(|name| [("name", name.as_str()), ("city", city)])
        .collect();
    let rows: Vec<&[(&str, &str)]> = rows.iter().map(<[_; 2]>::as_slice).collect();
    app.accounts(&rows)
}

/// The preview of a choice, as the list's form or link asks for it.
fn preview(browser: &Browser, list: &str, asked: &str) {
    browser.open(&format!("{list}/bulk?{asked}"));
}

fn ids(all: &[i64]) -> String {
    all.iter().map(|id| format!("&id={id}")).collect()
}

#[test]
fn the_ticked_rows_get_an_owner_as_one_operation_and_one_lands_on_the_same_list() {
    let app = TestApp::start();
    let (person, staff) = (app.person(Role::Staff), app.sign_in(Role::Staff));
    let all = many(&app, 4, "Lund");
    let list = staff.open("/accounts?city=lund&sort=members");
    assert_eq!(list.attributes("#list .pick [name=id]", "value").len(), 4);
    list.assert_none("#bulk-all");
    let asked = format!(
        "query=city%3Dlund%26sort%3Dmembers&action=owner{}",
        ids(&all[..3])
    );
    preview(&staff, "/accounts", &asked);
    // Something must be chosen first; then it is said what would happen.
    let chosen = staff.submit("#bulk-value", &[("value", &person.id.to_string())]);
    chosen
        .assert_status(200)
        .assert_one("h1", "Set owner: 3 accounts")
        .assert_has("Många 0001, Många 0002, Många 0003")
        .assert_one("#bulk-confirm button", "Change 3 accounts")
        .assert_lacks("already so");
    let done = staff.submit("#bulk-confirm", &[]);
    done.assert_redirect("/accounts?city=lund&sort=members&dir=asc");
    staff
        .open(&done.location())
        .assert_has("3 accounts changed");
    assert_eq!(
        staff
            .open(&format!("/accounts?owner={}", person.id))
            .all("#list .row-link")
            .len(),
        3
    );
    staff
        .open("/changes")
        .assert_has(&format!("made {} the owner of 3 accounts", person.name));
    let history = staff.open(&format!("/accounts/{}/history", all[0]));
    history.assert_has(&person.name);
    // The fourth was not ticked; of those that are so already only the others change.
    preview(
        &staff,
        "/accounts",
        &format!("query=&action=owner&value={}{}", person.id, ids(&all)),
    );
    let page = staff.open(&format!(
        "/accounts/bulk?query=&action=owner&value={}{}",
        person.id,
        ids(&all)
    ));
    page.assert_has("3 of them are already so")
        .assert_one("#bulk-confirm button", "Change 1 account");
}

#[test]
fn all_that_match_are_changed_and_a_number_that_changed_meanwhile_is_told() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    many(&app, 30, "Lund");
    let list = staff.open("/accounts?city=lund");
    list.assert_one("#bulk-all", "All 30 that match");
    let all = list.attributes("#bulk-all", "href")[0].clone();
    let page = staff.open(&all);
    page.assert_one("h1", "30 accounts")
        .assert_has("and 20 more");
    staff.open(&format!("{all}&action=status&value=former"));
    let form = staff.form("#bulk-confirm");
    many(&app, 3, "Lund");
    let told = form.submit();
    told.assert_status(409).assert_has("now 33, before 30");
    assert!(
        staff
            .open("/accounts?status=former")
            .all("#list .row-link")
            .is_empty()
    );
    // Confirmed anew it is done, and confirmed twice it is done once.
    staff.open(&format!("{all}&action=status&value=former"));
    let (first, second) = (staff.form("#bulk-confirm"), staff.form("#bulk-confirm"));
    first.submit().assert_redirect("/accounts?city=lund");
    second.submit().assert_redirect("/accounts?city=lund");
    staff
        .open("/accounts?status=former")
        .assert_one("#count", "33 accounts");
    let told = staff
        .open("/changes")
        .all("#list tbody tr")
        .iter()
        .filter(|row| row.contains("33 accounts"))
        .count();
    assert_eq!(told, 1, "one operation");
    staff
        .open(&format!("{all}&action=status&value=former"))
        .assert_has("Nothing to change")
        .assert_none("#bulk-confirm");
}

#[test]
fn tags_are_put_on_and_taken_off_contacts() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let one = app.contact(&[("first_name", "Et"), ("last_name", "Ikett")]);
    let two = app.contact(&[("first_name", "Två"), ("last_name", "Ikett")]);
    app.make_tags(&["Bulkad"]);
    staff.post(&format!("/contacts/{one}/tags"), &[("name", "Bulkad")]);
    let asked = format!("/contacts/bulk?query=&action=add_tag{}", ids(&[one, two]));
    let page = staff.open(&asked);
    let tag = page.attributes("#value option", "value");
    let tag = tag.last().cloned().unwrap_or_default();
    staff
        .submit("#bulk-value", &[("value", &tag)])
        .assert_has("One of them is already so");
    staff
        .submit("#bulk-confirm", &[])
        .assert_redirect("/contacts");
    staff.open("/contacts").assert_has("1 contact changed");
    staff.open(&format!("/contacts/{two}")).assert_has("Bulkad");
    let off = format!(
        "/contacts/bulk?query=&action=remove_tag&value={tag}{}",
        ids(&[one, two])
    );
    staff.open(&off);
    staff
        .submit("#bulk-confirm", &[])
        .assert_redirect("/contacts");
    for contact in [one, two] {
        staff
            .open(&format!("/contacts/{contact}"))
            .assert_none(".tags .tag");
    }
    staff
        .open("/changes")
        .assert_has("took the tag Bulkad off 2 contacts");
}

#[test]
fn deleting_many_and_one_goes_back_to_the_list_it_was_asked_from() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let all = many(&app, 4, "Lund");
    staff.open(&format!(
        "/accounts/bulk?query=city%3Dlund&action=delete{}",
        ids(&all[..2])
    ));
    staff
        .submit("#bulk-confirm", &[])
        .assert_redirect("/accounts?city=lund");
    staff
        .open("/accounts?city=lund")
        .assert_has("2 accounts deleted")
        .assert_one("#count", "2 accounts");
    staff
        .get(&format!("/accounts/{}", all[0]))
        .assert_status(410);
    // The row's own button.
    staff.open("/accounts?city=lund&size=50");
    let row = format!("form[action='/accounts/{}/removal']", all[2]);
    staff
        .submit(&row, &[])
        .assert_redirect("/accounts?city=lund&size=50");
    // What is gone by the time it is confirmed is not counted.
    staff
        .open(&format!("/accounts/bulk?query=&action=delete{}", ids(&all)))
        .assert_one("h1", "Delete: 1 account");
    staff
        .open("/accounts/bulk?query=&action=delete")
        .assert_has("Nothing is selected");
}

#[test]
fn wrong_choices_and_filters_change_nothing() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let all = many(&app, 2, "Lund");
    let one = all[0].to_string();
    let post = |fields: &[(&str, &str)]| staff.post("/accounts/bulk", fields);
    let id = ("id", one.as_str());
    post(&[
        id,
        ("query", ""),
        ("action", "owner"),
        ("value", "999999"),
        ("count", "1"),
    ])
    .assert_status(422)
    .assert_has("cannot be the owner");
    post(&[
        id,
        ("query", ""),
        ("action", "owner"),
        ("value", ""),
        ("count", "1"),
    ])
    .assert_status(422);
    post(&[
        id,
        ("query", ""),
        ("action", "add_tag"),
        ("value", "999999"),
        ("count", "1"),
    ])
    .assert_status(422);
    // A filter that is not understood would match everything.
    post(&[
        ("all", "true"),
        ("query", "members.from=x"),
        ("action", "delete"),
        ("count", "2"),
    ])
    .assert_status(400);
    staff.open("/accounts").assert_one("#count", "2 accounts");
    app.sign_in(Role::Viewer)
        .open("/accounts")
        .assert_none(".pick")
        .assert_none("#bulk");
}
