//! Handlers: extract, one `db.run`, respond.

use super::views::{IndexPage, NewPage, ShowPage};
use super::{actions, forms, queries};
use crate::auth::permissions::ManagePeople;
use crate::auth::{KeyId, May, people};
use crate::web::{AppError, Form, FormView, State, Wants, page, page_with, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

/// `GET /api-keys`
pub(super) async fn index(
    state: Data<State>,
    who: May<ManagePeople>,
) -> Result<HttpResponse, AppError> {
    let now = state.clock.now();
    let (actor, ui) = (who.actor, who.ui);
    let (keys, people) = state
        .db
        .run(move |conn| {
            let keys = queries::newest(conn, &actor)?;
            Ok::<_, diesel::result::Error>((keys, people::owners(conn)?))
        })
        .await?;
    page(&IndexPage {
        ui,
        keys,
        people,
        now,
    })
}

/// `GET /api-keys/new`
pub(super) async fn new(who: May<ManagePeople>) -> Result<HttpResponse, AppError> {
    let form = FormView::default()
        .with("role", "staff")
        .with("scope_accounts", "read")
        .with("scope_contacts", "read");
    page(&NewPage { ui: who.ui, form })
}

/// `POST /api-keys`
pub(super) async fn create(
    state: Data<State>,
    who: May<ManagePeople>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (actor, ui, now) = (who.actor, who.ui, state.clock.now());
    let input = match forms::parse(&form, now.date()) {
        Ok(input) => input,
        Err(errors) => {
            let form = form.view().with_errors(errors);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &NewPage { ui, form });
        }
    };
    let secret = actions::new_key()?;
    let key = secret.clone();
    let made = state
        .db
        .run(move |conn| actions::create(conn, &actor, &input, &key, now))
        .await?;
    session::show_once(&session, &made.path(), &secret)?;
    Ok(see_other(wants, &made.path()))
}

/// `GET /api-keys/{id}`
pub(super) async fn show(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<KeyId>,
    session: Session,
) -> Result<HttpResponse, AppError> {
    let (id, actor, now) = (*id, who.actor, state.clock.now());
    let (key, people) = state
        .db
        .run(move |conn| {
            let key = queries::find(conn, &actor, id)?;
            let people = people::named(conn, key.created_by)?;
            Ok::<_, diesel::result::Error>((key, people))
        })
        .await?;
    page(&ShowPage {
        ui: who.ui,
        maker: people::owner_name(&people, key.created_by),
        secret: session::take_shown(&session, &key.path()),
        key,
        now,
    })
}

/// `POST /api-keys/{id}/revocation`
pub(super) async fn revoke(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<KeyId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, actor, now) = (*id, who.actor, state.clock.now());
    let key = state
        .db
        .run(move |conn| actions::revoke(conn, &actor, id, now))
        .await?;
    let text = who.ui.t("api-keys-revoked-named").arg("name", &key.name);
    session::flash(&session, "success", text.to_string());
    Ok(see_other(wants, &key.path()))
}
