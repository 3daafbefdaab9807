//! What the forms and pages of records have in common: a record's fields described once, for the whole form, for
//! editing one field in place, for the facts of its page and for the conflict of two editors.

use super::view::{Choice, Conflict};
use super::{FormData, FormView, Shell};

/// How a field is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Text,
    /// An e-mail address.
    Email,
    /// A phone number.
    Tel,
    /// A web address.
    Url,
    /// A whole number.
    Number,
    /// Several lines.
    Paragraph,
    /// One of a few values.
    Choice,
    /// One of a few values, or none.
    OptionalChoice,
    /// An account, by name or number, with suggestions.
    Account,
}

/// A field of a record's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in forms, addresses and history: the column's name.
    pub name: &'static str,
    /// The catalogue's key of its label.
    pub label: &'static str,
    /// The catalogue's key of its hint, or nothing.
    pub hint: &'static str,
    /// How it is typed.
    pub input: Input,
    /// Whether it must be filled in.
    pub required: bool,
}

impl Field {
    /// A field that may be left empty.
    pub const fn new(name: &'static str, label: &'static str, input: Input) -> Self {
        Self {
            name,
            label,
            hint: "",
            input,
            required: false,
        }
    }

    /// It must be filled in.
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// With a hint under its label.
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }
}

/// The field with this name.
pub fn field(fields: &'static [Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.name == name)
}

/// A field with what can be chosen in it, as the form's template asks for it.
#[derive(Clone, Debug)]
pub struct FormField {
    /// The field.
    pub field: Field,
    /// What can be chosen; empty for typed fields.
    pub options: Vec<Choice>,
}

impl FormField {
    /// The kind of control, for the template.
    pub fn control(&self) -> &'static str {
        match self.field.input {
            Input::Text => "text",
            Input::Email => "email",
            Input::Tel => "tel",
            Input::Url => "url",
            Input::Number => "number",
            Input::Paragraph => "paragraph",
            Input::Choice => "choice",
            Input::OptionalChoice => "optional",
            Input::Account => "account",
        }
    }
}

/// How a record is written in a field where it was picked: its name and id, so that it is found again whatever its name.
pub fn picked(name: &str, id: impl std::fmt::Display) -> String {
    format!("{name} #{id}")
}

/// The id in what [`picked`] wrote.
pub fn picked_id(text: &str) -> Option<i64> {
    text.rsplit_once('#')?.1.trim().parse().ok()
}

/// Two editors of one record: the fields where the second one's form differs from what the first one saved. `before`
/// is what the second one started from, where that is known; a field they did not touch is no conflict.
pub fn conflicts(
    ui: &Shell,
    fields: &[FormField],
    typed: &FormData,
    saved: &FormData,
) -> Vec<Conflict> {
    let shown = |field: &FormField, value: &str| {
        let chosen = field.options.iter().find(|o| o.value == value);
        chosen.map_or_else(|| value.to_owned(), |o| o.label.clone())
    };
    fields
        .iter()
        .filter(|f| {
            typed.has(f.field.name)
                && typed.get(f.field.name).trim() != saved.get(f.field.name).trim()
        })
        .map(|f| Conflict {
            label: ui.t(f.field.label).to_string(),
            yours: shown(f, typed.get(f.field.name)),
            theirs: shown(f, saved.get(f.field.name)),
        })
        .collect()
}

/// A form with the version it starts from.
pub fn versioned(data: &FormData, version: i32) -> FormView {
    data.view().with("version", version.to_string())
}

/// One fact of a record's page.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its id in the page.
    pub id: String,
    /// The catalogue's key of its label.
    pub label: &'static str,
    /// The address of its edit form; empty for who may not, or what is not edited.
    pub edit: String,
    /// Its value.
    pub cell: super::list::Cell,
}
