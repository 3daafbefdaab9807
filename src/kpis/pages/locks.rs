//! Locking a period, and unlocking it for a reason.

use crate::auth::May;
use crate::auth::permissions::ManageKpis;
use crate::fields::{KPI_NOTE_MAX, text};
use crate::kpis::views::LockPage;
use crate::kpis::{Period, actions, queries};
use crate::web::{
    AppError, FieldErrors, Flash, Form, FormView, State, Wants, page, page_with, see_other, session,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

/// `GET /kpis/locks/{period}`
pub(super) async fn show(
    state: Data<State>,
    who: May<ManageKpis>,
    code: Path<String>,
) -> Result<HttpResponse, AppError> {
    let period = Period::parse_any(&code).ok_or(AppError::NotFound)?;
    let is_locked = state
        .db
        .run(move |conn| queries::is_locked(conn, period))
        .await?;
    page(&LockPage {
        ui: who.ui,
        period,
        is_locked,
        form: FormView::default(),
    })
}

/// `POST /kpis/locks/{period}`: locks it.
pub(super) async fn lock(
    state: Data<State>,
    who: May<ManageKpis>,
    code: Path<String>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let period = Period::parse_any(&code).ok_or(AppError::NotFound)?;
    let (actor, now) = (who.actor, state.clock.now());
    let done = state
        .db
        .run(move |conn| actions::lock_period(conn, &actor, period, now))
        .await?;
    let text = who
        .ui
        .t("kpis-period-locked-named")
        .arg("period", period.words(who.ui.lang));
    session::keep(&session, Flash::done(text, done.operation));
    Ok(see_other(wants, &grid(period)))
}

/// `POST /kpis/locks/{period}/removal`: unlocks it; a reason must be given.
pub(super) async fn unlock(
    state: Data<State>,
    who: May<ManageKpis>,
    code: Path<String>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let period = Period::parse_any(&code).ok_or(AppError::NotFound)?;
    let reason = match text::required_line(form.get("reason"), KPI_NOTE_MAX) {
        Ok(reason) => reason,
        Err(message) => {
            let form = form
                .view()
                .with_errors(FieldErrors::from([("reason", vec![message])]));
            let page = LockPage {
                ui: who.ui,
                period,
                is_locked: true,
                form,
            };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (actor, now) = (who.actor, state.clock.now());
    let done = state
        .db
        .run(move |conn| actions::unlock_period(conn, &actor, period, &reason, now));
    let done = done.await?;
    let text = who
        .ui
        .t("kpis-period-unlocked-named")
        .arg("period", period.words(who.ui.lang));
    session::keep(&session, Flash::done(text, done.operation));
    Ok(see_other(wants, &grid(period)))
}

/// The grid with the period as its last column.
fn grid(period: Period) -> String {
    format!(
        "/kpis/values?cadence={}&to={period}",
        period.cadence().code()
    )
}
