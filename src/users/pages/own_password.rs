//! One's own password.

use crate::auth::May;
use crate::auth::permissions::OwnSettings;
use crate::i18n::Message;
use crate::sessions::{Confirmed, Visit, confirm_password};
use crate::users::views::OwnPasswordPage;
use crate::users::{User, actions, forms, queries};
use crate::web::{
    AppError, FieldErrors, Form, FormView, State, Wants, page, page_with, see_other, session,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

/// `GET /settings/password`
pub(in crate::users) async fn own_form(
    state: Data<State>,
    who: May<OwnSettings>,
) -> Result<HttpResponse, AppError> {
    let user = me(&state, &who).await?;
    page(&OwnPasswordPage {
        ui: who.ui,
        form: FormView::default(),
        email: user.email,
    })
}

/// `POST /settings/password`
pub(in crate::users) async fn change(
    state: Data<State>,
    who: May<OwnSettings>,
    visit: Visit,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let user = me(&state, &who).await?;
    let mut errors = FieldErrors::new();
    if confirm_password(&state, user.id, &visit, form.get("current_password")).await?
        == Confirmed::No
    {
        errors.insert(
            "current_password",
            vec![Message::new("users-password-wrong")],
        );
    }
    let chosen = forms::chosen_password(&form, &user, &who.identity.organisation_name);
    let password = match (chosen, errors.is_empty()) {
        (Ok(password), true) => password,
        (chosen, _) => {
            errors.extend(chosen.err().unwrap_or_default());
            let form = FormView::default().with_errors(errors);
            let again = OwnPasswordPage {
                ui: who.ui,
                form,
                email: user.email,
            };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let hash = state.passwords.hash(password).await?;
    let (actor, whose, now) = (
        who.actor,
        (user.id, who.identity.session_id),
        state.clock.now(),
    );
    let ended = state
        .db
        .run(move |conn| actions::change_password(conn, &actor, whose, &hash, now))
        .await?;
    session::flash(
        &session,
        "success",
        who.ui
            .t("users-password-changed")
            .arg("n", ended)
            .to_string(),
    );
    Ok(see_other(wants, "/settings/password"))
}

/// The person who is signed in, as the database has them.
pub(super) async fn me(state: &State, who: &May<OwnSettings>) -> Result<User, AppError> {
    let (actor, id) = (who.actor.clone(), who.identity.user_id);
    state
        .db
        .run(move |conn| queries::find(conn, &actor, id))
        .await
}
