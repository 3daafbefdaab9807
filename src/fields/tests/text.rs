use super::refusal;
use crate::fields::text::{line, paragraph, required_line};
use crate::i18n::Arg;

#[test]
fn trims_and_keeps_the_inside() {
    assert_eq!(line("  Ås  IF \n", 50), Ok(Some("Ås  IF".to_owned())));
    assert_eq!(line(" \t\u{A0}\u{FEFF} ", 50), Ok(None));
    assert_eq!(refusal(required_line(" ", 50)), "fields-required");
}

#[test]
fn invisible_characters_alone_are_nothing() {
    assert_eq!(line("\u{200B}\u{200D}\u{3164}", 50), Ok(None));
}

#[test]
fn composes_what_is_typed_in_pieces() {
    assert_eq!(
        line("A\u{30A}s caf\u{65}\u{301}", 8),
        Ok(Some("Ås café".to_owned()))
    );
}

#[test]
fn keeps_emoji_joiners_and_right_to_left_letters() {
    for text in [
        "👩‍👩‍👧‍👦 Familjen",
        "🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "עמותה שלום",
        "جمعية",
        "日本語",
        "a\u{200F}b",
        "<b>&amp;?#/'\"",
    ] {
        assert_eq!(line(text, 100), Ok(Some(text.to_owned())));
    }
}

#[test]
fn refuses_what_hides_or_breaks() {
    for (text, key) in [
        ("a\0b", "fields-control-character"),
        ("a\u{7}b", "fields-control-character"),
        ("a\tb", "fields-control-character"),
        ("a\u{9D}b", "fields-control-character"),
        ("a\u{FFFE}b", "fields-control-character"),
        ("a\u{1FFFF}b", "fields-control-character"),
        ("a\u{FFFD}b", "fields-broken-character"),
        ("a\u{202E}b", "fields-direction-character"),
        ("a\u{2066}b", "fields-direction-character"),
        ("a\nb", "fields-line-break"),
        ("a\r\nb", "fields-line-break"),
        ("a\u{2028}b", "fields-line-break"),
    ] {
        assert_eq!(refusal(line(text, 50)), key, "{text:?}");
        if key != "fields-line-break" && !text.contains('\t') {
            assert_eq!(refusal(paragraph(text, 50)), key, "{text:?}");
        }
    }
}

#[test]
fn counts_characters_and_says_how_many() {
    for c in ["a", "å", "A\u{30A}", "🎉"] {
        assert!(line(&c.repeat(200), 200).is_ok());
        let message = line(&c.repeat(201), 200).expect_err("one too many");
        assert_eq!(message.key, "fields-too-long");
        assert_eq!(
            message.args,
            [("max", Arg::Int(200)), ("count", Arg::Int(201))]
        );
    }
}

#[test]
fn a_megabyte_is_refused_at_once() {
    let start = std::time::Instant::now();
    for piece in ["a", "\u{301}", "å\u{323}\u{301}"] {
        assert_eq!(
            refusal(line(&piece.repeat(1_000_000), 200)),
            "fields-too-long"
        );
        assert_eq!(
            refusal(paragraph(&piece.repeat(1_000_000), 5000)),
            "fields-too-long"
        );
    }
    assert!(start.elapsed().as_secs() < 5);
}

#[test]
fn a_paragraph_keeps_lines_and_tabs() {
    assert_eq!(
        paragraph("\r\n\tett\r\ntvå\rtre\n \n", 50),
        Ok(Some("\tett\ntvå\ntre".to_owned()))
    );
    assert_eq!(paragraph(" \r\n ", 50), Ok(None));
    assert_eq!(
        refusal(paragraph("a\u{B}b", 50)),
        "fields-control-character"
    );
    // CRLF counts once, as it is stored.
    assert!(paragraph("a\r\nb", 3).is_ok());
}
