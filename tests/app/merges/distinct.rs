//! Two that look like one and are two.
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn what_is_not_a_duplicate_is_not_shown_as_one_again() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let fields = [("name", "Same twins"), ("city", "Umeå")];
    let (one, other) = (app.account(&fields), app.account(&fields));
    let third = app.account(&fields);
    let path = format!("/accounts/{one}");
    staff.open(&format!("{path}/merge?with={other}"));
    staff.submit("#distinct-form", &[]).assert_redirect(&path);
    let said = staff.open(&path);
    said.assert_has("will not be shown as duplicates again");
    let compare = |of: i64, with: i64| format!("/accounts/{of}/merge?with={with}");
    assert_eq!(
        said.attributes("#duplicates li a[href*=merge]", "href"),
        [compare(one, third)]
    );
    let from_there = staff.open(&format!("/accounts/{other}"));
    assert_eq!(
        from_there.attributes("#duplicates li a[href*=merge]", "href"),
        [compare(other, third)]
    );
    staff
        .open(&format!("{path}/history"))
        .assert_has("are two accounts");
    // A new account of that name still meets all of them.
    let asked = staff
        .htmx()
        .get("/accounts/duplicates?name=same+twins&city=ume%C3%A5");
    asked.assert_count(".summary li", 3);
    // Said twice it is no news.
    let again = [("with", other.to_string())];
    let again = again
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    staff
        .post(&format!("{path}/distinctions"), &again)
        .assert_redirect(&path);
    let told = staff.open(&format!("{path}/history"));
    let times = told.text("main").matches("are two accounts").count();
    assert_eq!(times, 1);
}

#[test]
fn two_people_of_one_name_are_two() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let fields = [
        ("first_name", "Anna"),
        ("last_name", "Tvilling"),
        ("city", "Lund"),
    ];
    let (one, other) = (app.contact(&fields), app.contact(&fields));
    let path = format!("/contacts/{one}");
    staff.open(&path).assert_has("same name and city");
    staff.open(&format!("{path}/merge?with={other}"));
    staff.submit("#distinct-form", &[]).assert_redirect(&path);
    staff.open(&path).assert_lacks("May be the same as");
    staff
        .open(&format!("/contacts/{other}"))
        .assert_lacks("May be the same as");
}
