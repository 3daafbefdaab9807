//! New accounts.

use crate::accounts::actions::{self, AccountError};
use crate::accounts::forms;
use crate::accounts::model::{AccountId, path};
use crate::accounts::views::form_fields;
use crate::audit::{Once, SubjectType};
use crate::auth::permissions::EditRecords;
use crate::auth::{May, people, token};
use crate::drafts;
use crate::web::record::{EditPage, created};
use crate::web::{AppError, Form, FormData, FormView, Shell, State, Wants, page, unprocessable};
use actix_session::Session;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

/// `GET /accounts/new`
pub(super) async fn new(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let mut data = forms::blank();
    let asked = FormData::parse(req.query_string().as_bytes());
    for name in ["name", "parent", "owner_id"] {
        if asked.has(name) {
            data.set(name, asked.get(name));
        }
    }
    let form = data.view().with("idempotency_key", token::random()?);
    let here = drafts::page_here(&req);
    let form = state.db.run(move |conn| {
        let page = new_page(who.ui, &people::assignable(conn)?, form);
        page.resumed(conn, who.identity.user_id, &here)
    });
    page(&form.await?)
}

/// `POST /accounts`
pub(super) async fn create(
    state: Data<State>,
    who: May<EditRecords>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (now, actor, data) = (state.clock.now(), who.actor, form.clone());
    let user = who.identity.user_id;
    let (outcome, people) = state
        .db
        .run(move |conn| {
            let people = people::assignable(conn)?;
            let key = &data.once_key();
            let outcome = match forms::parse(&data) {
                Ok(input) => actions::create(conn, &actor, &input, key, now),
                Err(errors) => Err(AccountError::Fields(errors)),
            };
            if outcome.is_ok() {
                drafts::forget(conn, user, data.get("draft"))?;
            }
            Ok::<_, diesel::result::Error>((outcome, people))
        })
        .await?;
    let (id, operation) = match outcome {
        Ok(Once::Now(done)) => (done.value, done.operation),
        Ok(Once::Before(done)) if done.value.kind == SubjectType::Account => {
            (AccountId(done.value.id), done.operation)
        }
        Ok(Once::Before(_)) => return Err(AppError::NotFound),
        Err(AccountError::Fields(errors)) => {
            let page = new_page(who.ui, &people, form.view().with_errors(errors));
            return unprocessable(wants, &page, &page.as_form());
        }
        Err(other) => return Err(other.into()),
    };
    let name = form.get("name").trim();
    let what = (name, operation);
    Ok(created(&who.ui, &session, wants, what, &path(id)))
}

fn new_page(ui: Shell, people: &people::Names, form: FormView) -> EditPage {
    let (title, fields) = (ui.t("accounts-new").to_string(), form_fields(&ui, people));
    EditPage::new(ui, title, "/accounts", fields, form)
}
