//! The roles of a contact, changed in their panel or, without JavaScript, on pages of their own.

use super::answer::{Answer, Outcome, html, keyed};
use crate::audit::Audited;
use crate::auth::permissions::{EditRecords, ReadRecords};
use crate::auth::{Actor, May};
use crate::contacts::affiliations::actions::{self, AffiliationError};
use crate::contacts::affiliations::roles;
use crate::contacts::affiliations::views::{self, OfContact};
use crate::contacts::affiliations::{Affiliation, AffiliationId, forms, queries};
use crate::contacts::model::{Contact, ContactId, path};
use crate::contacts::pages::Contacts;
use crate::db::Conn;
use crate::drafts;
use crate::web::record::{self, EditPage, Records, fresh};
use crate::web::{AppError, Form, FormData, FormView, Shell, State, Wants, page, redirect};
use crate::{accounts, contacts};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

/// The panel on a contact's page.
pub(in crate::contacts) fn contact_panel(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    contact: &Contact,
) -> Result<String, AppError> {
    panel(conn, actor, ui, contact, None)
}

fn panel(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    contact: &Contact,
    focus: Option<AffiliationId>,
) -> Result<String, AppError> {
    let mut panel = OfContact::load(conn, actor, ui, contact)?;
    panel.adding.form = keyed(panel.adding.form)?;
    panel.done = focus;
    Ok(panel.render()?)
}

/// `GET /contacts/{id}/affiliations?from=12`: the panel, in focus the row that was not edited after all; where Cancel
/// leads.
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<ContactId>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    if !wants.fragment() {
        return Ok(redirect(&path(id)));
    }
    let from = FormData::parse(req.query_string().as_bytes());
    let from = from.get("from").parse().ok();
    let panel = state.db.run(move |conn| {
        let contact = Contacts::seen(conn, &who.actor, id)?;
        panel(conn, &who.actor, &who.ui, &contact, from)
    });
    Ok(html(StatusCode::OK, panel.await?))
}

/// `GET /contacts/{id}/affiliations/new`: the form of a new role on a page of its own.
pub(super) async fn new(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<ContactId>,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let form = state.db.run(move |conn| {
        let contact = Contacts::seen(conn, &who.actor, id)?;
        let fields = roles::form_fields(conn, forms::FIELDS.iter().copied())?;
        let blank = keyed(FormView::default())?;
        let form = views::new_page(who.ui, &contact, fields, blank);
        let at = format!("{}/new", form.action);
        Ok::<_, AppError>(form.resumed(conn, who.identity.user_id, &at)?)
    });
    page(&form.await?)
}

/// `POST /contacts/{id}/affiliations`
pub(super) async fn create(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<ContactId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let answer = state.db.run(move |conn| {
        let contact = Contacts::seen(conn, &who.actor, id)?;
        let key = &form.once_key();
        let written = forms::parse(conn, &who.actor, &form)
            .and_then(|input| actions::create(conn, &who.actor, id, &input, key, now));
        let outcome = match written {
            Ok(once) => {
                drafts::saved(conn, who.identity.user_id, &form, now)?;
                Outcome::Done("affiliations-added", once.operation(), None)
            }
            Err(AffiliationError::Fields(errors)) => {
                let fields = roles::form_fields(conn, forms::FIELDS.iter().copied())?;
                let form = form.view().with_errors(errors);
                let page = views::new_page(who.ui.clone(), &contact, fields, form);
                Outcome::Again(StatusCode::UNPROCESSABLE_ENTITY, None, Box::new(page))
            }
            Err(other) => return Err(other.into()),
        };
        Answer::of(conn, &who.actor, &who.ui, &contact, outcome, wants)
    });
    answer.await?.send(&session)
}

/// `GET /affiliations/{id}/edit`
pub(super) async fn edit(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AffiliationId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let answer = state.db.run(move |conn| {
        let (affiliation, contact, data) = found(conn, &who.actor, id)?;
        let form = fresh(&data, affiliation.version).view();
        let fields = roles::form_fields(conn, forms::FIELDS.iter().copied())?;
        let page = views::edit_page(who.ui.clone(), &contact, &affiliation, fields, form);
        let at = format!("{}/edit", affiliation.path());
        let page = page.resumed(conn, who.identity.user_id, &at)?;
        let outcome = Outcome::Again(StatusCode::OK, Some(id), Box::new(page));
        Answer::of(conn, &who.actor, &who.ui, &contact, outcome, wants)
    });
    answer.await?.send(&session)
}

/// `POST /affiliations/{id}`
pub(super) async fn update(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AffiliationId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let answer = state.db.run(move |conn| {
        let (before, contact, saved) = found(conn, &who.actor, id)?;
        let is_stale = form.get("version").parse() != Ok(before.version);
        let names = forms::FIELDS.iter().map(|f| f.name);
        let mix = record::mix(names, &form, &saved, is_stale);
        let fields = roles::form_fields(conn, forms::FIELDS.iter().copied())?;
        let again = |mixed: &FormData| {
            let mut form_again = record::again(mixed, &saved, before.version);
            form_again.set("draft", form.get("draft"));
            let ui = who.ui.clone();
            views::edit_page(ui, &contact, &before, fields, form_again.view())
        };
        if !mix.clashes.is_empty() {
            let page = again(&mix.data).clashing(conn, before.subject(), &mix, &saved)?;
            let outcome = Outcome::Again(StatusCode::CONFLICT, Some(id), Box::new(page));
            return Answer::of(conn, &who.actor, &who.ui, &contact, outcome, wants);
        }
        let written = forms::parse(conn, &who.actor, &mix.data)
            .and_then(|input| actions::update(conn, &who.actor, id, before.version, &input, now));
        let outcome = match written {
            Ok(done) => {
                drafts::forget(conn, who.identity.user_id, form.get("draft"))?;
                Outcome::Done("common-saved", done.operation, Some(id))
            }
            Err(AffiliationError::Fields(errors)) => {
                let page = again(&mix.data);
                let form = page.form.clone().with_errors(errors);
                let page = EditPage { form, ..page };
                Outcome::Again(StatusCode::UNPROCESSABLE_ENTITY, Some(id), Box::new(page))
            }
            Err(other) => return Err(other.into()),
        };
        Answer::of(conn, &who.actor, &who.ui, &contact, outcome, wants)
    });
    answer.await?.send(&session)
}

/// `POST /affiliations/{id}/removal`
pub(super) async fn remove(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AffiliationId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let answer = state.db.run(move |conn| {
        let (_, contact, _) = found(conn, &who.actor, id)?;
        let done = actions::delete(conn, &who.actor, id, now)?;
        let outcome = Outcome::Done("affiliations-removed", done.operation, None);
        Answer::of(conn, &who.actor, &who.ui, &contact, outcome, wants)
    });
    answer.await?.send(&session)
}

/// An affiliation, its contact, and the form that would leave it as it is.
fn found(
    conn: &mut Conn,
    actor: &Actor,
    id: AffiliationId,
) -> Result<(Affiliation, Contact, FormData), AppError> {
    let affiliation = queries::find(conn, actor, id)?;
    let contact = contacts::queries::find(conn, actor, affiliation.contact_id)?;
    let account = accounts::queries::find(conn, actor, affiliation.account_id)?;
    let data = forms::of(&affiliation, &account.name);
    Ok((affiliation, contact, data))
}
