//! The organisation's settings as a page.

use super::actions::{self, SettingsError};
use super::views::OrganisationPage;
use super::{forms, queries};
use crate::auth::May;
use crate::auth::permissions::ManagePeople;
use crate::web::{AppError, Form, State, Wants, page, page_with, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

/// `GET /organisation`
pub(super) async fn edit(
    state: Data<State>,
    who: May<ManagePeople>,
) -> Result<HttpResponse, AppError> {
    let settings = state.db.run(queries::load).await?;
    page(&OrganisationPage {
        ui: who.ui,
        form: forms::view(&settings),
        conflicts: Vec::new(),
    })
}

/// `POST /organisation`
pub(super) async fn update(
    state: Data<State>,
    who: May<ManagePeople>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let input = match forms::parse(&form) {
        Ok(input) => input,
        Err(errors) => {
            let form = form.view().with_errors(errors);
            let page = OrganisationPage {
                ui: who.ui,
                form,
                conflicts: Vec::new(),
            };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (now, actor) = (state.clock.now(), who.actor);
    let version = form.get("version").parse().unwrap_or(0);
    let outcome = state
        .db
        .run(move |conn| Ok::<_, AppError>(actions::update(conn, &actor, version, &input, now)))
        .await?;
    match outcome {
        Ok(_) => {
            session::flash(&session, "success", who.ui.t("settings-saved").to_string());
            Ok(see_other(wants, "/organisation"))
        }
        Err(SettingsError::Stale(saved)) => {
            let conflicts = forms::conflicts(&who.ui, &form, &saved);
            let form = form.view().with("version", saved.version.to_string());
            page_with(
                StatusCode::CONFLICT,
                &OrganisationPage {
                    ui: who.ui,
                    form,
                    conflicts,
                },
            )
        }
        Err(other) => Err(other.into()),
    }
}
