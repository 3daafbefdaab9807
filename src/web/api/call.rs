//! A write as it was asked for: body, precondition, Idempotency-Key, dry run.

use super::body;
use super::etag::Precondition;
use super::fields::fill;
use crate::i18n::Message;
use crate::web::{AppError, FieldProblem, FormData, Problem, form};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, StatusCode};
use actix_web::web::Payload;
use actix_web::{FromRequest, HttpRequest, dev};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::future::Future;
use std::pin::Pin;

/// The extractor of every write.
#[derive(Clone, Debug)]
pub struct Call {
    /// What was sent; null for no body.
    pub body: Value,
    /// `If-Match`, where it is given.
    pub precondition: Option<Precondition>,
    /// Everything is checked, and nothing stays.
    pub is_dry_run: bool,
    pub(super) key: Option<String>,
    pub(super) request_hash: Vec<u8>,
}

impl Call {
    /// The body as an object.
    pub fn object(&self) -> Result<&Map<String, Value>, AppError> {
        self.body.as_object().ok_or_else(|| {
            let detail = Message::new("api-object-wanted");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Problem::new("invalid-fields", status, "errors-invalid-title", detail).into()
        })
    }

    /// That nothing was sent, or an empty object.
    pub fn takes_nothing(&self) -> Result<(), AppError> {
        match &self.body {
            Value::Null => Ok(()),
            _ => {
                let mut none = FormData::default();
                let problems = fill(&[], self.object()?, &[], &mut none);
                match problems.is_empty() {
                    true => Ok(()),
                    false => Err(Problem::fields(problems).into()),
                }
            }
        }
    }
}

impl FromRequest for Call {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, AppError>>>>;

    fn from_request(req: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let req = req.clone();
        let payload = Payload::from_request(&req, payload);
        Box::pin(async move {
            let mut payload = payload.await.map_err(AppError::internal)?;
            let announced = req.headers().get(header::CONTENT_LENGTH);
            let announced = announced.and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
            let bytes = form::read_body(&mut payload, announced).await?;
            if !bytes.is_empty() && !is_json(req.headers()) {
                return Err(AppError::UnsupportedMedia("application/json"));
            }
            let body = match bytes.is_empty() {
                true => Value::Null,
                false => body::parse(&bytes)?,
            };
            Ok(Self {
                body,
                precondition: Precondition::of(req.headers())?,
                is_dry_run: dry_run(&req)?,
                key: idempotency_key(req.headers())?,
                request_hash: request_hash(req.method(), &req, &bytes),
            })
        })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok());
    let kind = value
        .and_then(|v| v.split(';').next())
        .unwrap_or_default()
        .trim();
    let known = ["application/json", "application/merge-patch+json"];
    known.iter().any(|known| kind.eq_ignore_ascii_case(known))
}

fn dry_run(req: &HttpRequest) -> Result<bool, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    if let Some((name, _)) = query.pairs().iter().find(|(name, _)| name != "dry_run") {
        let unknown = Message::new("api-parameter-unknown");
        return Err(Problem::fields(vec![FieldProblem::new(name, unknown)]).into());
    }
    let asked = match query.get("dry_run") {
        "" | "0" | "false" => false,
        "1" | "true" => true,
        _ => {
            let wrong = Message::new("api-type-boolean");
            return Err(Problem::fields(vec![FieldProblem::new("dry_run", wrong)]).into());
        }
    };
    let preferences = req
        .headers()
        .get_all("prefer")
        .filter_map(|v| v.to_str().ok());
    let mut preferences = preferences.flat_map(|v| v.split([',', ';']));
    Ok(asked || preferences.any(|p| p.trim().eq_ignore_ascii_case("handling=dry-run")))
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, AppError> {
    let Some(value) = headers.get("idempotency-key") else {
        return Ok(None);
    };
    let text = value.to_str().unwrap_or_default().trim();
    if text.is_empty() || text.len() > 255 {
        let detail = Message::new("api-bad-idempotency-key");
        let status = StatusCode::BAD_REQUEST;
        return Err(Problem::new("bad-request", status, "errors-bad-request-title", detail).into());
    }
    Ok(Some(text.to_owned()))
}

/// What makes two requests the same: method, address, precondition and body.
fn request_hash(method: &Method, req: &HttpRequest, bytes: &[u8]) -> Vec<u8> {
    let given = req.headers().get(header::IF_MATCH).map(|v| v.as_bytes());
    let mut hash = Sha256::new();
    hash.update(format!("{method} {}\n", req.uri()));
    hash.update(given.unwrap_or_default());
    hash.update(b"\n");
    hash.update(bytes);
    hash.finalize().to_vec()
}
