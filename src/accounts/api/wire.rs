//! What JSON has of accounts, for the document and for answers.

use crate::accounts::model::{AccountKind, AccountStatus};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// An account in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = AccountInList)]
pub(crate) struct AccountItem {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) kind: AccountKind,
    pub(super) status: AccountStatus,
    pub(super) organisation_number: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) website: String,
    pub(super) city: String,
    pub(super) country: String,
    pub(super) industry: String,
    pub(super) employees: Option<i32>,
    pub(super) members: Option<i32>,
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

/// A whole account. Text that is not known is empty.
#[derive(Serialize, ToSchema)]
#[schema(as = Account)]
pub(crate) struct AccountBody {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) kind: AccountKind,
    pub(super) status: AccountStatus,
    /// Ten digits.
    pub(super) organisation_number: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) website: String,
    pub(super) street: String,
    pub(super) postal_code: String,
    pub(super) city: String,
    pub(super) country: String,
    pub(super) industry: String,
    pub(super) employees: Option<i32>,
    pub(super) members: Option<i32>,
    pub(super) owner_id: Option<i64>,
    pub(super) owner_name: Option<String>,
    pub(super) parent_id: Option<i64>,
    pub(super) parent_name: Option<String>,
    pub(super) external_id: String,
    pub(super) description: String,
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

/// What can be written of an account. What is left out stays as it is, or is empty in a new one; null empties.
#[derive(ToSchema)]
#[schema(as = AccountWrite)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct AccountWrite {
    /// Needed in a new one.
    #[schema(max_length = 200, example = "IF Häus")]
    pub(super) name: Option<String>,
    /// `association` in a new one, where nothing is said.
    pub(super) kind: Option<AccountKind>,
    /// `prospect` in a new one, where nothing is said.
    pub(super) status: Option<AccountStatus>,
    /// Swedish; its check digit must be right.
    #[schema(max_length = 30, example = "802481-1237")]
    pub(super) organisation_number: Option<String>,
    #[schema(max_length = 254)]
    pub(super) email: Option<String>,
    #[schema(max_length = 50)]
    pub(super) phone: Option<String>,
    #[schema(max_length = 200)]
    pub(super) website: Option<String>,
    #[schema(max_length = 200)]
    pub(super) street: Option<String>,
    #[schema(max_length = 20)]
    pub(super) postal_code: Option<String>,
    #[schema(max_length = 100)]
    pub(super) city: Option<String>,
    #[schema(max_length = 100)]
    pub(super) country: Option<String>,
    #[schema(max_length = 100)]
    pub(super) industry: Option<String>,
    #[schema(minimum = 0, maximum = 2_000_000_000)]
    pub(super) employees: Option<i32>,
    #[schema(minimum = 0, maximum = 2_000_000_000)]
    pub(super) members: Option<i32>,
    /// An active person of ours.
    pub(super) owner_id: Option<i64>,
    /// The account above it.
    pub(super) parent_id: Option<i64>,
    #[schema(max_length = 100)]
    pub(super) external_id: Option<String>,
    #[schema(max_length = 5000)]
    pub(super) description: Option<String>,
}
