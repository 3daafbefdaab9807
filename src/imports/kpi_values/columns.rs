//! The headers that mean a part of a KPI's value, in Swedish and English.

use crate::imports::headers::means;
use crate::imports::{Column, Synonyms};

/// A column of a file of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KpiColumn {
    /// The KPI's name.
    Name,
    /// What it is counted in; for KPIs that the file brings.
    Unit,
    /// The period's code.
    Period,
    /// The value.
    Value,
    /// What there is to say of the value.
    Note,
}

impl Column for KpiColumn {
    const SYNONYMS: &'static [Synonyms<Self>] = &[
        means(
            Self::Name,
            "nyckeltal kpi indicator matt nyckeltalsnamn kpiname",
        )
        .or("namn name"),
        means(Self::Unit, "enhet unit"),
        means(
            Self::Period,
            "period manad month kvartal quarter vecka week datum date ar year",
        ),
        means(Self::Value, "varde utfall value actual").or("antal belopp amount"),
        means(Self::Note, "anteckning kommentar note comment"),
    ];

    fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Unit => "unit",
            Self::Period => "period",
            Self::Value => "value",
            Self::Note => "note",
        }
    }
}
