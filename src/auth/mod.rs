//! Who is asking and what they may do: roles, the actor, permissions, sessions' rows, passwords, random tokens.

mod actor;
mod identify;
pub mod links;
mod may;
pub mod password;
pub mod people;
mod role;
pub mod throttle;
pub mod token;

pub use actor::{Actor, Channel, UserId};
pub use identify::{
    Density, Identity, Limits, SessionId, Theme, end_sessions_of, forget_expired_sessions, identify,
};
pub use may::{May, MaybeSignedIn, Permission, permissions};
pub use role::{Role, Status};
