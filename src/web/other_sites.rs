//! Cross-origin reading of the API (CORS): named origins only, without cookies.

use actix_cors::Cors;

/// Which other sites' pages may read the API's answers: those named exactly, without cookies. It protects nothing by
/// itself (`csrf` does); without it a browser hides the answers.
pub fn cors(origins: &[String]) -> Cors {
    let named = |cors: Cors, origin: &String| cors.allowed_origin(origin);
    origins
        .iter()
        .fold(Cors::default(), named)
        .block_on_origin_mismatch(false)
        .allowed_methods(["GET", "HEAD", "POST", "PATCH", "DELETE"])
        .allowed_headers([
            "accept",
            "authorization",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "prefer",
            "x-api-key",
        ])
        .expose_headers([
            "etag",
            "link",
            "location",
            "preference-applied",
            "ratelimit",
            "retry-after",
            "x-request-id",
        ])
        .max_age(3600)
}
