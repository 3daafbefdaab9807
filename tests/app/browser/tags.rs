//! The filter on tags: any, all or none of several.
use minimata::tags::Tagged;

use super::world::World;

#[test]
fn lists_are_filtered_by_any_all_or_none_of_several_tags() {
    let world = World::with_accounts(4);
    let ids = world
        .app
        .database()
        .column("SELECT CAST(id AS CHAR) FROM accounts ORDER BY id");
    let on = |n: usize| Tagged::Account(ids[n].parse().unwrap_or_default());
    world.app.make_tags(&["Kund", "Sponsor"]);
    world.app.tag(on(0), &["Kund", "Sponsor"]);
    world.app.tag(on(1), &["Kund"]);
    world.app.tag(on(2), &["Sponsor"]);
    let pages = [world.app.page(), world.app.page_without_javascript()];
    for page in &pages {
        page.sign_in_as(&world.viewer);
        let scripts = std::ptr::eq(page, &pages[0]);
        for (mode, count, chip) in [
            ("Any of these", "3 accounts", "any of Kund, Sponsor"),
            ("All of these", "1 account", "all of Kund, Sponsor"),
            ("None of these", "1 account", "none of Kund, Sponsor"),
        ] {
            page.goto("/accounts").click("#filter-menu");
            page.click("#filter-panel details:has(#filter-tags) summary")
                .fill("[id='filter-tags.mode']", mode);
            page.click("#filter-tags .check:nth-of-type(1) label")
                .click("#filter-tags .check:nth-of-type(2) label");
            if !scripts {
                page.click("#filter-panel [type=submit]");
            }
            page.wait_text("#count", count).wait_text(".chips", chip);
        }
        page.assert_no_violations();
    }
}
