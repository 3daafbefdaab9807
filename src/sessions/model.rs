//! A session, a visit, and who tries to sign in.

use crate::auth::{Role, SessionId, Status, UserId, throttle};
use crate::schema::sessions;
use crate::web::{AppError, State, client_address, headers, session_token};
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::future::{Ready, ready};

/// As long as the column.
const USER_AGENT_MAX: usize = 300;

/// From where and with what somebody comes.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The network address.
    pub address: String,
    /// What the browser says it is, without what could forge a log line.
    pub user_agent: String,
    /// The session that a new one replaces.
    pub old_token: Option<String>,
}

impl FromRequest for Visit {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(state) = req.app_data::<Data<State>>() else {
            return ready(Err(AppError::internal("no application state")));
        };
        let agent = req
            .headers()
            .get("user-agent")
            .map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned());
        ready(Ok(Self {
            address: client_address(req, &state.config),
            user_agent: headers::one_line(&agent.unwrap_or_default())
                .chars()
                .take(USER_AGENT_MAX)
                .collect(),
            old_token: session_token(req),
        }))
    }
}

/// One living session of a person.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub(super) struct SessionRow {
    pub id: SessionId,
    pub created_at: NaiveDateTime,
    pub last_seen_at: NaiveDateTime,
    pub user_agent: String,
    pub address: String,
}

/// Somebody with the e-mail address that was typed.
#[derive(Clone, Debug, Queryable)]
pub struct Candidate {
    /// Who.
    pub user_id: UserId,
    /// Their role.
    pub role: Role,
    /// Whether they may sign in.
    pub status: Status,
    /// The stored hash; none before an invited person has chosen a password.
    pub password_hash: Option<String>,
}

/// An e-mail address and password as typed, and from where.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The address as typed.
    pub email: String,
    /// What it is looked up as.
    pub key: String,
    /// From where.
    pub visit: Visit,
}

impl Attempt {
    /// Somebody types this address.
    pub fn new(email: &str, visit: Visit) -> Self {
        Self {
            email: email.trim().to_owned(),
            key: crate::fields::email::key(email),
            visit,
        }
    }

    /// This account from this network, and this network.
    pub(super) fn near(&self) -> [throttle::Subject; 2] {
        let address = &self.visit.address;
        [
            throttle::Subject::account(&self.key, address),
            throttle::Subject::address(address),
        ]
    }

    /// This account from everywhere.
    pub(super) fn everywhere(&self) -> [throttle::Subject; 1] {
        [throttle::Subject::account_everywhere(&self.key)]
    }
}
