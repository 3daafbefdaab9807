use super::refusal;
use crate::fields::phone::{key, parse};

#[test]
fn every_way_of_writing_it_meets() {
    for typed in [
        "070-123 45 67",
        "0701234567",
        "+46701234567",
        "+46 70 123 45 67",
        "0046-70-123 45 67",
        "+46 (0)70-123 45 67",
        "+46(0)701234567",
        "0046 (0) 70 123 45 67",
        "+46 070-123 45 67",
        "(070) 123 45 67",
        "(+46) 70-123 45 67",
        "070\u{2011}123\u{A0}45\u{A0}67",
        "070-123 45 67x123",
        "070-123 45 67 ankn. 12",
        "070-123 45 67 (hem)",
        "Tel: 070-123 45 67",
        "fax 070-123 45 67",
        "０７０１２３４５６７",
    ] {
        let phone = parse(typed).expect(typed).expect(typed);
        assert_eq!(phone.typed, typed);
        assert_eq!(phone.key.as_deref(), Some("+46701234567"), "{typed}");
    }
    assert_eq!(parse(" "), Ok(None));
}

#[test]
fn keys_of_the_formats_in_real_lists() {
    for (typed, expected) in [
        ("090/5424956", Some("+46905424956")),
        ("(0)70-123 45 67", Some("+46701234567")),
        ("+1-360-693-4419x19272", Some("+13606934419")),
        ("001-680-204-8312", Some("+16802048312")),
        ("+298 123456", Some("+298123456")),
        ("(422)787-2331x71127", None),
        ("846-790-4623x4715", None),
        ("4292705811", None),
        ("112", None),
        ("070-123 45 67 / 090-12 34 56", None),
        ("0200-KALLE", None),
        ("+46 123", None),
        ("++46701234567", None),
        ("000000000", None),
        ("+46 ring 1", None),
        ("+1234567890123456", None),
    ] {
        let phone = parse(typed).expect(typed).expect(typed);
        assert_eq!(phone.key.as_deref(), expected, "{typed}");
    }
    assert_eq!(key("070-123"), key("070 123"));
}

#[test]
fn refuses_only_what_is_no_phone_number() {
    assert_eq!(refusal(parse("ring mig")), "fields-phone-digits");
    assert_eq!(refusal(parse("+")), "fields-phone-digits");
    assert_eq!(refusal(parse("anna1@example.se")), "fields-phone-character");
    assert_eq!(
        refusal(parse("<script>1</script>")),
        "fields-phone-character"
    );
    assert_eq!(refusal(parse("070\u{0}123")), "fields-control-character");
    assert_eq!(refusal(parse(&"1".repeat(51))), "fields-too-long");
    assert!(parse(&"1".repeat(50)).is_ok());
}

#[test]
fn a_key_fits_its_column() {
    for typed in ["+123456789012345", "0046123456789"] {
        assert!(key(typed).is_some_and(|key| key.len() <= 16));
    }
}
