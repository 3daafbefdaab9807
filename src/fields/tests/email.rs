use super::refusal;
use crate::fields::email::{key, parse};

#[test]
fn practical_addresses_are_kept_as_typed() {
    for typed in [
        "anna@example.se",
        "Anna.O'Neill+crm@Example.SE",
        "zoë.hagglund@post.example",
        "åsa@åkeri.se",
        "x@a-b.example",
        "用户@例子.广告",
        "a@xn--keri-ooa.se",
    ] {
        let email = parse(&format!(" {typed} ")).expect(typed).expect(typed);
        assert_eq!(email.typed, typed);
        assert_eq!(email.key, typed.to_lowercase());
    }
    assert_eq!(parse(" "), Ok(None));
}

#[test]
fn the_key_meets_whatever_the_case_and_composition() {
    let typed = parse("A\u{30A}sa@Example.se")
        .expect("valid")
        .expect("typed");
    assert_eq!(typed.key, "åsa@example.se");
    assert_eq!(key(" ÅSA@example.SE\n"), typed.key);
}

#[test]
fn each_fault_has_its_message() {
    for (typed, key) in [
        ("anna", "fields-email-at"),
        ("a@b@example.se", "fields-email-at"),
        ("Anna <anna@example.se>", "fields-email-bare"),
        ("anna @example.se", "fields-email-space"),
        ("a@example.se, b@example.se", "fields-email-space"),
        ("@example.se", "fields-email-local"),
        (".anna@example.se", "fields-email-dots"),
        ("anna.@example.se", "fields-email-dots"),
        ("a..b@example.se", "fields-email-dots"),
        ("a\"b@example.se", "fields-email-character"),
        ("a,b@example.se", "fields-email-character"),
        ("anna@example", "fields-email-domain"),
        ("anna@.se", "fields-email-domain"),
        ("anna@example.se.", "fields-email-domain"),
        ("anna@-example.se", "fields-email-domain"),
        ("anna@exa_mple.se", "fields-email-domain"),
        ("anna@127.0.0.1", "fields-email-domain"),
        ("anna@", "fields-email-domain"),
        ("anna@exa\u{200B}mple.se", "fields-email-domain"),
        ("an\0na@example.se", "fields-control-character"),
        ("anna@example.se\nBcc: x@y.se", "fields-line-break"),
    ] {
        assert_eq!(refusal(parse(typed)), key, "{typed}");
    }
}

#[test]
fn lengths_at_their_limits() {
    let local = |n: usize| format!("{}@example.se", "å".repeat(n));
    assert!(parse(&local(64)).is_ok());
    assert_eq!(refusal(parse(&local(65))), "fields-email-local");
    let whole = |n: usize| format!("a@{}{}.se", "b.".repeat((n - 6) / 2), "c".repeat(1 + n % 2));
    assert_eq!(whole(254).chars().count(), 254);
    assert!(parse(&whole(254)).is_ok());
    assert_eq!(refusal(parse(&whole(255))), "fields-too-long");
    assert!(parse(&format!("a@{}.se", "b".repeat(63))).is_ok());
    assert_eq!(
        refusal(parse(&format!("a@{}.se", "b".repeat(64)))),
        "fields-email-domain"
    );
}

#[test]
fn a_key_longer_than_the_address_is_refused_too() {
    // İ is one character, its lower case two.
    let typed = format!("{}@{}.se", "İ".repeat(60), "b.".repeat(90) + "example");
    assert!(typed.chars().count() <= 254);
    assert_eq!(refusal(parse(&typed)), "fields-too-long");
}

#[test]
fn time_is_linear() {
    let start = std::time::Instant::now();
    for piece in ["a", "a.", "@", "a@", "."] {
        assert!(parse(&piece.repeat(100_000)).is_err());
    }
    assert!(start.elapsed().as_secs() < 2);
}
