//! Forms in the browser: saved once, never over somebody else's work, and nothing deleted without being asked.
use super::world::{World, fact};

#[test]
fn a_double_click_on_save_makes_one_record_and_one_toast() {
    let world = World::empty();
    let page = world.page_of(&world.staff);
    page.goto("/accounts/new")
        .fill("Name", "Once only")
        .double_click("#record-form [type=submit]")
        .wait_text("h1", "Once only")
        .wait_text("#toasts", "Once only was created");
    assert_eq!(page.count("#toasts .toast"), 1);
    // The same form once more, as after Back in a slow moment.
    page.back().wait_for("#record-form");
    let plain = world.app.page_without_javascript();
    plain.sign_in_as(&world.staff);
    plain
        .goto("/accounts/new")
        .fill("Name", "Once without script")
        .double_click("#record-form [type=submit]")
        .wait_text("h1", "Once without script");
    let names = world
        .app
        .database()
        .column("SELECT name FROM accounts ORDER BY id");
    assert_eq!(names, ["Once only", "Once without script"]);
    page.assert_no_violations();
}

#[test]
fn two_editors_of_one_record_see_both_values() {
    let world = World::empty();
    let path = world.account(&[("name", "Shared"), ("city", "Lund")]);
    let city = fact(&path, "city");
    let pencil = format!("{city}-edit");
    let (slow, quick) = (world.page_of(&world.staff), world.page_of(&world.admin));
    slow.goto(&path)
        .press("e")
        .wait_url(&format!("{path}/edit"));
    slow.fill("City", "Malmö");
    quick
        .goto(&format!("{path}/edit"))
        .fill("City", "Kiruna")
        .click("#record-form [type=submit]")
        .wait_text("#toasts", "Shared was saved");
    slow.click("#record-form [type=submit]")
        .wait_text(".summary.warn", "Somebody else changed this meanwhile")
        .wait_text("#keep-city .clash-theirs", "Kiruna")
        .screenshot("conflict");
    assert_eq!(
        slow.value("City"),
        "Malmö",
        "what was typed stays in the form"
    );
    // Having seen both, the slow one may go on.
    slow.click("#record-form [type=submit]")
        .wait_text("h1", "Shared")
        .wait_text(&city, "Malmö");
    // The same in place.
    quick.goto(&path).click(&pencil).fill("#city", "Ystad");
    slow.click(&pencil)
        .fill("#city", "Umeå")
        .press("Enter")
        .wait_text(&city, "Umeå");
    quick
        .press("Enter")
        .wait_text(&format!("{city} .clash-theirs"), "Umeå")
        .press("Escape")
        .wait_gone("#city")
        .wait_text(&city, "Umeå");
    slow.assert_no_violations();
    quick.assert_no_violations();
}

#[test]
fn deleting_asks_and_cancel_has_the_focus() {
    let world = World::empty();
    let path = world.account(&[("name", "Do not delete")]);
    let page = world.page_of(&world.staff);
    page.goto(&path).click("Delete").wait_for("#confirm[open]");
    assert_eq!(page.text("#confirm-text"), "Delete Do not delete?");
    assert_eq!(page.text(":focus"), "Cancel");
    page.press("Enter").wait_gone("#confirm");
    page.wait_text("h1", "Do not delete");
    page.click("Delete")
        .wait_for("#confirm[open]")
        .press("Escape")
        .wait_gone("#confirm");
    page.click("Delete")
        .click("[data-confirm-ok]")
        .wait_text("#toasts", "Do not delete was deleted");
    assert!(page.url().starts_with("/accounts"), "{}", page.url());
    assert_eq!(page.count("#list .row-link"), 0);
    // The address says what became of it, with a way on, also after a click on an old link.
    page.goto(&path).wait_text("#gone", "In the trash since");
    page.assert_no_violations();
}

#[test]
fn what_a_viewer_may_not_do_is_not_shown_and_refused_with_the_role_that_is_needed() {
    let world = World::empty();
    let path = world.account(&[("name", "Read only")]);
    let pencil = format!("{}-edit", fact(&path, "city"));
    let page = world.page_of(&world.viewer);
    page.goto(&path).wait_text("h1", "Read only");
    let offers = [
        ".edit",
        "form[action$=removal]:not([action^='/session'])",
        "a[href$='/edit']",
        "#tag-name",
    ];
    assert_eq!(offers.map(|css| page.count(css)), [0; 4]);
    page.goto("/accounts/new")
        .wait_text("h1", "Unauthorized")
        .wait_text("main", "the role Staff")
        .screenshot("unauthorized");
    page.click("To the start page").wait_url("/");
    // A page that was open when the rights went: the click says so, and nothing is lost.
    let staff = world.page_of(&world.staff);
    staff.goto(&path).wait_for(&pencil);
    world
        .app
        .database()
        .execute("UPDATE users SET role = 'viewer' WHERE role = 'staff'");
    staff
        .click(&pencil)
        .wait_text("#toasts .toast.error", "the role Staff");
    staff.wait_text("h1", "Read only");
    staff
        .click("a[href$='/edit']")
        .wait_text("h1", "Unauthorized");
    staff.back().wait_text("h1", "Read only");
    page.assert_no_violations();
    staff.assert_no_violations();
}

#[test]
fn tags_come_and_go_without_leaving_the_page() {
    let world = World::empty();
    let path = world.account(&[("name", "Tagged")]);
    world.app.make_tags(&["Kund", "Viktig"]);
    let page = world.page_of(&world.staff);
    page.goto(&path);
    page.script("window.stayed = true");
    page.fill("#tag-name", "Kund")
        .press("Enter")
        .wait_text("#tags", "Kund");
    page.fill("#tag-name", "Viktig")
        .press("Enter")
        .wait_text("#tags", "Viktig");
    page.wait_text("#history", "Viktig");
    page.click("Remove the tag Kund").wait_script(
        "return document.querySelector('#tags').textContent.includes('Kund')",
        false,
    );
    assert_eq!(
        page.script("return window.stayed === true && document.activeElement !== document.body"),
        true
    );
    page.assert_no_violations();
}
