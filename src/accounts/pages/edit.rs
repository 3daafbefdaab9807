//! The whole form: new, edit, delete.

use super::show::find;
use crate::accounts::actions::{self, AccountError};
use crate::accounts::model::{Account, AccountId};
use crate::accounts::views::{self, EditPage, People};
use crate::accounts::{forms, parents};
use crate::audit::{Once, Subject, SubjectType};
use crate::auth::permissions::EditRecords;
use crate::auth::{May, people, token};
use crate::web::record::{conflicts, versioned};
use crate::web::{
    AppError, FieldErrors, Form, FormData, FormView, Shell, State, Wants, conflict, page, redirect,
    session, unprocessable,
};
use actix_session::Session;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

/// `GET /accounts/new`
pub(super) async fn new(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let people = state.db.run(people::assignable).await?;
    let mut data = forms::blank();
    let asked = FormData::parse(req.query_string().as_bytes());
    for name in ["name", "parent", "owner_id"] {
        if asked.has(name) {
            data.set(name, asked.get(name));
        }
    }
    let form = data.view().with("idempotency_key", token::random()?);
    page(&new_page(who.ui, &people, form))
}

/// `POST /accounts`
pub(super) async fn create(
    state: Data<State>,
    who: May<EditRecords>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let again = |people: People, errors: FieldErrors, ui: Shell, form: &FormData| {
        let page = new_page(ui, &people, form.view().with_errors(errors));
        unprocessable(wants, &page, &page.as_form())
    };
    let (parsed, now, actor, data) = (
        forms::parse(&form),
        state.clock.now(),
        who.actor,
        form.clone(),
    );
    let (outcome, people) = state
        .db
        .run(move |conn| {
            let people = people::assignable(conn)?;
            let outcome = match parsed {
                Ok(input) => {
                    actions::create(conn, &actor, &input, data.get("idempotency_key"), now)
                }
                Err(errors) => Err(AccountError::Fields(errors)),
            };
            Ok::<_, diesel::result::Error>((outcome, people))
        })
        .await?;
    let id = match outcome {
        Ok(Once::Now(id)) => id,
        Ok(Once::Before(Subject {
            kind: SubjectType::Account,
            id,
        })) => AccountId(id),
        Ok(Once::Before(_)) => return Err(AppError::NotFound),
        Err(AccountError::Fields(errors)) => return again(people, errors, who.ui, &form),
        Err(other) => return Err(other.into()),
    };
    let created = who
        .ui
        .t("common-created-named")
        .arg("name", form.get("name").trim());
    session::flash(&session, "success", created.to_string());
    Ok(crate::web::see_other(
        wants,
        &crate::accounts::model::path(id),
    ))
}

/// `GET /accounts/{id}/edit`
pub(super) async fn edit(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AccountId>,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let (account, parent, people) = state
        .db
        .run(move |conn| {
            let account = find(conn, &who.actor, id)?;
            let parent = parents::text(conn, &account)?;
            Ok::<_, AppError>((account, parent, people::assignable(conn)?))
        })
        .await?;
    let form = versioned(&forms::of(&account, &parent), account.version);
    page(&edit_page(who.ui, &account, &people, form))
}

/// `POST /accounts/{id}`
pub(super) async fn update(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AccountId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now, actor, data) = (*id, state.clock.now(), who.actor, form.clone());
    let (outcome, before, parent, people) = state
        .db
        .run(move |conn| {
            let before = find(conn, &actor, id)?;
            let parent = parents::text(conn, &before)?;
            let people = people::assignable(conn)?;
            let version = data.get("version").parse().unwrap_or(0);
            let outcome = match forms::parse(&data) {
                Ok(input) => actions::update(conn, &actor, id, version, &input, now),
                Err(errors) => Err(AccountError::Fields(errors)),
            };
            Ok::<_, AppError>((outcome, before, parent, people))
        })
        .await?;
    match outcome {
        Ok(account) => {
            let saved = who
                .ui
                .t("common-saved-named")
                .arg("name", account.name.as_str());
            session::flash(&session, "success", saved.to_string());
            Ok(crate::web::see_other(wants, &account.path()))
        }
        Err(AccountError::Fields(errors)) => {
            let page = edit_page(who.ui, &before, &people, form.view().with_errors(errors));
            unprocessable(wants, &page, &page.as_form())
        }
        Err(AccountError::Stale(now)) => {
            let page = stale_page(who.ui, &now, &people, &form, &forms::of(&now, &parent));
            conflict(wants, &page, &page.as_form())
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /accounts/{id}/removal`
pub(super) async fn remove(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AccountId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let name = state
        .db
        .run(move |conn| {
            find(conn, &who.actor, id)?;
            Ok::<_, AppError>(actions::delete(conn, &who.actor, id, now)?)
        })
        .await?;
    session::flash(
        &session,
        "success",
        who.ui
            .t("common-deleted-named")
            .arg("name", name)
            .to_string(),
    );
    Ok(if wants.fragment() {
        crate::web::see_other(wants, "/accounts")
    } else {
        redirect("/accounts")
    })
}

fn new_page(ui: Shell, people: &People, form: FormView) -> EditPage {
    EditPage {
        title: ui.t("accounts-new").to_string(),
        action: "/accounts".to_owned(),
        cancel: "/accounts".to_owned(),
        fields: views::form_fields(&ui, people),
        form,
        conflicts: Vec::new(),
        conflict_text: String::new(),
        ui,
    }
}

fn edit_page(ui: Shell, account: &Account, people: &People, form: FormView) -> EditPage {
    EditPage {
        title: ui
            .t("common-edit-named")
            .arg("name", account.name.as_str())
            .to_string(),
        action: account.path(),
        cancel: account.path(),
        ..new_page(ui, people, form)
    }
}

/// The form again with both values side by side; it now starts from the newer version.
fn stale_page(
    ui: Shell,
    account: &Account,
    people: &People,
    typed: &FormData,
    saved: &FormData,
) -> EditPage {
    let page = edit_page(ui, account, people, versioned(typed, account.version));
    let at = page.ui.when(&account.updated_at);
    EditPage {
        conflicts: conflicts(&page.ui, &page.fields, typed, saved),
        conflict_text: page.ui.t("common-conflict-at").arg("when", at).to_string(),
        ..page
    }
}
