//! The page on which an export is chosen.

use super::{Field, Format, Request};
use crate::accounts::model::{AccountKind, AccountStatus};
use crate::auth::people::{self, Names};
use crate::i18n::Message;
use crate::tags::{self, Tag};
use crate::web::list::{Choice, describe_filters};
use crate::web::{FormView, Shell, view};
use askama::Template;

/// One column of the file, chosen or not.
pub(super) struct FieldChoice {
    pub key: &'static str,
    pub label: String,
    pub chosen: bool,
    pub first: bool,
    pub last: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "exports/show.html", blocks = ["form"])]
pub(super) struct ExportPage {
    pub ui: Shell,
    pub title: &'static str,
    pub count: String,
    pub filters: Vec<String>,
    pub notice: Option<Message>,
    pub form: FormView,
    pub formats: Vec<view::Choice>,
    pub fields: Vec<FieldChoice>,
    pub hidden: Vec<(String, String)>,
    pub list: String,
    pub base: String,
    pub all: String,
    pub shown: String,
}

impl ExportPage {
    pub fn new(
        ui: Shell,
        request: &Request,
        count: i64,
        notice: Option<Message>,
        around: (&Names, &[Tag]),
    ) -> Self {
        let formats = Format::ALL.iter();
        let formats = formats.map(|format| view::Choice::new(format.code(), ui.t(format.label())));
        let chosen = request.fields.len();
        let field = |(at, field): (usize, &'static Field)| FieldChoice {
            key: field.key,
            label: ui.t(field.label).to_string(),
            chosen: at < chosen,
            first: at == 0,
            last: at + 1 >= chosen,
        };
        let others = request.source.fields.iter();
        let others = others.filter(|field| !request.fields.contains(field));
        let ordered = request.fields.iter().copied().chain(others);
        let choices = |key: &'static str| choices(&ui, key, around);
        Self {
            title: request.source.title,
            count: ui.t(request.source.count_words).arg("n", count).to_string(),
            filters: describe_filters(&ui, &request.list, &choices),
            notice,
            form: FormView::default().with("format", request.format.code()),
            formats: formats.collect(),
            fields: ordered.enumerate().map(field).collect(),
            hidden: request.list_pairs(),
            list: request.list.path(),
            base: format!("/exports{}", request.source.base),
            all: request.with_all().path(),
            shown: request.with_shown().path(),
            ui,
        }
    }
}

/// The words of choices in filters.
fn choices(ui: &Shell, key: &str, (people, tags): (&Names, &[Tag])) -> Vec<Choice> {
    let choice = |code: &str, label: &str| Choice {
        code: code.to_owned(),
        label: ui.t(label).to_string(),
    };
    match key {
        "kind" => AccountKind::ALL
            .iter()
            .map(|kind| choice(kind.code(), kind.label()))
            .collect(),
        "status" => AccountStatus::ALL
            .iter()
            .map(|status| choice(status.code(), status.label()))
            .collect(),
        "owner" => people::choices(people),
        "tags" => tags::choices(tags),
        _ => Vec::new(),
    }
}
