//! The organisation's settings as a page.

use super::views::OrganisationPage;
use super::{actions, forms, queries};
use crate::audit::Audited;
use crate::auth::May;
use crate::auth::permissions::ManagePeople;
use crate::drafts;
use crate::web::record::{Others, again, fresh, mix};
use crate::web::view::Conflicts;
use crate::web::{AppError, FieldErrors, Form, State, Wants, page, page_with, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

const PATH: &str = "/organisation";

/// `GET /organisation`
pub(super) async fn edit(
    state: Data<State>,
    who: May<ManagePeople>,
) -> Result<HttpResponse, AppError> {
    let user = who.identity.user_id;
    let resume = move |conn: &mut _| {
        let settings = queries::load(conn)?;
        let form = fresh(&forms::data(&settings), settings.version).view();
        drafts::resume(conn, user, PATH, form)
    };
    let (form, draft) = state.db.run(resume).await?;
    page(&OrganisationPage {
        ui: who.ui,
        form,
        conflicts: Conflicts::default(),
        draft,
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
    let (now, actor, user) = (state.clock.now(), who.actor, who.identity.user_id);
    let ui = who.ui.clone();
    let outcome = state
        .db
        .run(move |conn| {
            let settings = queries::load(conn)?;
            let saved = forms::data(&settings);
            let is_stale = form.get("version").parse() != Ok(settings.version);
            let mix = mix(forms::names(), &form, &saved, is_stale);
            let again = |status, conflicts, errors| {
                let mut again = again(&mix.data, &saved, settings.version);
                again.set("draft", form.get("draft"));
                let again = OrganisationPage {
                    ui: ui.clone(),
                    form: again.view().with_errors(errors),
                    conflicts,
                    draft: None,
                };
                Ok::<_, AppError>(Some((status, again)))
            };
            if !mix.clashes.is_empty() {
                let others = Others::of(conn, settings.subject())?;
                let conflicts = forms::conflicts(&ui, &mix.clashes, &settings, &others);
                return again(StatusCode::CONFLICT, conflicts, FieldErrors::new());
            }
            let input = match forms::parse(&mix.data) {
                Ok(input) => input,
                Err(errors) => {
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    return again(status, Conflicts::default(), errors);
                }
            };
            actions::update(conn, &actor, settings.version, &input, now)?;
            drafts::forget(conn, user, PATH)?;
            Ok(None)
        })
        .await?;
    if let Some((status, again)) = outcome {
        return page_with(status, &again);
    }
    session::flash(&session, "success", who.ui.t("settings-saved").to_string());
    Ok(see_other(wants, PATH))
}
