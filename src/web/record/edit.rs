//! The whole form of a record that exists, and its deletion.

use super::{EditPage, FormField, Record, Records, versioned};
use crate::auth::May;
use crate::auth::permissions::EditRecords;
use crate::web::{
    AppError, Form, FormView, Shell, State, Wants, WriteError, conflict, page, see_other, session,
    unprocessable,
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
            let form = versioned(&R::data(conn, &record)?, record.version());
            let fields = R::form_fields(conn, &who.ui)?;
            Ok::<_, AppError>(edit_page(who.ui, &record, fields, form))
        })
        .await?;
    page(&form)
}

/// What a post of a whole form came to.
enum Outcome {
    Saved(Shell, String, String),
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
                Ok(record) => Ok(Outcome::Saved(who.ui, record.name(), record.path())),
                Err(WriteError::Fields(errors)) => {
                    let form = form.view().with_errors(errors);
                    Ok(Outcome::Wrong(edit_page(who.ui, &before, fields, form)))
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
        Outcome::Saved(ui, name, path) => Ok(saved(&ui, &session, wants, &name, &path)),
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
    let name = state
        .db
        .run(move |conn| {
            R::seen(conn, &who.actor, id)?;
            Ok::<_, AppError>(R::delete(conn, &who.actor, id, now)?)
        })
        .await?;
    Ok(done(
        &ui,
        &session,
        wants,
        "common-deleted-named",
        &name,
        R::LIST,
    ))
}

/// Says that something was saved, and goes to its page.
pub fn saved(ui: &Shell, session: &Session, wants: Wants, name: &str, path: &str) -> HttpResponse {
    done(ui, session, wants, "common-saved-named", name, path)
}

/// Says that something was created, and goes to its page.
pub fn created(
    ui: &Shell,
    session: &Session,
    wants: Wants,
    name: &str,
    path: &str,
) -> HttpResponse {
    done(ui, session, wants, "common-created-named", name, path)
}

fn done(
    ui: &Shell,
    session: &Session,
    wants: Wants,
    key: &str,
    name: &str,
    path: &str,
) -> HttpResponse {
    session::flash(session, "success", ui.t(key).arg("name", name).to_string());
    see_other(wants, path)
}

fn edit_page(ui: Shell, record: &impl Record, fields: Vec<FormField>, form: FormView) -> EditPage {
    let title = ui.t("common-edit-named").arg("name", record.name());
    EditPage::new(ui, title.to_string(), &record.path(), fields, form)
}
