//! The definition of a KPI.

use super::{Direction, Scope, Source, Totalling};
use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::auth::{Actor, Role, UserId};
use crate::i18n::Lang;
use crate::id_type;
use crate::kpis::{Cadence, Decimal, Period, number};
use crate::schema::kpi_definitions;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::mysql::Mysql;
use diesel::prelude::*;

id_type!(
    /// A row of `kpi_definitions`.
    DefinitionId
);

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
    /// Where its values come from.
    pub source: Source,
    /// The address of the list that is counted; empty where values are entered.
    pub counted: String,
    /// The address of the list that it is a share of; empty unless it is a share.
    pub counted_of: String,
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

    /// Whether the organisation's value of this period should be there on that day. Nobody owes what is counted by itself.
    pub fn expects(&self, period: Period, today: NaiveDate) -> bool {
        self.is_in_grid() && self.first() <= period && period.is_over(today)
    }

    /// Whether this person may enter its values: its owner, managers, and staff where it lets them. What is counted
    /// takes none.
    pub fn takes_values_from(&self, actor: &Actor) -> bool {
        let owns = self.owner_id.is_some() && self.owner_id == actor.user_id;
        let staff = self.staff_enters && actor.role >= Role::Staff;
        let takes = self.archived_at.is_none() && self.source == Source::Entered;
        takes && (owns || staff || actor.role >= Role::Manager)
    }

    /// Whether its values are entered in the organisation's grid.
    pub fn is_in_grid(&self) -> bool {
        self.source == Source::Entered && self.scope == Scope::Organisation
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
                ("source", self.source.code().into()),
                ("counted", self.counted.as_str().into()),
                ("counted_of", self.counted_of.as_str().into()),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        )
    }
}
