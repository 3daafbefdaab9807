//! The pages of all tags.

use super::queries::{Carried, carried};
use super::{actions, forms, one};
use crate::audit::Once;
use crate::auth::May;
use crate::auth::permissions::ManageTags;
use crate::auth::token;
use crate::db::Conn;
use crate::tags::{Colour, Tag, queries};
use crate::web::routes::route;
use crate::web::{
    AppError, Flash, Form, FormView, Shell, State, Wants, WriteError, page, page_with, see_other,
    session,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig};
use askama::Template;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/tags").get(index).post(create).on(config);
    route("/tags/{id}")
        .get(one::show)
        .post(one::update)
        .on(config);
    route("/tags/{id}/merger").post(one::merge).on(config);
    route("/tags/{id}/removal").post(one::remove).on(config);
}

#[derive(Template)]
#[template(path = "tags/index.html")]
struct IndexPage {
    ui: Shell,
    tags: Vec<(Tag, Carried)>,
    form: FormView,
    colours: &'static [Colour],
}

/// `GET /tags`
async fn index(state: Data<State>, who: May<ManageTags>) -> Result<HttpResponse, AppError> {
    let form = forms::blank()
        .view()
        .with("idempotency_key", token::random()?);
    let shown = state.db.run(move |conn| all(conn, who.ui, form)).await?;
    page(&shown)
}

fn all(conn: &mut Conn, ui: Shell, form: FormView) -> Result<IndexPage, AppError> {
    let mut counts = carried(conn, None)?;
    let tags = queries::all(conn)?.into_iter();
    let tags = tags.map(|tag| {
        let carried = counts.remove(&tag.id).unwrap_or_default();
        (tag, carried)
    });
    Ok(IndexPage {
        ui,
        tags: tags.collect(),
        form,
        colours: Colour::ALL,
    })
}

/// `POST /tags`
async fn create(
    state: Data<State>,
    who: May<ManageTags>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let now = state.clock.now();
    let outcome = state.db.run(move |conn| {
        let made = forms::parse(&form)
            .map_err(WriteError::Fields)
            .and_then(|input| actions::create(conn, &who.actor, &input, &form.once_key(), now));
        match made {
            Ok(Once::Now(done)) => {
                let said = who.ui.t("common-created-named");
                let said = said.arg("name", form.get("name").trim());
                Ok(Ok(Flash::done(said, done.operation)))
            }
            Ok(Once::Before(_)) => Ok(Ok(Flash::new("success", who.ui.t("common-saved")))),
            Err(WriteError::Fields(errors)) => {
                all(conn, who.ui, form.view().with_errors(errors)).map(Err)
            }
            Err(other) => Err(AppError::from(other)),
        }
    });
    match outcome.await? {
        Ok(notice) => Ok(done(&session, wants, notice)),
        Err(refused) => page_with(StatusCode::UNPROCESSABLE_ENTITY, &refused),
    }
}

/// Back to all tags, with what was done.
pub(super) fn done(session: &Session, wants: Wants, notice: Flash) -> HttpResponse {
    session::keep(session, notice);
    see_other(wants, "/tags")
}
