//! The fields of a record in JSON, and how they become the form that the pages send: one set of rules for both.

use crate::i18n::Message;
use crate::web::{FieldErrors, FieldProblem, FormData};
use serde_json::{Map, Value};

/// What JSON has at a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// Text; null and nothing are empty text.
    Text,
    /// A whole number or null.
    Integer,
    /// The id of something else or null.
    Id,
    /// An exact number, as text or number, or null.
    Decimal,
    /// `true` or `false`.
    Boolean,
}

/// A field that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireField {
    /// Its name in JSON.
    pub name: &'static str,
    /// Its name in the form.
    pub form: &'static str,
    /// What it holds.
    pub wire: Wire,
}

impl WireField {
    /// A text that is called the same in the form.
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, name, Wire::Text)
    }

    /// Any field.
    pub const fn new(name: &'static str, form: &'static str, wire: Wire) -> Self {
        Self { name, form, wire }
    }

    /// The value as the form writes it, or the mistake.
    fn typed(&self, value: &Value) -> Result<String, Message> {
        match (self.wire, value) {
            (_, Value::Null) => Ok(String::new()),
            (Wire::Text, Value::String(text)) => Ok(text.clone()),
            (Wire::Integer | Wire::Id, Value::Number(n)) if n.is_i64() || n.is_u64() => {
                Ok(n.to_string())
            }
            (Wire::Boolean, Value::Bool(yes)) => Ok(if *yes { "true" } else { "" }.to_owned()),
            (Wire::Decimal, Value::Number(number)) => Ok(number.to_string()),
            (Wire::Decimal, Value::String(text)) if is_decimal(text) => Ok(text.clone()),
            (Wire::Decimal, _) => Err(Message::new("api-type-number")),
            (Wire::Text, _) => Err(Message::new("api-type-text")),
            (Wire::Integer, _) => Err(Message::new("api-type-integer")),
            (Wire::Id, _) => Err(Message::new("api-type-id")),
            (Wire::Boolean, _) => Err(Message::new("api-type-boolean")),
        }
    }
}

/// The schema of an exact number in the document.
pub fn decimal_schema() -> utoipa::openapi::schema::Object {
    use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
    let types = [Type::String, Type::Number, Type::Null];
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter(types))
        .pattern(Some(r"^-?[0-9]+(\.[0-9]+)?$"))
        .build()
}

/// Digits with at most one point and a sign: how our answers write numbers.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all(whole) && all(fraction)
}

/// Puts what was sent into the form. Names that are no field are refused, but for those in `besides`.
pub fn fill(
    fields: &[WireField],
    sent: &Map<String, Value>,
    besides: &[&str],
    data: &mut FormData,
) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    for (name, value) in sent {
        let field = fields.iter().find(|field| field.name == name);
        match field {
            Some(field) => match field.typed(value) {
                Ok(text) => data.set(field.form, text),
                Err(message) => problems.push(FieldProblem::new(name, message)),
            },
            None if besides.contains(&name.as_str()) => {}
            None => problems.push(FieldProblem::new(name, Message::new("api-field-unknown"))),
        }
    }
    problems
}

/// The form's mistakes at the names that JSON has.
pub fn renamed(fields: &[WireField], errors: FieldErrors) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    for (form, messages) in errors {
        let name = fields.iter().find(|field| field.form == form);
        let name = name.map_or(form, |field| field.name);
        problems.extend(messages.into_iter().map(|m| FieldProblem::new(name, m)));
    }
    problems
}
