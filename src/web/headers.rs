//! The headers of every answer, the request's id, and one log line a request.

use super::{Shell, State, assets, client_address};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpRequest};
use std::time::Instant;

/// What a page may load: only what this program serves (UI.md section 2, Mozilla Observatory A+).
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

const FIXED: [(&str, &str); 7] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// The request's id: in the log and on error pages.
#[derive(Clone)]
struct RequestId(String);

/// The id given to this request.
pub fn request_id(req: &HttpRequest) -> String {
    req.extensions()
        .get::<RequestId>()
        .map(|id| id.0.clone())
        .unwrap_or_default()
}

/// Gives the request an id, sets the headers of the answer and writes the log line.
pub async fn frame(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let started = Instant::now();
    let id = format!("{:016x}", rand::random::<u64>());
    req.extensions_mut().insert(RequestId(id.clone()));
    let state = req.app_data::<Data<State>>().cloned();
    let address = state
        .as_ref()
        .map(|s| client_address(req.request(), &s.config))
        .unwrap_or_default();
    let line = format!("{} {}", req.method(), one_line(req.path()));
    let is_asset = req.path().starts_with("/s/");
    let is_api = req.path().starts_with("/api/");
    let mut response = next.call(req).await?;
    let https = state.is_some_and(|s| s.config.public_url.scheme() == "https");
    set_headers(response.headers_mut(), https, is_asset);
    if is_api && let Ok(id) = HeaderValue::from_str(&id) {
        let name = HeaderName::from_static("x-request-id");
        response.headers_mut().insert(name, id);
    }
    let ms = started.elapsed().as_secs_f64() * 1000.0;
    if !is_asset {
        let by = response.request().extensions();
        let by = by.get::<Shell>().and_then(|ui| ui.actor.as_ref());
        let by = by.map_or_else(|| "-".to_owned(), |actor| actor.id.to_string());
        log::info!(target: "minimata::request", "request={id} user={by} {line} {} {ms:.1}ms from={address}", response.status().as_u16());
    }
    Ok(response)
}

fn set_headers(headers: &mut HeaderMap, https: bool, is_asset: bool) {
    for (name, value) in FIXED {
        // A link with a token asks for a stricter one.
        if name == "referrer-policy" && headers.contains_key(name) {
            continue;
        }
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if https {
        let two_years = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, two_years);
    }
    if is_asset && headers.contains_key(header::CACHE_CONTROL) {
        return;
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.append(header::VARY, HeaderValue::from_static("HX-Request-Type"));
    if let Ok(version) = HeaderValue::from_str(assets::version()) {
        headers.insert(HeaderName::from_static("x-app-version"), version);
    }
}

/// Text for the log: no line break or escape sequence can forge another line.
pub fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .take(500)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asvs_3_4_1_https_is_remembered_for_two_years_and_plain_http_says_nothing_of_it() {
        let hsts = |https: bool| {
            let mut headers = HeaderMap::new();
            set_headers(&mut headers, https, false);
            headers.get(header::STRICT_TRANSPORT_SECURITY).cloned()
        };
        let told = hsts(true).unwrap();
        assert_eq!(told, "max-age=63072000; includeSubDomains");
        assert_eq!(hsts(false), None);
    }

    #[test]
    fn asvs_16_4_1_nobody_can_forge_a_line_of_the_log() {
        let forged = one_line("/x\r\n[INFO] admin signed in\u{1b}[31m");
        assert!(!forged.contains(['\r', '\n', '\u{1b}']));
    }
}
