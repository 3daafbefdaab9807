//! Which passwords are refused: short, well known, about the person, or a pattern of the keyboard.
//!
//! There are no composition rules. A password is never changed: no trimming, no normalising.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{PASSWORD_MAX_BYTES, PASSWORD_MIN, fold::fold};
use crate::i18n::Message;

const PRODUCT: &str = "minimata";
/// Shorter words say nothing about anybody.
const WORD_MIN: usize = 4;
/// What must be left of a password when the guessable is taken out of it.
const OWN_PART_MIN: usize = 8;
/// Characters that do not follow from the one before.
const FREE_CHARS_MIN: usize = 5;
const ROWS: [&str; 5] = [
    "1234567890",
    "qwertyuiopåü",
    "asdfghjklöä",
    "zxcvbnm,.-",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0pö-",
];

static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());

/// Whose password it is: what somebody who knows them tries first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// Their e-mail address.
    pub email: &'a str,
    /// Their name.
    pub name: &'a str,
    /// The organisation that runs this installation.
    pub organisation: &'a str,
}

/// Whether `password` may be chosen by the person of `context`.
pub fn check(password: &str, context: &Context<'_>) -> Result<(), Message> {
    if password.len() > PASSWORD_MAX_BYTES {
        return Err(Message::new("fields-password-long").arg("max", PASSWORD_MAX_BYTES));
    }
    let count = password.chars().count();
    if count < PASSWORD_MIN {
        return Err(Message::new("fields-password-short")
            .arg("min", PASSWORD_MIN)
            .arg("count", count));
    }
    let lower = password.to_lowercase();
    if is_pattern(&lower) {
        return Err(Message::new("fields-password-pattern"));
    }
    if is_common(&lower) {
        return Err(Message::new("fields-password-common"));
    }
    if is_about(&lower, context) {
        return Err(Message::new("fields-password-personal"));
    }
    Ok(())
}

/// Few different characters, a short piece over and over, or runs along the alphabet or the keyboard.
fn is_pattern(lower: &str) -> bool {
    let chars: Vec<char> = lower.chars().collect();
    let different: HashSet<char> = chars.iter().copied().collect();
    let free = 1 + chars
        .windows(2)
        .filter(|pair| !matches!(pair, [a, b] if follows(*a, *b)))
        .count();
    different.len() < FREE_CHARS_MIN
        || free < FREE_CHARS_MIN
        || repeated_piece(&chars).is_some_and(|piece| piece.len() < OWN_PART_MIN)
}

fn follows(a: char, b: char) -> bool {
    u32::from(a).abs_diff(u32::from(b)) <= 1
        || ROWS.iter().any(|row| {
            row.chars()
                .zip(row.chars().skip(1))
                .any(|(left, right)| (left, right) == (a, b) || (left, right) == (b, a))
        })
}

/// The shortest piece that the whole consists of, if it is there more than once.
fn repeated_piece(chars: &[char]) -> Option<&[char]> {
    (1..=chars.len() / 2)
        .filter(|length| chars.len().is_multiple_of(*length))
        .filter_map(|length| chars.get(..length))
        .find(|piece| chars.chunks(piece.len()).all(|chunk| chunk == *piece))
}

/// On the list, or a word of the list with a few digits and signs around it, or twice.
fn is_common(lower: &str) -> bool {
    let chars: Vec<char> = lower.chars().collect();
    let piece: Option<String> = repeated_piece(&chars).map(|piece| piece.iter().collect());
    if COMMON.contains(lower) || piece.is_some_and(|piece| COMMON.contains(piece.as_str())) {
        return true;
    }
    let stem = lower.trim_matches(|c: char| !c.is_alphabetic());
    let around = chars.len() - stem.chars().count();
    around < OWN_PART_MIN && COMMON.contains(stem)
}

/// Whether too little is left when the names are taken out.
fn is_about(lower: &str, context: &Context<'_>) -> bool {
    let folded = squeeze(lower);
    let mut rest = folded.clone();
    for word in words(context) {
        rest = rest.replace(&word, " ");
    }
    // Signs count once each: a row of dashes after the name adds nothing.
    let signs: HashSet<char> = lower.chars().filter(|c| !c.is_alphanumeric()).collect();
    let left = rest.chars().filter(|c| *c != ' ').count() + signs.len();
    left < OWN_PART_MIN && rest != folded
}

/// What names the person, longest first, so that a whole name goes before its parts.
fn words(context: &Context<'_>) -> Vec<String> {
    let mut words = vec![PRODUCT.to_owned()];
    for source in [context.email, context.name, context.organisation] {
        words.push(squeeze(source));
        let parts = source.split(|c: char| !c.is_alphanumeric());
        words.extend(parts.map(squeeze));
    }
    words.retain(|word| word.chars().count() >= WORD_MIN);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words
}

fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
