//! Thousands of random operations by three people, taken back in random order: then the records are those that never had
//! them. `UNDO_SEED=7 cargo test --test app undo::random` repeats a run; a failure says its seed.
mod deeds;
mod records;
mod world;

use crate::support::TestApp;
use world::World;

/// Operations of one run.
const OPERATIONS: usize = 600;

#[test]
fn random_operations_undone_in_random_order_leave_the_records_as_they_were() {
    let seed = std::env::var("UNDO_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(rand::random::<u64>);
    println!("UNDO_SEED={seed}");
    let app = TestApp::start();
    let mut world = World::new(&app, seed);
    let before = world.snapshot();
    for step in 0..OPERATIONS {
        world.do_something();
        if step % 100 == 0 {
            world.check_marks();
        }
    }
    let made = world.chains.len();
    assert!(
        made > OPERATIONS / 2,
        "seed {seed}: only {made} operations did something"
    );
    world.undo_everything();
    world.check_marks();
    let after = world.snapshot();
    for (table, (before, after)) in [
        "accounts",
        "contacts",
        "roles",
        "account tags",
        "contact tags",
    ]
    .iter()
    .zip(before.iter().zip(&after))
    {
        let lost: Vec<_> = before.iter().filter(|row| !after.contains(row)).collect();
        let new: Vec<_> = after.iter().filter(|row| !before.contains(row)).collect();
        assert!(
            lost.is_empty() && new.is_empty(),
            "seed {seed}, {table}: lost {lost:#?}, new {new:#?}"
        );
    }
}
