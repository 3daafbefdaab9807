//! The people at an account: their panel there, and adding one without leaving the page.

use super::answer::{html, keyed};
use crate::accounts;
use crate::accounts::model::{Account, AccountId, path as account_path};
use crate::audit::Done;
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May};
use crate::contacts::actions::ContactError;
use crate::contacts::affiliations::joining;
use crate::contacts::affiliations::roles::form_fields;
use crate::contacts::affiliations::views::OfAccount;
use crate::contacts::pages::alike::{self, At};
use crate::db::Conn;
use crate::drafts;
use crate::duplicates::Found;
use crate::web::panels::On;
use crate::web::record::{EditPage, Record};
use crate::web::{
    AppError, FieldErrors, Flash, Form, FormView, Shell, State, Wants, announce_change, page,
    redirect, session,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

/// The panel on an account's page, for `PANELS.account`.
pub fn account_panel(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    account: On<'_>,
) -> Result<String, AppError> {
    let adding = blank(conn, ui, account, IN_PANEL)?;
    Ok(OfAccount::load(conn, actor, ui, AccountId(account.id), adding)?.render()?)
}

fn adding(
    conn: &mut Conn,
    ui: Shell,
    account: On<'_>,
    form: FormView,
    found: &Found,
    prefix: &'static str,
) -> Result<EditPage, AppError> {
    let title = ui.t("affiliations-person-at").arg("name", account.name);
    let title = title.to_string();
    let fields = form_fields(conn, joining::FIELDS.iter().copied())?;
    let under = alike::markup(&ui, found, At::Account(AccountId(account.id), prefix))?;
    let path = account_path(AccountId(account.id));
    let page = EditPage::new(ui, title, &path, fields, form).with_duplicates(under, found.stopped);
    let action = format!("{path}/contacts");
    let at = format!("{action}/new");
    Ok(EditPage {
        form: page.form.clone().with("draft", at),
        action,
        ..page
    })
}

/// What the ids of fields begin with in the panel.
const IN_PANEL: &str = "person-";

fn blank(
    conn: &mut Conn,
    ui: &Shell,
    account: On<'_>,
    prefix: &'static str,
) -> Result<EditPage, AppError> {
    let form = keyed(FormView::default())?;
    adding(conn, ui.clone(), account, form, &Found::default(), prefix)
}

/// `GET /accounts/{id}/contacts/new`: the form on a page of its own.
pub(super) async fn new(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AccountId>,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let form = state.db.run(move |conn| {
        let account = seen(conn, &who.actor, id)?;
        let page = blank(conn, &who.ui, on(&account), "")?;
        let at = format!("{}/new", page.action);
        Ok::<_, AppError>(page.resumed(conn, who.identity.user_id, &at)?)
    });
    page(&form.await?)
}

/// What a post came to.
enum Answer {
    Panel(StatusCode, String),
    Page(String),
    Back(String, Flash),
}

/// `POST /accounts/{id}/contacts`
pub(super) async fn create(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AccountId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let answer = state.db.run(move |conn| {
        let account = seen(conn, &who.actor, id)?;
        let form = joining::known_instead(form);
        let mut found = alike::found(conn, &who.actor, &form, At::Account(id, ""))?;
        let errors = match joining::join(conn, &who.actor, id, &form, &mut found, now) {
            Ok(Some(done)) => {
                drafts::saved(conn, who.identity.user_id, &form, now)?;
                return added(conn, &who.actor, &who.ui, &account, &done, wants);
            }
            Ok(None) => FieldErrors::new(),
            Err(ContactError::Fields(errors)) => errors,
            Err(other) => return Err(other.into()),
        };
        let form = form.view().with_errors(errors);
        let prefix = if wants.fragment() { IN_PANEL } else { "" };
        let again = adding(conn, who.ui.clone(), on(&account), form, &found, prefix)?;
        if !wants.fragment() {
            return Ok(Answer::Page(again.render()?));
        }
        let panel = OfAccount::load(conn, &who.actor, &who.ui, id, again)?;
        Ok(Answer::Panel(
            StatusCode::UNPROCESSABLE_ENTITY,
            panel.render()?,
        ))
    });
    match answer.await? {
        Answer::Panel(status, panel) => {
            let mut answer = html(status, panel);
            if status.is_success() {
                announce_change(&mut answer);
            }
            Ok(answer)
        }
        Answer::Page(page) => Ok(html(StatusCode::UNPROCESSABLE_ENTITY, page)),
        Answer::Back(path, said) => {
            session::keep(&session, said);
            Ok(redirect(&path))
        }
    }
}

fn added(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    account: &Account,
    done: &Done<String>,
    wants: Wants,
) -> Result<Answer, AppError> {
    let said = ui.t("affiliations-person-added");
    let said = Flash::done(said.arg("name", done.value.as_str()), done.operation);
    if !wants.fragment() {
        return Ok(Answer::Back(account.path(), said));
    }
    let blank = blank(conn, ui, on(account), IN_PANEL)?;
    let mut panel = OfAccount::load(conn, actor, ui, account.id, blank)?;
    panel.notice = Some(said);
    Ok(Answer::Panel(StatusCode::OK, panel.render()?))
}

fn on(account: &Account) -> On<'_> {
    On {
        id: account.id.0,
        name: &account.name,
    }
}

fn seen(conn: &mut Conn, actor: &Actor, id: AccountId) -> Result<Account, AppError> {
    match accounts::queries::find(conn, actor, id) {
        Err(diesel::result::Error::NotFound) if accounts::queries::was_deleted(conn, id)? => {
            Err(AppError::Gone)
        }
        other => Ok(other?),
    }
}
