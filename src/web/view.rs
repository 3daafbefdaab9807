//! What the shared components of `templates/components/` ask for: plain data, finished texts.

use chrono::NaiveDateTime;

/// One thing to choose in a select, a group of checkboxes or of radio buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the person reads.
    pub label: String,
}

impl Choice {
    /// A choice that sends `value` and reads `label`.
    pub fn new(value: impl Into<String>, label: impl ToString) -> Self {
        Self {
            value: value.into(),
            label: label.to_string(),
        }
    }
}

/// A column of a list, as its heading shows it.
#[derive(Clone, Debug)]
pub struct Column {
    /// Name in the address, as in `sort=name`.
    pub id: &'static str,
    /// Heading.
    pub label: String,
    /// The list sorted by this column, the other way round if it is already; empty if it cannot be sorted by.
    pub href: String,
    /// `ascending`, `descending` or empty.
    pub sort: &'static str,
    /// `num` for numbers, `opt` for what a narrow screen leaves out.
    pub class: &'static str,
}

/// A column in the column chooser.
#[derive(Clone, Debug)]
pub struct ColumnChoice {
    /// Name in the address, as in `columns=name`.
    pub id: &'static str,
    /// What the person reads.
    pub label: String,
    /// Whether the list shows it now.
    pub shown: bool,
}

/// A filter that is on; the link leads to the list without it.
#[derive(Clone, Debug)]
pub struct Chip {
    /// Finished text: "City: Lund".
    pub text: String,
    /// The list without this filter.
    pub href: String,
}

/// A tag as it is shown: the name says what the colour says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagMark {
    /// Its name.
    pub name: String,
    /// Its colour's class.
    pub colour: &'static str,
    /// The list of what carries it.
    pub href: String,
}

/// A number of rows to choose.
#[derive(Clone, Debug)]
pub struct PageSize {
    /// Rows on a page.
    pub rows: u32,
    /// The list with that many rows.
    pub href: String,
    /// Whether it is so now.
    pub current: bool,
}

/// The foot of a list. A step that leads nowhere is `None`.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// Finished text: "1,240 accounts".
    pub count: String,
    /// The first page, unless it is this one.
    pub first: Option<String>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The last page, unless it is this one.
    pub last: Option<String>,
    /// Numbers of rows to choose.
    pub sizes: Vec<PageSize>,
}

/// One entry of a history.
#[derive(Clone, Debug)]
pub struct Entry {
    /// An icon of the sprite.
    pub icon: &'static str,
    /// Who did it.
    pub who: String,
    /// What they did, without the name: "changed the e-mail address".
    pub sentence: String,
    /// Where the sentence leads, or nothing.
    pub href: String,
    /// Through what: "by import". May be empty.
    pub via: String,
    /// When, in UTC.
    pub at: NaiveDateTime,
    /// Which records it touched, and how.
    pub records: Vec<ChangedRecord>,
    /// What is not shown: "and 990 more". May be empty.
    pub more: String,
    /// Where it can be taken back; empty where it cannot.
    pub undo: String,
    /// Whether it is an undo itself, so that taking it back does the thing again.
    pub is_redo: bool,
    /// Who took it back, and when, with the page of that.
    pub undone: Option<Undone>,
}

/// By what an entry was taken back.
#[derive(Clone, Debug)]
pub struct Undone {
    /// "Undone by Anna".
    pub text: String,
    /// The page of the operation that did it.
    pub href: String,
    /// When, in UTC.
    pub at: NaiveDateTime,
}

/// One record before and after.
#[derive(Clone, Debug, Default)]
pub struct ChangedRecord {
    /// Its name; empty where the page is about it.
    pub title: String,
    /// Its page, or nothing.
    pub href: String,
    /// What opens the values ("12 values"); empty where they stand open.
    pub folded: String,
    /// Which values went from what to what.
    pub values: Vec<ChangedValue>,
}

/// One value before and after.
#[derive(Clone, Debug)]
pub struct ChangedValue {
    /// The field's name.
    pub label: String,
    /// Before; empty if there was none.
    pub before: String,
    /// After; empty if there is none.
    pub after: String,
}

/// Longer values are folded.
const LONG: usize = 160;

/// The start of a text that is too long to stand open in a history; nothing for one that is not.
pub fn clipped(text: &str) -> String {
    if text.chars().nth(LONG).is_none() {
        return String::new();
    }
    text.chars().take(LONG - 40).chain(['…']).collect()
}

/// A field that two people changed at the same time.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The field.
    pub name: &'static str,
    /// The field's name.
    pub label: String,
    /// What somebody else saved meanwhile.
    pub theirs: String,
    /// Who saved that, and when.
    pub note: String,
}

/// The fields of a form between which somebody has to choose.
#[derive(Clone, Debug, Default)]
pub struct Conflicts(pub Vec<Conflict>);

impl Conflicts {
    /// Whether there is nothing to choose.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in the form's order.
    pub fn iter(&self) -> std::slice::Iter<'_, Conflict> {
        self.0.iter()
    }

    /// The one at this field.
    pub fn find(&self, name: &str) -> Option<&Conflict> {
        self.0.iter().find(|conflict| conflict.name == name)
    }
}
