//! A list's address as a value: parse it, change one thing, write it back.

use super::{Column, Condition, Cursor};
use url::form_urlencoded::Serializer;

/// How many rows a page may have; the first is the default.
pub const SIZES: [usize; 3] = [25, 50, 100];

/// Which page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// The first one.
    First,
    /// The last one.
    Last,
    /// The one that follows a row.
    After(Cursor),
    /// The one that ends before a row.
    Before(Cursor),
}

/// Which rows and columns, in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuery {
    /// The list's own path.
    pub base: &'static str,
    /// The free-text filter.
    pub q: String,
    /// The sort column's key.
    pub sort: &'static str,
    /// Whether the greatest comes first.
    pub descending: bool,
    /// Rows a page.
    pub size: usize,
    /// Which page.
    pub position: Position,
    /// The keys of the columns shown, in the list's own order.
    pub shown: Vec<&'static str>,
    /// The saved view that the list was opened from.
    pub view: Option<i64>,
    /// The filters, in column order.
    pub conditions: Vec<(&'static str, Condition)>,
    /// What was typed into filters that make no sense, to be shown again.
    pub(super) misread: Vec<(String, String)>,
    pub(super) all: &'static [Column],
    default_sort: (&'static str, bool),
}

impl ListQuery {
    /// The list as it is without a query string.
    pub fn new(
        base: &'static str,
        all: &'static [Column],
        default_sort: (&'static str, bool),
    ) -> Self {
        Self {
            base,
            q: String::new(),
            sort: default_sort.0,
            descending: default_sort.1,
            size: SIZES[0],
            position: Position::First,
            shown: default_columns(all),
            view: None,
            conditions: Vec::new(),
            misread: Vec::new(),
            all,
            default_sort,
        }
    }

    /// Every column of the list.
    pub fn all_columns(&self) -> &'static [Column] {
        self.all
    }

    /// The columns shown.
    pub fn shown_columns(&self) -> impl Iterator<Item = &'static Column> {
        self.all.iter().filter(|c| self.shown.contains(&c.key))
    }

    /// The filter on a column.
    pub fn condition(&self, key: &str) -> Option<&Condition> {
        self.conditions
            .iter()
            .find(|(k, _)| *k == key)
            .map(|(_, c)| c)
    }

    /// Whether anything narrows the list.
    pub fn is_filtered(&self) -> bool {
        !self.q.is_empty() || !self.conditions.is_empty()
    }

    /// Whether rows are read from the end towards the start.
    pub fn is_backwards(&self) -> bool {
        matches!(self.position, Position::Last | Position::Before(_))
    }

    /// Whether the database reads in ascending order for this page.
    pub fn reads_ascending(&self) -> bool {
        self.descending == self.is_backwards()
    }

    /// The row that the page begins after, in reading direction.
    pub fn cursor(&self) -> Option<&Cursor> {
        match &self.position {
            Position::After(cursor) | Position::Before(cursor) => Some(cursor),
            Position::First | Position::Last => None,
        }
    }

    /// The address of exactly this list.
    pub fn path(&self) -> String {
        let mut pairs = self.pairs_but_position();
        match &self.position {
            Position::First => {}
            Position::Last => pairs.push(("at".to_owned(), "last".to_owned())),
            Position::After(cursor) => pairs.push(("after".to_owned(), cursor.encode())),
            Position::Before(cursor) => pairs.push(("before".to_owned(), cursor.encode())),
        }
        if pairs.is_empty() {
            return self.base.to_owned();
        }
        let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("{}?{query}", self.base)
    }

    /// Filters, order and columns as a query string: what a saved view keeps. Empty for the list as it is by itself.
    pub fn saved(&self) -> String {
        let list = Self {
            size: SIZES[0],
            view: None,
            ..self.clone()
        };
        Serializer::new(String::new())
            .extend_pairs(list.pairs_but_position())
            .finish()
    }

    /// The list that a record is opened from, as `from=` of the record's address: filters, order and view. Empty for the
    /// list as it is by itself.
    pub fn from(&self) -> String {
        let list = Self {
            size: SIZES[0],
            shown: default_columns(self.all),
            ..self.clone()
        };
        query_of(&list.at(Position::First).path())
    }

    /// What the address says besides the page; only what differs from the default.
    pub fn pairs_but_position(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        if !self.q.is_empty() {
            pairs.push(("q".to_owned(), self.q.clone()));
        }
        for (key, condition) in &self.conditions {
            pairs.extend(condition.pairs(key));
        }
        pairs.extend(self.order_pairs());
        pairs
    }

    /// Sort, size, columns and the view: what a filter form keeps as hidden fields.
    pub fn order_pairs(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        if (self.sort, self.descending) != self.default_sort {
            pairs.push(("sort".to_owned(), self.sort.to_owned()));
            pairs.push((
                "dir".to_owned(),
                if self.descending { "desc" } else { "asc" }.to_owned(),
            ));
        }
        if self.size != SIZES[0] {
            pairs.push(("size".to_owned(), self.size.to_string()));
        }
        if self.shown != default_columns(self.all) {
            pairs.extend(
                self.shown
                    .iter()
                    .map(|key| ("columns".to_owned(), (*key).to_owned())),
            );
        }
        pairs.extend(self.view.map(|id| ("view".to_owned(), id.to_string())));
        pairs
    }

    /// The same list at another page.
    pub fn at(&self, position: Position) -> Self {
        Self {
            position,
            ..self.clone()
        }
    }

    /// The same list from its first page, sorted by another column, or the other way round by the same.
    pub fn sorted_by(&self, key: &'static str) -> Self {
        let descending = self.sort == key && !self.descending;
        Self {
            sort: key,
            descending,
            position: Position::First,
            ..self.clone()
        }
    }

    /// The same list from its first page with another number of rows.
    pub fn sized(&self, size: usize) -> Self {
        Self {
            size,
            ..self.at(Position::First)
        }
    }

    /// The same list without the filter on a column (`q` for the free text).
    pub fn without(&self, key: &str) -> Self {
        let mut list = self.at(Position::First);
        list.conditions.retain(|(k, _)| *k != key);
        if key == "q" {
            list.q.clear();
        }
        list
    }
}

/// What stands behind the question mark.
pub(super) fn query_of(path: &str) -> String {
    path.split_once('?')
        .map_or("", |(_, query)| query)
        .to_owned()
}

/// A record's address that knows the list it was opened from.
pub fn led_from(path: &str, from: &str) -> String {
    if from.is_empty() {
        return path.to_owned();
    }
    let query = Serializer::new(String::new())
        .append_pair("from", from)
        .finish();
    format!("{path}?{query}")
}

fn default_columns(all: &'static [Column]) -> Vec<&'static str> {
    all.iter().filter(|c| c.shown).map(|c| c.key).collect()
}
