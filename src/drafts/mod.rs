//! What was typed and not saved: kept for its author, one a form.
//!
//! A form takes part by naming, in its hidden field `draft`, the page on which it is found. While somebody types,
//! `static/app.js` sends it here; and where a session has ended, a post of it is kept until its author has signed in again
//! ([`keep_text`]). A draft holds the version and the fingerprints that the form started from, so saving it later meets
//! what others changed like any other form. It is no operation, and nobody else ever sees it.

mod ended;
mod pages;
mod settled;
mod store;

pub use ended::keep_text;
pub use settled::{forget_at, saved};
pub use store::{claim, forget, forget_all, forget_old, page_here, resume};

use crate::web::routes::route;
use actix_web::web::ServiceConfig;
use chrono::NaiveDateTime;

/// Says that a form holds a draft.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The page of the form.
    pub page: String,
    /// When the draft was kept.
    pub at: NaiveDateTime,
}

/// The addresses of drafts.
pub fn routes(config: &mut ServiceConfig) {
    route("/drafts").post(pages::keep).on(config);
    route("/drafts/removal").post(pages::discard).on(config);
}
