//! The definition of a KPI.

use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::auth::{Actor, Role, UserId};
use crate::i18n::Lang;
use crate::kpis::{Cadence, Decimal, Period, number};
use crate::schema::kpi_definitions;
use crate::{code_type, id_type};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::mysql::Mysql;
use diesel::prelude::*;

id_type!(
    /// A row of `kpi_definitions`.
    DefinitionId
);

code_type! {
    /// Which way is good.
    Direction {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
    }
}

code_type! {
    /// What a value is about.
    Scope {
        /// The whole organisation.
        Organisation = "organisation",
        /// One account each.
        Account = "account",
    }
}

code_type! {
    /// How the periods of a year make one number.
    Totalling {
        /// They are added up.
        Sum = "sum",
        /// Their mean.
        Mean = "mean",
        /// The last one stands for the year.
        Last = "last",
    }
}

impl Direction {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Up => "kpis-direction-up",
            Self::Down => "kpis-direction-down",
        }
    }

    /// The limits, in percent of the target, of a KPI that names none.
    pub fn usual_limits(self) -> (Decimal, Decimal) {
        let (amber, red) = match self {
            Self::Up => (100, 90),
            Self::Down => (100, 110),
        };
        (Decimal::whole(amber), Decimal::whole(red))
    }
}

impl Scope {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Organisation => "kpis-scope-organisation",
            Self::Account => "kpis-scope-account",
        }
    }
}

impl Totalling {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Sum => "kpis-totalling-sum",
            Self::Mean => "kpis-totalling-mean",
            Self::Last => "kpis-totalling-last",
        }
    }

    /// What the values of these periods, in order, come to; nothing of none.
    pub fn total(self, values: &[Decimal]) -> Option<Decimal> {
        let sum: Decimal = values.iter().copied().sum();
        match self {
            Self::Sum => (!values.is_empty()).then_some(sum),
            Self::Mean => sum.shared_by(values.len()),
            Self::Last => values.last().copied(),
        }
    }
}

/// A KPI.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = kpi_definitions, check_for_backend(Mysql))]
pub struct Definition {
    /// Its row.
    pub id: DefinitionId,
    /// What it is called.
    pub name: String,
    /// What it means, in words.
    pub meaning: String,
    /// What it is counted in; may be empty.
    pub unit: String,
    /// Whether the unit stands before the number.
    pub unit_before: bool,
    /// How many decimals are shown; all that are typed are kept.
    pub decimals: i32,
    /// How long its periods are.
    pub cadence: Cadence,
    /// Which way is good.
    pub direction: Direction,
    /// Percent of the target beyond which a value is amber.
    pub amber_limit: Decimal,
    /// Percent of the target beyond which a value is red.
    pub red_limit: Decimal,
    /// Who is responsible.
    pub owner_id: Option<UserId>,
    /// What a value is about.
    pub scope: Scope,
    /// How periods add up.
    pub totalling: Totalling,
    /// The first day of the first period that should have a value.
    pub first_period: NaiveDate,
    /// Whether staff may enter values too.
    pub staff_enters: bool,
    /// Counts the changes.
    pub version: i32,
    /// When it was added.
    pub created_at: NaiveDateTime,
    /// When it was last changed.
    pub updated_at: NaiveDateTime,
    /// When it was put away; its values stay and take no more.
    pub archived_at: Option<NaiveDateTime>,
}

impl Definition {
    /// Its page.
    pub fn path(&self) -> String {
        format!("/kpis/{}", self.id)
    }

    /// The first period that should have a value.
    pub fn first(&self) -> Period {
        Period::containing(self.cadence, self.first_period)
    }

    /// The period in which a day lies.
    pub fn period_of(&self, day: NaiveDate) -> Period {
        Period::containing(self.cadence, day)
    }

    /// The last period that is over on that day; it may lie before the first one.
    pub fn latest_over(&self, today: NaiveDate) -> Period {
        self.period_of(today).previous()
    }

    /// Whether this person may enter its values: its owner, managers, and staff where it lets them.
    pub fn takes_values_from(&self, actor: &Actor) -> bool {
        let owns = self.owner_id.is_some() && self.owner_id == actor.user_id;
        let staff = self.staff_enters && actor.role >= Role::Staff;
        self.archived_at.is_none() && (owns || staff || actor.role >= Role::Manager)
    }

    /// The decimals as a count.
    pub fn shown_decimals(&self) -> u32 {
        u32::try_from(self.decimals).unwrap_or_default()
    }

    /// A value of it, with its unit: `12,5 %`, `SEK 412 000`.
    pub fn show(&self, lang: Lang, value: Decimal) -> String {
        self.with_unit(&number::show(lang, value, self.shown_decimals()))
    }

    /// A difference of two values, always with its sign.
    pub fn show_change(&self, lang: Lang, change: Decimal) -> String {
        let plus = if change > Decimal::ZERO { "+" } else { "" };
        let shown = number::show(lang, change, self.shown_decimals());
        self.with_unit(&format!("{plus}{shown}"))
    }

    /// A value in a field to type in: no unit, nothing rounded away.
    pub fn typed(&self, lang: Lang, value: Decimal) -> String {
        number::exact(lang, value, self.shown_decimals())
    }

    fn with_unit(&self, number: &str) -> String {
        match (self.unit.as_str(), self.unit_before) {
            ("", _) => number.to_owned(),
            (unit, true) => format!("{unit}\u{a0}{number}"),
            (unit, false) => format!("{number}\u{a0}{unit}"),
        }
    }
}

impl Audited for Definition {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::KpiDefinition, self.id.0)
    }

    fn facts(&self) -> Facts {
        Facts::from_iter(
            [
                ("name", self.name.as_str().into()),
                ("meaning", self.meaning.as_str().into()),
                ("unit", self.unit.as_str().into()),
                ("unit_before", self.unit_before.into()),
                ("decimals", self.decimals.into()),
                ("cadence", self.cadence.code().into()),
                ("direction", self.direction.code().into()),
                ("amber_limit", self.amber_limit.to_string().into()),
                ("red_limit", self.red_limit.to_string().into()),
                ("owner_id", self.owner_id.map(|id| id.0).into()),
                ("scope", self.scope.code().into()),
                ("totalling", self.totalling.code().into()),
                ("first_period", self.first().to_string().into()),
                ("staff_enters", self.staff_enters.into()),
                ("archived", self.archived_at.is_some().into()),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        )
    }
}
