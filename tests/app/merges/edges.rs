//! What is not the usual merge: parents, other facts, picking the other one.
use super::{merge, values};
use crate::support::{Answer, TestApp};
use minimata::auth::Role;

#[test]
fn parents_form_no_loop_through_a_merge() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let top = app.account(&[("name", "Top merge")]);
    let middle = app.account(&[("name", "Middle merge"), ("parent", &format!("#{top}"))]);
    let bottom = app.account(&[("name", "Bottom merge"), ("parent", &format!("#{middle}"))]);
    // The child takes in its parent: it takes the parent's place.
    let page = merge(
        &staff,
        &format!("/accounts/{bottom}/merge?with={middle}"),
        &[("keep", &bottom.to_string())],
    );
    page.assert_redirect(&format!("/accounts/{bottom}"));
    let shown = staff.open(&format!("/accounts/{bottom}"));
    shown.assert_has("Top merge");
    // Far below, with what is between: refused at the field until another parent is chosen.
    let deep = app.account(&[("name", "Deep merge"), ("parent", &format!("#{bottom}"))]);
    let with = format!("/accounts/{deep}/merge?with={top}");
    let choices = [
        ("keep", deep.to_string()),
        ("field.parent", "left".to_owned()),
    ];
    let choices = choices
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let refused = merge(&staff, &with, &choices);
    refused.assert_status(422).assert_has("below");
    staff
        .open(&format!("/accounts/{top}"))
        .assert_one("h1", "Top merge");
    let none = [("keep", choices[0].1), ("field.parent", "right")];
    merge(&staff, &with, &none).assert_redirect(&format!("/accounts/{deep}"));
}

#[test]
fn other_facts_are_united_and_those_that_differ_chosen() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    let one = app.account(&[("name", "Facts one")]);
    let other = app.account(&[("name", "Facts other")]);
    for (id, facts) in [
        (one, r#"{"Kundnr":"12","Bank":"SEB"}"#),
        (other, r#"{"Kundnr":"77","Kod":"X"}"#),
    ] {
        let set = format!("UPDATE accounts SET other_facts = '{facts}' WHERE id = {id}");
        app.database().execute(&set);
    }
    let with = format!("/accounts/{one}/merge?with={other}");
    assert_eq!(values(&staff.open(&with), "fact.0"), ["12", "77"]);
    merge(&staff, &with, &[("fact.0", "right")]).assert_status(303);
    let page: Answer = staff.open(&format!("/accounts/{one}"));
    let facts = page.all(".facts bdi");
    for fact in ["77", "SEB", "Kod", "X"] {
        assert!(facts.iter().any(|text| text == fact), "{fact}: {facts:?}");
    }
    assert!(!facts.iter().any(|text| text == "12"), "{facts:?}");
}

#[test]
fn the_other_one_is_picked_by_name_or_from_what_looks_alike() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let one = app.account(&[("name", "Picked AB"), ("city", "Umeå")]);
    let other = app.account(&[("name", "Picked"), ("city", "Umeå")]);
    let line = staff.open(&format!("/accounts/{one}"));
    line.assert_has("May be the same as")
        .assert_has("similar name, same city");
    let address = format!("/accounts/{one}/merge");
    let pick = staff.open(&address);
    assert_eq!(
        pick.attributes("#candidates a", "href"),
        [format!("{address}?with={other}")]
    );
    staff
        .submit("#pick-form", &[("with", "Nobody by that name")])
        .assert_count("#with-error", 1);
    staff
        .submit("#pick-form", &[("with", &format!("#{one}"))])
        .assert_has("same record");
    staff
        .submit("#pick-form", &[("with", "picked")])
        .assert_count("#merge-form", 1);
    staff
        .get(&format!("{address}?with=999999999"))
        .assert_status(404);
    // Who may not merge is not told.
    let viewer = app.sign_in(Role::Viewer);
    viewer
        .open(&format!("/accounts/{one}"))
        .assert_lacks("May be the same");
    viewer.get(&address).assert_status(403);
}
