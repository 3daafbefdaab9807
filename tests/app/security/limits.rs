//! The longest text of each field, through the form and in the database.

use crate::support::{Browser, TestApp, organisation_number};
use minimata::auth::Role;
use minimata::fields::{FieldRule, RULES};

/// A value of exactly `length` characters that the field takes for its content, as wide as its content allows.
fn of_length(rule: &FieldRule, length: usize) -> String {
    match rule.field {
        "email" => format!("{}@{}.se", "a".repeat(60), labels(length - 64)),
        "phone" | "mobile" => format!("{:0<length$}", "08-1234567"),
        "website" => format!("https://a.se/{}", "x".repeat(length - 13)),
        _ => "🎉".repeat(length),
    }
}

/// Host labels of at most 50 characters each, `length` in all.
fn labels(length: usize) -> String {
    let dotted = |at: usize| {
        if at % 51 == 50 && at + 1 < length {
            '.'
        } else {
            'b'
        }
    };
    (0..length).map(dotted).collect()
}

fn put(browser: &Browser, record: &str, rule: &FieldRule, value: &str) -> u16 {
    let path = format!("{record}/fields/{}", rule.field);
    browser.open(&format!("{path}/edit"));
    browser
        .submit(".fact.editing form", &[(rule.field, value)])
        .status()
}

#[test]
fn asvs_2_2_1_2_2_2_the_longest_text_of_every_field_is_kept_and_one_more_refused() {
    let app = TestApp::start();
    let account = app.account(&[("name", "Alfa")]);
    let contact = app.contact(&[("last_name", "Ek")]);
    let staff = app.sign_in(Role::Staff);
    let mut asked = 0;
    for rule in RULES {
        let record = match rule.record {
            "accounts" => format!("/accounts/{account}"),
            "contacts" => format!("/contacts/{contact}"),
            _ => continue,
        };
        if rule.field == "organisation_number" {
            assert_eq!(put(&staff, &record, rule, &organisation_number()), 303);
            assert_eq!(put(&staff, &record, rule, &"1".repeat(11)), 422);
            continue;
        }
        let longest = of_length(rule, rule.max_chars);
        assert_eq!(longest.chars().count(), rule.max_chars, "{rule:?}");
        assert_eq!(put(&staff, &record, rule, &longest), 303, "{rule:?}");
        let form = staff.open(&format!("{record}/edit"));
        let control = format!("#{}", rule.field);
        let kept = [form.attributes(&control, "value"), form.all(&control)].concat();
        assert!(kept.contains(&longest), "{rule:?}: {kept:?}");
        let longer = of_length(rule, rule.max_chars + 1);
        assert_eq!(put(&staff, &record, rule, &longer), 422, "{rule:?}");
        asked += 1;
    }
    assert!(asked > 15);
}
