//! One error type, three faces: page, toast, JSON.
//!
//! actix's `ResponseError` cannot see the request, so an `AppError` gives only a status; [`super::render_errors`], the
//! outermost layer, writes the body.

use super::Problem;
use crate::auth::Role;
use crate::db::{is_busy, is_retryable};
use crate::i18n::Message;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use std::collections::BTreeMap;

/// What is wrong, by field. All mistakes at once, never the first only.
pub type FieldErrors = BTreeMap<&'static str, Vec<Message>>;

/// Every way a request can fail, in the caller's terms.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// No such thing, or not for this person to see.
    #[error("not found")]
    NotFound,
    /// It was there and has been deleted.
    #[error("gone")]
    Gone,
    /// It was merged into another record: its page.
    #[error("merged into {0}")]
    Merged(String),
    /// Nobody is signed in.
    #[error("signed out")]
    SignedOut,
    /// The role that would be needed.
    #[error("needs the role {0}")]
    Forbidden(Role),
    /// Refused for another reason than the role.
    #[error("refused: {}", .0.key)]
    Refused(Message),
    /// The request makes no sense (a broken address or body).
    #[error("bad request: {}", .0.key)]
    BadRequest(Message),
    /// Somebody else was first.
    #[error("conflict: {}", .0.key)]
    Conflict(Message),
    /// Fields are wrong, and no page shows the form again (API).
    #[error("invalid fields")]
    Invalid(FieldErrors),
    /// The body is larger than allowed.
    #[error("too large")]
    TooLarge,
    /// The body did not arrive in time.
    #[error("too slow")]
    TooSlow,
    /// Too many attempts; seconds to wait.
    #[error("too many attempts, wait {0} s")]
    TooMany(i64),
    /// The body is of a kind that this address does not take; what it takes.
    #[error("unsupported media type, takes {0}")]
    UnsupportedMedia(&'static str),
    /// The address exists, the method does not; the allowed ones.
    #[error("method not allowed")]
    MethodNotAllowed(String),
    /// What only the API says, with all its facts.
    #[error("problem: {}", .0.kind)]
    Problem(Box<Problem>),
    /// The database cannot serve at the moment.
    #[error("busy")]
    Busy,
    /// The cause is for the log; people see a fixed sentence.
    #[error("internal: {0}")]
    Internal(String),
}

impl AppError {
    /// Something that should not happen; `cause` goes to the log only.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// The catalogue's keys of title and explanation.
    pub(super) fn words(&self) -> (&'static str, Message) {
        let plain = |title, text| (title, Message::new(text));
        match self {
            Self::NotFound => plain("errors-not-found-title", "errors-not-found"),
            Self::Gone => plain("errors-gone-title", "errors-gone"),
            Self::Merged(into) => (
                "errors-gone-title",
                Message::new("errors-merged").link(into.as_str()),
            ),
            Self::SignedOut => plain("errors-signed-out-title", "errors-signed-out"),
            Self::Forbidden(role) => match role {
                Role::Admin => plain("errors-forbidden-title", "errors-needs-admin"),
                Role::Manager => plain("errors-forbidden-title", "errors-needs-manager"),
                _ => plain("errors-forbidden-title", "errors-needs-staff"),
            },
            Self::Refused(message) => ("errors-forbidden-title", message.clone()),
            Self::BadRequest(message) => ("errors-bad-request-title", message.clone()),
            Self::Conflict(message) => ("errors-conflict-title", message.clone()),
            Self::Invalid(_) => plain("errors-invalid-title", "errors-invalid"),
            Self::TooLarge => plain("errors-too-large-title", "errors-too-large"),
            Self::TooSlow => plain("errors-too-slow-title", "errors-too-slow"),
            Self::TooMany(seconds) => (
                "errors-too-many-title",
                Message::new("errors-too-many").arg("seconds", *seconds),
            ),
            Self::UnsupportedMedia(takes) => (
                "errors-media-title",
                Message::new("errors-media").arg("takes", *takes),
            ),
            Self::MethodNotAllowed(_) => plain("errors-method-title", "errors-method"),
            Self::Problem(problem) => (problem.title, problem.detail.clone()),
            Self::Busy => plain("errors-busy-title", "errors-busy"),
            Self::Internal(_) => plain("errors-internal-title", "errors-internal"),
        }
    }
}

impl ResponseError for AppError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone | Self::Merged(_) => StatusCode::GONE,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) | Self::Refused(_) => StatusCode::FORBIDDEN,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::UnsupportedMedia(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::MethodNotAllowed(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Problem(problem) => problem.status,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut builder = HttpResponse::build(self.status_code());
        match self {
            Self::TooMany(seconds) => builder
                .insert_header((header::RETRY_AFTER, seconds.to_string()))
                .insert_header(("ratelimit", format!("\"attempts\";r=0;t={seconds}"))),
            Self::Busy => builder.insert_header((header::RETRY_AFTER, "2")),
            Self::Problem(problem) if problem.status == StatusCode::SERVICE_UNAVAILABLE => {
                builder.insert_header((header::RETRY_AFTER, "2"))
            }
            Self::MethodNotAllowed(allowed) => {
                builder.insert_header((header::ALLOW, allowed.as_str()))
            }
            _ => &mut builder,
        };
        builder.finish()
    }
}

impl From<diesel::result::Error> for AppError {
    fn from(error: diesel::result::Error) -> Self {
        if is_busy(&error) || is_retryable(&error) {
            log::warn!("database busy: {error}");
            return Self::Busy;
        }
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            other => Self::internal(other),
        }
    }
}

impl From<askama::Error> for AppError {
    fn from(error: askama::Error) -> Self {
        Self::internal(format!("template: {error}"))
    }
}

impl From<std::io::Error> for AppError {
    fn from(error: std::io::Error) -> Self {
        Self::internal(error)
    }
}

impl crate::db::AsDatabaseError for AppError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        None
    }
}
