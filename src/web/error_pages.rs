//! The three faces of an error.

use super::{AppError, Shell, State, Wants, problem};
use crate::i18n::Lang;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpResponse};
use askama::Template;

#[derive(Template)]
#[template(path = "errors/page.html")]
struct ErrorPage {
    ui: Shell,
    title: String,
    message: String,
    /// A page that helps on; empty for none.
    href: String,
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
    let mut frame = Frame::of(&req);
    let response = next.call(req).await?.map_into_boxed_body();
    // Whoever has been found to be signed in reads the error in their own language.
    if let Some(ui) = response.request().extensions().get::<Shell>() {
        frame.ui = ui.clone();
    }
    let Some(found) = response.response().error() else {
        return Ok(response);
    };
    let foreign;
    let error = match found.as_error::<AppError>() {
        Some(error) => error,
        // The framework's own words are for pages of nobody; the API has one shape for all.
        None if wants == Wants::Json => {
            foreign = problem::of_framework(response.status());
            &foreign
        }
        None => return Ok(response),
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
    if let AppError::Merged(into) = error
        && frame.is_page
    {
        let into = into.clone();
        return Ok(lead_to(response, &into));
    }
    let (content_type, body) = frame.body(error, wants)?;
    let challenge = wants == Wants::Json && matches!(error, AppError::SignedOut);
    Ok(response.map_body(|head, _| {
        let headers = head.headers_mut();
        let value = header::HeaderValue::from_static;
        headers.insert(header::CONTENT_TYPE, value(content_type));
        if challenge {
            headers.insert(header::WWW_AUTHENTICATE, value("Bearer realm=\"minimata\""));
        }
        BoxBody::new(body)
    }))
}

/// What is needed of the request to answer an error, kept across the call.
struct Frame {
    ui: Shell,
    request_id: String,
    path_and_query: String,
    is_htmx: bool,
    /// A page was asked for by its address.
    is_page: bool,
    current: Option<String>,
}

impl Frame {
    fn of(req: &ServiceRequest) -> Self {
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
            is_page: req.method() == actix_web::http::Method::GET
                && Wants::of(req.request()) == Wants::Page,
            current: super::came_from(req.request()),
        }
    }

    fn body(self, error: &AppError, wants: Wants) -> Result<(&'static str, String), AppError> {
        let (title_key, message) = error.words();
        let title = self.ui.t(title_key).to_string();
        let (message, href) = (self.ui.say(&message), message.href);
        Ok(match wants {
            Wants::Json => (
                problem::MEDIA_TYPE,
                problem::body(error, &self.ui, title, message, self.request_id),
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
                    href,
                    request_id: self.request_id,
                };
                ("text/html; charset=utf-8", page.render()?)
            }
        })
    }

    /// Where to go on after signing in: the page that was asked for, else the one the person was on. The address of a
    /// form or of a part of a page may not be one.
    fn next(&self) -> String {
        match &self.current {
            _ if self.is_page => self.path_and_query.clone(),
            Some(current) => current.clone(),
            None => "/".to_owned(),
        }
    }
}

/// The page of a record that was merged is that of the one that stayed. Not for good: a merge can be undone.
fn lead_to(response: ServiceResponse<BoxBody>, path: &str) -> ServiceResponse<BoxBody> {
    let answer = HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish();
    response.into_response(answer)
}

/// htmx would swap a redirected sign-in page into the table: it is told by header instead (UI rule 17).
fn send_to_login(response: ServiceResponse<BoxBody>, frame: &Frame) -> ServiceResponse<BoxBody> {
    let next: String = url::form_urlencoded::byte_serialize(frame.next().as_bytes()).collect();
    let target = format!("/login?next={next}");
    let mut answer = if frame.is_htmx {
        HttpResponse::Unauthorized()
            .insert_header(("HX-Redirect", target))
            .finish()
    } else {
        HttpResponse::SeeOther()
            .insert_header((header::LOCATION, target))
            .finish()
    };
    // The cookie may hold the ticket of what was typed.
    for cookie in response.headers().get_all(header::SET_COOKIE) {
        answer
            .headers_mut()
            .append(header::SET_COOKIE, cookie.clone());
    }
    response.into_response(answer)
}
