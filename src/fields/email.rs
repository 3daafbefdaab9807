//! E-mail addresses: what mail servers deliver to, not all that the standards allow.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{EMAIL_MAX, text};
use crate::i18n::Message;

const LOCAL_MAX: usize = 64;
const LABEL_MAX: usize = 63;

/// An address as typed and as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// What was typed, in NFC, without the space around it.
    pub typed: String,
    /// Lower case, NFC: what is unique and what is looked up.
    pub key: String,
}

/// The address in `raw`.
pub fn parse(raw: &str) -> Result<Option<Email>, Message> {
    let Some(typed) = text::line(raw, EMAIL_MAX)? else {
        return Ok(None);
    };
    check(&typed)?;
    let key = key(&typed);
    // Lower case may be longer than upper case, and the key has a column of the same size.
    match key.chars().count() {
        count if count > EMAIL_MAX => Err(text::too_long(EMAIL_MAX, count)),
        _ => Ok(Some(Email { typed, key })),
    }
}

/// What `typed` is looked up as, whether or not it is an address: the key of a sign-in.
pub fn key(typed: &str) -> String {
    let composed: String = typed.trim().nfc().collect();
    composed.to_lowercase().nfc().collect()
}

fn check(address: &str) -> Result<(), Message> {
    if address.contains(['<', '>']) {
        return Err(Message::new("fields-email-bare"));
    }
    if address.contains(char::is_whitespace) {
        return Err(Message::new("fields-email-space"));
    }
    let Some((local, domain)) = address.split_once('@') else {
        return Err(Message::new("fields-email-at"));
    };
    if domain.contains('@') {
        return Err(Message::new("fields-email-at"));
    }
    check_local(local)?;
    check_domain(domain)
}

fn check_local(local: &str) -> Result<(), Message> {
    if local.is_empty() || local.chars().count() > LOCAL_MAX {
        return Err(Message::new("fields-email-local").arg("max", LOCAL_MAX));
    }
    if local.split('.').any(str::is_empty) {
        return Err(Message::new("fields-email-dots"));
    }
    match local.chars().find(|&c| !is_local(c)) {
        Some(c) => Err(Message::new("fields-email-character").arg("character", c.to_string())),
        None => Ok(()),
    }
}

fn check_domain(domain: &str) -> Result<(), Message> {
    let labels: Vec<&str> = domain.split('.').collect();
    let top_is_right = labels
        .last()
        .is_some_and(|top| top.chars().count() > 1 && !top.bytes().all(|b| b.is_ascii_digit()));
    if labels.len() < 2 || !top_is_right || !labels.into_iter().all(is_label) {
        return Err(Message::new("fields-email-domain"));
    }
    Ok(())
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || "!#$%&'*+-/=?^_`{|}~.".contains(c)
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.chars().count() <= LABEL_MAX
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .chars()
            .all(|c| c.is_alphanumeric() || is_combining_mark(c) || c == '-')
}
