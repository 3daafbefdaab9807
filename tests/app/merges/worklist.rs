//! The list of likely duplicates, worked off one by one.
use crate::support::TestApp;
use minimata::auth::Role;
use minimata::jobs::run_next;

/// Looks through the register, as the worker does.
fn look(app: &TestApp) {
    let state = app.server().state();
    while run_next(state, "test").expect("the queue answers") {}
}

#[test]
fn pairs_are_found_compared_merged_or_told_apart() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    app.accounts(&[
        &[
            ("name", "Ett AB"),
            ("city", "Umeå"),
            ("email", "ett@example.se"),
        ],
        &[
            ("name", "Ett"),
            ("city", "umeå"),
            ("email", "ETT@example.se"),
        ],
        &[("name", "Två"), ("city", "Lund")],
        &[("name", "TVÅ"), ("city", "Lund")],
        &[("name", "Tre"), ("city", "Lund")],
        &[("name", "Tre"), ("city", "Kiruna")],
    ]);
    staff
        .open("/duplicates")
        .assert_has("Nothing looks like a duplicate");
    look(&app);
    let list = staff.open("/duplicates");
    let pairs = list.all(".pairs > li");
    assert_eq!(pairs.len(), 2, "{pairs:?}");
    // The strongest reason first.
    assert!(
        pairs[0].contains("same e-mail, similar name, same city"),
        "{pairs:?}"
    );
    assert!(pairs[1].contains("same name and city"), "{pairs:?}");
    let compare = list.attributes(".pairs > li:first-child a[href*=merge]", "href")[0].clone();
    staff.open(&compare);
    staff
        .submit("#merge-form", &[])
        .assert_redirect("/duplicates");
    let list = staff.open("/duplicates");
    list.assert_count(".pairs > li", 1)
        .assert_has("Merged into Ett AB");
    staff
        .submit(".pairs form", &[])
        .assert_redirect("/duplicates");
    staff.open("/duplicates").assert_count(".pairs > li", 0);
    // Looked for again, nothing comes back.
    staff
        .submit("form[action='/duplicates/searches']", &[])
        .assert_redirect("/duplicates");
    look(&app);
    staff.open("/duplicates").assert_count(".pairs > li", 0);
}

#[test]
fn contacts_have_a_list_of_their_own_in_pages() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    for n in 0..30 {
        let email = format!("par{n:02}@example.se");
        for first in ["Anna", "Ann"] {
            app.contact(&[
                ("first_name", first),
                ("last_name", "Par"),
                ("email", &email),
            ]);
        }
    }
    look(&app);
    staff.open("/duplicates").assert_none(".pairs");
    let first = staff.open("/duplicates?of=contacts");
    first
        .assert_count(".pairs > li", 25)
        .assert_none("#page-first");
    let next = first.attributes("#page-next", "href")[0].clone();
    let second = staff.open(&next);
    second
        .assert_count(".pairs > li", 5)
        .assert_none("#page-next")
        .assert_count("#page-first", 1);
    assert_eq!(
        app.count_queries(|| staff.get("/duplicates?of=contacts")),
        4
    );
}
