//! The generated data set: the same for the same seed, and as true as what people make by hand.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use minimata::auth::{Actor, Channel};
use minimata::demo::generate::{Generated, Size, generate};
use minimata::fields::fold;
use serde_json::{Map, Value};

use crate::imports::Desk;

const SIZE: Size = Size {
    accounts: 150,
    contacts: 450,
    changes: 1_600,
    seed: 7,
    until: NaiveDate::from_ymd_opt(2026, 3, 2)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap(),
};

fn fill(desk: &Desk, size: Size) -> Generated {
    let operator = Actor::operator(Channel::Cli);
    generate(&desk.db, 1, &operator, size, false, &|_, _| true).unwrap()
}

/// Everything that a person could tell apart.
fn rows(desk: &Desk) -> Vec<String> {
    [
        "SELECT CONCAT_WS('|', id, name, organisation_number, email, phone, city, owner_id, parent_id, updated_at, deleted_at) FROM accounts ORDER BY id",
        "SELECT CONCAT_WS('|', id, sort_name, email, mobile, city, title, updated_at, deleted_at) FROM contacts ORDER BY id",
        "SELECT CONCAT_WS('|', id, contact_id, account_id, role, from_date, to_date, is_primary) FROM affiliations ORDER BY id",
        "SELECT CONCAT_WS('|', c.id, o.id, kind, at, data, c.subject_id, action, before_values, after_values) FROM changes c JOIN operations o ON o.id = operation_id ORDER BY c.id",
        "SELECT CONCAT_WS('|', account_id, name) FROM account_tags JOIN tags ON tags.id = tag_id ORDER BY 1",
    ]
    .iter()
    .flat_map(|query| desk.column(query))
    .collect()
}

#[test]
fn the_same_seed_makes_the_same_rows_and_another_one_others() {
    let [one, two, three] = [SIZE, SIZE, Size { seed: 8, ..SIZE }].map(|size| {
        let desk = Desk::new();
        assert_eq!(fill(&desk, size), Generated::Done);
        rows(&desk)
    });
    assert_eq!(one, two);
    assert_ne!(one, three);
}

#[test]
fn it_has_the_size_asked_for_and_keeps_what_the_product_promises() {
    let desk = Desk::new();
    assert_eq!(fill(&desk, SIZE), Generated::Done);
    let count = |what: &str| -> usize {
        let counted = desk.column(&format!("SELECT COUNT(*) FROM {what}"));
        counted[0].parse().unwrap()
    };
    assert_eq!(count("accounts"), 150);
    assert_eq!(count("contacts"), 450);
    assert_eq!(count("affiliations"), 600);
    assert!(
        (1_400..2_100).contains(&count("changes")),
        "{}",
        count("changes")
    );
    assert!(count("accounts WHERE deleted_at IS NOT NULL") > 0);
    assert!(count("accounts WHERE parent_id IS NOT NULL") > 0);
    assert!(count("account_tags") > 20);
    for wrong in [
        "accounts a LEFT JOIN accounts p ON p.id = a.parent_id WHERE a.parent_id IS NOT NULL AND p.id IS NULL",
        "affiliations f LEFT JOIN contacts c ON c.id = contact_id LEFT JOIN accounts a ON a.id = account_id WHERE c.id IS NULL OR a.id IS NULL OR a.deleted_at IS NOT NULL",
        "affiliations WHERE to_date < from_date",
        "(SELECT contact_id FROM affiliations GROUP BY contact_id HAVING SUM(is_primary) <> 1) x",
        "changes c LEFT JOIN operations o ON o.id = operation_id WHERE o.id IS NULL",
        "account_tags t LEFT JOIN accounts a ON a.id = account_id LEFT JOIN tags g ON g.id = tag_id WHERE a.id IS NULL OR g.id IS NULL",
        "operations a JOIN operations b ON b.id = a.id + 1 WHERE b.at < a.at",
        "operations WHERE at > '2026-03-02'",
        "accounts WHERE email NOT LIKE '%.example' AND email <> '' OR website NOT LIKE '%.example' AND website <> ''",
        "contacts WHERE email NOT LIKE '%.example' AND email <> ''",
        "contacts WHERE mobile_key NOT LIKE '+467017406%' AND mobile <> ''",
    ] {
        assert_eq!(count(wrong), 0, "{wrong}");
    }
    for pair in desk.column("SELECT CONCAT(name, '|', name_key) FROM accounts") {
        let (name, key) = pair.split_once('|').unwrap();
        assert_eq!(fold::fold(name), key);
    }
}

#[test]
fn its_history_leads_to_what_is_there() {
    let desk = Desk::new();
    fill(&desk, SIZE);
    for (kind, fields) in [
        (
            "account",
            ["name", "status", "phone", "city", "description"],
        ),
        ("contact", ["last_name", "mobile", "city", "title", "notes"]),
    ] {
        let mut told: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
        for row in desk.column(&format!(
            "SELECT CONCAT(subject_id, '|', after_values) FROM changes WHERE subject_type = '{kind}' ORDER BY operation_id, id"
        )) {
            let (id, after) = row.split_once('|').unwrap();
            let after: Map<String, Value> = serde_json::from_str(after).unwrap();
            told.entry(id.to_owned()).or_default().extend(after);
        }
        let columns = fields.map(|field| format!("'{field}', {field}")).join(", ");
        let rows = desk.column(&format!(
            "SELECT CONCAT(id, '|', JSON_OBJECT({columns})) FROM {kind}s"
        ));
        assert_eq!(rows.len(), told.len());
        for row in rows {
            let (id, values) = row.split_once('|').unwrap();
            let values: Map<String, Value> = serde_json::from_str(values).unwrap();
            for field in fields {
                assert_eq!(told[id][field], values[field], "{kind} {id} {field}");
            }
        }
    }
}

#[test]
fn real_records_are_not_added_to_by_mistake() {
    let desk = Desk::new();
    desk.execute("INSERT INTO accounts (name, name_key, kind, status, description, other_facts, created_at, updated_at) VALUES ('Äkta', 'äkta', 'company', 'active', '', '{}', NOW(), NOW())");
    assert_eq!(fill(&desk, SIZE), Generated::NotEmpty);
    let output = desk.program(&["demo", "--accounts", "20"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--anyway"));
    let output = desk.program(&[
        "demo",
        "--accounts",
        "20",
        "--anyway",
        "--until",
        "2026-03-02",
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(desk.column("SELECT COUNT(*) FROM accounts"), ["21"]);
    let output = desk.program(&["demo", "--remove"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("cannot be taken out"));
}
