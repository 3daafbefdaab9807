//! The one shape of an error below `/api`: RFC 9457 problem details, with the fields and the request's id.

use super::{AppError, Shell};
use crate::i18n::Message;
use actix_web::ResponseError;
use actix_web::http::StatusCode;
use serde_json::{Map, Value, json};

/// What such an answer is called.
pub(super) const MEDIA_TYPE: &str = "application/problem+json; charset=utf-8";

/// What is wrong with one field of a body, or one parameter of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Its name in the body or address.
    pub field: String,
    /// What is wrong; the key is the stable code.
    pub message: Message,
}

impl FieldProblem {
    /// This field, this mistake.
    pub fn new(field: impl Into<String>, message: Message) -> Self {
        Self {
            field: field.into(),
            message,
        }
    }

    /// As the answer shows it.
    pub fn shown(&self, ui: &Shell) -> Value {
        json!({ "field": self.field, "code": self.message.key, "message": ui.say(&self.message) })
    }
}

/// An error that only the API knows.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The stable name, the end of `type`.
    pub kind: &'static str,
    /// The status.
    pub status: StatusCode,
    /// The catalogue's key of the title.
    pub title: &'static str,
    /// The explanation.
    pub detail: Message,
    /// The fields that are wrong.
    pub errors: Vec<FieldProblem>,
    /// What else the caller needs, such as the record as it is now.
    pub more: Map<String, Value>,
}

impl Problem {
    /// A problem without fields.
    pub fn new(
        kind: &'static str,
        status: StatusCode,
        title: &'static str,
        detail: Message,
    ) -> Self {
        Self {
            kind,
            status,
            title,
            detail,
            errors: Vec::new(),
            more: Map::new(),
        }
    }

    /// Fields that are wrong: 422.
    pub fn fields(errors: Vec<FieldProblem>) -> Self {
        let detail = Message::new("api-invalid");
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self {
            errors,
            ..Self::new("invalid-fields", status, "errors-invalid-title", detail)
        }
    }

    /// The same with one fact more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.more.insert(name.to_owned(), value.into());
        self
    }
}

impl From<Problem> for AppError {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

/// Every kind of problem with its status, for the document.
pub const KINDS: &[(&str, u16)] = &[
    ("bad-request", 400),
    ("bad-json", 400),
    ("key-in-address", 400),
    ("unauthorized", 401),
    ("forbidden", 403),
    ("key-scope", 403),
    ("refused", 403),
    ("not-found", 404),
    ("method-not-allowed", 405),
    ("too-slow", 408),
    ("conflict", 409),
    ("gone", 410),
    ("precondition-failed", 412),
    ("too-large", 413),
    ("unsupported-media", 415),
    ("invalid-fields", 422),
    ("batch-refused", 422),
    ("idempotency-key-reused", 422),
    ("sign-in-refused", 422),
    ("precondition-required", 428),
    ("too-many", 429),
    ("internal", 500),
    ("busy", 503),
    ("not-ready", 503),
];

/// The stable name of each error, the end of `type`.
pub(super) fn kind(error: &AppError) -> &'static str {
    match error {
        AppError::NotFound => "not-found",
        AppError::Gone => "gone",
        AppError::Merged(_) => "merged",
        AppError::SignedOut => "unauthorized",
        AppError::Forbidden(_) => "forbidden",
        AppError::Refused(_) => "refused",
        AppError::BadRequest(_) => "bad-request",
        AppError::Conflict(_) => "conflict",
        AppError::Invalid(_) => "invalid-fields",
        AppError::TooLarge => "too-large",
        AppError::TooSlow => "too-slow",
        AppError::TooMany(_) => "too-many",
        AppError::UnsupportedMedia(_) => "unsupported-media",
        AppError::MethodNotAllowed(_) => "method-not-allowed",
        AppError::Problem(problem) => problem.kind,
        AppError::Busy => "busy",
        AppError::Internal(_) => "internal",
    }
}

/// The error as the list of its fields.
fn fields_of(error: &AppError) -> Vec<FieldProblem> {
    match error {
        AppError::Problem(problem) => problem.errors.clone(),
        AppError::Invalid(fields) => {
            let each = fields.iter().flat_map(|(name, messages)| {
                let one = |message: &Message| FieldProblem::new(*name, message.clone());
                messages.iter().map(one)
            });
            each.collect()
        }
        _ => Vec::new(),
    }
}

/// The error as a JSON object, without the request's id: as it also stands in an answer about several rows.
pub fn value(error: &AppError, ui: &Shell) -> Map<String, Value> {
    let (title, detail) = error.words();
    let title = ui.t(title).to_string();
    described(error, ui, title, ui.say(&detail))
}

fn described(error: &AppError, ui: &Shell, title: String, detail: String) -> Map<String, Value> {
    let mut body = match error {
        AppError::Problem(problem) => problem.more.clone(),
        AppError::Merged(into) => {
            Map::from_iter([("merged_into".to_owned(), into.as_str().into())])
        }
        _ => Map::new(),
    };
    let kind = kind(error);
    body.insert(
        "type".to_owned(),
        format!("urn:minimata:problem:{kind}").into(),
    );
    body.insert("title".to_owned(), title.into());
    body.insert("status".to_owned(), error.status_code().as_u16().into());
    body.insert("detail".to_owned(), detail.into());
    let fields = fields_of(error);
    if !fields.is_empty() {
        let fields = fields.iter().map(|field| field.shown(ui));
        body.insert("errors".to_owned(), fields.collect());
    }
    body
}

/// The body of the answer.
pub(super) fn body(
    error: &AppError,
    ui: &Shell,
    title: String,
    detail: String,
    request_id: String,
) -> String {
    let detail = match error {
        AppError::SignedOut => ui.t("api-unauthorized").to_string(),
        _ => detail,
    };
    let mut body = described(error, ui, title, detail);
    body.insert("request_id".to_owned(), request_id.into());
    Value::Object(body).to_string()
}

/// What the framework refused by itself, by its status.
pub(super) fn of_framework(status: StatusCode) -> AppError {
    match status {
        StatusCode::NOT_FOUND => AppError::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => AppError::TooLarge,
        status if status.is_server_error() => AppError::internal(status),
        _ => AppError::BadRequest(Message::new("errors-bad-request")),
    }
}
