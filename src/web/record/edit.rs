//! The whole form of a record that exists, and its deletion.

use super::attempt::{self, Attempt, attempt};
use super::{EditPage, FormField, Record, Records, fresh};
use crate::audit::{Audited, OperationId};
use crate::auth::May;
use crate::auth::permissions::EditRecords;
use crate::drafts;
use crate::web::list::led_from;
use crate::web::{
    AppError, Flash, Form, FormData, FormView, Shell, State, Wants, conflict, page, see_other,
    session, unprocessable,
};
use actix_session::Session;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use url::form_urlencoded::Serializer;

/// `GET …/{id}/edit`
pub async fn edit<R: Records>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<R::Id>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let asked = FormData::parse(req.query_string().as_bytes());
    let form = state
        .db
        .run(move |conn| {
            let record = R::seen(conn, &who.actor, id)?;
            let data = R::data(conn, &record)?;
            let form = fresh(&data, record.version()).view();
            let form = form.with("from", asked.get("from"));
            let fields = R::form_fields(conn, &who.ui)?;
            let alike = R::duplicates(conn, &who.actor, &who.ui, &record, &data)?;
            let page = edit_page(who.ui, &record, fields, form).with_duplicates(alike, false);
            let at = format!("{}/edit", record.path());
            Ok::<_, AppError>(page.resumed(conn, who.identity.user_id, &at)?)
        })
        .await?;
    page(&form)
}

/// What a post of a whole form came to.
enum Outcome {
    Saved(Shell, String, String, Option<OperationId>, String),
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
            let fields = R::form_fields(conn, &who.ui)?;
            // What tells one form from another stays.
            let kept = |mut again: FormData| {
                for name in ["draft", "idempotency_key", "from"] {
                    again.set(name, form.get(name));
                }
                again.view()
            };
            match attempt::<R>(conn, &who.actor, id, &form, now)? {
                Attempt::Saved(done, others) => {
                    drafts::forget(conn, who.identity.user_id, form.get("draft"))?;
                    let more = attempt::said::<R>(conn, &who.ui, &done.value, &others)?;
                    let (name, path) = (done.value.name(), done.value.path());
                    let path = led_from(&path, form.get("from"));
                    let saved = Outcome::Saved(who.ui, name, path, done.operation, more);
                    Ok::<_, AppError>(saved)
                }
                Attempt::Wrong(record, again, errors) => {
                    let alike = R::duplicates(conn, &who.actor, &who.ui, &record, &again)?;
                    let form = kept(again).with_errors(errors);
                    let page = edit_page(who.ui, &*record, fields, form);
                    Ok(Outcome::Wrong(page.with_duplicates(alike, false)))
                }
                Attempt::Clash(record, saved, again, mix) => {
                    let page = edit_page(who.ui, &*record, fields, kept(again));
                    let page = page.clashing(conn, record.subject(), &mix, &saved)?;
                    Ok(Outcome::Stale(page))
                }
            }
        })
        .await?;
    match outcome {
        Outcome::Saved(ui, name, path, operation, more) => {
            let text = ui.t("common-saved-named").arg("name", name);
            session::keep(&session, Flash::done(also(text, &more), operation));
            Ok(see_other(wants, &path))
        }
        Outcome::Wrong(page) => unprocessable(wants, &page, &page.as_form()),
        Outcome::Stale(page) => conflict(wants, &page, &page.as_form()),
    }
}

/// `POST …/{id}/removal`
///
/// Goes back to the list that it was asked from: `query` is that list's query string.
pub async fn remove<R: Records>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<R::Id>,
    Form(form): Form,
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
        &back_to(R::LIST, form.get("query")),
    ))
}

/// A list as it was; its own path where nothing is known of it.
fn back_to(list: &str, query: &str) -> String {
    match query {
        "" => list.to_owned(),
        query => {
            let data = FormData::parse(query.as_bytes());
            let query = Serializer::new(String::new())
                .extend_pairs(data.pairs())
                .finish();
            format!("{list}?{query}")
        }
    }
}

/// A name, and the operation that did something to what has it.
type Named<'a> = (&'a str, Option<OperationId>);

/// A notice, and what others did meanwhile.
pub(super) fn also(text: impl std::fmt::Display, more: &str) -> String {
    if more.is_empty() {
        text.to_string()
    } else {
        format!("{text}. {more}")
    }
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
    let cancel = led_from(&record.path(), form.value("from"));
    EditPage {
        cancel,
        ..EditPage::new(ui, title.to_string(), &record.path(), fields, form)
    }
}
