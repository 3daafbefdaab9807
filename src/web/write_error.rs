//! Why a record could not be written.

use super::{AppError, FieldErrors};
use crate::db::AsDatabaseError;
use crate::i18n::Message;

/// What stands in the way of writing a record of type `T`.
#[derive(Debug, thiserror::Error)]
pub enum WriteError<T> {
    /// Fields are wrong, in a way that only the database can tell.
    #[error("invalid fields")]
    Fields(FieldErrors),
    /// Somebody else changed it since the form was opened: as it is now.
    #[error("changed meanwhile")]
    Stale(Box<T>),
    /// The database failed, or there is no such record.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl<T> WriteError<T> {
    /// One mistake at one field.
    pub fn at(field: &'static str, message: Message) -> Self {
        Self::Fields(FieldErrors::from([(field, vec![message])]))
    }

    /// What went wrong with a record of another kind on the way to this one. One that is only being added is never
    /// stale; if it is all the same, everything is rolled back.
    pub fn from_other<U>(other: WriteError<U>) -> Self {
        match other {
            WriteError::Fields(fields) => Self::Fields(fields),
            WriteError::Stale(_) => Self::Db(diesel::result::Error::RollbackTransaction),
            WriteError::Db(error) => Self::Db(error),
        }
    }
}

impl<T> AsDatabaseError for WriteError<T> {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl<T> From<WriteError<T>> for AppError {
    fn from(error: WriteError<T>) -> Self {
        match error {
            WriteError::Fields(fields) => Self::Invalid(fields),
            WriteError::Stale(_) => Self::Conflict(Message::new("errors-conflict")),
            WriteError::Db(error) => error.into(),
        }
    }
}
