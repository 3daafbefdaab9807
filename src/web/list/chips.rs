//! The filters of a list's panel, and the chips that say which are on.

use super::view::FilterView;
use super::{Choice, ColumnKind, Condition, ListQuery, Match};
use crate::web::Shell;
use crate::web::view::Chip;

pub(super) fn filters(
    list: &ListQuery,
    choices: &impl Fn(&'static str) -> Vec<Choice>,
) -> Vec<FilterView> {
    let filterable = list.all_columns().iter().filter(|c| c.filterable);
    filterable
        .map(|column| FilterView {
            key: column.key,
            may_be_empty: column.may_be_empty,
            label: column.label,
            kind: match column.kind {
                ColumnKind::Text => "text",
                ColumnKind::Choice => "choice",
                ColumnKind::Number => "number",
                ColumnKind::Moment | ColumnKind::Day => "day",
                ColumnKind::Tags => "tags",
            },
            options: match column.kind {
                ColumnKind::Choice | ColumnKind::Tags => choices(column.key)
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
            tones: Vec::new(),
        })
        .collect()
}

pub(super) fn chips(ui: &Shell, list: &ListQuery, filters: &[FilterView]) -> Vec<Chip> {
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

/// The filters that are on, in words.
pub fn describe_filters(
    ui: &Shell,
    list: &ListQuery,
    choices: &impl Fn(&'static str) -> Vec<Choice>,
) -> Vec<String> {
    let chips = chips(ui, list, &filters(list, choices));
    chips.into_iter().map(|chip| chip.text).collect()
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
            let named = codes.iter().map(|code| named(ui, filter, code));
            say("common-filter-is", named.collect::<Vec<_>>().join(", "))
        }
        Condition::Tagged(how, ids) => {
            let named = ids.iter().map(|id| named(ui, filter, &id.to_string()));
            let named = named.collect::<Vec<_>>().join(", ");
            match (how, ids.len()) {
                (Match::None, _) => say("common-filter-none-of", named),
                (_, 1) => say("common-filter-is", named),
                (Match::Any, _) => say("common-filter-any-of", named),
                (Match::All, _) => say("common-filter-all-of", named),
            }
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

/// The label of what was chosen; the code itself where there is no such choice any more.
fn named(ui: &Shell, filter: &FilterView, code: &str) -> String {
    let option = filter.options.iter().find(|option| option.value == code);
    option.map_or_else(
        || ui.t("common-unknown").to_string(),
        |option| option.label.clone(),
    )
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
