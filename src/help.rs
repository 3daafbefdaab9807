//! The help page: which keys do what.

use crate::auth::May;
use crate::auth::permissions::ReadRecords;
use crate::web::keys::{self, Key};
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

impl HelpPage {
    /// The keys by where they act: the catalogue's key of the place, and the keys.
    fn places(&self) -> [(&'static str, &'static [Key]); 4] {
        [
            ("common-help-anywhere", keys::ANYWHERE),
            ("common-help-lists", keys::LISTS),
            ("common-help-records", keys::RECORDS),
            ("common-help-forms", keys::FORMS),
        ]
    }
}

async fn show(May { ui, .. }: May<ReadRecords>) -> Result<HttpResponse, AppError> {
    page(&HelpPage { ui })
}
