//! The list of contacts.
use super::names;
use crate::support::TestApp;
use minimata::auth::Role;

/// Three people; two of them have roles.
fn some(app: &TestApp) -> i64 {
    let haus = app.account(&[("name", "IF Häus")]);
    let bygg = app.account(&[("name", "Bygg AB")]);
    let kerstin = app.contact(&[
        ("first_name", "Kerstin"),
        ("last_name", "Öberg"),
        ("email", "kerstin@example.se"),
        ("city", "Umeå"),
    ]);
    let ali = app.contact(&[
        ("first_name", "Ali"),
        ("last_name", "Ångström"),
        ("mobile", "070-765 43 21"),
    ]);
    app.contact(&[
        ("first_name", "Zoë"),
        ("last_name", "Adams"),
        ("title", "VD"),
    ]);
    app.role(kerstin, haus, "Ordförande", ("2024-01-01", ""));
    app.role(ali, bygg, "Snickare", ("", ""));
    app.role(ali, haus, "Kassör", ("2019-01-01", "2020-01-01"));
    haus
}

#[test]
fn people_stand_by_last_name_with_their_primary_account() {
    let app = TestApp::start();
    some(&app);
    let viewer = app.sign_in(Role::Viewer);
    let page = viewer.open("/contacts");
    assert_eq!(names(&page), ["Zoë Adams", "Ali Ångström", "Kerstin Öberg"]);
    assert_eq!(
        page.all("#list td:nth-child(2)"),
        ["", "Bygg AB Snickare", "IF Häus Ordförande"]
    );
    let back = viewer.open("/contacts?sort=name&dir=desc");
    assert_eq!(names(&back), ["Kerstin Öberg", "Ali Ångström", "Zoë Adams"]);
    for column in [
        "account",
        "title",
        "email",
        "phone",
        "mobile",
        "city",
        "country",
        "owner",
        "created_at",
        "updated_at",
    ] {
        for dir in ["asc", "desc"] {
            let page = viewer.open(&format!("/contacts?sort={column}&dir={dir}"));
            assert_eq!(names(&page).len(), 3, "{column}");
        }
    }
    viewer.get("/contacts?sort=tags").assert_status(400);
}

#[test]
fn filters_narrow_the_list() {
    let app = TestApp::start();
    let haus = some(&app);
    let viewer = app.sign_in(Role::Viewer);
    for (query, found) in [
        ("q=kerstin+%C3%B6b".to_owned(), vec!["Kerstin Öberg"]),
        ("q=zoe+ad".to_owned(), vec!["Zoë Adams"]),
        ("q=%2B46707654321".to_owned(), vec!["Ali Ångström"]),
        ("q=VD".to_owned(), vec!["Zoë Adams"]),
        ("name=ngstr".to_owned(), vec!["Ali Ångström"]),
        ("title.is=filled".to_owned(), vec!["Zoë Adams"]),
        (
            "email.is=empty".to_owned(),
            vec!["Zoë Adams", "Ali Ångström"],
        ),
        (
            "account=h%C3%A4us".to_owned(),
            vec!["Ali Ångström", "Kerstin Öberg"],
        ),
        (
            format!("account=%23{haus}"),
            vec!["Ali Ångström", "Kerstin Öberg"],
        ),
        ("account=%23999999999".to_owned(), vec![]),
        ("account.is=empty".to_owned(), vec!["Zoë Adams"]),
        (
            "account.is=filled&city.is=empty".to_owned(),
            vec!["Ali Ångström"],
        ),
        (
            "owner.is=empty&created_at.to=2026-03-02".to_owned(),
            vec!["Zoë Adams", "Ali Ångström", "Kerstin Öberg"],
        ),
    ] {
        assert_eq!(
            names(&viewer.open(&format!("/contacts?{query}"))),
            found,
            "{query}"
        );
    }
    for text in ["%25", "_", "%5C", "(", "%5B"] {
        for field in ["q", "name", "account"] {
            let page = viewer.open(&format!("/contacts?{field}={text}"));
            assert!(names(&page).is_empty(), "asvs_1_2_9 {field}={text}");
        }
    }
}

#[test]
fn pages_lead_both_ways_with_a_constant_number_of_statements() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus")]);
    let add = |n: usize| {
        // Many share a name, so that the id decides.
        let last = format!("Berg {}", n / 10);
        let contact = app.contact(&[("first_name", "Eva"), ("last_name", &last)]);
        app.role(contact, account, "Ledamot", ("", ""));
    };
    add(0);
    let viewer = app.sign_in(Role::Viewer);
    let open = || viewer.open("/contacts").all("#list tbody tr").len();
    assert_eq!(open(), 1);
    let one = app.count_queries(open);
    (1..30).for_each(add);
    assert_eq!(open(), 25);
    assert_eq!(one, app.count_queries(open));
    // One of them is for the views in the menu.
    assert!(one <= 8, "{one} statements");
    let first = viewer.open("/contacts");
    let next = viewer.open(&first.attributes("#page-next", "href")[0]);
    next.assert_count("#list tbody tr", 5)
        .assert_none("#page-next");
    let last = viewer.open(&first.attributes("#page-last", "href")[0]);
    last.assert_count("#list tbody tr", 25)
        .assert_none("#page-last");
    let back = viewer.open(&next.attributes("#page-previous", "href")[0]);
    assert_eq!(names(&back), names(&first));
}
