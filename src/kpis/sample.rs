//! A KPI for the unit tests of this slice.

use super::model::{Definition, DefinitionId, Direction, Scope, Source, Totalling};
use super::{Cadence, Decimal};
use chrono::NaiveDate;

/// A monthly one without decimals, amber beyond the target and red beyond ten percent from it.
pub fn definition(totalling: Totalling, direction: Direction) -> Definition {
    let (amber_limit, red_limit) = direction.usual_limits();
    let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    Definition {
        id: DefinitionId(1),
        name: "Nya medlemmar".to_owned(),
        meaning: String::new(),
        unit: "st".to_owned(),
        unit_before: false,
        decimals: 0,
        cadence: Cadence::Month,
        direction,
        amber_limit,
        red_limit,
        owner_id: None,
        scope: Scope::Organisation,
        totalling,
        first_period: day,
        staff_enters: false,
        version: 1,
        created_at: day.into(),
        updated_at: day.into(),
        archived_at: None,
        source: Source::Entered,
        counted: String::new(),
        counted_of: String::new(),
    }
}

/// `12.5` as a number.
pub fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}
