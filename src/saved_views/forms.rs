//! What was typed about a view.

use super::model::SavedView;
use crate::auth::Role;
use crate::fields::{self, SAVED_VIEW_NAME_MAX};
use crate::web::view::Conflict;
use crate::web::{FieldErrors, FormData, FormView, Shell, view};

/// What the form of a view says.
#[derive(Clone, Debug)]
pub(super) struct ViewInput {
    pub name: String,
    pub shared_with: Option<Role>,
    pub pinned: bool,
}

/// Reads the form, or says all that is wrong with it.
pub(super) fn parse(form: &FormData) -> Result<ViewInput, FieldErrors> {
    let name = fields::text::required_line(form.get("name"), SAVED_VIEW_NAME_MAX)
        .map_err(|message| FieldErrors::from([("name", vec![message])]))?;
    Ok(ViewInput {
        name,
        shared_with: Role::parse(form.get("shared_with")),
        pinned: form.get("pinned") == "true",
    })
}

/// The form that would leave a view as it is.
pub(super) fn of(view: &SavedView) -> FormView {
    FormView::default()
        .with("name", view.name.as_str())
        .with("shared_with", view.shared_with.map_or("", Role::code))
        .with("version", view.version.to_string())
}

/// With whom a view can be shared.
pub(super) fn audiences(ui: &Shell) -> Vec<view::Choice> {
    let choice = |role: Role| view::Choice::new(role.code(), ui.t(audience(Some(role))));
    let nobody = view::Choice::new("", ui.t(audience(None)));
    let roles = Role::ALL.iter().copied().map(choice);
    std::iter::once(nobody).chain(roles).collect()
}

/// The catalogue's key of an audience.
pub(super) fn audience(shared_with: Option<Role>) -> &'static str {
    match shared_with {
        None => "views-private",
        Some(Role::Viewer) => "views-shared-viewer",
        Some(Role::Staff) => "views-shared-staff",
        Some(Role::Manager) => "views-shared-manager",
        Some(Role::Admin) => "views-shared-admin",
    }
}

/// Where a form differs from what somebody else has saved.
pub(super) fn conflicts(ui: &Shell, form: &FormData, saved: &SavedView) -> Vec<Conflict> {
    let audience_of = |code: &str| ui.t(audience(Role::parse(code))).to_string();
    let saved_code = saved.shared_with.map_or("", Role::code);
    let mut conflicts = Vec::new();
    if form.get("name").trim() != saved.name {
        conflicts.push(Conflict {
            label: ui.t("views-field-name").to_string(),
            yours: form.get("name").to_owned(),
            theirs: saved.name.clone(),
        });
    }
    if form.get("shared_with") != saved_code {
        conflicts.push(Conflict {
            label: ui.t("views-field-shared_with").to_string(),
            yours: audience_of(form.get("shared_with")),
            theirs: audience_of(saved_code),
        });
    }
    conflicts
}
