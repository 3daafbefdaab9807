//! One person's page, for admins.

use crate::auth::permissions::ManagePeople;
use crate::auth::{Actor, May, UserId};
use crate::db::Conn;
use crate::i18n::Message;
use crate::schema::sessions;
use crate::users::model::path;
use crate::users::views::PersonPage;
use crate::users::{User, UserError, queries};
use crate::web::{AppError, FormView, Shell, State, page, page_with, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use diesel::prelude::*;

/// `GET /people/{id}`
pub(in crate::users) async fn show(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<UserId>,
    session: Session,
) -> Result<HttpResponse, AppError> {
    let mut found = load(&state, who.ui, &who.actor, *id).await?;
    found.link = session::take_shown(&session, &path(*id));
    page(&found)
}

/// The page again with what stood in the way: 409, or 422 for a field.
pub(super) async fn refused(
    state: &State,
    ui: Shell,
    actor: &Actor,
    id: UserId,
    error: UserError,
) -> Result<HttpResponse, AppError> {
    let mut found = load(state, ui, actor, id).await?;
    let status = match error {
        UserError::Conflict(message) => {
            found.problem = Some(message);
            StatusCode::CONFLICT
        }
        UserError::Stale(now) => {
            let (role, state) = (found.ui.t(now.role.label()), found.ui.t(now.state_label()));
            let message = Message::new("users-changed-meanwhile")
                .arg("name", &now.name)
                .arg("role", role.to_string())
                .arg("status", state.to_string());
            found.problem = Some(message);
            StatusCode::CONFLICT
        }
        UserError::Fields(errors) => {
            found.form = found.form.with_errors(errors);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        other => return Err(other.into()),
    };
    page_with(status, &found)
}

async fn load(state: &State, ui: Shell, actor: &Actor, id: UserId) -> Result<PersonPage, AppError> {
    let (asking, is_self) = (actor.clone(), actor.user_id == Some(id));
    let (user, sessions) = state.db.run(move |conn| read(conn, &asking, id)).await?;
    Ok(PersonPage {
        ui,
        form: FormView::default().with("role", user.role.code()),
        user,
        sessions,
        problem: None,
        link: None,
        is_mailed: state.config.smtp_url.is_some(),
        is_self,
    })
}

fn read(conn: &mut Conn, actor: &Actor, id: UserId) -> QueryResult<(User, i64)> {
    let user = queries::find(conn, actor, id)?;
    let open = sessions::table
        .filter(sessions::user_id.eq(id))
        .count()
        .get_result(conn)?;
    Ok((user, open))
}
