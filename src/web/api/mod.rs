//! What every JSON endpoint shares: bodies read strictly, answers with their ETag, writes that happen once, lists with
//! their links, and the endpoints of whole records.

pub mod address;
mod batch;
mod body;
mod call;
pub mod endpoints;
mod error;
mod etag;
pub mod fields;
pub mod listing;
mod reply;
mod resource;
mod stream;
mod writing;

pub use batch::batch;
pub use call::Call;
pub use error::ApiError;
pub use etag::Precondition;
pub use fields::{Wire, WireField};
pub use reply::{Reply, json};
pub use resource::{ApiResource, Listed};
pub use writing::{forget_answers, write};

/// A moment as JSON has it: RFC 3339 in UTC.
pub fn moment(at: chrono::NaiveDateTime) -> String {
    at.and_utc()
        .to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}
