//! Saved views: the address of a list under a name, shared with a role, read as whoever opens it.
mod sharing;

use minimata::auth::Role;

use crate::support::{Answer, Browser, TestApp};

/// Saves what a list shows under a name; gives the address it is opened at.
#[track_caller]
fn save(browser: &Browser, list: &str, name: &str, more: &[(&str, &str)]) -> String {
    let new = browser.open(list).attributes("#view-new", "href")[0].clone();
    browser.open(&new);
    let fields: Vec<_> = std::iter::once(("name", name))
        .chain(more.iter().copied())
        .collect();
    let answer = browser.submit("#view-form", &fields);
    answer.assert_status(303);
    answer.location()
}

/// The id at the end of `…&view=7`.
fn id(address: &str) -> String {
    let (_, id) = address.rsplit_once("view=").expect("a view's address");
    id.to_owned()
}

/// The names in the list.
fn rows(answer: &Answer) -> Vec<String> {
    answer.all("#list a.row-link")
}

#[test]
fn a_view_keeps_filter_order_and_columns_under_a_name_in_the_menu() {
    let app = TestApp::start();
    app.account(&[("name", "Vy i Lund"), ("city", "Lund"), ("members", "5")]);
    app.account(&[("name", "Vy i Malmö"), ("city", "Malmö")]);
    let staff = app.sign_in(Role::Staff);
    staff.open("/accounts").assert_none("#view-bar");
    let list =
        "/accounts?city=lund&sort=members&dir=desc&columns=name&columns=city&size=50&at=last";
    let address = save(&staff, list, "Lundabor", &[]);
    assert_eq!(
        address,
        format!(
            "/accounts?city=lund&sort=members&dir=desc&columns=name&columns=city&view={}",
            id(&address)
        )
    );
    let opened = staff.open(&address);
    assert_eq!(rows(&opened), ["Vy i Lund"]);
    opened
        .assert_one("#view-bar strong", "Lundabor")
        .assert_none("#view-save")
        .assert_one(".nav [aria-current=page]", "Lundabor")
        .assert_has("The view Lundabor has been saved");
    // It stands in the menu of every page, and is current only where the address is the view.
    let home = staff.open("/");
    assert_eq!(
        home.attributes(".nav-views a", "href"),
        std::slice::from_ref(&address)
    );
    home.assert_one(".nav [aria-current=page]", "Home");
    staff
        .get(&format!("/saved-views/{}", id(&address)))
        .assert_redirect(&address);
}

#[test]
fn a_changed_filter_is_said_and_can_be_saved_or_taken_back() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let address = save(&staff, "/contacts?q=anna", "Annor", &[]);
    let id = id(&address);
    let other = format!("/contacts?q=anna&city.is=empty&view={id}");
    let changed = staff.open(&other);
    changed.assert_one("#view-bar .muted", "changed");
    assert_eq!(
        changed.attributes("#view-reset", "href"),
        std::slice::from_ref(&address)
    );
    // Chips, headings and the pager stay in the view; the next page of it is no change.
    assert!(changed.attributes("#list .chip", "href")[0].ends_with(&format!("view={id}")));
    staff
        .open(&format!("{address}&size=50"))
        .assert_none("#view-save");
    // The filter form sends it along, and the fragment says so too.
    staff
        .htmx()
        .get(&other)
        .assert_status(200)
        .assert_one("#view-bar .muted", "changed");
    staff.open(&other);
    let saved = staff.submit("form[action$='/query']", &[]);
    saved.assert_redirect(&other);
    staff.open(&other).assert_none("#view-save");
    // Somebody who started from the older version overwrites nothing.
    let late = [("query", "q=eva"), ("version", "1")];
    staff
        .post(&format!("/saved-views/{id}/query"), &late)
        .assert_status(409);
}

#[test]
fn names_are_unique_for_each_owner_and_list_however_they_are_written() {
    let app = TestApp::start();
    let (one, other) = (app.sign_in(Role::Staff), app.sign_in(Role::Staff));
    let address = save(&one, "/accounts?q=a", "Våra kunder", &[]);
    save(&one, "/contacts?q=a", "Våra kunder", &[]);
    save(&other, "/accounts?q=a", "Våra kunder", &[]);
    one.open("/saved-views/new?list=accounts&query=q%3Db");
    one.submit("#view-form", &[("name", "VÅRA  KUNDER")])
        .assert_status(422)
        .assert_one(
            "#name-error",
            "You already have a view called VÅRA KUNDER for this list.",
        );
    one.submit("#view-form", &[("name", " ")])
        .assert_status(422)
        .assert_one("#name-error", "Fill this in.");
    // A deleted one leaves its name free.
    one.post(&format!("/saved-views/{}/removal", id(&address)), &[])
        .assert_redirect("/saved-views");
    one.get(&format!("/saved-views/{}", id(&address)))
        .assert_status(410);
    save(&one, "/accounts?q=b", "våra kunder", &[]);
    // The same form twice is one view.
    one.open("/saved-views/new?list=accounts&query=q%3Dc");
    let twice = || one.form("#view-form").fill("name", "Två gånger");
    let (first, second) = (twice(), twice());
    assert_eq!(first.submit().location(), second.submit().location());
}

#[test]
fn a_view_whose_column_or_owner_is_gone_opens_with_an_explanation() {
    let app = TestApp::start_committed();
    app.account(&[("name", "Kvar"), ("city", "Lund")]);
    let staff = app.sign_in(Role::Staff);
    let address = save(&staff, "/accounts?city=lund", "Äldre", &[]);
    let id = id(&address);
    let older = format!(
        "UPDATE saved_views SET query = 'city=lund&colour=red&sort=age&dir=desc&columns=name&columns=shoe&owner=999999' WHERE id = {id}"
    );
    app.database().execute(&older);
    let opened = staff.get(&format!("/saved-views/{id}")).follow();
    opened.assert_status(200).assert_none("#view-save");
    opened
        .assert_has("left out: colour, age, shoe")
        .assert_has("a value that is no longer here: Owner")
        .assert_has("Owner: Unknown");
    // A view that is gone leaves its filter standing in an old bookmark.
    app.database().execute(&format!(
        "UPDATE saved_views SET deleted_at = updated_at WHERE id = {id}"
    ));
    let bookmark = staff.open(&format!("/accounts?city=lund&view={id}"));
    assert_eq!(rows(&bookmark), ["Kvar"]);
    bookmark.assert_has("no longer shared with you");
}

#[test]
fn owner_me_is_whoever_asks() {
    let app = TestApp::start();
    let (one, other) = (app.person(Role::Manager), app.person(Role::Staff));
    for person in [&one, &other] {
        app.account(&[
            ("name", &format!("Hos {}", person.name)),
            ("owner_id", &person.id.to_string()),
        ]);
    }
    let (manager, staff) = (app.sign_in_as(&one), app.sign_in_as(&other));
    let address = save(
        &manager,
        "/accounts?owner=me",
        "Mina",
        &[("shared_with", "staff")],
    );
    assert_eq!(rows(&manager.open(&address)), [format!("Hos {}", one.name)]);
    let theirs = staff.open(&address);
    assert_eq!(rows(&theirs), [format!("Hos {}", other.name)]);
    theirs.assert_has("Owner: Me");
    assert!(rows(&staff.open("/contacts?owner=me")).is_empty());
}
