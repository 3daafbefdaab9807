//! One's own settings and e-mail address.

use super::own_password::me;
use crate::auth::May;
use crate::auth::permissions::OwnSettings;
use crate::drafts;
use crate::i18n::{Lang, Message};
use crate::sessions::{Confirmed, Visit, confirm_password};
use crate::users::views::{OwnEmailPage, OwnPage};
use crate::users::{UserError, actions, forms};
use crate::web::record::{again, fresh, mix};
use crate::web::view::Conflicts;
use crate::web::{
    AppError, FieldErrors, Form, FormView, State, Wants, page, page_with, see_other, session,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

const EMAIL_PATH: &str = "/settings/email";

/// `GET /settings`
pub(in crate::users) async fn edit(
    state: Data<State>,
    who: May<OwnSettings>,
) -> Result<HttpResponse, AppError> {
    let user = me(&state, &who).await?;
    let form = fresh(&forms::own_data(&user), user.version).view();
    let resume = move |conn: &mut _| drafts::resume(conn, user.id, "/settings", form);
    let (form, draft) = state.db.run(resume).await?;
    page(&OwnPage {
        ui: who.ui,
        form,
        conflicts: Conflicts::default(),
        draft,
    })
}

/// `POST /settings`
pub(in crate::users) async fn update(
    state: Data<State>,
    who: May<OwnSettings>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let user = me(&state, &who).await?;
    let saved = forms::own_data(&user);
    let is_stale = form.get("version").parse() != Ok(user.version);
    let mix = mix(forms::own_names(), &form, &saved, is_stale);
    let again = |status, conflicts, errors| {
        let mut again = again(&mix.data, &saved, user.version);
        again.set("draft", form.get("draft"));
        let again = OwnPage {
            ui: who.ui.clone(),
            form: again.view().with_errors(errors),
            conflicts,
            draft: None,
        };
        page_with(status, &again)
    };
    if !mix.clashes.is_empty() {
        let conflicts = forms::own_conflicts(&who.ui, &mix.clashes, &user);
        return again(StatusCode::CONFLICT, conflicts, FieldErrors::new());
    }
    let input = match forms::own(&mix.data) {
        Ok(input) => input,
        Err(errors) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return again(status, Conflicts::default(), errors);
        }
    };
    let (actor, now) = (who.actor, state.clock.now());
    let whose = (user.id, user.version);
    let lang = Lang::parse(input.locale).unwrap_or(who.ui.lang);
    let saved = move |conn: &mut _| {
        let outcome = actions::update_own(conn, &actor, whose, &input, now)?;
        drafts::forget(conn, whose.0, "/settings")?;
        Ok::<_, UserError>(outcome)
    };
    state.db.run(saved).await?;
    let said = lang.text("users-settings-saved").to_string();
    session::flash(&session, "success", said);
    Ok(see_other(wants, "/settings"))
}

/// `GET /settings/email`
pub(in crate::users) async fn email_form(
    state: Data<State>,
    who: May<OwnSettings>,
) -> Result<HttpResponse, AppError> {
    let user = me(&state, &who).await?;
    let form = FormView::default()
        .with("email", user.email.clone())
        .with("was", user.email.clone())
        .with("version", user.version.to_string());
    let resume = move |conn: &mut _| drafts::resume(conn, user.id, EMAIL_PATH, form);
    let (form, draft) = state.db.run(resume).await?;
    page(&OwnEmailPage {
        ui: who.ui,
        form,
        email: user.email,
        conflicts: Conflicts::default(),
        draft,
    })
}

/// `POST /settings/email`
pub(in crate::users) async fn change_email(
    state: Data<State>,
    who: May<OwnSettings>,
    visit: Visit,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let user = me(&state, &who).await?;
    let (actor, now, lang) = (who.actor, state.clock.now(), who.ui.lang);
    let again = |errors: FieldErrors| {
        let again = OwnEmailPage {
            ui: who.ui.clone(),
            form: form.view().with_errors(errors),
            email: user.email.clone(),
            conflicts: Conflicts::default(),
            draft: None,
        };
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &again)
    };
    let mut errors = FieldErrors::new();
    if confirm_password(&state, user.id, &visit, form.get("current_password")).await?
        == Confirmed::No
    {
        errors.insert(
            "current_password",
            vec![Message::new("users-password-wrong")],
        );
    }
    let input = match (forms::new_email(&form), errors.is_empty()) {
        (Ok(input), true) => input,
        (parsed, _) => {
            errors.extend(parsed.err().unwrap_or_default());
            return again(errors);
        }
    };
    // Where the address is as it was, nobody else changed it, whatever else was saved meanwhile.
    let version = match form.get("was") == user.email {
        true => user.version,
        false => form.get("version").parse().unwrap_or(0),
    };
    let whose = (user.id, version);
    let outcome = state
        .db
        .run(move |conn| {
            let outcome = actions::change_email(conn, &actor, whose, &input, now);
            if outcome.is_ok() {
                drafts::forget(conn, whose.0, EMAIL_PATH)?;
            }
            Ok::<_, AppError>(outcome)
        })
        .await?;
    match outcome {
        Ok(_) => {
            session::flash(
                &session,
                "success",
                lang.text("users-email-changed").to_string(),
            );
            Ok(see_other(wants, EMAIL_PATH))
        }
        Err(UserError::Fields(errors)) => again(errors),
        Err(UserError::Stale(saved)) => {
            let again = OwnEmailPage {
                conflicts: forms::email_conflicts(&who.ui, &form, &saved),
                form: form
                    .view()
                    .with("version", saved.version.to_string())
                    .with("was", saved.email.clone()),
                ui: who.ui,
                email: saved.email,
                draft: None,
            };
            page_with(StatusCode::CONFLICT, &again)
        }
        Err(other) => Err(other.into()),
    }
}
