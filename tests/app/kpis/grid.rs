//! The grid as one form, without a script.

use minimata::auth::Role;

use super::{enter, id, kpi};
use crate::support::TestApp;

#[test]
fn missing_values_are_marked_and_counted() {
    // The clock stands at 2 March 2026: January and February are over, March is not.
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let one = kpi(&manager, &[("name", "Ett")]);
    let two = kpi(&manager, &[("name", "Två")]);
    kpi(&manager, &[("name", "Tre"), ("first_period", "2026-02")]);
    enter(&manager, &one, "2026-02", "7");
    let page = manager.open("/kpis/values?cadence=month&from=2026-01&to=2026-03");
    page.assert_one("#missing", "2 values missing for February 2026");
    // Two lack January (the third began in February), two lack February.
    assert_eq!(
        page.all("tfoot td .vh"),
        [
            "2 values missing for January 2026",
            "2 values missing for February 2026"
        ]
    );
    // A cell that is saved brings both counters along.
    let cell = format!("c_{}_2026-02_0_", id(&two));
    let action = format!("{two}/values/2026-02?counted=1");
    assert_eq!(
        page.attributes(&format!("input[name={cell}]"), "data-cell"),
        [action.as_str()]
    );
    let saved = manager.htmx().post(&action, &[(&cell, "3")]);
    assert!(saved.body().contains("1 value missing for February 2026"));
    let partial = "template[hx-target='#missing'], template[hx-target='#missing-2026-02']";
    saved.assert_count(partial, 2);
    page.assert_count("td.missing", 4).assert_has("In progress");
    manager
        .open("/kpis")
        .assert_one(&format!("#kpi-{} td:nth-child(6)", id(&one)), "1");
}

#[test]
fn one_button_saves_every_cell_that_was_touched() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let one = kpi(&manager, &[("name", "Ett"), ("unit", "%")]);
    let two = kpi(&manager, &[("name", "Två")]);
    enter(&manager, &one, "2026-01", "4.2");
    let address = "/kpis/values?cadence=month&from=2026-01&to=2026-02";
    let page = manager.open(address);
    let names = page.attributes("td input", "name");
    let cell = |kpi: &str, period: &str| {
        let start = format!("c_{}_{period}_", id(kpi));
        names
            .iter()
            .find(|name| name.starts_with(&start))
            .expect("a cell")
            .clone()
    };
    let (a, b, c) = (
        cell(&one, "2026-01"),
        cell(&one, "2026-02"),
        cell(&two, "2026-01"),
    );
    let wrong = manager.post(address, &[(&a, "4,2"), (&b, "12,5 %"), (&c, "tolv")]);
    wrong
        .assert_status(422)
        .assert_has("One cell was not taken")
        .assert_count("td.wrong", 1);
    // What was right is still typed, and not saved.
    assert_eq!(
        wrong.attributes(&format!("#cell-{}-2026-02 input", id(&one)), "value"),
        ["12,5 %"]
    );
    manager
        .open(&format!("{one}/values/2026-02"))
        .assert_has("Nothing has been entered");
    let right = manager.post(address, &[(&a, "4.2"), (&b, "12,5 %"), (&c, "18 316")]);
    right
        .assert_status(303)
        .follow()
        .assert_has("2 values saved");
    manager.open("/changes").assert_has("entered 2 KPI values");
    // Somebody who had the page open before: both values in the cell, and nothing saved.
    let late = manager.post(address, &[(&b, "13"), (&c, "18 316")]);
    late.assert_status(409)
        .assert_count("td.conflict", 1)
        .assert_has("Somebody else wrote 13 % here");
}

#[test]
fn the_address_is_the_part_of_the_book() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    kpi(
        &manager,
        &[
            ("name", "Veckovis"),
            ("cadence", "week"),
            ("first_period", "2025-W50"),
        ],
    );
    let page = manager.open("/kpis/values?from=2025-W51&to=2026-W02");
    page.assert_count("thead th", 5)
        .assert_has("W1 2026")
        .assert_has("W52 2025");
    assert_eq!(
        page.attributes("#later", "href"),
        ["/kpis/values?cadence=week&from=2026-W03&to=2026-W06"]
    );
    // What makes no sense is the latest twelve.
    manager
        .open("/kpis/values?cadence=week&from=x&to=2026-13")
        .assert_count("thead th", 13);
}

#[test]
fn a_reader_sees_values_and_no_fields() {
    let app = TestApp::start();
    let path = kpi(&app.sign_in(Role::Manager), &[]);
    let viewer = app.sign_in(Role::Viewer);
    viewer
        .open("/kpis/values")
        .assert_none("td input")
        .assert_none("button[form=grid-form]")
        .assert_has("empty");
    let name = format!("c_{}_2026-01_0_", id(&path));
    viewer
        .post("/kpis/values?cadence=month", &[(&name, "5")])
        .assert_status(403);
}

#[test]
fn the_grid_costs_the_same_for_one_kpi_and_for_many() {
    let app = TestApp::start_committed();
    let manager = app.sign_in(Role::Manager);
    kpi(&manager, &[("name", "Nummer 0")]);
    let cost = |address: &str| {
        manager.open(address);
        app.count_queries(|| manager.open(address))
    };
    let before = (cost("/kpis"), cost("/kpis/values"));
    for n in 1..30 {
        let path = kpi(&manager, &[("name", &format!("Nummer {n}"))]);
        enter(&manager, &path, "2026-01", "5");
    }
    assert_eq!((cost("/kpis"), cost("/kpis/values")), before);
}
