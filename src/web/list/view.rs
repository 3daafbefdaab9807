//! A list as its template shows it.

use super::Cell;
use super::chips::{chips, filters};
use super::offer::Offer;
use super::pager::pager;
use super::{Choice, Cursor, ListQuery, Position};
use crate::db::counting::Count;
use crate::web::record::Pick;
use crate::web::view::{Chip, Column as Heading, ColumnChoice, Pager};
use crate::web::{FieldErrors, FormView, Shell};

/// A row: its id for the DOM and its cells in column order.
#[derive(Clone, Debug)]
pub struct Row {
    /// `account-7`.
    pub dom_id: String,
    /// The cells of the shown columns.
    pub cells: Vec<(Cell, &'static str)>,
}

/// The rows of a page and whether there are more on either side.
#[derive(Clone, Debug)]
pub struct Selected<T> {
    /// In the order shown.
    pub rows: Vec<T>,
    /// Whether there are rows before.
    pub before: bool,
    /// Whether there are rows after.
    pub after: bool,
}

impl<T> Selected<T> {
    /// From the rows as read: one more than the page holds tells that there are more, and a page read backwards is
    /// turned round.
    pub fn from_read(list: &ListQuery, mut rows: Vec<T>) -> Self {
        let more = rows.len() > list.size;
        rows.truncate(list.size);
        let started = !matches!(list.position, Position::First | Position::Last);
        if list.is_backwards() {
            rows.reverse();
            return Self {
                rows,
                before: more,
                after: started,
            };
        }
        Self {
            rows,
            before: started,
            after: more,
        }
    }
}

/// The words of a list: catalogue keys.
#[derive(Clone, Copy, Debug)]
pub struct ListWords {
    /// The page's heading.
    pub title: &'static str,
    /// The free-text field's label.
    pub search: &'static str,
    /// "12 accounts", with `$n`.
    pub count: &'static str,
    /// "1,000+ accounts", with `$n`.
    pub count_more: &'static str,
    /// The icon of an empty list.
    pub icon: &'static str,
}

/// One filter of the panel.
#[derive(Clone, Debug)]
pub struct FilterView {
    /// The column's key, which is the field's name.
    pub key: &'static str,
    /// The catalogue's key of its label.
    pub label: &'static str,
    /// `text`, `choice`, `number`, `day` or `tags`.
    pub kind: &'static str,
    /// What can be chosen.
    pub options: Vec<crate::web::view::Choice>,
    /// Whether "is empty" can be asked.
    pub may_be_empty: bool,
    /// `empty`, `filled` or nothing.
    pub is: &'static str,
    /// The colours of the options, where they have any.
    pub tones: Vec<&'static str>,
}

impl FilterView {
    /// The colour's class of an option.
    pub fn tone(&self, option: &usize) -> &'static str {
        self.tones.get(*option).copied().unwrap_or_default()
    }
}

/// A list, ready for its template.
pub struct ListView {
    /// The list's path.
    pub base: &'static str,
    /// The free text.
    pub q: String,
    /// Its words.
    pub words: ListWords,
    /// Headings of the shown columns.
    pub headings: Vec<Heading>,
    /// All columns, to choose from.
    pub columns: Vec<ColumnChoice>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The filters that are on.
    pub chips: Vec<Chip>,
    /// The filters of the panel.
    pub filters: Vec<FilterView>,
    /// What is typed into them.
    pub form: FormView,
    /// Sort and size, kept by the filter form.
    pub hidden: Vec<(String, String)>,
    /// The foot.
    pub pager: Pager,
    /// Whether anything narrows the list.
    pub is_filtered: bool,
    /// The address of exactly this list.
    pub path: String,
    /// The records of the rows, in their order, for who may change them.
    pub picks: Vec<Pick>,
    /// What can be done to many, and where all that match are chosen.
    pub offer: Offer,
    /// What stands above the list, as markup of ours.
    pub panels: Vec<String>,
    /// Where it is exported; empty for who may not, and for lists that are not exported.
    pub export: String,
}

