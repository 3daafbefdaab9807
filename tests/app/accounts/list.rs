//! Sorting, filtering and columns of the list of accounts.
use super::names;
use crate::support::TestApp;
use minimata::auth::Role;

/// Four accounts that differ in everything.
fn some(app: &TestApp) {
    app.accounts(&[
        &[
            ("name", "Ängens Odlare"),
            ("city", "Umeå"),
            ("members", "40"),
            ("email", "angen@example.se"),
        ],
        &[
            ("name", "Östra IF"),
            ("city", "Lund"),
            ("members", "1383"),
            ("status", "active"),
            ("phone", "070-123 45 67"),
        ],
        &[
            ("name", "Åsa Bygg AB"),
            ("kind", "company"),
            ("status", "former"),
            ("employees", "12"),
        ],
        &[
            ("name", "Zinkgruvans BK"),
            ("city", "Askersund"),
            ("status", "active"),
            ("industry", "100% sport_klubb"),
        ],
    ]);
}

#[test]
fn the_list_is_sorted_as_swedes_read_and_by_each_column_both_ways() {
    let app = TestApp::start();
    some(&app);
    let viewer = app.sign_in(Role::Viewer);
    let by_name = ["Zinkgruvans BK", "Åsa Bygg AB", "Ängens Odlare", "Östra IF"];
    assert_eq!(names(&viewer.open("/accounts")), by_name);
    let columns = [
        ("members", "Åsa Bygg AB", "Östra IF"),
        ("city", "Åsa Bygg AB", "Ängens Odlare"),
        ("employees", "Zinkgruvans BK", "Åsa Bygg AB"),
        ("kind", "Zinkgruvans BK", "Åsa Bygg AB"),
    ];
    for (column, _, last) in columns {
        let up = names(&viewer.open(&format!("/accounts?sort={column}&dir=asc")));
        let down = names(&viewer.open(&format!("/accounts?sort={column}&dir=desc")));
        assert_eq!(up.last().map(String::as_str), Some(last), "{column}");
        assert_eq!(up, down.into_iter().rev().collect::<Vec<_>>(), "{column}");
    }
    for column in [
        "status",
        "organisation_number",
        "email",
        "phone",
        "website",
        "country",
        "industry",
        "owner",
        "created_at",
        "updated_at",
    ] {
        assert_eq!(
            names(&viewer.open(&format!("/accounts?sort={column}"))).len(),
            4
        );
    }
}

#[test]
fn filters_narrow_the_list_and_stand_in_the_address() {
    let app = TestApp::start();
    some(&app);
    let viewer = app.sign_in(Role::Viewer);
    for (query, found) in [
        ("q=odl", vec!["Ängens Odlare"]),
        ("q=0701234567", vec!["Östra IF"]),
        ("q=%2B46701234567", vec!["Östra IF"]),
        ("city=ume", vec!["Ängens Odlare"]),
        ("city.is=empty", vec!["Åsa Bygg AB"]),
        ("email.is=filled", vec!["Ängens Odlare"]),
        ("status=active", vec!["Zinkgruvans BK", "Östra IF"]),
        (
            "status=active&status=former",
            vec!["Zinkgruvans BK", "Åsa Bygg AB", "Östra IF"],
        ),
        ("kind=company", vec!["Åsa Bygg AB"]),
        ("members.from=41", vec!["Östra IF"]),
        ("members.from=1&members.to=40", vec!["Ängens Odlare"]),
        ("employees.is=filled", vec!["Åsa Bygg AB"]),
        ("created_at.from=2026-03-03", vec![]),
        ("status=active&city=lund", vec!["Östra IF"]),
    ] {
        let answer = viewer.open(&format!("/accounts?{query}"));
        assert_eq!(names(&answer), found, "{query}");
    }
    viewer
        .open("/accounts?status=active&city.is=filled")
        .assert_one("#count", "2 accounts")
        .assert_count(".chips .chip:not(.clear)", 2);
    let answer = viewer.htmx().get("/accounts?q=&city=ume&country=&size=25");
    answer.assert_header("HX-Replace-Url", "/accounts?city=ume");
    answer.assert_one("template[hx-target='#live']", "1 account");
}

#[test]
fn asvs_1_2_9_wildcards_are_taken_literally() {
    let app = TestApp::start();
    some(&app);
    let viewer = app.sign_in(Role::Viewer);
    assert_eq!(
        names(&viewer.open("/accounts?industry=100%25")),
        ["Zinkgruvans BK"]
    );
    assert_eq!(
        names(&viewer.open("/accounts?industry=t_k")),
        ["Zinkgruvans BK"]
    );
    for text in ["%25", "_", "%5C", "(", "%5B", "'", "%22", "%3B--"] {
        assert!(
            names(&viewer.open(&format!("/accounts?q={text}"))).is_empty(),
            "{text}"
        );
        assert!(
            names(&viewer.open(&format!("/accounts?name={text}"))).is_empty(),
            "{text}"
        );
    }
}

#[test]
fn a_filter_that_makes_no_sense_is_said_at_its_field() {
    let app = TestApp::start();
    let viewer = app.sign_in(Role::Viewer);
    for query in [
        "members.from=many",
        "members.to=-3",
        "created_at.from=yesterday",
    ] {
        let answer = viewer.get(&format!("/accounts?{query}"));
        answer.assert_status(422).assert_count("#filter .error", 1);
    }
    for query in [
        "sort=secret",
        "sort=deleted_at",
        "dir=sideways",
        "size=1000",
        "size=x",
        "after=%%%",
        "before=e30",
        "sort=members&after=MT14",
    ] {
        let status = viewer.get(&format!("/accounts?{query}")).status();
        assert!([400, 404].contains(&status), "{query}: {status}");
    }
}

#[test]
fn columns_are_chosen_in_the_address() {
    let app = TestApp::start();
    some(&app);
    let viewer = app.sign_in(Role::Viewer);
    let answer = viewer.open("/accounts?columns=name&columns=industry&columns=nonsense");
    assert_eq!(answer.all("#list thead th"), ["Name", "Industry"]);
    answer.assert_has("100% sport_klubb");
    let sort = answer.attributes("#sort-industry", "href");
    assert_eq!(
        sort,
        ["/accounts?sort=industry&dir=asc&columns=name&columns=industry"]
    );
}

#[test]
fn an_empty_list_shows_the_way_on_to_who_may_take_it() {
    let app = TestApp::start();
    app.sign_in(Role::Viewer)
        .open("/accounts")
        .assert_none("a[href='/accounts/new']");
    app.sign_in(Role::Staff)
        .open("/accounts")
        .assert_one("#empty-action", "New account");
}
