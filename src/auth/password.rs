//! Argon2id, bounded: a flood of sign-ins waits in line instead of taking all memory and processor time.
//!
//! Parameters: OWASP Password Storage Cheat Sheet (m = 19456 KiB, t = 2, p = 1 at least).

use crate::web::AppError;
use argon2::password_hash::{
    PasswordHash, PasswordHasher, PasswordVerifier, SaltString, rand_core::OsRng,
};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Hashing's settings (`ARGON2_*`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB, 19456 or more in production.
    pub memory_kib: u32,
    /// Passes over it.
    pub iterations: u32,
    /// Lanes.
    pub parallelism: u32,
}

/// Hashes and verifies passwords, at most `permits` at a time.
#[derive(Clone)]
pub struct Passwords {
    cost: Cost,
    argon2: Argon2<'static>,
    permits: Arc<Semaphore>,
    /// A hash of no password, verified for unknown e-mail addresses so that the answer takes as long.
    dummy: Arc<String>,
}

/// What verifying found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Wrong password, or no such person.
    Wrong,
    /// Right.
    Right,
    /// Right, but hashed with weaker parameters than today's: hash it anew.
    RightButOld,
}

/// How long a sign-in waits in line before it is told to come back.
const LINE_WAIT: Duration = Duration::from_secs(5);

impl Passwords {
    /// Errors when the parameters are outside what Argon2 allows.
    pub fn new(cost: Cost, permits: usize) -> Result<Self, String> {
        let params = Params::new(cost.memory_kib, cost.iterations, cost.parallelism, None)
            .map_err(|e| e.to_string())?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let dummy = hash_with(&argon2, "no such person")?;
        Ok(Self {
            cost,
            argon2,
            permits: Arc::new(Semaphore::new(permits)),
            dummy: Arc::new(dummy),
        })
    }

    /// Hashes a password for storing.
    pub async fn hash(&self, password: String) -> Result<String, AppError> {
        let argon2 = self.argon2.clone();
        self.in_line(move || hash_with(&argon2, &password))
            .await?
            .map_err(AppError::internal)
    }

    /// The same on a blocking thread, for commands.
    pub fn hash_blocking(&self, password: &str) -> Result<String, AppError> {
        hash_with(&self.argon2, password).map_err(AppError::internal)
    }

    /// Compares; takes as long when there is no stored hash.
    pub async fn verify(
        &self,
        password: String,
        stored: Option<String>,
    ) -> Result<Verdict, AppError> {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.dummy.as_ref().clone());
        let argon2 = self.argon2.clone();
        let cost = self.cost;
        self.in_line(move || {
            let Ok(parsed) = PasswordHash::new(&stored) else {
                return Verdict::Wrong;
            };
            let right = argon2.verify_password(password.as_bytes(), &parsed).is_ok();
            match (right && known, is_weaker(&parsed, cost)) {
                (false, _) => Verdict::Wrong,
                (true, true) => Verdict::RightButOld,
                (true, false) => Verdict::Right,
            }
        })
        .await
    }

    async fn in_line<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let waiting = tokio::time::timeout(LINE_WAIT, self.permits.clone().acquire_owned());
        let Ok(Ok(permit)) = waiting.await else {
            return Err(AppError::Busy);
        };
        let outcome = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(permit);
            result
        });
        outcome
            .await
            .map_err(|e| AppError::internal(format!("hashing: {e}")))
    }
}

fn hash_with(argon2: &Argon2<'_>, password: &str) -> Result<String, String> {
    let salt = SaltString::generate(&mut OsRng);
    argon2
        .hash_password(password.as_bytes(), &salt)
        .map(|h| h.to_string())
        .map_err(|e| e.to_string())
}

fn is_weaker(parsed: &PasswordHash<'_>, cost: Cost) -> bool {
    parsed.algorithm.as_str() != "argon2id"
        || Params::try_from(parsed).is_ok_and(|p| {
            p.m_cost() < cost.memory_kib
                || p.t_cost() < cost.iterations
                || p.p_cost() < cost.parallelism
        })
}
