//! Argon2id, bounded: a flood of sign-ins waits in line instead of taking all memory and processor time.
//!
//! Parameters: OWASP Password Storage Cheat Sheet (m = 19456 KiB, t = 2, p = 1 at least).

use crate::web::AppError;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{Error, Output, ParamsString, PasswordHash, SaltString};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::sync::{Arc, Mutex, PoisonError};
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
    memory: Arc<Memory>,
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
        let memory = Arc::new(Memory::default());
        let dummy = memory.lend(|blocks| hash_with(&argon2, blocks, "no such person"))?;
        Ok(Self {
            cost,
            argon2,
            permits: Arc::new(Semaphore::new(permits)),
            memory,
            dummy: Arc::new(dummy),
        })
    }

    /// Hashes a password for storing.
    pub async fn hash(&self, password: String) -> Result<String, AppError> {
        let argon2 = self.argon2.clone();
        self.in_line(move |blocks| hash_with(&argon2, blocks, &password))
            .await?
            .map_err(AppError::internal)
    }

    /// The same on a blocking thread, for commands.
    pub fn hash_blocking(&self, password: &str) -> Result<String, AppError> {
        self.memory
            .lend(|blocks| hash_with(&self.argon2, blocks, password))
            .map_err(AppError::internal)
    }

    /// Compares; takes as long when there is no stored hash.
    pub async fn verify(
        &self,
        password: String,
        stored: Option<String>,
    ) -> Result<Verdict, AppError> {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.dummy.as_ref().clone());
        let cost = self.cost;
        self.in_line(move |blocks| {
            let Ok(parsed) = PasswordHash::new(&stored) else {
                return Verdict::Wrong;
            };
            let right = is_right(&parsed, blocks, &password).unwrap_or(false);
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
        work: impl FnOnce(&mut Vec<Block>) -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let waiting = tokio::time::timeout(LINE_WAIT, self.permits.clone().acquire_owned());
        let Ok(Ok(permit)) = waiting.await else {
            return Err(AppError::Busy);
        };
        let memory = self.memory.clone();
        let outcome = tokio::task::spawn_blocking(move || {
            let result = memory.lend(work);
            drop(permit);
            result
        });
        outcome
            .await
            .map_err(|e| AppError::internal(format!("hashing: {e}")))
    }
}

/// The memory of hashing, used again: given back to the allocator it would stay with each thread that ever hashed, and
/// a flood of sign-ins would hold a gigabyte. There is never more than one a permit.
#[derive(Default)]
struct Memory(Mutex<Vec<Vec<Block>>>);

impl Memory {
    fn lend<T>(&self, work: impl FnOnce(&mut Vec<Block>) -> T) -> T {
        let free = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut blocks = free().pop().unwrap_or_default();
        let outcome = work(&mut blocks);
        free().push(blocks);
        outcome
    }
}

fn hash_with(
    argon2: &Argon2<'_>,
    blocks: &mut Vec<Block>,
    password: &str,
) -> Result<String, String> {
    let salt = SaltString::generate(&mut OsRng);
    let mut hash = || -> Result<String, Error> {
        let output = output(argon2, blocks, password, &salt, Params::DEFAULT_OUTPUT_LEN)?;
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(argon2.params())?,
            salt: Some(salt.as_salt()),
            hash: Some(output),
        };
        Ok(hash.to_string())
    };
    hash().map_err(|e| e.to_string())
}

/// Compares in constant time, with the parameters that the stored hash was made with.
fn is_right(
    stored: &PasswordHash<'_>,
    blocks: &mut Vec<Block>,
    password: &str,
) -> Result<bool, Error> {
    let (Some(salt), Some(hash)) = (stored.salt, stored.hash) else {
        return Ok(false);
    };
    let algorithm = Algorithm::try_from(stored.algorithm)?;
    let version = stored
        .version
        .map_or(Ok(Version::V0x13), Version::try_from)?;
    let argon2 = Argon2::new(algorithm, version, Params::try_from(stored)?);
    let salt = SaltString::from_b64(salt.as_str())?;
    Ok(output(&argon2, blocks, password, &salt, hash.len())? == hash)
}

fn output(
    argon2: &Argon2<'_>,
    blocks: &mut Vec<Block>,
    password: &str,
    salt: &SaltString,
    length: usize,
) -> Result<Output, Error> {
    let mut bytes = [0; 64];
    let salt = salt.as_salt().decode_b64(&mut bytes)?;
    if blocks.len() < argon2.params().block_count() {
        blocks.resize(argon2.params().block_count(), Block::default());
    }
    Output::init_with(length, |out| {
        argon2
            .hash_password_into_with_memory(password.as_bytes(), salt, out, &mut blocks[..])
            .map_err(Into::into)
    })
}

fn is_weaker(parsed: &PasswordHash<'_>, cost: Cost) -> bool {
    parsed.algorithm.as_str() != "argon2id"
        || Params::try_from(parsed).is_ok_and(|p| {
            p.m_cost() < cost.memory_kib
                || p.t_cost() < cost.iterations
                || p.p_cost() < cost.parallelism
        })
}
