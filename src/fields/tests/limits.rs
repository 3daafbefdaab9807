use std::collections::HashSet;

use super::refusal;
use crate::fields::{RULES, email, max_chars, organisation_number, phone, text, website};

#[test]
fn each_field_has_one_rule() {
    let names: HashSet<_> = RULES.iter().map(|rule| (rule.record, rule.field)).collect();
    assert_eq!(names.len(), RULES.len());
    assert_eq!(max_chars("accounts", "postal_code"), Some(20));
    assert_eq!(max_chars("accounts", "nothing"), None);
}

/// V2.2.1: a text of exactly the longest length is taken whole, one more character is refused, whatever its bytes.
#[test]
fn the_longest_text_of_each_plain_field() {
    for rule in RULES {
        let parse = match rule.what {
            "one line of text" => text::line,
            "text with line breaks and tabs" => text::paragraph,
            _ => continue,
        };
        for c in ['a', 'å', '𝄞', '🎉'] {
            let longest = c.to_string().repeat(rule.max_chars);
            assert_eq!(parse(&longest, rule.max_chars), Ok(Some(longest.clone())));
            let key = refusal(parse(&format!("{longest}{c}"), rule.max_chars));
            assert_eq!(key, "fields-too-long", "{} {}", rule.record, rule.field);
        }
    }
}

/// V1.3.3: no rule stores, or stumbles over, what is no text.
#[test]
fn every_rule_refuses_what_is_no_text() {
    for c in [
        '\0', '\u{1B}', '\u{FFFD}', '\u{202E}', '\u{2067}', '\u{FFFF}',
    ] {
        for raw in [
            format!("a{c}b@example.se"),
            format!("08{c}031"),
            format!("a{c}.se"),
        ] {
            assert!(text::line(&raw, 200).is_err());
            assert!(text::paragraph(&raw, 200).is_err());
            assert!(email::parse(&raw).is_err());
            assert!(phone::parse(&raw).is_err());
            assert!(website::parse(&raw).is_err());
            assert!(organisation_number::parse(&raw).is_err());
        }
    }
    let megabyte = "1".repeat(1_000_000);
    assert_eq!(refusal(email::parse(&megabyte)), "fields-too-long");
    assert_eq!(refusal(phone::parse(&megabyte)), "fields-too-long");
    assert_eq!(refusal(website::parse(&megabyte)), "fields-too-long");
    assert_eq!(
        refusal(organisation_number::parse(&megabyte)),
        "fields-too-long"
    );
}
