//! Of a contact's roles exactly one is the primary one.
use crate::support::TestApp;
use diesel::prelude::*;
use minimata::auth::Role;
use minimata::schema::affiliations;

/// The ids of the contact's living primary affiliations.
fn primary(app: &TestApp, contact: i64) -> Vec<i64> {
    app.write(|conn, _| {
        let marked = affiliations::table
            .filter(affiliations::contact_id.eq(contact))
            .filter(affiliations::deleted_at.is_null())
            .filter(affiliations::is_primary.eq(true));
        Ok(marked.select(affiliations::id).load(conn)?)
    })
}

#[test]
fn the_mark_moves_and_is_never_lost() {
    let app = TestApp::start();
    let [a, b] = ["Alfa", "Beta"].map(|name| app.account(&[("name", name)]));
    let contact = app.contact(&[("last_name", "Ek")]);
    let first = app.role(contact, a, "Kassör", ("", ""));
    let second = app.role(contact, b, "Ledamot", ("", ""));
    assert_eq!(primary(&app, contact), [first]);
    let staff = app.sign_in(Role::Staff);
    let post = |id: i64, fields: &[(&str, &str)]| {
        staff
            .htmx()
            .post(&format!("/affiliations/{id}"), fields)
            .assert_status(200);
    };
    post(second, &[("is_primary", "true"), ("version", "1")]);
    assert_eq!(primary(&app, contact), [second]);
    let history = staff.open(&format!("/contacts/{contact}/history"));
    history
        .assert_has("Primary Yes became No")
        .assert_has("Primary No became Yes");
    // Taking it off is not offered, and does nothing.
    post(
        second,
        &[("is_primary", ""), ("role", "Ordförande"), ("version", "2")],
    );
    assert_eq!(primary(&app, contact), [second]);
    let removal = format!("/affiliations/{second}/removal");
    staff.htmx().post(&removal, &[]).assert_status(200);
    assert_eq!(primary(&app, contact), [first]);
    staff
        .htmx()
        .post(&format!("/affiliations/{first}/removal"), &[])
        .assert_status(200);
    assert!(primary(&app, contact).is_empty());
    let again = app.role(contact, a, "Kassör", ("", ""));
    assert_eq!(primary(&app, contact), [again]);
}

#[test]
fn a_role_at_a_deleted_account_makes_way() {
    let app = TestApp::start();
    let [a, b] = ["Alfa", "Beta"].map(|name| app.account(&[("name", name)]));
    let contact = app.contact(&[("last_name", "Ek")]);
    app.role(contact, a, "Kassör", ("", ""));
    let staff = app.sign_in(Role::Staff);
    staff
        .post(&format!("/accounts/{a}/removal"), &[])
        .assert_status(303);
    staff
        .open(&format!("/contacts/{contact}"))
        .assert_count("#affiliations tbody tr", 0);
    let second = app.role(contact, b, "Ledamot", ("", ""));
    assert_eq!(primary(&app, contact), [second]);
}

#[test]
fn two_at_once_leave_one_mark() {
    let app = TestApp::start_committed();
    let accounts: Vec<i64> = (0..4)
        .map(|n| app.account(&[("name", &format!("Alfa {n}"))]))
        .collect();
    let contact = app.contact(&[("last_name", "Ek")]);
    let staff = app.sign_in(Role::Staff);
    std::thread::scope(|scope| {
        for account in &accounts {
            let browser = staff.fork();
            let asked = format!("#{account}");
            scope.spawn(move || {
                let fields = [("account", asked.as_str()), ("is_primary", "true")];
                let path = format!("/contacts/{contact}/affiliations");
                browser.post(&path, &fields).assert_status(303);
            });
        }
    });
    assert_eq!(primary(&app, contact).len(), 1);
    staff
        .open(&format!("/contacts/{contact}"))
        .assert_count("#affiliations tbody tr", 4);
}
