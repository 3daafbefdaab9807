//! Who is asking and what they may do: roles, the actor, permissions, sessions' rows, passwords, random tokens.

mod actor;
mod api_may;
mod identify;
pub mod keys;
pub mod links;
mod may;
pub mod networks;
pub mod password;
pub mod people;
mod role;
pub mod throttle;
pub mod token;

pub use actor::{Actor, Channel, UserId};
pub use api_may::{ApiMay, ApiPermission, Reads, Scoped, Writes};
pub use identify::{
    Density, Identity, Limits, SessionId, Theme, end_sessions_of, forget_expired_sessions, identify,
};
pub use keys::{Access, KeyId, Resource};
pub use may::{May, MaybeSignedIn, Permission, permissions};
pub use role::{Role, Status};
