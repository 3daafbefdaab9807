//! Plain text: one line or several.
//!
//! Text is stored in NFC, so that `é` typed as one character or as two is the same text and counts the same. Letters of
//! every script, emoji and their joiners are text. What could hide or reorder what a reader sees is refused, not
//! removed: nothing is stored that was not typed.

use unicode_normalization::UnicodeNormalization;

use crate::i18n::Message;

/// One line of at most `max_chars` characters, without the space around it.
pub fn line(raw: &str, max_chars: usize) -> Result<Option<String>, Message> {
    let Some(text) = normalised(raw.trim(), max_chars)? else {
        return Ok(None);
    };
    if text.contains(is_line_break) {
        return Err(Message::new("fields-line-break"));
    }
    refuse_unsafe(&text)?;
    Ok(Some(text))
}

/// One line that must not be empty.
pub fn required_line(raw: &str, max_chars: usize) -> Result<String, Message> {
    super::required(line(raw, max_chars)?)
}

/// Text of several lines: line breaks become `\n`, tabs stay, the space at its end goes.
pub fn paragraph(raw: &str, max_chars: usize) -> Result<Option<String>, Message> {
    let unified = raw.replace("\r\n", "\n").replace('\r', "\n");
    let trimmed = unified.trim_end().trim_start_matches('\n');
    let Some(text) = normalised(trimmed, max_chars)? else {
        return Ok(None);
    };
    refuse_unsafe(&text.replace(['\n', '\t'], " "))?;
    Ok(Some(text))
}

/// The message of a text that is too long.
pub(super) fn too_long(max: usize, count: usize) -> Message {
    Message::new("fields-too-long")
        .arg("max", max)
        .arg("count", count)
}

fn normalised(raw: &str, max: usize) -> Result<Option<String>, Message> {
    if raw.chars().all(is_invisible) {
        return Ok(None);
    }
    // NFC makes at most four characters one: what is longer than that needs no normalising to be refused.
    let typed = raw.chars().count();
    if typed > max.saturating_mul(4) {
        return Err(too_long(max, typed));
    }
    let text: String = raw.nfc().collect();
    let count = text.chars().count();
    if count > max {
        return Err(too_long(max, count));
    }
    Ok(Some(text))
}

fn refuse_unsafe(text: &str) -> Result<(), Message> {
    match text.chars().find_map(fault) {
        Some(key) => Err(Message::new(key)),
        None => Ok(()),
    }
}

fn fault(c: char) -> Option<&'static str> {
    match c {
        '\u{FFFD}' => Some("fields-broken-character"),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some("fields-direction-character"),
        '\u{2028}' | '\u{2029}' | '\u{FDD0}'..='\u{FDEF}' => Some("fields-control-character"),
        _ if c.is_control() || u32::from(c) & 0xFFFE == 0xFFFE => Some("fields-control-character"),
        _ => None,
    }
}

fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Characters that show nothing by themselves: a name of only these would be a blank link.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}'
        )
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{2800}' | '\u{3164}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}')
}
