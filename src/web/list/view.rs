//! A list as its template shows it.

use super::Cell;
use super::{Choice, ColumnKind, Condition, Cursor, ListQuery, Position, SIZES};
use crate::db::counting::Count;
use crate::web::view::{Chip, Column as Heading, ColumnChoice, PageSize, Pager};
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
    /// `text`, `choice`, `number` or `day`.
    pub kind: &'static str,
    /// What can be chosen.
    pub options: Vec<crate::web::view::Choice>,
    /// `empty`, `filled` or nothing.
    pub is: &'static str,
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
}

impl ListView {
    /// Puts a list together. `choices` gives the values of a choice column, `cursor` the place of a row.
    pub fn new<T>(
        ui: &Shell,
        list: &ListQuery,
        errors: FieldErrors,
        words: ListWords,
        selected: &Selected<T>,
        count: Count,
        choices: impl Fn(&'static str) -> Vec<Choice>,
        cursor: impl Fn(&T) -> Cursor,
        row: impl Fn(&T) -> Row,
    ) -> Self {
        let filters = filters(list, &choices);
        let chips = chips(ui, list, &filters);
        let hidden = list
            .order_pairs()
            .into_iter()
            .filter(|(k, _)| k != "columns")
            .collect();
        Self {
            base: list.base,
            q: list.q.clone(),
            words,
            headings: list.shown_columns().map(|c| heading(ui, list, c)).collect(),
            columns: list
                .all_columns()
                .iter()
                .map(|c| ColumnChoice {
                    id: c.key,
                    label: ui.t(c.label).to_string(),
                    shown: list.shown.contains(&c.key),
                })
                .collect(),
            rows: selected.rows.iter().map(row).collect(),
            chips,
            filters,
            form: FormView::from_pairs(&list.pairs_but_position()).with_errors(errors),
            hidden,
            pager: pager(ui, list, words, selected, count, cursor),
            is_filtered: list.is_filtered(),
            path: list.path(),
        }
    }
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

fn filters(list: &ListQuery, choices: &impl Fn(&'static str) -> Vec<Choice>) -> Vec<FilterView> {
    let filterable = list.all_columns().iter().filter(|c| c.filterable);
    filterable
        .map(|column| FilterView {
            key: column.key,
            label: column.label,
            kind: match column.kind {
                ColumnKind::Text => "text",
                ColumnKind::Choice => "choice",
                ColumnKind::Number => "number",
                ColumnKind::Moment | ColumnKind::Day => "day",
            },
            options: match column.kind {
                ColumnKind::Choice => choices(column.key)
                    .into_iter()
                    .map(|c| crate::web::view::Choice::new(c.code, c.label))
                    .collect(),
                _ => Vec::new(),
            },
            is: match list.condition(column.key) {
                Some(Condition::Empty) => "empty",
                Some(Condition::Filled) => "filled",
                _ => "",
            },
        })
        .collect()
}

fn chips(ui: &Shell, list: &ListQuery, filters: &[FilterView]) -> Vec<Chip> {
    let mut chips = Vec::new();
    if !list.q.is_empty() {
        let text = ui
            .t("common-filter-is")
            .arg("field", ui.t("common-search").to_string())
            .arg("value", &list.q);
        chips.push(Chip {
            text: text.to_string(),
            href: list.without("q").path(),
        });
    }
    for (key, condition) in &list.conditions {
        let Some(filter) = filters.iter().find(|f| f.key == *key) else {
            continue;
        };
        let label = ui.t(filter.label).to_string();
        chips.push(Chip {
            text: describe(ui, condition, &label, filter),
            href: list.without(key).path(),
        });
    }
    chips
}

fn describe(ui: &Shell, condition: &Condition, field: &str, filter: &FilterView) -> String {
    let say = |key: &str, value: String| {
        ui.t(key)
            .arg("field", field)
            .arg("value", value)
            .to_string()
    };
    match condition {
        Condition::Contains(text) => say("common-filter-contains", text.clone()),
        Condition::Empty => ui
            .t("common-filter-is-empty")
            .arg("field", field)
            .to_string(),
        Condition::Filled => ui
            .t("common-filter-is-not-empty")
            .arg("field", field)
            .to_string(),
        Condition::AnyOf(codes) => {
            let named = |code: &String| {
                filter
                    .options
                    .iter()
                    .find(|o| o.value == *code)
                    .map_or_else(|| code.clone(), |o| o.label.clone())
            };
            say(
                "common-filter-is",
                codes.iter().map(named).collect::<Vec<_>>().join(", "),
            )
        }
        Condition::Numbers(from, to) => {
            range(ui, field, from.map(|n| ui.int(n)), to.map(|n| ui.int(n)))
        }
        Condition::Days(from, to) => range(
            ui,
            field,
            from.map(|d| ui.date(&d)),
            to.map(|d| ui.date(&d)),
        ),
    }
}

fn range(ui: &Shell, field: &str, from: Option<String>, to: Option<String>) -> String {
    let say = |key: &str, value: String| {
        ui.t(key)
            .arg("field", field)
            .arg("value", value)
            .to_string()
    };
    match (from, to) {
        (Some(from), Some(to)) => say("common-filter-is", format!("{from}–{to}")),
        (Some(from), None) => say("common-filter-from", from),
        (None, Some(to)) => say("common-filter-to", to),
        (None, None) => String::new(),
    }
}

fn pager<T>(
    ui: &Shell,
    list: &ListQuery,
    words: ListWords,
    selected: &Selected<T>,
    count: Count,
    cursor: impl Fn(&T) -> Cursor,
) -> Pager {
    let step = |there: bool, position: Position| there.then(|| list.at(position).path());
    let first = selected.rows.first().map(&cursor);
    let last = selected.rows.last().map(&cursor);
    let key = if count.more {
        words.count_more
    } else {
        words.count
    };
    Pager {
        count: ui.t(key).arg("n", count.rows).to_string(),
        first: step(selected.before, Position::First),
        previous: first.and_then(|c| step(selected.before, Position::Before(c))),
        next: last.and_then(|c| step(selected.after, Position::After(c))),
        last: step(selected.after, Position::Last),
        sizes: SIZES
            .iter()
            .map(|size| PageSize {
                rows: u32::try_from(*size).unwrap_or_default(),
                href: list.sized(*size).path(),
                current: *size == list.size,
            })
            .collect(),
    }
}
