//! The name of a cell in the grid's form: which value it is, and what it was when the page was made.

use super::DefinitionId;
use crate::kpis::{Decimal, Period};
use std::fmt;

/// `c_12_2026-09_3_18316`: the KPI, the period, the version and the value there; the value is missing in an empty cell.
/// So one field says whether somebody touched the cell, and over what they wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellName {
    /// The KPI.
    pub definition: DefinitionId,
    /// The period.
    pub period: Period,
    /// The version when the page was made; 0 for an empty cell.
    pub version: i32,
    /// The value when the page was made.
    pub value: Option<Decimal>,
}

impl CellName {
    /// The cell that a field's name says, if it is one.
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.strip_prefix("c_")?.split('_');
        let cell = Self {
            definition: parts.next()?.parse().ok()?,
            period: Period::parse_any(parts.next()?)?,
            version: parts.next()?.parse().ok()?,
            value: match parts.next()? {
                "" => None,
                number => Some(number.parse().ok()?),
            },
        };
        parts.next().is_none().then_some(cell)
    }

    /// What tells its element from others, whatever was in it.
    pub fn dom_id(&self) -> String {
        format!("cell-{}-{}", self.definition, self.period)
    }
}

impl fmt::Display for CellName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            definition,
            period,
            version,
            value,
        } = self;
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        write!(f, "c_{definition}_{period}_{version}_{value}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_and_read_back() {
        for name in [
            "c_12_2026-09_3_-18316.5",
            "c_12_2026-W53_0_",
            "c_1_2026-09-30_1_0",
        ] {
            assert_eq!(CellName::parse(name).unwrap().to_string(), name);
        }
        for name in [
            "",
            "c_",
            "c_1_2026-09_1",
            "c_1_2026-13_1_2",
            "c_1_2026-09_1_2_3",
            "version",
            "c_x_2026_1_1",
        ] {
            assert_eq!(CellName::parse(name), None, "{name}");
        }
    }
}
