//! Definitions: new, changed, put away.

use crate::audit::{Audited, Done, Once, SubjectType};
use crate::auth::permissions::ManageKpis;
use crate::auth::{May, people, token};
use crate::kpis::actions::{self, DefinitionError};
use crate::kpis::model::{Definition, DefinitionId};
use crate::kpis::views::{edit_page, form_fields, new_page};
use crate::kpis::{forms, queries};
use crate::settings;
use crate::web::record::{again, created, fresh, mix};
use crate::web::{
    AppError, Flash, Form, Shell, State, Wants, conflict, page, see_other, session, unprocessable,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// `GET /kpis/new`
pub(super) async fn new(
    state: Data<State>,
    who: May<ManageKpis>,
) -> Result<HttpResponse, AppError> {
    let people = state.db.run(people::assignable).await?;
    let form = forms::blank()
        .view()
        .with("idempotency_key", token::random()?);
    let fields = form_fields(&who.ui, &people);
    page(&new_page(who.ui, fields, form))
}

/// `POST /kpis`
pub(super) async fn create(
    state: Data<State>,
    who: May<ManageKpis>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (now, actor, data, lang) = (state.clock.now(), who.actor, form.clone(), who.ui.lang);
    let (outcome, people) = state
        .db
        .run(move |conn| {
            let people = people::assignable(conn)?;
            let today = settings::queries::load(conn)?.today(now);
            let outcome = match forms::parse(&data, lang, today) {
                Ok(input) => actions::create(conn, &actor, &input, &data.once_key(), now),
                Err(errors) => Err(DefinitionError::Fields(errors)),
            };
            Ok::<_, diesel::result::Error>((outcome, people))
        })
        .await?;
    let (id, operation) = match outcome {
        Ok(Once::Now(done)) => (done.value, done.operation),
        Ok(Once::Before(done)) if done.value.kind == SubjectType::KpiDefinition => {
            (DefinitionId(done.value.id), done.operation)
        }
        Ok(Once::Before(_)) => return Err(AppError::NotFound),
        Err(DefinitionError::Fields(errors)) => {
            let fields = form_fields(&who.ui, &people);
            let page = new_page(who.ui, fields, form.view().with_errors(errors));
            return unprocessable(wants, &page, &page.as_form());
        }
        Err(other) => return Err(other.into()),
    };
    let name = form.get("name").trim();
    Ok(created(
        &who.ui,
        &session,
        wants,
        (name, operation),
        &format!("/kpis/{id}"),
    ))
}

/// `GET /kpis/{id}/edit`
pub(super) async fn edit(
    state: Data<State>,
    who: May<ManageKpis>,
    id: Path<DefinitionId>,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let form = state
        .db
        .run(move |conn| {
            let definition = queries::find(conn, &who.actor, id)?;
            let fields = form_fields(&who.ui, &people::assignable(conn)?);
            let form = fresh(&forms::of(&definition, who.ui.lang), definition.version).view();
            Ok::<_, AppError>(edit_page(who.ui, &definition, fields, form))
        })
        .await?;
    page(&form)
}

/// What a post of the form came to.
enum Outcome {
    Saved(Shell, Box<Done<Definition>>),
    Wrong(crate::web::record::EditPage),
    Stale(crate::web::record::EditPage),
}

/// `POST /kpis/{id}`
pub(super) async fn update(
    state: Data<State>,
    who: May<ManageKpis>,
    id: Path<DefinitionId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let outcome = state.db.run(move |conn| {
        let (lang, ui) = (who.ui.lang, who.ui);
        let before = queries::find(conn, &who.actor, id)?;
        let fields = form_fields(&ui, &people::assignable(conn)?);
        let today = settings::queries::load(conn)?.today(now);
        let saved = forms::of(&before, lang);
        let is_stale = form.get("version").parse() != Ok(before.version);
        let mix = mix(
            forms::FIELDS.iter().map(|f| f.name),
            &form,
            &saved,
            is_stale,
        );
        let shown = again(&mix.data, &saved, before.version).view();
        if !mix.clashes.is_empty() {
            let subject = before.subject();
            let page = edit_page(ui, &before, fields, shown);
            let page = page.clashing(conn, subject, &mix, &saved)?;
            return Ok(Outcome::Stale(page));
        }
        let outcome = match forms::parse(&mix.data, lang, today) {
            Ok(input) => actions::update(conn, &who.actor, id, before.version, &input, now),
            Err(errors) => Err(DefinitionError::Fields(errors)),
        };
        match outcome {
            Ok(done) => Ok(Outcome::Saved(ui, Box::new(done))),
            Err(DefinitionError::Fields(errors)) => {
                let form = shown.with_errors(errors);
                Ok(Outcome::Wrong(edit_page(ui, &before, fields, form)))
            }
            Err(other) => Err(AppError::from(other)),
        }
    });
    match outcome.await? {
        Outcome::Saved(ui, done) => {
            let text = ui
                .t("common-saved-named")
                .arg("name", done.value.name.as_str());
            session::keep(&session, Flash::done(text, done.operation));
            Ok(see_other(wants, &done.value.path()))
        }
        Outcome::Wrong(page) => unprocessable(wants, &page, &page.as_form()),
        Outcome::Stale(page) => conflict(wants, &page, &page.as_form()),
    }
}

/// `POST /kpis/{id}/archival`
pub(super) async fn archive(
    state: Data<State>,
    who: May<ManageKpis>,
    id: Path<DefinitionId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let done = state
        .db
        .run(move |conn| actions::archive(conn, &who.actor, id, now));
    let done = done.await?;
    let text = who.ui.t("kpis-archived-named").arg("name", done.value.name);
    session::keep(&session, Flash::done(text, done.operation));
    Ok(see_other(wants, "/kpis"))
}

/// `POST /kpis/{id}/archival/removal`
pub(super) async fn unarchive(
    state: Data<State>,
    who: May<ManageKpis>,
    id: Path<DefinitionId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let done = state
        .db
        .run(move |conn| actions::unarchive(conn, &who.actor, id, now));
    let done = done.await?;
    let text = who
        .ui
        .t("kpis-unarchived-named")
        .arg("name", done.value.name.as_str());
    session::keep(&session, Flash::done(text, done.operation));
    Ok(see_other(wants, &done.value.path()))
}
