//! Telling database errors apart. The driver's wrapper drops the error number, so the text decides; each session
//! asks for English messages (see `options::session_settings`).

use diesel::result::{DatabaseErrorKind, Error};

/// The whole transaction may be tried again: 1213 (deadlock) and 1020 (Galera: record has changed). A deadlock takes the
/// savepoints with it, so rolling back to one is how the outer transaction hears of it.
pub fn is_retryable(error: &Error) -> bool {
    says(
        error,
        &[
            "Deadlock found",
            "Record has changed since last read",
            "SAVEPOINT diesel_savepoint",
        ],
    )
}

/// Somebody else has it, or the server cannot serve now: 1205, 1047, 1969, 1290, 1836, and a lost connection.
pub fn is_busy(error: &Error) -> bool {
    matches!(error, Error::BrokenTransactionManager)
        || says(
            error,
            &[
                "Lock wait timeout",
                "WSREP has not yet prepared",
                "max_statement_time exceeded",
                "read-only",
                "read only",
                "Server shutdown in progress",
                "Input/output error",
                "Connection",
                "connection",
                "Broken pipe",
                "The table '",
            ],
        )
}

/// Whether the unique index `key` was violated, so that the action that knows the index can say it at the field.
pub fn is_duplicate_of(error: &Error, key: &str) -> bool {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, info) => {
            info.message().contains(&format!("'{key}'"))
                || info.message().contains(&format!(".{key}'"))
        }
        _ => false,
    }
}

fn says(error: &Error, texts: &[&str]) -> bool {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => false,
        Error::DatabaseError(_, info) => texts.iter().any(|text| info.message().contains(text)),
        _ => false,
    }
}
