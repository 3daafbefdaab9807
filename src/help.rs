//! The help page: which keys do what.

use crate::auth::May;
use crate::auth::permissions::ReadRecords;
use crate::web::routes::route;
use crate::web::{AppError, Shell, page};
use actix_web::HttpResponse;
use actix_web::web::ServiceConfig;
use askama::Template;

/// Its address.
pub fn routes(config: &mut ServiceConfig) {
    route("/help").get(show).on(config);
}

#[derive(Template)]
#[template(path = "help/index.html")]
struct HelpPage {
    ui: Shell,
}

async fn show(May { ui, .. }: May<ReadRecords>) -> Result<HttpResponse, AppError> {
    page(&HelpPage { ui })
}
