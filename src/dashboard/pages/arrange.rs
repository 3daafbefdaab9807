//! Arranging: one's own dashboard, and for admins what each role begins with.

use crate::auth::permissions::{ManagePeople, ReadRecords};
use crate::auth::{Actor, May, Role};
use crate::dashboard::actions::{self, ArrangeError};
use crate::dashboard::layout::Layout;
use crate::dashboard::queries::{self, Whose};
use crate::dashboard::views::ArrangePage;
use crate::db::Conn;
use crate::web::{
    AppError, Flash, Form, FormData, Shell, State, Wants, page, page_with, see_other, session,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use chrono::NaiveDateTime;

/// Whose dashboard a signed-in person arranges: their own.
fn own(actor: &Actor) -> Result<Whose, AppError> {
    actor.user_id.map(Whose::Person).ok_or(AppError::NotFound)
}

fn role(code: &str) -> Result<Whose, AppError> {
    Role::parse(code).map(Whose::Role).ok_or(AppError::NotFound)
}

/// `GET /dashboards/mine`
pub(super) async fn mine(
    state: Data<State>,
    who: May<ReadRecords>,
) -> Result<HttpResponse, AppError> {
    let whose = own(&who.actor)?;
    show(&state, who.actor, who.ui, whose).await
}

/// `GET /dashboards/{role}`
pub(super) async fn of_role(
    state: Data<State>,
    who: May<ManagePeople>,
    code: Path<String>,
) -> Result<HttpResponse, AppError> {
    show(&state, who.actor, who.ui, role(&code)?).await
}

/// `POST /dashboards/mine`
pub(super) async fn save_mine(
    state: Data<State>,
    who: May<ReadRecords>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let whose = own(&who.actor)?;
    save(&state, who.actor, who.ui, whose, form, &session, wants).await
}

/// `POST /dashboards/{role}`
pub(super) async fn save_of_role(
    state: Data<State>,
    who: May<ManagePeople>,
    code: Path<String>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let whose = role(&code)?;
    save(&state, who.actor, who.ui, whose, form, &session, wants).await
}

/// `POST /dashboards/mine/removal`
pub(super) async fn reset_mine(
    state: Data<State>,
    who: May<ReadRecords>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let whose = own(&who.actor)?;
    reset(&state, who.actor, &who.ui, whose, &session, wants).await
}

/// `POST /dashboards/{role}/removal`
pub(super) async fn reset_of_role(
    state: Data<State>,
    who: May<ManagePeople>,
    code: Path<String>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let whose = role(&code)?;
    reset(&state, who.actor, &who.ui, whose, &session, wants).await
}

fn path(whose: Whose) -> String {
    match whose {
        Whose::Person(_) => "/dashboards/mine".to_owned(),
        Whose::Role(role) => format!("/dashboards/{}", role.code()),
    }
}

/// Whose tiles are arranged: a role's own, or the person's.
fn for_role(actor: &Actor, whose: Whose) -> Role {
    whose.role().unwrap_or(actor.role)
}

fn read(conn: &mut Conn, actor: &Actor, ui: Shell, whose: Whose) -> Result<ArrangePage, AppError> {
    let role = for_role(actor, whose);
    let row = queries::row(conn, whose)?;
    let is_own = row.as_ref().is_some_and(|row| !row.tiles.is_empty());
    Ok(ArrangePage {
        layout: queries::layout(conn, whose.person(), role)?,
        version: row.map_or(0, |row| row.version),
        is_stale: false,
        is_own,
        whose,
        ui,
    })
}

async fn show(
    state: &State,
    actor: Actor,
    ui: Shell,
    whose: Whose,
) -> Result<HttpResponse, AppError> {
    let shown = state.db.run(move |conn| read(conn, &actor, ui, whose));
    page(&shown.await?)
}

/// What a post came to.
enum Outcome {
    Saved(Box<Shell>),
    Stale(Box<ArrangePage>),
}

fn arrange(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    (whose, form): (Whose, &FormData),
    now: NaiveDateTime,
) -> Result<Outcome, AppError> {
    let layout = Layout::of_form(form, for_role(actor, whose));
    let version = form.get("version").parse().unwrap_or(0);
    match actions::save(conn, actor, whose, &layout, version, now) {
        Ok(()) => Ok(Outcome::Saved(Box::new(ui))),
        Err(ArrangeError::Stale) => {
            let page = read(conn, actor, ui, whose)?;
            Ok(Outcome::Stale(Box::new(ArrangePage {
                layout,
                is_stale: true,
                ..page
            })))
        }
        Err(ArrangeError::Db(error)) => Err(error.into()),
    }
}

async fn save(
    state: &State,
    actor: Actor,
    ui: Shell,
    whose: Whose,
    form: FormData,
    session: &Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let now = state.clock.now();
    // A tile was moved: the form goes on; it was saved: the page is shown.
    let goes_on = form.has("move") || whose.person().is_none();
    let done = state
        .db
        .run(move |conn| arrange(conn, &actor, ui, (whose, &form), now));
    match done.await? {
        Outcome::Saved(ui) => {
            session::keep(session, Flash::done(ui.t("dashboard-arranged"), None));
            let to = if goes_on { path(whose) } else { "/".to_owned() };
            Ok(see_other(wants, &to))
        }
        Outcome::Stale(page) => page_with(StatusCode::CONFLICT, &*page),
    }
}

async fn reset(
    state: &State,
    actor: Actor,
    ui: &Shell,
    whose: Whose,
    session: &Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let now = state.clock.now();
    let done = state
        .db
        .run(move |conn| match actions::reset(conn, &actor, whose, now) {
            Ok(()) => Ok(()),
            Err(ArrangeError::Stale) => Ok(()),
            Err(ArrangeError::Db(error)) => Err(AppError::from(error)),
        });
    done.await?;
    session::keep(session, Flash::done(ui.t("dashboard-was-reset"), None));
    Ok(see_other(wants, &path(whose)))
}
