//! Lists narrowed by tags: any, all or none of several.
use crate::support::{Answer, TestApp};
use minimata::auth::Role;
use minimata::tags::Tagged;

fn names(answer: &Answer) -> Vec<String> {
    answer.all("#list a.row-link")
}

/// Three accounts: one with both tags, one with the first, one with none. The ids of the tags.
fn three(app: &TestApp) -> (i64, i64) {
    let accounts = app.accounts(&[
        &[("name", "Alfa 4471")],
        &[("name", "Beta 4471")],
        &[("name", "Gamma 4471")],
    ]);
    let both = app.tag(
        Tagged::Account(accounts[0]),
        &["Sponsor 4471", "Viktig 4471"],
    );
    app.tag(Tagged::Account(accounts[1]), &["Sponsor 4471"]);
    (both[0], both[1])
}

#[test]
fn accounts_are_found_by_any_all_or_none_of_several_tags() {
    let app = TestApp::start();
    let (sponsor, important) = three(&app);
    let viewer = app.sign_in(Role::Viewer);
    let found = |query: &str| names(&viewer.open(&format!("/accounts?q=4471&{query}")));
    assert_eq!(
        found(&format!("tags={sponsor}")),
        ["Alfa 4471", "Beta 4471"]
    );
    let two = format!("tags={sponsor}&tags={important}");
    assert_eq!(found(&two), ["Alfa 4471", "Beta 4471"]);
    assert_eq!(
        found(&format!("{two}&tags.mode=any")),
        ["Alfa 4471", "Beta 4471"]
    );
    assert_eq!(found(&format!("{two}&tags.mode=all")), ["Alfa 4471"]);
    assert_eq!(found(&format!("{two}&tags.mode=none")), ["Gamma 4471"]);
    assert_eq!(
        found(&format!("tags={important}&tags.mode=none")),
        ["Beta 4471", "Gamma 4471"]
    );
    assert_eq!(found("tags.is=empty"), ["Gamma 4471"]);
    assert_eq!(found("tags.is=filled"), ["Alfa 4471", "Beta 4471"]);
    // A tag that is no more is nobody's.
    assert!(found("tags=999999999").is_empty());
}

#[test]
fn contacts_are_found_by_their_tags_too() {
    let app = TestApp::start();
    let one = app.contact(&[("first_name", "Ett"), ("last_name", "Åkesson 4472")]);
    app.contact(&[("first_name", "Två"), ("last_name", "Öberg 4472")]);
    let tag = app.tag(Tagged::Contact(one), &["Kassör 4472"])[0];
    let viewer = app.sign_in(Role::Viewer);
    let with = viewer.open(&format!("/contacts?q=4472&tags={tag}"));
    assert_eq!(names(&with), ["Ett Åkesson 4472"]);
    let without = viewer.open(&format!("/contacts?q=4472&tags={tag}&tags.mode=none"));
    assert_eq!(names(&without), ["Två Öberg 4472"]);
}

#[test]
fn tags_stand_in_their_colour_in_the_list_and_lead_to_what_carries_them() {
    let app = TestApp::start();
    let (sponsor, _) = three(&app);
    let viewer = app.sign_in(Role::Viewer);
    let list = viewer.open("/accounts?q=4471");
    list.assert_count("#list tbody tr:first-child .tag", 2)
        .assert_none("#list tbody tr:last-child .tag");
    let link = format!("#list a.tag[href='/accounts?tags={sponsor}']");
    list.assert_count(&link, 2);
    let coloured = list.attributes(&link, "class");
    assert!(
        coloured.iter().all(|class| class.trim() != "tag"),
        "{coloured:?}"
    );
    // Another choice of columns leaves them out, and saves their statement.
    viewer
        .open("/accounts?q=4471&columns=name")
        .assert_none("#list .tag");
}

#[test]
fn the_filter_stands_in_the_panel_the_chips_and_the_address() {
    let app = TestApp::start();
    let (sponsor, important) = three(&app);
    let viewer = app.sign_in(Role::Viewer);
    let query = format!("tags={sponsor}&tags={important}&tags.mode=all");
    let list = viewer.open(&format!("/accounts?{query}"));
    list.assert_one(
        ".chips .chip:not(.clear)",
        "Remove filter: Tags: all of Sponsor 4471, Viktig 4471",
    )
    .assert_count(&format!("#filter-tags-{sponsor}[checked]"), 1)
    .assert_count(&format!("#filter-tags-{important}[checked]"), 1)
    .assert_count("[name='tags.mode'] option[value=all][selected]", 1);
    // A filter form sends every field; the address is put right.
    let sent = format!("q=&{query}&tags.is=&city=");
    let answer = viewer.htmx().get(&format!("/accounts?{sent}"));
    answer.assert_header("HX-Replace-Url", &format!("/accounts?{query}"));
    let alone = viewer
        .htmx()
        .get(&format!("/accounts?tags={sponsor}&tags.mode=any"));
    alone.assert_header("HX-Replace-Url", &format!("/accounts?tags={sponsor}"));
}

#[test]
fn a_filter_that_makes_no_sense_is_said_at_the_field() {
    let app = TestApp::start();
    let (sponsor, _) = three(&app);
    let viewer = app.sign_in(Role::Viewer);
    for wrong in [
        "tags=x".to_owned(),
        format!("tags={sponsor}&tags.mode=most"),
    ] {
        viewer
            .get(&format!("/accounts?{wrong}"))
            .assert_status(422)
            .assert_one("#filter-tags-error", "Choose one of the values");
    }
    let many: Vec<String> = (1..=21).map(|id| format!("tags={id}")).collect();
    viewer
        .get(&format!("/accounts?{}", many.join("&")))
        .assert_status(422)
        .assert_one("#filter-tags-error", "Choose at most 20 tags.");
}
