//! What JSON has of contacts, for the document and for answers.

use crate::contacts::affiliations::api::AffiliationBody;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// A contact in a list, with the account that stands beside the name.
#[derive(Serialize, ToSchema)]
#[schema(as = ContactInList)]
pub(crate) struct ContactItem {
    pub(super) id: i64,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) name: String,
    pub(super) account_id: Option<i64>,
    pub(super) account_name: Option<String>,
    pub(super) account_role: Option<String>,
    pub(super) title: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) mobile: String,
    pub(super) city: String,
    pub(super) country: String,
    pub(super) owner_id: Option<i64>,
    pub(super) owner_name: Option<String>,
    /// The names of its tags.
    pub(super) tags: Vec<String>,
    pub(super) external_id: String,
    /// In UTC.
    #[schema(format = DateTime)]
    pub(super) created_at: String,
    /// In UTC.
    #[schema(format = DateTime)]
    pub(super) updated_at: String,
}

/// A whole contact. Text that is not known is empty.
#[derive(Serialize, ToSchema)]
#[schema(as = Contact)]
pub(crate) struct ContactBody {
    pub(super) id: i64,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) mobile: String,
    pub(super) city: String,
    pub(super) country: String,
    pub(super) owner_id: Option<i64>,
    pub(super) owner_name: Option<String>,
    pub(super) external_id: String,
    pub(super) notes: String,
    /// Roles at accounts: those that last first, the primary one on top.
    pub(super) affiliations: Vec<AffiliationBody>,
    /// The names of its tags.
    pub(super) tags: Vec<String>,
    /// What an import found beyond the fields.
    pub(super) other_facts: Value,
    /// Grows with each change; a change names the one it started from.
    pub(super) version: i32,
    /// In UTC.
    #[schema(format = DateTime)]
    pub(super) created_at: String,
    /// In UTC.
    #[schema(format = DateTime)]
    pub(super) updated_at: String,
}

/// What can be written of a contact. What is left out stays as it is, or is empty in a new one; null empties.
#[derive(ToSchema)]
#[schema(as = ContactWrite)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct ContactWrite {
    #[schema(max_length = 100, example = "Åsa")]
    pub(super) first_name: Option<String>,
    /// A contact has a first or a last name.
    #[schema(max_length = 100, example = "Öberg")]
    pub(super) last_name: Option<String>,
    #[schema(max_length = 100)]
    pub(super) title: Option<String>,
    #[schema(max_length = 254)]
    pub(super) email: Option<String>,
    #[schema(max_length = 50)]
    pub(super) phone: Option<String>,
    #[schema(max_length = 50)]
    pub(super) mobile: Option<String>,
    #[schema(max_length = 100)]
    pub(super) city: Option<String>,
    #[schema(max_length = 100)]
    pub(super) country: Option<String>,
    /// An active person of ours.
    pub(super) owner_id: Option<i64>,
    #[schema(max_length = 100)]
    pub(super) external_id: Option<String>,
    #[schema(max_length = 5000)]
    pub(super) notes: Option<String>,
}
