//! The schemas of what is read and written, from its types.

use crate::accounts::api::wire as accounts;
use crate::contacts::affiliations::api as roles;
use crate::contacts::api::wire as contacts;
use crate::kpis::api::wire as kpis;
use crate::sessions::api as sessions;
use crate::trail::api as trail;
use crate::undo::api as undo;
use crate::users::api::wire as users;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

/// The place of a schema in the document.
pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// An object of that schema with some properties more.
pub(super) fn with(name: &str, more: Value) -> Value {
    let mut schema = schemas().remove(name).unwrap_or_default();
    let properties = schema["properties"].as_object_mut();
    if let (Some(all), Value::Object(more)) = (properties, more) {
        all.extend(more);
    }
    schema
}

/// The schemas of all types.
pub(super) fn schemas() -> Map<String, Value> {
    let mut found: Vec<(String, RefOr<Schema>)> = Vec::new();
    add::<accounts::AccountItem>(&mut found);
    add::<accounts::AccountBody>(&mut found);
    add::<accounts::AccountWrite>(&mut found);
    add::<contacts::ContactItem>(&mut found);
    add::<contacts::ContactBody>(&mut found);
    add::<contacts::ContactWrite>(&mut found);
    add::<roles::AffiliationBody>(&mut found);
    add::<roles::AffiliationWrite>(&mut found);
    add::<kpis::KpiBody>(&mut found);
    add::<kpis::KpiWrite>(&mut found);
    add::<kpis::ValueBody>(&mut found);
    add::<kpis::ValueNew>(&mut found);
    add::<kpis::ValueWrite>(&mut found);
    add::<undo::UndoOrder>(&mut found);
    add::<undo::UndoneBody>(&mut found);
    add::<trail::OperationBody>(&mut found);
    add::<trail::ChangeBody>(&mut found);
    add::<users::UserBody>(&mut found);
    add::<users::UserWrite>(&mut found);
    add::<users::RegistrationWrite>(&mut found);
    add::<users::ApprovalWrite>(&mut found);
    add::<sessions::SignInWrite>(&mut found);
    add::<sessions::MeBody>(&mut found);
    let value = |(name, schema): (String, RefOr<Schema>)| {
        let mut schema = serde_json::to_value(schema).unwrap_or_default();
        // Unknown fields are refused.
        if name.ends_with("Write")
            || ["SignIn", "Registration", "Approval", "KpiValueNew", "Undo"]
                .contains(&name.as_str())
        {
            schema["additionalProperties"] = false.into();
        }
        (name, schema)
    };
    let mut all: Map<String, Value> = found.into_iter().map(value).collect();
    let text = json!({ "type": "string" });
    all.insert(
        "OperationWithChanges".to_owned(),
        json!({
            "allOf": [reference("Operation"), { "type": "object", "properties": {
                "changes": { "type": "array", "items": reference("Change") },
                "next": { "type": ["string", "null"] },
            } }],
        }),
    );
    all.extend(plain());
    all.insert("BatchOutcome".to_owned(), json!({
        "type": "object", "required": ["outcomes", "created", "updated", "failed"],
        "properties": {
            "outcomes": { "type": "array", "items": { "type": "object" } },
            "created": { "type": "integer" }, "updated": { "type": "integer" }, "failed": { "type": "integer" },
        },
    }));
    all.insert("Problem".to_owned(), json!({
        "type": "object", "required": ["type", "title", "status", "detail", "request_id"],
        "properties": {
            "type": text, "title": text, "status": { "type": "integer" }, "detail": text, "request_id": text,
            "errors": { "type": "array", "items": { "type": "object", "required": ["field", "code", "message"],
                "properties": { "field": text, "code": text, "message": text } } },
        },
    }));
    all
}

/// What is answered beside records.
fn plain() -> [(String, Value); 5] {
    let text = || json!({ "type": "string" });
    let yes = || json!({ "type": "boolean" });
    let object = |properties: Value| {
        let names: Vec<&String> = properties
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
            .collect();
        json!({ "type": "object", "required": names, "properties": properties })
    };
    let checks = json!({ "database": yes(), "migrations": yes(), "disk": yes() });
    let users = json!({ "type": "array", "items": reference("User") });
    [
        ("SignedIn", json!({ "signed_in": yes() })),
        ("Registered", json!({ "status": { "type": "string", "enum": ["pending"] } })),
        ("Waiting", json!({ "data": users })),
        (
            "Health",
            json!({ "ok": yes(), "service": text(), "version": text(), "ts": { "type": "string", "format": "date-time" } }),
        ),
        ("Ready", json!({ "ok": yes(), "checks": object(checks) })),
    ]
    .map(|(name, properties)| (name.to_owned(), object(properties)))
}

fn add<T: ToSchema>(found: &mut Vec<(String, RefOr<Schema>)>) {
    found.push((T::name().into_owned(), T::schema()));
    T::schemas(found);
}
