//! The job that hands a letter to the mail server.

use super::Letter;
use crate::jobs::{Job, JobError, Kind};
use crate::web::State;
use lettre::{SmtpTransport, Transport};
use std::time::Duration;

/// Sends one letter.
pub const LETTER: Kind = Kind {
    name: "letter",
    every: None,
    run,
};

const TIME_LIMIT: Duration = Duration::from_secs(20);

fn run(state: &State, job: &mut Job) -> Result<(), JobError> {
    let Some(url) = &state.config.smtp_url else {
        return Err(JobError::GiveUp("SMTP_URL is not set any more".to_owned()));
    };
    let letter: Letter =
        serde_json::from_str(&job.payload).map_err(|_| give_up("an unreadable letter"))?;
    let message = letter
        .message(&state.config.mail_from)
        .map_err(|e| give_up(&e))?;
    // The error's text may hold the address with its password.
    let server =
        SmtpTransport::from_url(url.reveal()).map_err(|_| give_up("SMTP_URL cannot be used"))?;
    match server.timeout(Some(TIME_LIMIT)).build().send(&message) {
        Ok(_) => Ok(()),
        Err(error) if error.is_permanent() => Err(JobError::GiveUp(format!(
            "the mail server refused: {error}"
        ))),
        Err(error) => Err(JobError::Retry(format!(
            "the mail server did not take it: {error}"
        ))),
    }
}

fn give_up(reason: &str) -> JobError {
    JobError::GiveUp(reason.to_owned())
}
