//! What stops a write: kept apart until the transaction has ended, because a deadlock starts it over.

use super::Reply;
use crate::db::AsDatabaseError;
use crate::web::{AppError, WriteError};
use diesel::result::Error;

/// Why a write came to nothing.
#[derive(Debug)]
pub enum ApiError {
    /// The database failed; a deadlock is tried again.
    Db(Error),
    /// It is refused.
    App(AppError),
    /// It was a dry run: what would have been answered.
    Rehearsed(Box<Reply>),
}

impl AsDatabaseError for ApiError {
    fn database_error(&self) -> Option<&Error> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        Self::Db(error)
    }
}

impl From<AppError> for ApiError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl<T> From<WriteError<T>> for ApiError {
    fn from(error: WriteError<T>) -> Self {
        match error {
            WriteError::Db(error) => Self::Db(error),
            other => Self::App(other.into()),
        }
    }
}

impl From<ApiError> for AppError {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::Db(error) => error.into(),
            ApiError::App(error) => error,
            ApiError::Rehearsed(_) => Self::internal("a dry run that was not answered"),
        }
    }
}
