//! The keys that act: one list, which the help page shows and the test of the templates compares with what they declare.

/// A key, as `data-hotkey` names it, and the catalogue's key of what it does.
pub type Key = (&'static str, &'static str);

/// On every page.
pub const ANYWHERE: &[Key] = &[
    ("/", "search-key"),
    ("Ctrl+K", "search-key"),
    ("?", "common-help-help"),
    ("n", "common-help-new"),
    ("Esc", "common-help-escape"),
];

/// On a list.
pub const LISTS: &[Key] = &[
    ("/", "common-help-search"),
    ("j", "common-help-down"),
    ("k", "common-help-up"),
    ("Enter", "common-help-open"),
    ("x", "common-help-pick"),
    ("e", "common-help-edit-row"),
];

/// On a record.
pub const RECORDS: &[Key] = &[
    ("e", "common-help-edit"),
    ("]|j", "common-help-next"),
    ("[|k", "common-help-previous"),
];

/// In a form.
pub const FORMS: &[Key] = &[("Ctrl+Enter", "common-help-save")];

/// Whether the help page knows this key.
pub fn is_known(hotkey: &str) -> bool {
    let all = [ANYWHERE, LISTS, RECORDS, FORMS];
    all.iter()
        .any(|keys| keys.iter().any(|(key, _)| *key == hotkey))
}

/// The keys of one action, each by itself.
pub fn each(hotkey: &str) -> std::str::Split<'_, char> {
    hotkey.split('|')
}
