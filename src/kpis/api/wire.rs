//! What JSON has of KPIs, for the document and for answers. Numbers are text, so that none loses a decimal.

use crate::kpis::Cadence;
use crate::kpis::Period;
use crate::kpis::model::{Definition, Direction, Scope, Source, Totalling, Value};
use crate::web::api::fields::decimal_schema;
use crate::web::api::{Wire, WireField, moment};
use serde::Serialize;
use utoipa::ToSchema;

/// A KPI.
#[derive(Serialize, ToSchema)]
#[schema(as = Kpi)]
pub(crate) struct KpiBody {
    id: i64,
    name: String,
    /// What it means, in words.
    meaning: String,
    unit: String,
    /// Whether the unit stands before the number.
    unit_before: bool,
    /// How many decimals are shown.
    decimals: i32,
    cadence: Cadence,
    /// Which way is good.
    direction: Direction,
    /// Percent of the target beyond which a value is amber.
    #[schema(example = "100")]
    amber_limit: String,
    /// Percent of the target beyond which a value is red.
    #[schema(example = "90")]
    red_limit: String,
    owner_id: Option<i64>,
    owner_name: Option<String>,
    /// Whether a value is the organisation's or an account's.
    scope: Scope,
    /// Where its values come from.
    source: Source,
    /// The list that is counted, as its page's address; empty where values are entered.
    counted: String,
    /// The list of which that is a share.
    counted_of: String,
    /// How the periods of a year make one number.
    totalling: Totalling,
    /// The first one that should have a value.
    #[schema(example = "2026-01")]
    first_period: String,
    /// Whether staff may enter values.
    staff_enters: bool,
    archived: bool,
    /// Grows with each change; a change names the one it started from.
    version: i32,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    updated_at: String,
}

impl KpiBody {
    pub(super) fn new(definition: &Definition, owner_name: Option<String>) -> Self {
        let d = definition.clone();
        Self {
            id: d.id.0,
            first_period: d.first().to_string(),
            name: d.name,
            meaning: d.meaning,
            unit: d.unit,
            unit_before: d.unit_before,
            decimals: d.decimals,
            cadence: d.cadence,
            direction: d.direction,
            amber_limit: d.amber_limit.to_string(),
            red_limit: d.red_limit.to_string(),
            owner_id: d.owner_id.map(|id| id.0),
            owner_name,
            scope: d.scope,
            source: d.source,
            counted: d.counted,
            counted_of: d.counted_of,
            totalling: d.totalling,
            staff_enters: d.staff_enters,
            archived: d.archived_at.is_some(),
            version: d.version,
            created_at: moment(d.created_at),
            updated_at: moment(d.updated_at),
        }
    }
}

/// What can be written of a KPI. What is left out stays as it is, or is as usual in a new one.
#[derive(ToSchema)]
#[schema(as = KpiWrite)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct KpiWrite {
    /// Needed in a new one.
    #[schema(max_length = 200, example = "Medlemmar")]
    name: Option<String>,
    #[schema(max_length = 5000)]
    meaning: Option<String>,
    #[schema(max_length = 20)]
    unit: Option<String>,
    unit_before: Option<bool>,
    #[schema(minimum = 0, maximum = 6)]
    decimals: Option<i32>,
    /// `month` in a new one, where nothing is said; stays once there are values.
    cadence: Option<Cadence>,
    direction: Option<Direction>,
    /// From 0 to 1000.
    #[schema(schema_with = decimal_schema)]
    amber_limit: Option<String>,
    #[schema(schema_with = decimal_schema)]
    red_limit: Option<String>,
    owner_id: Option<i64>,
    /// Stays once there are values, like `source`.
    scope: Option<Scope>,
    source: Option<Source>,
    /// Such as `/accounts?kind=association`.
    counted: Option<String>,
    counted_of: Option<String>,
    totalling: Option<Totalling>,
    /// Of the cadence: `2026`, `2026-Q3`, `2026-09`, `2026-W36` or `2026-09-30`.
    first_period: Option<String>,
    staff_enters: Option<bool>,
}

