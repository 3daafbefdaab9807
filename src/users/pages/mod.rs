//! Handlers.

pub(super) mod approval;
pub(super) mod invitations;
pub(super) mod own;
pub(super) mod own_password;
pub(super) mod password;
pub(super) mod people;
pub(super) mod person;
pub(super) mod register;
pub(super) mod rights;
pub(super) mod setup;
