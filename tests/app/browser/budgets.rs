//! What pages weigh: 60 KB and 10 requests for the first, 5 KB for a part of one.
use super::world::World;

/// Kilobytes (of 1024) and requests of a first load.
const FIRST: (u64, u64) = (10, 60);
/// Bytes of a fragment: what is aimed for, and what is refused.
const FRAGMENT: (usize, usize) = (5 << 10, 15 << 10);

#[test]
fn the_first_load_of_a_list_and_of_a_record_is_small() {
    let world = World::with_accounts(30);
    for path in ["/accounts", "/accounts/1", "/contacts", "/changes", "/"] {
        let path = path.replace("/1", &first_account(&world));
        let page = world.page_of(&world.staff);
        page.clear_cache()
            .goto(&path)
            .wait_for("h1")
            .assert_first_load(FIRST.0, FIRST.1);
        let cost = page.transferred();
        println!("{path}: {cost:?}");
        page.assert_no_violations();
    }
}

#[test]
fn the_next_page_is_one_request() {
    let world = World::with_accounts(30);
    let page = world.page_of(&world.staff);
    page.goto("/accounts").wait_for("#list");
    page.script("performance.clearResourceTimings()");
    page.click("#list .row-link").wait_for("#facts-title");
    let asked =
        page.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
    assert_eq!(asked.as_array().map(Vec::len), Some(1), "{asked}");
}

#[test]
fn a_list_fragment_is_small() {
    let world = World::with_accounts(100);
    let htmx = world.hands.htmx();
    for (path, budget) in [
        ("/accounts", FRAGMENT.0),
        ("/accounts?size=100", FRAGMENT.1),
        ("/changes", FRAGMENT.0),
    ] {
        let size = htmx.compressed_size(path);
        println!("{path}: {size} bytes");
        assert!(size <= budget, "{path}: {size} bytes of {budget}");
    }
}

fn first_account(world: &World) -> String {
    let ids = world
        .app
        .database()
        .column("SELECT CAST(MIN(id) AS CHAR) FROM accounts");
    format!("/{}", ids[0])
}