/// What a list is put together from.
pub struct Found<'a, T> {
    /// Its address.
    pub list: &'a ListQuery,
    /// What is wrong with its filters.
    pub errors: FieldErrors,
    /// Its words.
    pub words: ListWords,
    /// The rows of the page.
    pub selected: &'a Selected<T>,
    /// How many there are in all.
    pub count: Count,
}

impl ListView {
    /// Puts a list together. `choices` gives the values of a choice column, `cursor` the place of a row.
    pub fn new<T>(
        ui: &Shell,
        found: Found<'_, T>,
        choices: impl Fn(&'static str) -> Vec<Choice>,
        cursor: impl Fn(&T) -> Cursor,
        row: impl Fn(&T) -> Row,
    ) -> Self {
        let list = found.list;
        let filters = filters(list, &choices);
        let mut typed = list.pairs_but_position();
        typed.extend(list.misread.iter().cloned());
        let form = FormView::from_pairs(&typed);
        Self {
            base: list.base,
            q: list.q.clone(),
            words: found.words,
            headings: list.shown_columns().map(|c| heading(ui, list, c)).collect(),
            columns: column_choices(ui, list),
            rows: found.selected.rows.iter().map(row).collect(),
            chips: chips(ui, list, &filters),
            filters,
            pager: pager(ui, &found, cursor),
            form: form.with_errors(found.errors),
            hidden: kept_by_the_form(list),
            is_filtered: list.is_filtered(),
            path: list.path(),
            picks: Vec::new(),
            offer: Offer::default(),
            panels: Vec::new(),
            export: String::new(),
        }
    }
}

impl ListView {
    /// The same with the way to its export, for who may take it.
    pub fn with_export(mut self, ui: &Shell, list: &ListQuery) -> Self {
        if ui.can.export_records {
            self.export = format!("/exports{}", list.at(Position::First).path());
        }
        self
    }

    /// The same with colours for the options of a filter, in their order.
    pub fn with_tones(mut self, key: &str, tones: impl Iterator<Item = &'static str>) -> Self {
        if let Some(filter) = self.filters.iter_mut().find(|filter| filter.key == key) {
            filter.tones = tones.collect();
        }
        self
    }
}

/// Sort and size; the columns are in the form itself.
fn kept_by_the_form(list: &ListQuery) -> Vec<(String, String)> {
    list.order_pairs()
        .into_iter()
        .filter(|(name, _)| name != "columns")
        .collect()
}

fn column_choices(ui: &Shell, list: &ListQuery) -> Vec<ColumnChoice> {
    let choice = |column: &super::Column| ColumnChoice {
        id: column.key,
        label: ui.t(column.label).to_string(),
        shown: list.shown.contains(&column.key),
    };
    list.all_columns().iter().map(choice).collect()
}

fn heading(ui: &Shell, list: &ListQuery, column: &super::Column) -> Heading {
    let sort = match (list.sort == column.key, list.descending) {
        (true, true) => "descending",
        (true, false) => "ascending",
        (false, _) => "",
    };
    Heading {
        id: column.key,
        label: ui.t(column.label).to_string(),
        href: if column.sortable {
            list.sorted_by(column.key).path()
        } else {
            String::new()
        },
        sort,
        class: class_of(column, list),
    }
}

/// Numbers to the right; what a narrow screen leaves out.
fn class_of(column: &super::Column, list: &ListQuery) -> &'static str {
    let early = list.shown.iter().take(3).any(|key| *key == column.key);
    match (column.is_number(), early) {
        (true, true) => "num",
        (true, false) => "num opt",
        (false, true) => "",
        (false, false) => "opt",
    }
}

impl ListQuery {
    /// The class of a column's cells.
    pub fn class_of(&self, column: &super::Column) -> &'static str {
        class_of(column, self)
    }
}
