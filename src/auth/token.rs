//! Random tokens: session ids, one-time links, idempotency keys. Only their SHA-256 is stored.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRngCore;
use sha2::{Digest, Sha256};

/// 192 random bits from the operating system, as 32 characters that are safe in an address.
pub fn random() -> std::io::Result<String> {
    let mut bytes = [0_u8; 24];
    rand::rngs::OsRng
        .try_fill_bytes(&mut bytes)
        .map_err(std::io::Error::other)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// What is stored instead of the token.
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// A hash as text, for keys of the throttle table.
pub fn hex(text: &str) -> String {
    hash(text)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
