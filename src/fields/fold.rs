//! Keys under which names that people write differently meet.
//!
//! Case, accents, spacing and punctuation do not matter; `å`, `ä` and `ö` are letters of their own, as in Swedish, and
//! their neighbours' `ø` and `æ` are read as `ö` and `ä`. So "LULEÅ  I.K." meets "Luleå IK" but not "Lulea IK".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The folded key of a name. Never empty for a name that shows something: one of only punctuation keeps it.
pub fn fold(raw: &str) -> String {
    let lower = raw.nfkc().collect::<String>().to_lowercase();
    let mut plain = String::with_capacity(lower.len());
    // A lower-case letter may have come apart again (`İ`): compose before looking at single letters.
    for c in lower.nfkc() {
        push_letter(c, &mut plain);
    }
    let bare: String = plain
        .nfc()
        .filter(|&c| !is_dropped(c))
        .map(|c| if is_separator(c) { ' ' } else { c })
        .collect();
    let key = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    if key.is_empty() {
        return lower.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    key
}

/// The folded key, cut to what its column holds: folding may lengthen (`ß` becomes `ss`).
pub fn fold_to(raw: &str, max_chars: usize) -> String {
    fold(raw).chars().take(max_chars).collect()
}

/// Words of a legal form, and of joining, that tell nobody which organisation it is. The migration
/// `fill_accounts_bare_name_key` has the same list.
const FORMS: &[&str] = &[
    "aktiebolag",
    "aktiebolaget",
    "ab",
    "handelsbolag",
    "hb",
    "kommanditbolag",
    "kb",
    "publ",
    "och",
    "and",
    "ltd",
    "limited",
    "inc",
    "llc",
    "gmbh",
    "oy",
    "oyj",
    "asa",
    "aps",
];
const FORMS_OF_TWO: &[[&str; 2]] = &[
    ["ekonomisk", "förening"],
    ["ideell", "förening"],
    ["ek", "för"],
];

/// A folded key without words of the legal form: "ström son" for both "ström son ab" and "ström och son". A key of
/// nothing else stays as it is.
pub fn bare(key: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in key.split(' ') {
        match words.last() {
            Some(last) if FORMS_OF_TWO.contains(&[*last, word]) => _ = words.pop(),
            _ if FORMS.contains(&word) => {}
            _ => words.push(word),
        }
    }
    match words.is_empty() {
        true => key.to_owned(),
        false => words.join(" "),
    }
}

/// Writes `c` without its accents, whatever letter of the Latin neighbourhood it is.
fn push_letter(c: char, out: &mut String) {
    match c {
        'å' | 'ä' | 'ö' => out.push(c),
        'ø' => out.push('ö'),
        'æ' => out.push('ä'),
        'ß' => out.push_str("ss"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'đ' | 'ð' => out.push('d'),
        'ł' => out.push('l'),
        'ħ' => out.push('h'),
        'ı' => out.push('i'),
        'ς' => out.push('σ'),
        _ => decompose_canonical(c, |part| {
            if !is_accent(part) {
                out.push(part);
            }
        }),
    }
}

/// Marks that are accents on a letter; in other scripts a mark may be a vowel, and stays.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

/// Joins what stands around it: "O'Neill", "A.B.", invisible characters.
fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '.' | '\'' | '`' | '´' | '\u{2018}' | '\u{2019}' | '\u{2BC}' | '\u{AD}'
    ) || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Parts what stands around it: hyphens, slashes, quotes, brackets.
fn is_separator(c: char) -> bool {
    let punctuation = c.is_ascii_punctuation()
        || matches!(c, '\u{A1}'..='\u{BF}' | '\u{2010}'..='\u{205E}' | '\u{3001}'..='\u{301F}');
    (punctuation || c.is_control()) && !c.is_alphanumeric() && !is_combining_mark(c)
}
