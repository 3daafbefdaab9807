use super::refusal;
use crate::fields::website::{host, parse};

#[test]
fn an_address_is_kept_and_completed() {
    for (typed, stored) in [
        ("https://example.se", "https://example.se"),
        ("http://www.day-hartman.org/", "http://www.day-hartman.org/"),
        (
            "HTTPS://Example.se/Väg?a=b&c#d",
            "https://Example.se/Väg?a=b&c#d",
        ),
        ("example.se", "https://example.se"),
        ("//example.se", "https://example.se"),
        ("example.se:8080/a", "https://example.se:8080/a"),
        ("example.se/a:b", "https://example.se/a:b"),
        ("åkeri.se", "https://åkeri.se"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
    ] {
        assert_eq!(parse(typed), Ok(Some(stored.to_owned())), "{typed}");
    }
    assert_eq!(parse(""), Ok(None));
}

/// V1.2.2
#[test]
fn nothing_else_becomes_a_link() {
    for (typed, key) in [
        ("javascript:alert(1)", "fields-website-scheme"),
        ("JavaScript:alert(1)", "fields-website-scheme"),
        (
            " javascript://example.se/%0aalert(1)",
            "fields-website-scheme",
        ),
        ("javascript:1", "fields-website-scheme"),
        ("data:text/html,<script>", "fields-website-scheme"),
        ("vbscript:x", "fields-website-scheme"),
        ("mailto:a@example.se", "fields-website-scheme"),
        ("ftp://example.se", "fields-website-scheme"),
        ("file:///etc/passwd", "fields-website-scheme"),
        ("http:example.se", "fields-website-scheme"),
        ("java\tscript:alert(1)", "fields-control-character"),
        ("java\nscript:alert(1)", "fields-line-break"),
        (
            "https://user:secret@example.se",
            "fields-website-credentials",
        ),
        ("https://user@example.se", "fields-website-credentials"),
        ("https://@example.se", "fields-website-credentials"),
        ("anna@example.se", "fields-website-credentials"),
        ("https://example.se/\"onclick=", "fields-website-character"),
        ("https:\\\\example.se", "fields-website-scheme"),
        ("https://exam ple.se", "fields-website-character"),
        ("intranet", "fields-website-address"),
        ("https://", "fields-website-address"),
        ("https:///example.se", "fields-website-address"),
        ("https://10", "fields-website-address"),
        ("https://.se", "fields-website-address"),
        ("https://a..se", "fields-website-address"),
        ("https://example.se:99999", "fields-website-address"),
    ] {
        assert_eq!(refusal(parse(typed)), key, "{typed}");
    }
}

#[test]
fn the_prefix_counts() {
    let path = |n: usize| format!("example.se/{}", "å".repeat(n - 19));
    assert!(parse(&path(200)).is_ok());
    assert_eq!(refusal(parse(&path(201))), "fields-too-long");
}

#[test]
fn a_list_shows_the_host() {
    assert_eq!(host("https://www.example.se:8080/a?b"), Some("example.se"));
    assert_eq!(host("http://åkeri.se#x"), Some("åkeri.se"));
    assert_eq!(host("https://[2001:db8::1]/"), Some("[2001:db8::1]"));
    assert_eq!(host("example.se"), None);
}
