//! What may be there already, shown while somebody types; and two records merged into one.
use super::world::World;

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

#[test]
fn what_is_there_already_appears_while_somebody_types() {
    let world = World::empty();
    let known = world.account(&[
        ("name", "IF Häus"),
        ("city", "Umeå"),
        ("email", "if@haus.example.se"),
    ]);
    let page = world.page_of(&world.staff);
    page.goto("/accounts/new");
    page.script("window.stayed = true");
    page.fill("#name", "if häus ideell förening")
        .press("Tab")
        .wait_text("#alike", "similar name");
    page.fill("#city", "Umeå")
        .press("Tab")
        .wait_text("#alike", "similar name, same city")
        .screenshot("duplicates-typing");
    page.dark(true)
        .set_size(390, 844)
        .screenshot("duplicates-typing-phone");
    page.assert_accessible().dark(false).set_size(1280, 800);
    assert_eq!(page.script("return window.stayed === true"), true);
    assert_eq!(page.value("#name"), "if häus ideell förening");
    // Another reason for the same one is no news; it has been shown, so it is saved at once.
    page.fill("#email", "IF@haus.example.se")
        .press("Tab")
        .wait_text("#alike", "same e-mail");
    page.click("Save")
        .wait_text("h1", "if häus ideell förening");
    page.wait_text("#duplicates", "May be the same as")
        .wait_text("#duplicates", "IF Häus");
    page.screenshot("duplicates-line").assert_accessible();
    page.click("#duplicates a[href*=merge]")
        .wait_for("#merge-form");
    page.goto("/accounts/new")
        .fill("#email", "if@haus.example.se")
        .press("Tab")
        .wait_text("#alike", "same e-mail");
    page.click(&format!("#alike-{}", id(&known)))
        .wait_text("h1", "IF Häus");
    page.assert_no_violations();
}

#[test]
fn without_javascript_saving_waits_once() {
    let world = World::empty();
    world.account(&[("name", "IF Häus"), ("city", "Umeå")]);
    let page = world.app.page_without_javascript();
    page.sign_in_as(&world.staff);
    page.goto("/accounts/new")
        .fill("#name", "IF Häus")
        .fill("#city", "umeå")
        .click("Save");
    page.wait_text("#alike", "Nothing has been saved yet")
        .screenshot("duplicates-plain");
    page.click("Save anyway")
        .wait_text("h1", "IF Häus")
        .assert_no_violations();
}

/// Two accounts that are one, and the page that compares them.
fn two(world: &World) -> (String, String) {
    let one = world.account(&[
        ("name", "IF Häus"),
        ("city", "Umeå"),
        ("description", "Först."),
    ]);
    let other = world.account(&[
        ("name", "Idrottsföreningen Häus"),
        ("city", "Umeå"),
        ("email", "styrelsen@haus.example.se"),
        ("description", "Sedan."),
    ]);
    world.contact(&[
        ("first_name", "Åsa"),
        ("account", "Idrottsföreningen Häus"),
        ("role", "Kassör"),
    ]);
    let compare = format!("{one}/merge?with={}", id(&other));
    (one, compare)
}

#[test]
fn two_accounts_are_merged_with_a_look_at_both() {
    let world = World::empty();
    let (one, compare) = two(&world);
    let page = world.page_of(&world.staff);
    page.goto(&compare)
        .wait_for("#merge-form")
        .screenshot_whole("merge-light");
    page.dark(true)
        .set_size(390, 844)
        .screenshot_whole("merge-phone-dark");
    page.assert_accessible()
        .dark(false)
        .set_size(1280, 800)
        .assert_accessible();
    page.click("[id='field.name-right']")
        .click("#merge-form [type=submit]");
    page.wait_text("h1", "Idrottsföreningen Häus")
        .wait_text("#toasts", "Merged into");
    page.wait_text("#people tbody", "Kassör");
    assert_eq!(page.url(), one);
    page.screenshot("merge-done").assert_no_violations();
}

#[test]
fn without_javascript_two_accounts_are_merged() {
    let world = World::empty();
    let (_, compare) = two(&world);
    let page = world.app.page_without_javascript();
    page.sign_in_as(&world.staff);
    page.goto(&compare)
        .click("[id='field.name-right']")
        .click("#merge-form [type=submit]");
    page.wait_text("h1", "Idrottsföreningen Häus")
        .wait_text("#people tbody", "Kassör");
    page.assert_no_violations();
}
