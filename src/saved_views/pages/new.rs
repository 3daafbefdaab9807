//! Saving a list's address under a name.

use super::list;
use crate::audit::{Done, Once, Subject, SubjectType};
use crate::auth::permissions::ReadRecords;
use crate::auth::{May, Role, token};
use crate::saved_views::actions::{self, ViewError};
use crate::saved_views::forms;
use crate::saved_views::model::{SavedViewId, href};
use crate::saved_views::views::EditPage;
use crate::web::view::Conflicts;
use crate::web::{
    AppError, Form, FormData, FormView, Shell, State, Wants, page, see_other, session,
    unprocessable,
};
use actix_session::Session;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

/// `GET /saved-views/new?list=accounts&query=…`
pub(super) async fn new(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let asked = FormData::parse(req.query_string().as_bytes());
    let kind = list(&state, asked.get("list"))?;
    let read = kind.read(asked.get("query")).list;
    let form = FormView::default()
        .with("list", kind.code)
        .with("query", read.saved())
        .with("pinned", "true")
        .with("idempotency_key", token::random()?);
    page(&new_page(who.ui, who.actor.role, &read.path(), form))
}

/// `POST /saved-views`
pub(super) async fn create(
    state: Data<State>,
    who: May<ReadRecords>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let kind = list(&state, form.get("list"))?;
    let read = kind.read(form.get("query")).list;
    let (now, actor, role, key) = (
        state.clock.now(),
        who.actor.clone(),
        who.actor.role,
        form.once_key(),
    );
    let (query, input) = (read.saved(), forms::parse(&form));
    let saved = query.clone();
    let outcome = state
        .db
        .run(move |conn| {
            Ok::<_, AppError>(match input {
                Ok(input) => actions::create(conn, &actor, (kind.code, &saved), &input, &key, now),
                Err(errors) => Err(ViewError::Fields(errors)),
            })
        })
        .await?;
    let id = match outcome {
        Ok(Once::Now(done)) => done.value,
        Ok(Once::Before(Done {
            value:
                Subject {
                    kind: SubjectType::SavedView,
                    id,
                },
            ..
        })) => SavedViewId(id),
        Ok(Once::Before(_)) => return Err(AppError::NotFound),
        Err(ViewError::Fields(errors)) => {
            let form = form.view().with_errors(errors);
            let page = new_page(who.ui, role, &read.path(), form);
            return unprocessable(wants, &page, &page.as_form());
        }
        Err(other) => return Err(other.into()),
    };
    let name = form.get("name").trim();
    let said = who.ui.t("views-saved").arg("name", name).to_string();
    session::flash(&session, "success", said);
    let path = href(state.panels.lists, kind.code, &query, id);
    Ok(see_other(wants, &path.unwrap_or_default()))
}

fn new_page(ui: Shell, role: Role, cancel: &str, form: FormView) -> EditPage {
    EditPage {
        title: ui.t("views-new").to_string(),
        action: "/saved-views".to_owned(),
        cancel: cancel.to_owned(),
        is_new: true,
        audiences: if role >= Role::Manager {
            forms::audiences(&ui)
        } else {
            Vec::new()
        },
        form,
        conflicts: Conflicts::default(),
        ui,
    }
}
