//! Merging in the browser: two people at the same pair, and a merge taken back after others have worked on.
use super::world::{World, fact};
use crate::support::Page;

/// With scripts and without.
fn both(world: &World) -> [Page; 2] {
    let pages = [world.app.page(), world.app.page_without_javascript()];
    for page in &pages {
        page.sign_in_as(&world.staff);
    }
    pages
}

/// Two accounts, and the page that compares them.
fn two(world: &World, city: &str) -> (String, String, String) {
    let one = world.account(&[("name", "IF Häus"), ("city", city)]);
    let other = world.account(&[
        ("name", "Idrottsföreningen Häus"),
        ("city", "Umeå"),
        ("email", "haus@example.se"),
    ]);
    let id = other.rsplit('/').next().unwrap_or_default().to_owned();
    let compare = format!("{one}/merge?with={id}");
    (one, other, compare)
}

/// Somebody else changes one field in place.
fn change(world: &World, record: &str, field: &str, to: &str) {
    let address = format!("{record}/fields/{field}");
    let version = world
        .hands
        .open(&format!("{address}/edit"))
        .attributes("[name=version]", "value");
    let typed = [(field, to), ("version", version[0].as_str())];
    world.hands.post(&address, &typed).assert_status(303);
}

#[test]
fn of_two_who_merge_the_same_pair_the_second_is_told() {
    let world = World::empty();
    let admin = world.page_of(&world.admin);
    for page in &both(&world) {
        let (one, other, compare) = two(&world, "Lund");
        admin.goto(&compare).wait_for("#merge-form");
        page.goto(&compare).wait_for("#merge-form");
        admin
            .click("#merge-form [type=submit]")
            .wait_text("#toasts", "Merged into");
        page.click("#merge-form [type=submit]")
            .wait_text("body", "merged into another record");
        // The old address leads to the one that stays.
        page.goto(&other).wait_text("h1", "IF Häus").wait_url(&one);
        page.assert_no_violations();
    }
    admin.assert_no_violations();
}

#[test]
fn a_merge_is_taken_back_field_by_field_after_others_have_worked_on() {
    let world = World::empty();
    for (page, city) in both(&world).iter().zip(["Lund", "Kalmar"]) {
        let (one, other, compare) = two(&world, city);
        page.goto(&compare)
            .click("[id='field.name-right']")
            .click("[id='field.city-right']")
            .click("#merge-form [type=submit]")
            .wait_text("h1", "Idrottsföreningen Häus");
        change(&world, &one, "city", "Malmö");
        change(&world, &one, "email", "ny@example.se");
        page.goto(&one)
            .click("#history .timeline > li:nth-child(3) form button")
            .wait_text("h1", "Something is in the way");
        page.wait_text("#obstacles tbody", "Put back: None");
        let id = one.trim_start_matches("/accounts/");
        page.click(&format!("[id='back.account.{id}.city-back']"));
        if city == "Lund" {
            page.assert_accessible()
                .screenshot_whole("merge-undo")
                .dark(true)
                .set_size(390, 844)
                .assert_accessible()
                .screenshot_whole("merge-undo-phone-dark");
            page.dark(false).set_size(1280, 800);
        }
        page.click("#undo-rest").wait_text("#toasts", "Done");
        page.goto(&one)
            .wait_text("h1", "IF Häus")
            .wait_text(&fact(&one, "city"), city)
            .wait_text(&fact(&one, "email"), "ny@example.se");
        page.goto(&other)
            .wait_text("h1", "Idrottsföreningen Häus")
            .wait_text(&fact(&other, "city"), "Umeå");
        page.assert_no_violations();
    }
}

#[test]
fn the_histories_of_both_lead_to_each_other() {
    let world = World::empty();
    for page in &both(&world) {
        let (one, other, compare) = two(&world, "Lund");
        page.goto(&compare)
            .click("#merge-form [type=submit]")
            .wait_text("h1", "IF Häus");
        page.click("History of Idrottsföreningen Häus before the merge")
            .wait_url(&format!("{other}/history"))
            .wait_text("#history", "created the account Idrottsföreningen Häus");
        page.click(&format!("#history a[href='{one}']"))
            .wait_url(&one)
            .wait_text("h1", "IF Häus");
        page.assert_no_violations();
    }
}
