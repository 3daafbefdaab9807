//! What each endpoint may be sent: in the document and on its page. A test sends each of them.

use super::endpoints::Shape;
use serde_json::{Value, json};

/// A body that the endpoint takes. Ids and versions are those of records that are there.
pub(super) fn body(shape: &Shape) -> Option<Value> {
    let (Shape::Make(takes, _)
    | Shape::Change(takes, _)
    | Shape::Batch(takes)
    | Shape::Take(takes, ..)
    | Shape::May(takes, _)) = shape
    else {
        return None;
    };
    let is_change = matches!(shape, Shape::Change(..));
    Some(match (*takes, shape) {
        ("AccountWrite", Shape::Batch(_)) => json!({ "rows": [
            { "name": "IF Häus", "kind": "association" },
            { "id": 1, "version": 1, "city": "Lund" },
        ] }),
        ("ContactWrite", Shape::Batch(_)) => json!({
            "rows": [{ "first_name": "Åsa", "last_name": "Öberg" }], "all_or_nothing": true,
        }),
        ("AccountWrite", _) if is_change => json!({ "version": 1, "city": "Lund" }),
        ("AccountWrite", _) => json!({ "name": "IF Häus", "kind": "association", "members": 42 }),
        ("ContactWrite", _) if is_change => json!({ "version": 1, "city": "Lund" }),
        ("ContactWrite", _) => json!({
            "first_name": "Åsa", "last_name": "Öberg", "email": "asa@example.se",
        }),
        ("AffiliationWrite", _) if is_change => json!({ "version": 1, "to_date": "2026-12-31" }),
        ("AffiliationWrite", _) => json!({ "account_id": 1, "role": "Kassör" }),
        ("KpiWrite", _) if is_change => json!({ "version": 1, "unit": "st" }),
        ("KpiWrite", _) => json!({ "name": "Medlemmar", "cadence": "month", "totalling": "last" }),
        ("KpiValueNew", _) => json!({ "period": "2026-01", "value": "412000.5" }),
        ("KpiValueWrite", _) => json!({ "version": 1, "value": "412001", "reason": "Räknat om" }),
        ("Undo", _) => json!({ "rest": true }),
        ("UserWrite", _) => json!({ "version": 1, "role": "staff" }),
        ("SignIn", _) => json!({ "email": "asa@example.se", "password": "en lång mening" }),
        ("Registration", _) => json!({
            "name": "Åsa Öberg", "email": "asa@example.se", "password": "en lång mening utan mening",
        }),
        _ => json!({ "user_id": 1, "role": "staff" }),
    })
}
