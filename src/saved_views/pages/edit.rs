//! Renaming a view, and sharing it.

use super::index::seen;
use crate::auth::permissions::ReadRecords;
use crate::auth::{May, Role};
use crate::saved_views::actions::{self, ViewError};
use crate::saved_views::forms;
use crate::saved_views::model::{SavedView, SavedViewId};
use crate::saved_views::views::EditPage;
use crate::web::record::{again, fresh, mix};
use crate::web::view::Conflicts;
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
    let form = fresh(&forms::of(&view), view.version).view();
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
    let mut typed = form;
    // Who may not share leaves the audience as it is, unless they take the view back.
    if !typed.has("shared_with") {
        typed.set("keep.shared_with", "theirs");
    }
    let (before, mix, outcome) = state
        .db
        .run(move |conn| {
            let before = seen(conn, &actor, id)?;
            let is_stale = typed.get("version").parse() != Ok(before.version);
            let mix = mix(forms::NAMES, &typed, &forms::of(&before), is_stale);
            let outcome = match forms::parse(&mix.data) {
                _ if !mix.clashes.is_empty() => Err(ViewError::Stale(Box::new(before.clone()))),
                Ok(input) => actions::update(conn, &actor, id, before.version, &input, now),
                Err(errors) => Err(ViewError::Fields(errors)),
            };
            Ok::<_, AppError>((before, mix, outcome))
        })
        .await?;
    let again = |saved: &SavedView| again(&mix.data, &forms::of(saved), saved.version).view();
    match outcome {
        Ok(view) => {
            let said = who.ui.t("views-saved").arg("name", view.name.as_str());
            session::flash(&session, "success", said.to_string());
            Ok(see_other(wants, ALL))
        }
        Err(ViewError::Fields(errors)) => {
            let form = again(&before).with_errors(errors);
            let page = edit_page(who.ui, role, &before, form);
            unprocessable(wants, &page, &page.as_form())
        }
        Err(ViewError::Stale(newer)) => {
            let mut page = edit_page(who.ui, role, &newer, again(&newer));
            page.conflicts = forms::conflicts(&page.ui, &mix.clashes, &newer);
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
        conflicts: Conflicts::default(),
        ui,
    }
}
