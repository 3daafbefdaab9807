//! One error type, three faces: page, toast, JSON.
//!
//! actix's `ResponseError` cannot see the request, so an `AppError` gives only a status; [`render_errors`], the
//! outermost layer, writes the body.

use super::{Shell, State, Wants};
use crate::auth::Role;
use crate::db::{is_busy, is_retryable};
use crate::i18n::{Lang, Message};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpResponse, ResponseError};
use askama::Template;
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
    /// Too many attempts; seconds to wait.
    #[error("too many attempts, wait {0} s")]
    TooMany(i64),
    /// The address exists, the method does not; the allowed ones.
    #[error("method not allowed")]
    MethodNotAllowed(&'static str),
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
    fn words(&self) -> (&'static str, Message) {
        let plain = |title, text| (title, Message::new(text));
        match self {
            Self::NotFound => plain("errors-not-found-title", "errors-not-found"),
            Self::Gone => plain("errors-gone-title", "errors-gone"),
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
            Self::TooMany(seconds) => (
                "errors-too-many-title",
                Message::new("errors-too-many").arg("seconds", *seconds),
            ),
            Self::MethodNotAllowed(_) => plain("errors-method-title", "errors-method"),
            Self::Busy => plain("errors-busy-title", "errors-busy"),
            Self::Internal(_) => plain("errors-internal-title", "errors-internal"),
        }
    }
}

impl ResponseError for AppError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) | Self::Refused(_) => StatusCode::FORBIDDEN,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::MethodNotAllowed(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut builder = HttpResponse::build(self.status_code());
        match self {
            Self::TooMany(seconds) => {
                builder.insert_header((header::RETRY_AFTER, seconds.to_string()))
            }
            Self::Busy => builder.insert_header((header::RETRY_AFTER, "2")),
            Self::MethodNotAllowed(allowed) => builder.insert_header((header::ALLOW, *allowed)),
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

#[derive(Template)]
#[template(path = "errors/page.html")]
struct ErrorPage {
    ui: Shell,
    title: String,
    message: String,
    request_id: String,
}

#[derive(Template)]
#[template(path = "errors/toast.html")]
struct ErrorToast {
    ui: Shell,
    message: String,
}

/// Outermost layer: gives an `AppError`, or an empty error answer of the framework, its body.
pub async fn render_errors(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    // Read before `call`: a cloned HttpRequest must not be held across it.
    let wants = Wants::of(req.request());
    let frame = Frame::of(&req);
    let response = next.call(req).await?.map_into_boxed_body();
    let Some(error) = response
        .response()
        .error()
        .and_then(|e| e.as_error::<AppError>())
    else {
        return Ok(response);
    };
    if let AppError::Internal(cause) = error {
        log::error!(
            "request={} {}",
            frame.request_id,
            super::headers::one_line(cause)
        );
    }
    if matches!(error, AppError::SignedOut) && wants != Wants::Json {
        return Ok(send_to_login(response, &frame));
    }
    let (content_type, body) = frame.body(error, wants)?;
    Ok(response.map_body(|head, _| {
        head.headers_mut().insert(
            header::CONTENT_TYPE,
            header::HeaderValue::from_static(content_type),
        );
        BoxBody::new(body)
    }))
}

/// What is needed of the request to answer an error, kept across the call.
struct Frame {
    ui: Shell,
    request_id: String,
    path_and_query: String,
    is_htmx: bool,
    is_get: bool,
    current: Option<String>,
}

impl Frame {
    fn of(req: &ServiceRequest) -> Self {
        let header = |name: &str| {
            req.headers()
                .get(name)
                .and_then(|v| v.to_str().ok())
                .map(str::to_owned)
        };
        let ui = match req.app_data::<Data<State>>() {
            Some(state) => Shell::for_request(req.request(), state, None),
            None => Shell::bare(Lang::En),
        };
        Self {
            ui,
            request_id: super::headers::request_id(req.request()),
            path_and_query: req
                .uri()
                .path_and_query()
                .map_or_else(|| "/".to_owned(), |p| p.to_string()),
            is_htmx: req
                .headers()
                .keys()
                .any(|name| name.as_str().starts_with("hx-")),
            is_get: req.method() == actix_web::http::Method::GET,
            current: header("hx-current-url")
                .and_then(|u| url::Url::parse(&u).ok())
                .map(|u| u[url::Position::BeforePath..url::Position::AfterQuery].to_owned()),
        }
    }

    fn body(self, error: &AppError, wants: Wants) -> Result<(&'static str, String), AppError> {
        let (title_key, message) = error.words();
        let title = self.ui.t(title_key).to_string();
        let message = self.ui.say(&message);
        Ok(match wants {
            Wants::Json => (
                "application/json; charset=utf-8",
                json_body(error, &title, &message, &self.request_id),
            ),
            Wants::Fragment => (
                "text/html; charset=utf-8",
                ErrorToast {
                    ui: self.ui,
                    message,
                }
                .render()?,
            ),
            Wants::Page => {
                let page = ErrorPage {
                    ui: self.ui,
                    title,
                    message,
                    request_id: self.request_id,
                };
                ("text/html; charset=utf-8", page.render()?)
            }
        })
    }

    /// Where to go on after signing in: the page the person was on. A form's own address may not be one.
    fn next(&self) -> String {
        match (&self.current, self.is_get) {
            (Some(current), _) => current.clone(),
            (None, true) => self.path_and_query.clone(),
            (None, false) => "/".to_owned(),
        }
    }
}

/// RFC 9457 problem details.
fn json_body(error: &AppError, title: &str, message: &str, request_id: &str) -> String {
    let fields = match error {
        AppError::Invalid(fields) => Some(
            fields
                .iter()
                .map(|(name, messages)| {
                    (
                        *name,
                        messages.iter().map(|m| Lang::En.say(m)).collect::<Vec<_>>(),
                    )
                })
                .collect::<BTreeMap<_, _>>(),
        ),
        _ => None,
    };
    serde_json::json!({
        "title": title, "status": error.status_code().as_u16(), "detail": message,
        "fields": fields, "request_id": request_id,
    })
    .to_string()
}

/// htmx would swap a redirected sign-in page into the table: it is told by header instead (UI rule 17).
fn send_to_login(response: ServiceResponse<BoxBody>, frame: &Frame) -> ServiceResponse<BoxBody> {
    let next: String = url::form_urlencoded::byte_serialize(frame.next().as_bytes()).collect();
    let target = format!("/login?next={next}");
    let answer = if frame.is_htmx {
        HttpResponse::Unauthorized()
            .insert_header(("HX-Redirect", target))
            .finish()
    } else {
        HttpResponse::SeeOther()
            .insert_header((header::LOCATION, target))
            .finish()
    };
    response.into_response(answer)
}
