//! The line above a list that says which view it is, whether it was changed, and offers to save it.

use super::model::{SavedView, SavedViewId};
use super::queries;
use crate::auth::Actor;
use crate::db::Conn;
use crate::web::list::{ListKind, ListQuery, ListView};
use crate::web::{AppError, Shell};
use askama::Template;
use diesel::OptionalExtension;
use url::form_urlencoded::Serializer;

#[derive(Template)]
#[template(path = "saved_views/bar.html")]
struct Bar<'a> {
    ui: &'a Shell,
    view: Option<SavedView>,
    /// The address of the view as it was saved.
    href: String,
    /// The list's query string as it is now.
    query: String,
    is_changed: bool,
    may_change: bool,
    is_pinned: bool,
    /// Where the list is saved under a new name.
    new: String,
    notes: Vec<String>,
}

/// The line above a list: nothing for a list as it is by itself. Two statements where the address names a view.
pub fn bar(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    (kind, list): (&'static ListKind, &ListQuery),
    shown: &ListView,
) -> Result<Option<String>, AppError> {
    let query = list.saved();
    let Some(id) = list.view.map(SavedViewId) else {
        if query.is_empty() || shown.form.any_error() {
            return Ok(None);
        }
        let bar = Bar::of(ui, kind, query, Vec::new());
        return Ok(Some(bar.render()?));
    };
    let view = queries::find(conn, actor, id)
        .optional()?
        .filter(|view| view.list == kind.code);
    let Some(view) = view else {
        let gone = vec![ui.t("views-gone").to_string()];
        return Ok(Some(Bar::of(ui, kind, query, gone).render()?));
    };
    let saved = kind.read(&view.query);
    let mut notes = Vec::new();
    if !saved.lost.is_empty() {
        let lost = saved.lost.join(", ");
        notes.push(ui.t("views-lost").arg("names", lost).to_string());
    }
    let unknown = shown.unknown_choices(ui);
    if !unknown.is_empty() {
        let fields = unknown.join(", ");
        notes.push(ui.t("views-unknown").arg("names", fields).to_string());
    }
    let bar = Bar {
        href: view.href(&[kind]).unwrap_or_default(),
        is_changed: saved.list.saved() != query,
        may_change: view.may_be_changed_by(actor),
        is_pinned: queries::is_pinned(conn, actor, view.id)?,
        view: Some(view),
        ..Bar::of(ui, kind, query, notes)
    };
    Ok(Some(bar.render()?))
}

impl<'a> Bar<'a> {
    fn of(ui: &'a Shell, kind: &ListKind, query: String, notes: Vec<String>) -> Self {
        let asked = Serializer::new(String::new())
            .append_pair("list", kind.code)
            .append_pair("query", &query)
            .finish();
        Self {
            ui,
            view: None,
            href: String::new(),
            query,
            is_changed: false,
            may_change: false,
            is_pinned: false,
            new: format!("/saved-views/new?{asked}"),
            notes,
        }
    }
}
