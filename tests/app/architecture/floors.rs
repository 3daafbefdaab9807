//! The floors of the house. A new slice gets its place here.

/// Which floor each module stands on. A module uses lower floors, and its own only where `NEIGHBOURS` says so.
const FLOORS: &[(u8, &str)] = &[
    (
        0,
        "config schema i18n fields db web auth audit jobs mail drafts",
    ),
    (
        1,
        "users sessions tags saved_views duplicates search_index settings api_keys backups health help",
    ),
    (2, "accounts"),
    (3, "contacts"),
    (4, "kpis enquiries"),
    (
        5,
        "merges trash undo imports exports bulk search demo trail",
    ),
    (6, "dashboard api_docs"),
    (TOP, "app main lib cli"),
];
const TOP: u8 = 9;

/// Who may use whom on the same floor. The ground floor and the top have no order inside.
const NEIGHBOURS: &[(&str, &str)] = &[
    ("sessions", "users"),
    ("users", "sessions"),
    ("sessions", "settings"),
    ("users", "settings"),
    ("api_keys", "users"),
    // Every exported file is one that our import reads, so it asks the import what it would read.
    ("exports", "imports"),
    // A generated data set is indexed in one go.
    ("demo", "search"),
    // What is in the way of an undo, and what is in the trash, is told in the words of history.
    ("undo", "trail"),
    ("trash", "trail"),
    ("trash", "undo"),
];

/// The floor of a module, if it has one.
pub fn floor(module: &str) -> Option<u8> {
    let on = |modules: &str| modules.split_whitespace().any(|name| name == module);
    FLOORS
        .iter()
        .find(|(_, modules)| on(modules))
        .map(|(floor, _)| *floor)
}

/// Whether `from` may use `to`. A name without a floor is an item of `lib.rs` or a macro.
pub fn allowed(from: &str, to: &str) -> bool {
    let (Some(upper), Some(lower)) = (floor(from), floor(to)) else {
        return floor(to).is_none();
    };
    let unordered = upper == 0 || upper == TOP;
    let neighbours = unordered || NEIGHBOURS.contains(&(from, to));
    from == to || lower < upper || (lower == upper && neighbours)
}

#[test]
fn arrows_only_point_down() {
    for (from, to) in [
        ("contacts", "accounts"),
        ("db", "web"),
        ("app", "dashboard"),
        ("sessions", "users"),
    ] {
        assert!(allowed(from, to), "{from} uses {to}");
    }
    for (from, to) in [
        ("accounts", "contacts"),
        ("web", "users"),
        ("merges", "undo"),
        ("dashboard", "app"),
    ] {
        assert!(!allowed(from, to), "{from} uses {to}");
    }
}
