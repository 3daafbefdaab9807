//! What an admin does to a person: role, disablement, ending sessions.

use super::person::refused;
use crate::auth::permissions::ManagePeople;
use crate::auth::{Actor, May, UserId};
use crate::db::Conn;
use crate::sessions::ending::{Which, end};
use crate::users::model::path;
use crate::users::{User, UserError, actions, forms};
use crate::web::{AppError, Form, FormData, State, Wants, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use chrono::NaiveDateTime;

/// What all these posts have in common.
pub(super) struct Request {
    pub(super) state: Data<State>,
    pub(super) who: May<ManagePeople>,
    pub(super) id: UserId,
    pub(super) session: Session,
    pub(super) wants: Wants,
}

impl Request {
    /// Runs the action; then the page with the news, or with what stood in the way.
    pub(super) async fn carry_out<F>(
        self,
        said: &'static str,
        back: Option<&'static str>,
        work: F,
    ) -> Result<HttpResponse, AppError>
    where
        F: FnOnce(&mut Conn, &Actor, NaiveDateTime) -> Result<User, UserError> + Send + 'static,
    {
        let Self {
            state,
            who,
            id,
            session,
            wants,
        } = self;
        let (actor, now) = (who.actor.clone(), state.clock.now());
        let outcome = state
            .db
            .run(move |conn| Ok::<_, AppError>(work(conn, &actor, now)))
            .await?;
        match outcome {
            Ok(user) => {
                let role = who.ui.t(user.role.label()).to_string();
                let text = who.ui.t(said).arg("name", &user.name).arg("role", role);
                session::flash(&session, "success", text.to_string());
                let to = back.map_or_else(|| path(id), str::to_owned);
                Ok(see_other(wants, &to))
            }
            Err(error) => refused(&state, who.ui, &who.actor, id, error).await,
        }
    }

    pub(super) async fn refused(self, error: UserError) -> Result<HttpResponse, AppError> {
        refused(&self.state, self.who.ui, &self.who.actor, self.id, error).await
    }
}

fn versioned(id: UserId, form: &FormData) -> (UserId, i32) {
    (id, form.get("version").parse().unwrap_or(0))
}

/// `POST /people/{id}/role`
pub(in crate::users) async fn change_role(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<UserId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let which = versioned(*id, &form);
    let request = Request {
        state,
        who,
        id: *id,
        session,
        wants,
    };
    let role = match forms::role(&form) {
        Ok(role) => role,
        Err(errors) => return request.refused(UserError::Fields(errors)).await,
    };
    let work = move |conn: &mut Conn, actor: &Actor, now| {
        actions::change_role(conn, actor, which, role, now)
    };
    request.carry_out("users-role-changed", None, work).await
}

/// `POST /people/{id}/disablement`
pub(in crate::users) async fn disable(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<UserId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let which = versioned(*id, &form);
    let request = Request {
        state,
        who,
        id: *id,
        session,
        wants,
    };
    let work = move |conn: &mut Conn, actor: &Actor, now| actions::disable(conn, actor, which, now);
    request.carry_out("users-disabled", None, work).await
}

/// `POST /people/{id}/disablement/removal`
pub(in crate::users) async fn enable(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<UserId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let which = versioned(*id, &form);
    let request = Request {
        state,
        who,
        id: *id,
        session,
        wants,
    };
    let work = move |conn: &mut Conn, actor: &Actor, now| actions::enable(conn, actor, which, now);
    request.carry_out("users-enabled", None, work).await
}

/// `POST /people/{id}/sessions/removal`
pub(in crate::users) async fn end_sessions(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<UserId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, own) = (*id, who.identity.session_id);
    let request = Request {
        state,
        who,
        id,
        session,
        wants,
    };
    let work = move |conn: &mut Conn, actor: &Actor, now| {
        let user = crate::users::queries::find(conn, actor, id)?;
        // An admin who ends their own sessions keeps the one they are using.
        let which = if actor.user_id == Some(id) {
            Which::Others(own)
        } else {
            Which::All
        };
        end(conn, actor, id, which, now)?;
        Ok(user)
    };
    request.carry_out("users-sessions-ended", None, work).await
}
