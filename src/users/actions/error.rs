//! Why something could not be done to a person.

use crate::auth::Role;
use crate::db::AsDatabaseError;
use crate::i18n::Message;
use crate::users::User;
use crate::web::{AppError, FieldErrors};

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum UserError {
    /// Fields are wrong in a way that only the database can tell.
    #[error("invalid fields")]
    Fields(FieldErrors),
    /// How things stand does not allow it, in words.
    #[error("not now: {}", .0.key)]
    Conflict(Message),
    /// Somebody else changed the person since the form was opened: as they are now.
    #[error("changed meanwhile")]
    Stale(Box<User>),
    /// The one-time link has been used, has expired, or never was.
    #[error("a dead link")]
    DeadLink,
    /// Whoever asks has lost the right meanwhile.
    #[error("not allowed any more")]
    NotAllowed,
    /// The database failed, or there is no such person.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl UserError {
    /// How things stand, as a message without arguments.
    pub(super) fn conflict(key: &'static str) -> Self {
        Self::Conflict(Message::new(key))
    }

    /// One mistake at one field.
    pub(super) fn at(field: &'static str, message: Message) -> Self {
        Self::Fields(FieldErrors::from([(field, vec![message])]))
    }
}

impl AsDatabaseError for UserError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl From<UserError> for AppError {
    fn from(error: UserError) -> Self {
        match error {
            UserError::Fields(fields) => Self::Invalid(fields),
            UserError::Conflict(message) => Self::Conflict(message),
            UserError::Stale(_) => Self::Conflict(Message::new("errors-conflict")),
            UserError::DeadLink => Self::Conflict(Message::new("users-link-dead")),
            UserError::NotAllowed => Self::Forbidden(Role::Admin),
            UserError::Db(error) => error.into(),
        }
    }
}
