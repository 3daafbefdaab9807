//! Form bodies: read whole, within a size and a time, and handed on as what was typed.

use super::{AppError, FormView};
use crate::i18n::Message;
use actix_web::web::Payload;
use actix_web::{FromRequest, HttpRequest, dev};
use futures_util::StreamExt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// The largest body taken anywhere (2 MB), and how long it may take to arrive.
pub const BODY_LIMIT: usize = 2 * 1024 * 1024;
const BODY_TIME: Duration = Duration::from_secs(30);
/// More fields than any form of ours has.
const FIELD_LIMIT: usize = 1_000;

/// The fields of a form in the order they came. Where a name is repeated, [`FormData::get`] gives the first and
/// [`FormData::all`] gives all; the same rule holds for query strings.
#[derive(Clone, Debug, Default)]
pub struct FormData(Vec<(String, String)>);

impl FormData {
    /// Reads `a=1&b=2`.
    pub fn parse(encoded: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// From pairs, for imports and tests.
    pub fn from_pairs<K: Into<String>, V: Into<String>>(
        pairs: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(k, v)| (k.into(), v.into()))
                .collect(),
        )
    }

    /// The first value with this name, or nothing.
    pub fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(k, _)| k == name)
            .map_or("", |(_, v)| v)
    }

    /// Every value with this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(k, _)| k == name)
            .map(|(_, v)| v.as_str())
    }

    /// Whether the name is there at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(k, _)| k == name)
    }

    /// Sets a value in place of all earlier ones.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(k, _)| k != name);
        self.0.push((name.to_owned(), value.into()));
    }

    /// The key of a create form together with what was typed: the same form posted twice is one, and a form that was
    /// changed after Back is another. Empty where the form has no key.
    pub fn once_key(&self) -> String {
        if self.get("idempotency_key").is_empty() {
            return String::new();
        }
        let mut typed = String::new();
        for (name, value) in &self.0 {
            typed.push_str(&format!("{}:{name}={}:{value}\n", name.len(), value.len()));
        }
        crate::auth::token::hex(&typed)
    }

    /// All pairs.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// The form again, as it was typed (passwords are not given back by the template).
    pub fn view(&self) -> FormView {
        FormView::from_pairs(&self.0)
    }
}

/// The extractor for form bodies; writes are guarded against cross-site posts before they get here.
pub struct Form(pub FormData);

impl FromRequest for Form {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, AppError>>>>;

    fn from_request(req: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let is_form = req
            .headers()
            .get("content-type")
            .and_then(|v| v.to_str().ok())
            .is_some_and(|t| {
                t.split(';').next().is_some_and(|t| {
                    t.trim()
                        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
                })
            });
        let announced = req
            .headers()
            .get("content-length")
            .and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
        let payload = Payload::from_request(req, payload);
        Box::pin(async move {
            let mut payload = payload.await.map_err(AppError::internal)?;
            let body = read_body(&mut payload, announced).await?;
            if !is_form && !body.is_empty() {
                return Err(broken());
            }
            let data = FormData::parse(&body);
            if data.0.len() > FIELD_LIMIT {
                Err(broken())
            } else {
                Ok(Self(data))
            }
        })
    }
}

/// The whole body, within its size and its time.
pub(super) async fn read_body(
    payload: &mut Payload,
    announced: Option<usize>,
) -> Result<Vec<u8>, AppError> {
    if announced.is_some_and(|n| n > BODY_LIMIT) {
        return Err(AppError::TooLarge);
    }
    arrived(payload, BODY_TIME).await
}

/// The body of a request, within the size and time of any form.
pub(crate) async fn read_request(req: &mut dev::ServiceRequest) -> Result<Vec<u8>, AppError> {
    let mut payload = req.extract::<Payload>().await.map_err(AppError::internal)?;
    arrived(&mut payload, BODY_TIME).await
}

/// The whole body, unless it takes longer than `time`.
async fn arrived(payload: &mut Payload, time: Duration) -> Result<Vec<u8>, AppError> {
    tokio::time::timeout(time, read(payload))
        .await
        .map_err(|_| AppError::TooSlow)?
}

async fn read(payload: &mut Payload) -> Result<Vec<u8>, AppError> {
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| broken())?;
        if body.len() + chunk.len() > BODY_LIMIT {
            return Err(AppError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

pub(super) fn broken() -> AppError {
    AppError::BadRequest(Message::new("errors-broken-form"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::{ResponseError, test};

    #[actix_web::test]
    async fn a_body_that_does_not_arrive_is_408() {
        let waiting = futures_util::stream::pending::<Result<actix_web::web::Bytes, _>>();
        let stream: Pin<Box<dyn futures_util::Stream<Item = _>>> = Box::pin(waiting);
        let req = test::TestRequest::post().to_http_request();
        let mut payload = Payload::from_request(&req, &mut dev::Payload::from(stream))
            .await
            .unwrap();
        let error = arrived(&mut payload, Duration::from_millis(5)).await;
        assert_eq!(error.unwrap_err().status_code(), 408);
    }
}
