//! Which kind of answer the caller can use, and in which language, decided once, from the request.

use crate::i18n::Lang;
use actix_web::http::header::HeaderMap;
use actix_web::{Error, FromRequest, HttpRequest, dev::Payload};
use std::future::{Ready, ready};

/// The kind of answer. No handler reads an `HX-` header itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// A whole page: plain browsers, boosted links, Back.
    Page,
    /// The part of the page that htmx will swap.
    Fragment,
    /// JSON: everything below `/api`.
    Json,
}

impl Wants {
    /// Decides by path and `HX-Request-Type` alone (UI rule 7).
    pub fn of(req: &HttpRequest) -> Self {
        Self::from_parts(req.path(), req.headers())
    }

    /// The same for callers that have no `HttpRequest`.
    pub fn from_parts(path: &str, headers: &HeaderMap) -> Self {
        if path == "/api" || path.starts_with("/api/") {
            Self::Json
        } else if headers
            .get("hx-request-type")
            .is_some_and(|v| v == "partial")
        {
            Self::Fragment
        } else {
            Self::Page
        }
    }

    /// Whether only a part of the page is wanted.
    pub fn fragment(self) -> bool {
        self == Self::Fragment
    }
}

/// The language that the request asks for. Programs say nothing of it, and their authors read English.
pub(super) fn accepted_language(req: &HttpRequest) -> Lang {
    let header = req
        .headers()
        .get("accept-language")
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    match header {
        "" if req.path().starts_with("/api/") => Lang::En,
        asked => Lang::accepted(asked).unwrap_or(Lang::Sv),
    }
}

impl FromRequest for Wants {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(req)))
    }
}
