//! Mail: plain letters handed to a mail server by a job. Without `SMTP_URL` nothing is sent and nothing is queued.

mod letter;
mod sending;

pub use letter::Letter;
pub use sending::LETTER;

use crate::config::Config;
use crate::db::Conn;
use crate::jobs;
use chrono::NaiveDateTime;

/// Puts the letter into the queue, where mail is configured; says whether it is. Then ring the bell.
pub fn send_later(
    conn: &mut Conn,
    config: &Config,
    letter: &Letter,
    now: NaiveDateTime,
) -> Result<bool, diesel::result::Error> {
    if config.smtp_url.is_none() {
        return Ok(false);
    }
    let payload = serde_json::to_string(letter)
        .map_err(|e| diesel::result::Error::SerializationError(Box::new(e)))?;
    jobs::enqueue(conn, &LETTER, &payload, now)?;
    Ok(true)
}
