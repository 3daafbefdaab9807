//! An answer before it is sent: it can be stored and said again.

use super::etag;
use crate::audit::OperationId;
use crate::web::AppError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;

/// Status, headers and body.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// Headers besides type and tag.
    pub headers: Vec<(String, String)>,
    /// The body, if there is one.
    pub body: Option<Value>,
}

impl Reply {
    /// 200.
    pub fn ok(body: Value) -> Self {
        Self {
            status: StatusCode::OK,
            headers: Vec::new(),
            body: Some(body),
        }
    }

    /// 201 with its address.
    pub fn created(path: &str, body: Value) -> Self {
        let mut reply = Self::ok(body);
        reply.status = StatusCode::CREATED;
        reply.with("location", path)
    }

    /// 204.
    pub fn no_content() -> Self {
        Self {
            status: StatusCode::NO_CONTENT,
            headers: Vec::new(),
            body: None,
        }
    }

    /// The same with one header more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// The same with the operation that did it, which can be undone.
    #[must_use]
    pub fn done_by(self, operation: Option<OperationId>) -> Self {
        match operation {
            Some(id) => self.with("operation-id", id.to_string()),
            None => self,
        }
    }

    /// To be sent. The body's tag begins with its `version`, where it has one.
    pub(super) fn send(&self) -> Result<HttpResponse, AppError> {
        let mut answer = HttpResponse::build(self.status);
        for (name, value) in &self.headers {
            let name = HeaderName::try_from(name.as_str()).map_err(AppError::internal)?;
            let value = HeaderValue::from_str(value).map_err(AppError::internal)?;
            answer.insert_header((name, value));
        }
        let Some(body) = &self.body else {
            return Ok(answer.finish());
        };
        let text = body.to_string();
        let version = body.get("version").and_then(Value::as_i64);
        let version = version.and_then(|v| i32::try_from(v).ok());
        answer.insert_header((header::ETAG, etag::tag(version, &text)));
        Ok(answer
            .content_type("application/json; charset=utf-8")
            .body(text))
    }
}

/// A read: the body, or 304 for whoever has it already.
pub fn json(req: &HttpRequest, reply: &Reply) -> Result<HttpResponse, AppError> {
    let answer = reply.send()?;
    let tag = answer.headers().get(header::ETAG).cloned();
    let known = tag.as_ref().and_then(|t| t.to_str().ok());
    if known.is_some_and(|tag| etag::is_known(req.headers(), tag)) {
        let mut unchanged = HttpResponse::NotModified();
        tag.into_iter().for_each(|tag| {
            unchanged.insert_header((header::ETAG, tag));
        });
        return Ok(unchanged.finish());
    }
    Ok(answer)
}
