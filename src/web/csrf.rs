//! Cross-site request forgery: every request that writes must come from a page of ours. Decided by the browser's own
//! headers (OWASP CSRF cheat sheet, Fetch Metadata): `Sec-Fetch-Site`, else `Origin`, else refused.

use super::{AppError, State};
use crate::i18n::Message;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest};

/// Refuses writes from elsewhere.
pub async fn guard(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let safe = matches!(
        *req.method(),
        Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE
    );
    if !safe && !acts_by_key(req.request()) && !same_origin(req.request()) {
        log::warn!(
            "refused a cross-site {} {}",
            req.method(),
            super::headers::one_line(req.path())
        );
        return Ok(req.error_response(AppError::Refused(Message::new("errors-cross-site"))));
    }
    Ok(next.call(req).await?.map_into_boxed_body())
}

/// What signs in and out, whatever else is presented.
const WRITES_COOKIE: [&str; 3] = ["/api/auth/login", "/api/auth/logout", "/api/auth/register"];

/// A key stands in a header that no form and no other site's script can set, and nothing that is done with one reads
/// the cookie, but for signing in and out.
fn acts_by_key(req: &HttpRequest) -> bool {
    let path = req.path();
    path.starts_with("/api/")
        && !WRITES_COOKIE.contains(&path)
        && crate::auth::keys::is_presented(req)
}

fn same_origin(req: &HttpRequest) -> bool {
    let header = |name: &str| req.headers().get(name).map(|v| v.to_str().unwrap_or("?"));
    match (header("sec-fetch-site"), header(header::ORIGIN.as_str())) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => own_origin(req, origin),
        (None, None) => false,
    }
}

/// Plain http on a LAN name sends no `Sec-Fetch-*`: then the origin must be our own host, or the public address.
fn own_origin(req: &HttpRequest, origin: &str) -> bool {
    let Ok(origin) = url::Url::parse(origin) else {
        return false;
    };
    let authority = &origin[url::Position::BeforeHost..url::Position::AfterPort];
    let host = req
        .headers()
        .get(header::HOST)
        .and_then(|v| v.to_str().ok());
    let public = req
        .app_data::<Data<State>>()
        .map(|state| state.config.public_url.origin());
    host.is_some_and(|host| host.eq_ignore_ascii_case(authority)) || public == Some(origin.origin())
}
