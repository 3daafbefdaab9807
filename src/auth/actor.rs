//! The person, or the program, on whose behalf something is done.

use super::{KeyId, Role};
use crate::{code_type, id_type};

id_type!(
    /// A row of `users`.
    UserId
);

code_type! {
    /// Through what an operation was done.
    Channel {
        /// A page or form of the product.
        Page = "page",
        /// The command line on the server.
        Cli = "cli",
        /// The JSON API.
        Api = "api",
        /// A file import.
        Import = "import",
        /// The program itself (set-up, clean-up).
        System = "system",
    }
}

/// Who acts. Handlers get one only from [`super::May`], so holding it proves a sign-in with enough rights;
/// every query and action takes one.
#[derive(Clone, Debug)]
#[expect(
    clippy::manual_non_exhaustive,
    reason = "sealed against this crate too: only auth makes one"
)]
pub struct Actor {
    /// The person; none for the program itself and for the command line.
    pub user_id: Option<UserId>,
    /// The key that a program acts with.
    pub api_key_id: Option<KeyId>,
    /// The role, read from the database for this request.
    pub role: Role,
    /// Through what they act.
    pub channel: Channel,
    /// The network address they act from; empty where there is none.
    pub address: String,
    _sealed: (),
}

impl Actor {
    /// Somebody whose session, password or one-time link has just been checked: for [`super::May`] and signing in.
    pub(crate) fn signed_in(user_id: UserId, role: Role, address: String) -> Self {
        Self {
            user_id: Some(user_id),
            api_key_id: None,
            role,
            channel: Channel::Page,
            address,
            _sealed: (),
        }
    }

    /// A program with a key that has just been checked, in the name of whoever made the key.
    pub(crate) fn with_key(
        key: KeyId,
        made_by: Option<UserId>,
        role: Role,
        address: String,
    ) -> Self {
        Self {
            user_id: made_by,
            api_key_id: Some(key),
            role,
            channel: Channel::Api,
            address,
            _sealed: (),
        }
    }

    /// Somebody without an account here yet: registering, setting up, signing in. May do nothing else.
    pub fn anonymous(address: String) -> Self {
        Self {
            user_id: None,
            api_key_id: None,
            role: Role::Viewer,
            channel: Channel::Page,
            address,
            _sealed: (),
        }
    }

    /// The operator at the server's command line, who may do everything.
    pub fn operator(channel: Channel) -> Self {
        Self {
            user_id: None,
            api_key_id: None,
            role: Role::Admin,
            channel,
            address: String::new(),
            _sealed: (),
        }
    }

    /// The same person acting through something else.
    pub fn through(self, channel: Channel) -> Self {
        Self { channel, ..self }
    }
}
