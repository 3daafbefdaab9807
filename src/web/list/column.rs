//! What a list can show, sort and filter by.

/// One value of a column with few values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// In the address.
    pub code: String,
    /// For people.
    pub label: String,
}

/// What a column holds, which decides its filter and its alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text: filtered by "contains" and "is empty".
    Text,
    /// One of a few values: filtered by any of several.
    Choice,
    /// A whole number: filtered by from and to.
    Number,
    /// A moment: filtered by first and last day.
    Moment,
    /// A day: filtered by first and last day.
    Day,
    /// Tags: filtered by any, all or none of several.
    Tags,
}

/// A column of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in addresses: the field's name.
    pub key: &'static str,
    /// The catalogue's key of its heading.
    pub label: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether it can be sorted by.
    pub sortable: bool,
    /// Whether it can be filtered by.
    pub filterable: bool,
    /// Whether it is shown until somebody chooses columns.
    pub shown: bool,
    /// Whether a row may lack a value, so that "is empty" can be asked.
    pub may_be_empty: bool,
}

impl Column {
    /// A column that can be sorted and filtered by.
    pub const fn new(key: &'static str, label: &'static str, kind: ColumnKind) -> Self {
        Self {
            key,
            label,
            kind,
            sortable: true,
            filterable: true,
            shown: false,
            may_be_empty: true,
        }
    }

    /// Shown until somebody chooses columns.
    pub const fn shown(self) -> Self {
        Self {
            shown: true,
            ..self
        }
    }

    /// Every row has a value.
    pub const fn always_filled(self) -> Self {
        Self {
            may_be_empty: false,
            ..self
        }
    }

    /// Cannot be sorted by.
    pub const fn unsorted(self) -> Self {
        Self {
            sortable: false,
            ..self
        }
    }

    /// Cannot be filtered by.
    pub const fn unfiltered(self) -> Self {
        Self {
            filterable: false,
            ..self
        }
    }

    /// Whether its cells are numbers.
    pub fn is_number(&self) -> bool {
        self.kind == ColumnKind::Number
    }
}
