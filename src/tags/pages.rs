//! Tags of a record, put on and taken off on its page.

use super::{Tag, TagError, TagId, Tagged, actions, queries};
use crate::audit::Done;
use crate::auth::May;
use crate::auth::permissions::EditRecords;
use crate::db::Conn;
use crate::web::record::{Record, Records};
use crate::web::{
    AppError, FieldErrors, Flash, Form, FormView, Shell, State, Wants, announce_change, page,
    redirect, session, unprocessable,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

/// Records that carry tags.
pub trait Taggable: Records {
    /// The record with this id as a carrier of tags.
    fn tagged(id: Self::Id) -> Tagged;
}

#[derive(Template)]
#[template(path = "tags/editor.html", blocks = ["editor"])]
struct Editor {
    ui: Shell,
    path: String,
    list: &'static str,
    tags: Vec<Tag>,
    all: Vec<Tag>,
    /// What has just been done.
    notice: Option<Flash>,
    /// The record's name.
    title: String,
    /// What was typed, where that is no tag.
    form: FormView,
}

/// The tags of a record with their forms, for its page.
pub fn on_page(conn: &mut Conn, ui: &Shell, record: Tagged) -> Result<String, AppError> {
    Ok(editor(conn, ui.clone(), record)?.as_editor().render()?)
}

/// `POST …/{id}/tags`
pub async fn put_on<R: Taggable>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<R::Id>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (on, id, now) = (R::tagged(*id), *id, state.clock.now());
    let editor = state.db.run(move |conn| {
        let record = R::seen(conn, &who.actor, id)?;
        let name = form.get("name");
        let done = match actions::add(conn, &who.actor, on, &record.name(), name, now) {
            Err(TagError::Name(wrong)) => {
                let mut editor = editor(conn, who.ui, on)?;
                editor.title = record.name();
                let wrong = FieldErrors::from([("name", vec![wrong])]);
                editor.form = FormView::default().with("name", name).with_errors(wrong);
                return Ok(editor);
            }
            other => other?,
        };
        let said = who.ui.t("tags-added").arg("tag", name.trim()).to_string();
        after(conn, who.ui, on, said, done)
    });
    let editor = editor.await?;
    if editor.form.any_error() {
        return unprocessable(wants, &editor, &editor.as_editor());
    }
    changed(wants, &session, editor)
}

/// `POST …/{id}/tags/{tag_id}/removal`
pub async fn take_off<R: Taggable>(
    state: Data<State>,
    who: May<EditRecords>,
    ids: Path<(R::Id, TagId)>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let ((id, tag), now) = (*ids, state.clock.now());
    let from = R::tagged(id);
    let editor = state.db.run(move |conn| {
        let record = R::seen(conn, &who.actor, id)?;
        let done = actions::remove(conn, &who.actor, from, &record.name(), tag, now)?;
        let said = who.ui.t("tags-removed").arg("tag", done.value.as_str());
        let said = said.to_string();
        after(conn, who.ui, from, said, done)
    });
    changed(wants, &session, editor.await?)
}

fn editor(conn: &mut Conn, ui: Shell, record: Tagged) -> Result<Editor, AppError> {
    let (tags, all) = match ui.can.edit_records {
        true => {
            let beside = queries::all_beside(conn, record)?;
            let carried = beside.iter().filter(|(_, carries)| *carries);
            let tags = carried.map(|(tag, _)| tag.clone()).collect();
            (tags, beside.into_iter().map(|(tag, _)| tag).collect())
        }
        false => (queries::of(conn, record)?, Vec::new()),
    };
    Ok(Editor {
        ui,
        path: record.path(),
        list: record.list(),
        tags,
        all,
        notice: None,
        title: String::new(),
        form: FormView::default(),
    })
}

/// The editor after a change, with a notice if there was one.
fn after<T>(
    conn: &mut Conn,
    ui: Shell,
    record: Tagged,
    said: String,
    done: Done<T>,
) -> Result<Editor, AppError> {
    let mut editor = editor(conn, ui, record)?;
    editor.notice = done
        .operation
        .map(|operation| Flash::done(said, Some(operation)));
    Ok(editor)
}

fn changed(wants: Wants, session: &Session, editor: Editor) -> Result<HttpResponse, AppError> {
    if !wants.fragment() {
        if let Some(notice) = editor.notice {
            session::keep(session, notice);
        }
        return Ok(redirect(&editor.path));
    }
    let mut answer = page(&editor.as_editor())?;
    announce_change(&mut answer);
    Ok(answer)
}
