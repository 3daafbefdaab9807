//! Pages of changes.

use super::listing::{NOBODY, Scope, cursor, subject};
use super::names::Names;
use super::undoing::{Undoing, is_redo};
use super::words;
use crate::audit::OperationRow;
use crate::audit::{Kind, OperationId};
use crate::auth::{Channel, UserId};
use crate::db::counting::Count;
use crate::i18n::Arg;
use crate::web::list::{Cell, Choice, Found, ListQuery, ListView, ListWords, Row, Selected};
use crate::web::view::{ChangedRecord, Entry};
use crate::web::{FieldErrors, Shell};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "trail/index.html", blocks = ["list"])]
pub(super) struct IndexPage {
    pub ui: Shell,
    pub list: ListView,
}

#[derive(Template)]
#[template(path = "trail/show.html")]
pub(super) struct ShowPage {
    pub ui: Shell,
    pub entry: Entry,
    /// How far its job has come, as markup of ours.
    pub progress: String,
    /// What higher slices show here, as markup of ours.
    pub panels: Vec<String>,
    /// The record that it is about: name and page.
    pub subject: (String, String),
    /// For admins; else empty.
    pub address: String,
    /// How many rows it touched.
    pub count: String,
    pub records: Vec<ChangedRecord>,
    /// The list it comes from.
    pub list: Scope,
    pub first: Option<String>,
    pub next: Option<String>,
}

impl ShowPage {
    fn list_title(&self) -> &'static str {
        title(self.list)
    }
}

#[derive(Template)]
#[template(path = "trail/history.html")]
pub(super) struct HistoryPage {
    pub ui: Shell,
    /// The record's name.
    pub title: String,
    /// The record's page.
    pub record: String,
    pub entries: Vec<Entry>,
    pub newer: Option<String>,
    pub older: Option<String>,
}

/// The same on the record's own page.
#[derive(Template)]
#[template(path = "trail/panel.html")]
pub(super) struct HistoryPanel {
    pub ui: Shell,
    pub record: String,
    pub entries: Vec<Entry>,
    pub has_more: bool,
}

impl From<HistoryPage> for HistoryPanel {
    fn from(page: HistoryPage) -> Self {
        Self {
            has_more: page.older.is_some(),
            ui: page.ui,
            record: page.record,
            entries: page.entries,
        }
    }
}

fn title(scope: Scope) -> &'static str {
    match scope {
        Scope::Shared => "audit-changes-title",
        Scope::Audit => "audit-title",
    }
}

/// What a page of the list needs besides its rows.
pub(super) struct Around {
    pub names: Names,
    pub counts: HashMap<OperationId, i64>,
    pub undoing: Undoing,
    pub people: Vec<(UserId, String)>,
}

/// The list, ready to show.
pub(super) fn list_view(
    ui: &Shell,
    scope: Scope,
    list: &ListQuery,
    errors: FieldErrors,
    found: &(Selected<OperationRow>, Count),
    around: &Around,
) -> ListView {
    let words = ListWords {
        title: title(scope),
        search: "common-filter",
        count: "audit-count",
        count_more: "audit-count-more",
        icon: "history",
    };
    let row = |operation: &OperationRow| Row {
        dom_id: format!("operation-{}", operation.id),
        cells: list
            .shown_columns()
            .map(|c| (cell(ui, scope, c.key, operation, around), list.class_of(c)))
            .collect(),
    };
    let options = |key: &'static str| choices(ui, scope, key, &around.people);
    let found = Found {
        list,
        errors,
        words,
        selected: &found.0,
        count: found.1,
    };
    ListView::new(ui, found, options, cursor, row)
}

fn cell(ui: &Shell, scope: Scope, key: &str, operation: &OperationRow, around: &Around) -> Cell {
    match key {
        "at" => Cell::Moment(operation.at),
        "who" => Cell::Text(words::who(ui, &around.names, operation)),
        "what" => Cell::Name(
            words::sentence(ui, operation),
            format!("{}/{}", scope.base(), operation.id),
        ),
        "subject" => match subject(&around.names, operation) {
            (name, href) if href.is_empty() => Cell::Text(name),
            (name, _) if name.is_empty() => Cell::Text(name),
            (name, href) => Cell::Link(name, href),
        },
        "changes" => Cell::Number(around.counts.get(&operation.id).copied()),
        "undo" => undo_cell(ui, operation, around),
        "channel" => Cell::Text(words::via(ui, &around.names, operation)),
        "address" => Cell::Text(operation.address.clone()),
        _ => Cell::Text(kind_label(ui, operation.kind(), &operation.kind)),
    }
}

/// Who took it back, or the button that does.
fn undo_cell(ui: &Shell, operation: &OperationRow, around: &Around) -> Cell {
    if let Some(undone) = around.undoing.undone(ui, &around.names, operation) {
        return Cell::Link(undone.text, undone.href);
    }
    let (label, named) = match is_redo(operation) {
        true => ("common-redo", "undo-redo-named"),
        false => ("common-undo", "undo-named"),
    };
    let what = words::sentence(ui, operation);
    match around.undoing.path(ui, operation) {
        path if path.is_empty() => Cell::Text(String::new()),
        action => Cell::Button {
            text: ui.t(label).to_string(),
            name: ui.t(named).arg("what", what).to_string(),
            action,
        },
    }
}

/// The words of a kind in a filter: its sentence with a dash for what it names.
fn kind_label(ui: &Shell, kind: Option<Kind>, code: &str) -> String {
    let Some(kind) = kind else {
        return code.to_owned();
    };
    let key = format!("audit-kind-{}", kind.code().replace(['.', '_'], "-"));
    if ui.lang.has(&key) {
        return ui.t(&key).to_string();
    }
    ui.lang
        .filled(&kind.message_key(), |_| Arg::Text("–".to_owned()))
}

fn choices(ui: &Shell, scope: Scope, key: &str, people: &[(UserId, String)]) -> Vec<Choice> {
    let choice = |code: &str, label: String| Choice {
        code: code.to_owned(),
        label,
    };
    match key {
        "kind" => {
            let kinds = scope.kinds().into_iter();
            kinds
                .map(|k| choice(k.code(), kind_label(ui, Some(k), k.code())))
                .collect()
        }
        "channel" => Channel::ALL
            .iter()
            .map(|c| choice(c.code(), ui.t(words::channel_label(*c)).to_string()))
            .collect(),
        "who" => people
            .iter()
            .map(|(id, name)| choice(&id.to_string(), name.clone()))
            .chain([choice(NOBODY, ui.t("audit-who-nobody").to_string())])
            .collect(),
        _ => Vec::new(),
    }
}
