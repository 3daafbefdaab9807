//! Values in words.

use super::*;
use crate::audit::Facts;
use serde_json::json;

fn read(of: SubjectType, lang: Lang, before: Value, after: Value) -> Vec<String> {
    let object = |value: Value| -> Facts { serde_json::from_value(value).unwrap() };
    let change = Change {
        id: 1,
        operation_id: crate::audit::OperationId(1),
        subject_type: Some(of),
        subject_id: 1,
        action: "update".to_owned(),
        before: object(before),
        after: object(after),
    };
    changed_values(&Shell::bare(lang), &Names::default(), &change)
        .into_iter()
        .map(|v| format!("{}: {} > {}", v.label, v.before, v.after))
        .collect()
}

#[test]
fn values_are_in_the_readers_words() {
    let before = json!({"kind": "association", "members": 1234, "organisation_number": "8024811234", "city": ""});
    let after =
        json!({"kind": "company", "members": null, "organisation_number": "", "city": null});
    assert_eq!(
        read(SubjectType::Account, Lang::En, before, after),
        [
            "Kind: Association > Company",
            "Organisation number: 802481-1234 > ",
            "Members: 1,234 > "
        ]
    );
    let after = json!({"is_primary": true, "from_date": "2026-03-01", "account_id": 7});
    assert_eq!(
        read(SubjectType::Affiliation, Lang::En, json!({}), after),
        ["Account:  > #7", "From:  > 1 Mar 2026", "Primary:  > Yes"]
    );
}

#[test]
fn other_facts_are_told_one_by_one() {
    let before = json!({"other_facts": r#"{"Län":"Skåne","Bana":"1"}"#});
    let after = json!({"other_facts": r#"{"Län":"Skåne","Bana":"2","Hall":"Ja"}"#});
    assert_eq!(
        read(SubjectType::Account, Lang::Sv, before, after),
        ["Bana: 1 > 2", "Hall:  > Ja"]
    );
}

#[test]
fn what_another_version_wrote_is_shown_as_it_is_and_secrets_are_not() {
    let before =
        json!({"kind": "guild", "from_date": "soon", "api_token": "x", "new_thing": {"a": [1]}});
    assert_eq!(
        read(
            SubjectType::Account,
            Lang::En,
            before,
            json!({"other_facts": 7})
        ),
        [
            "Kind: guild > ",
            "from date: soon > ",
            "api token: ••• > ",
            "new thing: {\"a\":[1]} > "
        ]
    );
}
