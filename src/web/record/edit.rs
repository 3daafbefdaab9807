//! The whole form of a record that exists, and its deletion.

use super::{EditPage, FormField, Record, Records, versioned};
use crate::audit::OperationId;
use crate::auth::May;
use crate::auth::permissions::EditRecords;
use crate::web::{
    AppError, Flash, Form, FormView, Shell, State, Wants, WriteError, conflict, page, see_other,
    session, unprocessable,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// `GET …/{id}/edit`
pub async fn edit<R: Records>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<R::Id>,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let form = state
        .db
        .run(move |conn| {
            let record = R::seen(conn, &who.actor, id)?;
            let data = R::data(conn, &record)?;
            let form = versioned(&data, record.version());
            let fields = R::form_fields(conn, &who.ui)?;
            let alike = R::duplicates(conn, &who.actor, &who.ui, &record, &data)?;
            let page = edit_page(who.ui, &record, fields, form);
            Ok::<_, AppError>(page.with_duplicates(alike, false))
        })
        .await?;
    page(&form)
}

/// What a post of a whole form came to.
enum Outcome {
    Saved(Shell, String, String, Option<OperationId>),
    Wrong(EditPage),
    Stale(EditPage),
}

/// `POST …/{id}`
pub async fn update<R: Records>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<R::Id>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let outcome = state
        .db
        .run(move |conn| {
            let before = R::seen(conn, &who.actor, id)?;
            let version = form.get("version").parse().unwrap_or(0);
            let fields = R::form_fields(conn, &who.ui)?;
            match R::save(conn, &who.actor, id, version, &form, now) {
                Ok(done) => {
                    let (name, path) = (done.value.name(), done.value.path());
                    Ok(Outcome::Saved(who.ui, name, path, done.operation))
                }
                Err(WriteError::Fields(errors)) => {
                    let alike = R::duplicates(conn, &who.actor, &who.ui, &before, &form)?;
                    let form = form.view().with_errors(errors);
                    let page = edit_page(who.ui, &before, fields, form);
                    Ok(Outcome::Wrong(page.with_duplicates(alike, false)))
                }
                Err(WriteError::Stale(newer)) => {
                    let saved = R::data(conn, &newer)?;
                    // The form now starts from the newer version.
                    let again = versioned(&form, newer.version());
                    let page = edit_page(who.ui, &*newer, fields, again);
                    let page = page.conflicting(&form, &saved, newer.updated_at());
                    Ok(Outcome::Stale(page))
                }
                Err(other) => Err(AppError::from(other)),
            }
        })
        .await?;
    match outcome {
        Outcome::Saved(ui, name, path, operation) => {
            Ok(saved(&ui, &session, wants, (&name, operation), &path))
        }
        Outcome::Wrong(page) => unprocessable(wants, &page, &page.as_form()),
        Outcome::Stale(page) => conflict(wants, &page, &page.as_form()),
    }
}

/// `POST …/{id}/removal`
pub async fn remove<R: Records>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<R::Id>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now, ui) = (*id, state.clock.now(), who.ui);
    let done = state
        .db
        .run(move |conn| {
            R::seen(conn, &who.actor, id)?;
            Ok::<_, AppError>(R::delete(conn, &who.actor, id, now)?)
        })
        .await?;
    let what = (done.value.as_str(), done.operation);
    Ok(said(
        &ui,
        &session,
        wants,
        "common-deleted-named",
        what,
        R::LIST,
    ))
}

/// A name, and the operation that did something to what has it.
type Named<'a> = (&'a str, Option<OperationId>);

/// Says that something was saved, with Undo, and goes to its page.
pub fn saved(
    ui: &Shell,
    session: &Session,
    wants: Wants,
    what: Named<'_>,
    path: &str,
) -> HttpResponse {
    said(ui, session, wants, "common-saved-named", what, path)
}

/// Says that something was created, with Undo, and goes to its page.
pub fn created(
    ui: &Shell,
    session: &Session,
    wants: Wants,
    what: Named<'_>,
    path: &str,
) -> HttpResponse {
    said(ui, session, wants, "common-created-named", what, path)
}

fn said(
    ui: &Shell,
    session: &Session,
    wants: Wants,
    key: &str,
    (name, operation): Named<'_>,
    path: &str,
) -> HttpResponse {
    session::keep(session, Flash::done(ui.t(key).arg("name", name), operation));
    see_other(wants, path)
}

fn edit_page(ui: Shell, record: &impl Record, fields: Vec<FormField>, form: FormView) -> EditPage {
    let title = ui.t("common-edit-named").arg("name", record.name());
    EditPage::new(ui, title.to_string(), &record.path(), fields, form)
}
