//! Renaming a view, and sharing it.

use super::index::seen;
use crate::auth::permissions::ReadRecords;
use crate::auth::{May, Role};
use crate::saved_views::actions::{self, ViewError};
use crate::saved_views::forms;
use crate::saved_views::model::{SavedView, SavedViewId};
use crate::saved_views::views::EditPage;
use crate::web::{
    AppError, Form, FormView, Shell, State, Wants, conflict, page, see_other, session,
    unprocessable,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

const ALL: &str = "/saved-views";

/// `GET /saved-views/{id}/edit`
pub(super) async fn edit(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<SavedViewId>,
) -> Result<HttpResponse, AppError> {
    let (id, actor) = (*id, who.actor.clone());
    let view = state.db.run(move |conn| seen(conn, &actor, id)).await?;
    let form = forms::of(&view);
    page(&edit_page(who.ui, who.actor.role, &view, form))
}

/// `POST /saved-views/{id}`
pub(super) async fn update(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<SavedViewId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now, actor, role) = (*id, state.clock.now(), who.actor.clone(), who.actor.role);
    let version = form.get("version").parse().unwrap_or(0);
    let typed = form.clone();
    let (before, outcome) = state
        .db
        .run(move |conn| {
            let before = seen(conn, &actor, id)?;
            let outcome = match forms::parse(&typed) {
                // Who may not share leaves the audience as it is, unless they take the view back.
                Ok(mut input) => {
                    if !typed.has("shared_with") {
                        input.shared_with = before.shared_with;
                    }
                    actions::update(conn, &actor, id, version, &input, now)
                }
                Err(errors) => Err(ViewError::Fields(errors)),
            };
            Ok::<_, AppError>((before, outcome))
        })
        .await?;
    match outcome {
        Ok(view) => {
            let said = who.ui.t("views-saved").arg("name", view.name.as_str());
            session::flash(&session, "success", said.to_string());
            Ok(see_other(wants, ALL))
        }
        Err(ViewError::Fields(errors)) => {
            let page = edit_page(who.ui, role, &before, form.view().with_errors(errors));
            unprocessable(wants, &page, &page.as_form())
        }
        Err(ViewError::Stale(newer)) => {
            let again = form.view().with("version", newer.version.to_string());
            let mut page = edit_page(who.ui, role, &newer, again);
            page.conflicts = forms::conflicts(&page.ui, &form, &newer);
            let at = page.ui.when(&newer.updated_at);
            page.conflict_text = page.ui.t("common-conflict-at").arg("when", at).to_string();
            conflict(wants, &page, &page.as_form())
        }
        Err(other) => Err(other.into()),
    }
}

fn edit_page(ui: Shell, role: Role, view: &SavedView, form: FormView) -> EditPage {
    let title = ui.t("common-edit-named").arg("name", view.name.as_str());
    let audiences = match (role >= Role::Manager, view.shared_with) {
        (true, _) => forms::audiences(&ui),
        // Its owner may take back what they shared while they were a manager.
        (false, Some(shared)) => forms::audiences(&ui)
            .into_iter()
            .filter(|choice| choice.value.is_empty() || choice.value == shared.code())
            .collect(),
        (false, None) => Vec::new(),
    };
    EditPage {
        title: title.to_string(),
        action: format!("{ALL}/{}", view.id),
        cancel: ALL.to_owned(),
        is_new: false,
        audiences,
        form,
        conflicts: Vec::new(),
        conflict_text: String::new(),
        ui,
    }
}
