//! The API's document (OpenAPI 3.1, from the types that are read and written) and the page that shows it.

mod document;
mod endpoints;
mod examples;
mod page;
mod parameters;
mod schemas;

use crate::web::AppError;
use crate::web::api::{Reply, json};
use crate::web::routes::route;
use actix_web::web::ServiceConfig;
use actix_web::{HttpRequest, HttpResponse};

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/openapi.json").get(openapi).on(config);
    route("/api/docs").get(page::show).on(config);
}

/// `GET /api/openapi.json`
async fn openapi(req: HttpRequest) -> Result<HttpResponse, AppError> {
    json(&req, &Reply::ok(document::openapi()))
}
