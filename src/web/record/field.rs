//! A record's fields, described once: for the whole form, for one field in place, for facts and for conflicts.

use crate::fields::fold::fold;
use crate::i18n::Message;
use crate::web::view::Choice;

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
    /// One line, with what others have written there before to choose from.
    Suggested,
    /// A day.
    Day,
    /// Yes or no.
    Tick,
    /// An account, by name or number, with suggestions.
    Account,
    /// A contact, by name or e-mail address, with suggestions.
    Contact,
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
    /// What can be chosen or is suggested; empty for other fields.
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
            Input::Suggested => "suggested",
            Input::Day => "day",
            Input::Tick => "tick",
            Input::Account => "account",
            Input::Contact => "contact",
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

/// Whether what [`picked`] wrote names this record: by its name, or by its id alone.
pub fn picked_names(text: &str, name: &str) -> bool {
    let before = text
        .rsplit_once('#')
        .map_or("", |(before, _)| before)
        .trim();
    before.is_empty() || fold(before) == fold(name)
}

/// The only one of `found`, or what to write instead: that there is none, or the names of all of them.
pub fn one_of<T>(
    mut found: Vec<T>,
    picked: impl Fn(&T) -> String,
    none: impl FnOnce() -> Message,
    several: impl FnOnce(String) -> Message,
) -> Result<T, Message> {
    match (found.pop(), found.as_slice()) {
        (Some(one), []) => Ok(one),
        (None, _) => Err(none()),
        (Some(last), others) => {
            let names: Vec<String> = others.iter().chain([&last]).map(picked).collect();
            Err(several(names.join(", ")))
        }
    }
}
