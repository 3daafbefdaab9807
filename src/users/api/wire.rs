//! What JSON has of people, for the document and for answers. Never a password's hash.

use crate::auth::{Role, Status};
use crate::users::User;
use crate::web::api::moment;
use serde::Serialize;
use utoipa::ToSchema;

/// A person who signs in, or wants to.
#[derive(Serialize, ToSchema)]
#[schema(as = User)]
pub(crate) struct UserBody {
    id: i64,
    name: String,
    email: String,
    role: Role,
    status: Status,
    language: String,
    time_zone: String,
    /// Grows with each change; a change names the one it started from.
    version: i32,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    approved_at: Option<String>,
    #[schema(format = DateTime)]
    last_signed_in_at: Option<String>,
}

impl From<&User> for UserBody {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.0,
            name: user.name.clone(),
            email: user.email.clone(),
            role: user.role,
            status: user.status,
            language: user.locale.clone(),
            time_zone: user.time_zone.clone(),
            version: user.version,
            created_at: moment(user.created_at),
            approved_at: user.approved_at.map(moment),
            last_signed_in_at: user.last_signed_in_at.map(moment),
        }
    }
}

/// What can be written of a person.
#[derive(ToSchema)]
#[schema(as = UserWrite)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct UserWrite {
    role: Option<Role>,
    /// `disabled` shuts out, `active` lets in again.
    status: Option<Status>,
}

/// Registering: an admin decides whether and with which role.
#[derive(ToSchema)]
#[schema(as = Registration)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct RegistrationWrite {
    #[schema(example = "Åsa Öberg")]
    name: String,
    #[schema(example = "asa@example.se")]
    email: String,
    /// 12 characters or more, none of the common ones.
    password: String,
}

/// Letting somebody in.
#[derive(ToSchema)]
#[schema(as = Approval)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct ApprovalWrite {
    user_id: i64,
    role: Role,
}
