//! The form of a definition.

use crate::auth::people::Names;
use crate::kpis::Cadence;
use crate::kpis::forms::FIELDS;
use crate::kpis::model::{Definition, Direction, Scope, Source, Totalling};
use crate::web::record::{EditPage, FormField};
use crate::web::view::Choice;
use crate::web::{FormView, Shell};

/// The fields with what can be chosen in them.
pub(in crate::kpis) fn form_fields(ui: &Shell, people: &Names) -> Vec<FormField> {
    let options = |name: &str| -> Vec<Choice> {
        let choice = |code: &str, label: &str| Choice::new(code, ui.t(label));
        match name {
            "cadence" => Cadence::ALL
                .iter()
                .map(|c| choice(c.code(), c.label()))
                .collect(),
            "direction" => Direction::ALL
                .iter()
                .map(|d| choice(d.code(), d.label()))
                .collect(),
            "totalling" => Totalling::ALL
                .iter()
                .map(|t| choice(t.code(), t.label()))
                .collect(),
            "scope" => Scope::ALL
                .iter()
                .map(|s| choice(s.code(), s.label()))
                .collect(),
            "source" => Source::ALL
                .iter()
                .map(|s| choice(s.code(), s.label()))
                .collect(),
            "owner_id" => people
                .iter()
                .map(|(id, name)| Choice::new(id.to_string(), name))
                .collect(),
            _ => Vec::new(),
        }
    };
    FIELDS
        .iter()
        .map(|field| FormField {
            field: *field,
            options: options(field.name),
        })
        .collect()
}

/// The form of a new KPI.
pub(in crate::kpis) fn new_page(ui: Shell, fields: Vec<FormField>, form: FormView) -> EditPage {
    let title = ui.t("kpis-new").to_string();
    EditPage::new(ui, title, "/kpis", fields, form)
}

/// The form of a KPI that is there.
pub(in crate::kpis) fn edit_page(
    ui: Shell,
    definition: &Definition,
    fields: Vec<FormField>,
    form: FormView,
) -> EditPage {
    let title = ui
        .t("common-edit-named")
        .arg("name", definition.name.as_str())
        .to_string();
    EditPage::new(ui, title, &definition.path(), fields, form)
}