/// The fields that can be written.
pub(crate) const WRITTEN: &[WireField] = &[
    WireField::text("name"),
    WireField::text("meaning"),
    WireField::text("unit"),
    WireField::new("unit_before", "unit_before", Wire::Boolean),
    WireField::new("decimals", "decimals", Wire::Integer),
    WireField::text("cadence"),
    WireField::text("direction"),
    WireField::new("amber_limit", "amber_limit", Wire::Decimal),
    WireField::new("red_limit", "red_limit", Wire::Decimal),
    WireField::new("owner_id", "owner_id", Wire::Id),
    WireField::text("scope"),
    WireField::text("source"),
    WireField::text("counted"),
    WireField::text("counted_of"),
    WireField::text("totalling"),
    WireField::text("first_period"),
    WireField::new("staff_enters", "staff_enters", Wire::Boolean),
];

/// The value of one period.
#[derive(Serialize, ToSchema)]
#[schema(as = KpiValue)]
pub(crate) struct ValueBody {
    id: i64,
    kpi_id: i64,
    /// Whose; none for the organisation's.
    account_id: Option<i64>,
    #[schema(example = "2026-09")]
    period: String,
    /// The period's first day.
    #[schema(format = Date)]
    begins_on: String,
    /// Its last day.
    #[schema(format = Date)]
    ends_on: String,
    /// None where it was taken out again.
    #[schema(example = "412000.5")]
    value: Option<String>,
    note: String,
    version: i32,
    entered_by: Option<i64>,
    #[schema(format = DateTime)]
    entered_at: String,
}

impl ValueBody {
    pub(super) fn new(cadence: Cadence, value: &Value) -> Self {
        let period = Period::containing(cadence, value.period);
        Self {
            id: value.id.0,
            kpi_id: value.definition_id.0,
            account_id: value.account_id.map(|id| id.0),
            period: period.to_string(),
            begins_on: period.start().to_string(),
            ends_on: period.end().to_string(),
            value: value.value.map(|value| value.to_string()),
            note: value.note.clone(),
            version: value.version,
            entered_by: value.entered_by.map(|id| id.0),
            entered_at: moment(value.entered_at),
        }
    }
}

/// A new value.
#[derive(ToSchema)]
#[schema(as = KpiValueNew)]
#[expect(
    dead_code,
    reason = "for the document; `NEW_VALUE` reads what comes, a test compares"
)]
pub(crate) struct ValueNew {
    /// Of the KPI's cadence: `2026`, `2026-Q3`, `2026-09`, `2026-W36` or `2026-09-30`.
    period: String,
    /// A number, or a text that is one: no decimal is lost.
    #[schema(schema_with = decimal_schema, required)]
    value: String,
    #[schema(max_length = 500)]
    note: Option<String>,
    /// Whose, where the KPI is about accounts.
    account_id: Option<i64>,
}

/// A value that is corrected, or taken out with null.
#[derive(ToSchema)]
#[schema(as = KpiValueWrite)]
#[expect(
    dead_code,
    reason = "for the document; `VALUE` reads what comes, a test compares"
)]
pub(crate) struct ValueWrite {
    #[schema(schema_with = decimal_schema)]
    value: Option<String>,
    #[schema(max_length = 500)]
    note: Option<String>,
    /// Why it is corrected; history keeps it.
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// The fields of a new value.
pub(crate) const NEW_VALUE: &[WireField] = &[
    WireField::text("period"),
    WireField::new("value", "value", Wire::Decimal),
    WireField::text("note"),
    WireField::new("account_id", "account_id", Wire::Id),
];

/// The fields of a value that is there.
pub(crate) const VALUE: &[WireField] = &[
    WireField::new("value", "value", Wire::Decimal),
    WireField::text("note"),
    WireField::text("reason"),
];
