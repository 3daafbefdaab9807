//! Invitations and links for a new password: shown once to the admin, and mailed where mail is configured.

use super::person::refused;
use crate::auth::links::Purpose;
use crate::auth::permissions::ManagePeople;
use crate::auth::{Actor, May, UserId, token};
use crate::db::{Conn, transaction};
use crate::drafts;
use crate::mail;
use crate::users::setup::link_address;
use crate::users::views::InvitationPage;
use crate::users::{User, UserError, actions, forms, letters, queries};
use crate::web::{AppError, Form, FormView, State, Wants, page, page_with, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use chrono::NaiveDateTime;

const PATH: &str = "/invitations/new";

/// `GET /invitations/new`
pub(in crate::users) async fn form(
    state: Data<State>,
    who: May<ManagePeople>,
) -> Result<HttpResponse, AppError> {
    let (user, form) = (
        who.identity.user_id,
        FormView::default().with("role", "staff"),
    );
    let resume = move |conn: &mut _| drafts::resume(conn, user, PATH, form);
    let (form, draft) = state.db.run(resume).await?;
    page(&InvitationPage {
        ui: who.ui,
        form,
        draft,
    })
}

/// `POST /invitations`
pub(in crate::users) async fn create(
    state: Data<State>,
    who: May<ManagePeople>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let outcome = match forms::invitation(&form) {
        Ok(new) => {
            let link = token::random()?;
            let token = link.clone();
            let admin = who.identity.user_id;
            let invite = move |conn: &mut Conn, actor: &Actor, now| {
                let user = actions::invite(conn, actor, &new, &token, now)?;
                drafts::forget(conn, admin, PATH)?;
                Ok((user, Purpose::Invitation))
            };
            send(&state, &who.actor, link, invite).await?
        }
        Err(errors) => Err(UserError::Fields(errors)),
    };
    match outcome {
        Ok((user, address)) => {
            session::show_once(&session, &user.path(), &address)?;
            session::flash(
                &session,
                "success",
                who.ui
                    .t("users-invited-named")
                    .arg("name", &user.name)
                    .to_string(),
            );
            Ok(see_other(wants, &user.path()))
        }
        Err(UserError::Fields(errors)) => {
            let form = form.view().with_errors(errors);
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &InvitationPage {
                    ui: who.ui,
                    form,
                    draft: None,
                },
            )
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /people/{id}/reset-link`
pub(in crate::users) async fn make_link(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<UserId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, link) = (*id, token::random()?);
    let token = link.clone();
    let make = move |conn: &mut Conn, actor: &Actor, now| {
        if queries::find(conn, actor, id)?.is_invited() {
            let user = actions::open_invitation_again(conn, actor, id, &token, now)?;
            return Ok((user, Purpose::Invitation));
        }
        actions::make_reset_link(conn, actor, id, &token, now).map(|user| (user, Purpose::Reset))
    };
    match send(&state, &who.actor, link, make).await? {
        Ok((user, address)) => {
            session::show_once(&session, &user.path(), &address)?;
            Ok(see_other(wants, &user.path()))
        }
        Err(error) => refused(&state, who.ui, &who.actor, id, error).await,
    }
}

/// Makes the link and, where mail is configured, the job that sends it. Gives the address to show once.
async fn send<F>(
    state: &State,
    actor: &Actor,
    link: String,
    make: F,
) -> Result<Result<(User, String), UserError>, AppError>
where
    F: Fn(&mut Conn, &Actor, NaiveDateTime) -> Result<(User, Purpose), UserError> + Send + 'static,
{
    let address = link_address(state, "links", &link);
    let (actor, now, config) = (actor.clone(), state.clock.now(), state.config.clone());
    let shown = address.clone();
    let outcome = state
        .db
        .run(move |conn| {
            // Both or neither: a link that nobody hears of helps nobody.
            let both = transaction(conn, |conn| {
                let (user, purpose) = make(conn, &actor, now)?;
                let organisation = crate::settings::queries::load(conn)?.organisation_name;
                let letter = letters::with_link(purpose, &user, &organisation, &address);
                mail::send_later(conn, &config, &letter, now)?;
                Ok::<_, UserError>(user)
            });
            Ok::<_, AppError>(both)
        })
        .await?;
    state.jobs.ring();
    Ok(outcome.map(|user| (user, shown)))
}
