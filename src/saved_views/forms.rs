//! What was typed about a view.

use super::model::SavedView;
use crate::auth::Role;
use crate::fields::{self, SAVED_VIEW_NAME_MAX};
use crate::web::view::{Conflict, Conflicts};
use crate::web::{FieldErrors, FormData, Shell, view};

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

/// The fields that two people can change at once.
pub(super) const NAMES: [&str; 2] = ["name", "shared_with"];

/// The form that would leave a view as it is.
pub(super) fn of(view: &SavedView) -> FormData {
    let audience = view.shared_with.map_or("", Role::code);
    FormData::from_pairs([("name", view.name.as_str()), ("shared_with", audience)])
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

/// What has to be chosen: fields that were saved elsewhere meanwhile.
pub(super) fn conflicts(ui: &Shell, clashes: &[&'static str], saved: &SavedView) -> Conflicts {
    let note = ui
        .t("common-conflict-at")
        .arg("when", ui.when(&saved.updated_at))
        .to_string();
    let one = |name: &'static str| Conflict {
        name,
        label: ui.t(&format!("views-field-{name}")).to_string(),
        theirs: match name {
            "name" => saved.name.clone(),
            _ => ui.t(audience(saved.shared_with)).to_string(),
        },
        note: note.clone(),
    };
    Conflicts(clashes.iter().copied().map(one).collect())
}
