//! What the forms of a contact's affiliations answer.

use crate::audit::OperationId;
use crate::auth::{Actor, token};
use crate::contacts::affiliations::AffiliationId;
use crate::contacts::affiliations::views::OfContact;
use crate::contacts::model::Contact;
use crate::db::Conn;
use crate::web::record::EditPage;
use crate::web::{AppError, Flash, FormView, Shell, Wants, announce_change, redirect, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// A form of a new affiliation: posted twice, it makes one.
pub(super) fn keyed(form: FormView) -> Result<FormView, AppError> {
    Ok(form.with("idempotency_key", token::random()?))
}

/// What a request came to: done, or a form that is shown again.
pub(super) enum Outcome {
    /// Finished: the catalogue's key of the notice, the operation, and the affiliation that is there to go on with.
    Done(&'static str, Option<OperationId>, Option<AffiliationId>),
    /// A form, and which affiliation it edits.
    Again(StatusCode, Option<AffiliationId>, Box<EditPage>),
}

/// What goes back: the panel to who asked for a part, a page or the way back to others.
pub(super) enum Answer {
    Panel(StatusCode, String, bool),
    Page(StatusCode, String),
    Back(String, Flash),
}

impl Answer {
    pub(super) fn of(
        conn: &mut Conn,
        actor: &Actor,
        ui: &Shell,
        contact: &Contact,
        outcome: Outcome,
        wants: Wants,
    ) -> Result<Self, AppError> {
        if !wants.fragment() {
            return Ok(match outcome {
                Outcome::Done(key, operation, _) => {
                    Self::Back(contact.path(), Flash::done(ui.t(key), operation))
                }
                Outcome::Again(status, _, page) => Self::Page(status, page.render()?),
            });
        }
        let mut panel = OfContact::load(conn, actor, ui, contact)?;
        panel.adding.form = keyed(panel.adding.form)?;
        let (status, done) = match outcome {
            Outcome::Done(key, operation, id) => {
                panel.done = id;
                panel.notice = Some(Flash::done(ui.t(key), operation));
                (StatusCode::OK, true)
            }
            Outcome::Again(status, Some(id), page) => {
                panel.editing = Some((id, *page));
                (status, false)
            }
            Outcome::Again(status, None, page) => {
                panel.adding = *page;
                (status, false)
            }
        };
        Ok(Self::Panel(status, panel.render()?, done))
    }

    pub(super) fn send(self, session: &Session) -> Result<HttpResponse, AppError> {
        match self {
            Self::Panel(status, panel, changed) => {
                let mut answer = html(status, panel);
                if changed {
                    announce_change(&mut answer);
                }
                Ok(answer)
            }
            Self::Page(status, page) => Ok(html(status, page)),
            Self::Back(path, said) => {
                session::keep(session, said);
                Ok(redirect(&path))
            }
        }
    }
}

pub(super) fn html(status: StatusCode, body: String) -> HttpResponse {
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .body(body)
}
