//! Writing people. Each action is one transaction with its record.

mod approval;
mod create;
mod error;
mod links;
mod own;
mod rights;

pub use approval::{approve, reject};
pub use create::{NewUser, create, first_admin, register};
pub use error::UserError;
pub use links::{change_password, invite, make_reset_link, open_invitation_again, set_password};
pub use own::{EmailInput, OwnInput, change_email, update_own};
pub use rights::{change_role, disable, enable};
