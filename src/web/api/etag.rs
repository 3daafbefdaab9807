//! ETags and preconditions. A record's tag begins with its version, so that `If-Match` says which one was read.

use crate::i18n::Message;
use crate::web::{AppError, Problem};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};

/// `If-Match`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precondition {
    /// `*`: whatever is there.
    Any,
    /// The version that was read.
    Version(i32),
}

impl Precondition {
    /// Reads the header. A tag that none of our answers carried matches nothing.
    pub(super) fn of(headers: &HeaderMap) -> Result<Option<Self>, AppError> {
        let Some(value) = headers.get(header::IF_MATCH) else {
            return Ok(None);
        };
        let text = value.to_str().unwrap_or_default().trim();
        if text == "*" {
            return Ok(Some(Self::Any));
        }
        let tag = text.strip_prefix("W/").unwrap_or(text);
        let tag = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
        let version = tag.and_then(|tag| tag.split('-').next()?.parse().ok());
        version.map(|v| Some(Self::Version(v))).ok_or_else(|| {
            let detail = Message::new("api-bad-if-match");
            let status = StatusCode::BAD_REQUEST;
            Problem::new("bad-request", status, "errors-bad-request-title", detail).into()
        })
    }
}

/// The tag of a body: of a record with its version first.
pub(super) fn tag(version: Option<i32>, body: &str) -> String {
    let hash = crate::auth::token::hex(body);
    let short = hash.get(..16).unwrap_or_default();
    match version {
        Some(version) => format!("\"{version}-{short}\""),
        None => format!("\"{short}\""),
    }
}

/// Whether the caller has this very answer already.
pub(super) fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let given = headers.get_all(header::IF_NONE_MATCH);
    let given = given.filter_map(|v| v.to_str().ok());
    given
        .flat_map(|v| v.split(','))
        .map(|t| t.trim().trim_start_matches("W/"))
        .any(|t| t == "*" || t == tag)
}
