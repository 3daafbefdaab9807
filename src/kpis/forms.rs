//! From what was typed about a KPI to what is true.

use super::counting;
use super::model::{Definition, Direction, Scope, Source, Totalling};
use super::{Cadence, Decimal, Period, number};
use crate::auth::UserId;
use crate::fields::{KPI_UNIT_MAX, NAME_MAX, PARAGRAPH_MAX, integer, text};
use crate::i18n::{Lang, Message};
use crate::web::record::{Field, Input};
use crate::web::{FieldErrors, FormData, Reader};
use chrono::NaiveDate;

/// The fields of the form, in its order.
pub const FIELDS: &[Field] = &[
    Field::new("name", "kpis-field-name", Input::Text).required(),
    Field::new("meaning", "kpis-field-meaning", Input::Paragraph).hint("kpis-hint-meaning"),
    Field::new("cadence", "kpis-field-cadence", Input::Choice)
        .required()
        .hint("kpis-hint-cadence"),
    Field::new("source", "kpis-field-source", Input::Choice)
        .required()
        .hint("kpis-hint-source"),
    Field::new("counted", "kpis-field-counted", Input::Text).hint("kpis-hint-counted"),
    Field::new("counted_of", "kpis-field-counted_of", Input::Text).hint("kpis-hint-counted_of"),
    Field::new("first_period", "kpis-field-first_period", Input::Text)
        .hint("kpis-hint-first_period"),
    Field::new("unit", "kpis-field-unit", Input::Text).hint("kpis-hint-unit"),
    Field::new("unit_before", "kpis-field-unit_before", Input::Tick),
    Field::new("decimals", "kpis-field-decimals", Input::Number).hint("kpis-hint-decimals"),
    Field::new("totalling", "kpis-field-totalling", Input::Choice)
        .required()
        .hint("kpis-hint-totalling"),
    Field::new("direction", "kpis-field-direction", Input::Choice).required(),
    Field::new("amber_limit", "kpis-field-amber_limit", Input::Text).hint("kpis-hint-amber_limit"),
    Field::new("red_limit", "kpis-field-red_limit", Input::Text).hint("kpis-hint-red_limit"),
    Field::new("owner_id", "kpis-field-owner_id", Input::OptionalChoice).hint("kpis-hint-owner_id"),
    Field::new("staff_enters", "kpis-field-staff_enters", Input::Tick),
];

/// The most decimals that are shown.
pub const DECIMALS_MAX: i32 = 6;

/// What a manager says about a KPI, each field by its rule. Only this reaches an action.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct DefinitionInput {
    pub name: String,
    pub meaning: String,
    pub unit: String,
    pub unit_before: bool,
    pub decimals: i32,
    pub cadence: Cadence,
    pub direction: Direction,
    pub amber_limit: Decimal,
    pub red_limit: Decimal,
    pub owner_id: Option<UserId>,
    pub totalling: Totalling,
    pub first_period: NaiveDate,
    pub staff_enters: bool,
    pub scope: Scope,
    pub source: Source,
    /// The address of the list that is counted, in its shortest form.
    pub counted: String,
    pub counted_of: String,
}

/// A new form: monthly, added up, more is better.
pub fn blank() -> FormData {
    FormData::from_pairs([
        ("cadence", Cadence::Month.code()),
        ("scope", Scope::Organisation.code()),
        ("source", Source::Entered.code()),
        ("totalling", Totalling::Sum.code()),
        ("direction", Direction::Up.code()),
        ("decimals", "0"),
    ])
}

/// Reads the form. What is left open is filled in as people expect: this year's first period, the usual limits.
pub fn parse(
    data: &FormData,
    lang: Lang,
    today: NaiveDate,
) -> Result<DefinitionInput, FieldErrors> {
    let mut read = Reader::new(data);
    let name = read.field("name", |raw| text::required_line(raw, NAME_MAX));
    let choose = || Message::new("common-choose-one");
    let cadence = read
        .field("cadence", |raw| {
            Cadence::parse(raw).map(Some).ok_or_else(choose)
        })
        .unwrap_or(Cadence::Month);
    let direction = read
        .field("direction", |raw| {
            Direction::parse(raw).map(Some).ok_or_else(choose)
        })
        .unwrap_or(Direction::Up);
    let totalling = read
        .field("totalling", |raw| {
            Totalling::parse(raw).map(Some).ok_or_else(choose)
        })
        .unwrap_or(Totalling::Sum);
    let source = choice_or(&mut read, "source", Source::parse, Source::Entered);
    let scope = choice_or(&mut read, "scope", Scope::parse, Scope::Organisation);
    let (counted, counted_of) = counting::fields(&mut read, source, scope);
    let (amber_limit, red_limit) = limits(&mut read, direction, lang);
    let input = DefinitionInput {
        name,
        meaning: read.paragraph("meaning", PARAGRAPH_MAX),
        unit: read.line("unit", KPI_UNIT_MAX),
        unit_before: data.get("unit_before") == "true",
        decimals: read.field("decimals", decimals),
        cadence,
        direction,
        amber_limit,
        red_limit,
        owner_id: read.person("owner_id"),
        totalling,
        first_period: read.field("first_period", |raw| {
            first_period(raw, cadence, source, today)
        }),
        staff_enters: data.get("staff_enters") == "true",
        scope,
        source,
        counted,
        counted_of,
    };
    read.finish(input)
}

fn decimals(raw: &str) -> Result<i32, Message> {
    let decimals = integer::parse(raw)?.unwrap_or_default();
    if decimals > DECIMALS_MAX {
        return Err(Message::new("kpis-decimals-range").arg("max", DECIMALS_MAX));
    }
    Ok(decimals)
}

/// A choice that a form without the field leaves as it usually is.
fn choice_or<T: Copy>(
    read: &mut Reader<'_>,
    name: &'static str,
    parse: impl Fn(&str) -> Option<T>,
    usual: T,
) -> T {
    let choice = read.field(name, |raw| match raw {
        "" => Ok(Some(usual)),
        raw => parse(raw)
            .map(Some)
            .ok_or_else(|| Message::new("common-choose-one")),
    });
    choice.unwrap_or(usual)
}

/// Empty: from this year's beginning, or from now on where what was there before can no longer be counted.
fn first_period(
    raw: &str,
    cadence: Cadence,
    source: Source,
    today: NaiveDate,
) -> Result<NaiveDate, Message> {
    if raw.trim().is_empty() && matches!(source, Source::Count | Source::Share) {
        return Ok(Period::containing(cadence, today).start());
    }
    if raw.trim().is_empty() {
        let year = Period::containing(cadence, today).year();
        let first = Period::of_year(cadence, year).into_iter().next();
        return Ok(first.map_or(today, Period::start));
    }
    let period = Period::parse(cadence, raw).ok_or_else(|| {
        let example = Period::containing(cadence, today).to_string();
        Message::new("kpis-period-form").arg("example", example)
    })?;
    Ok(period.start())
}

/// The limits lie between nothing and ten times the target, and red lies beyond amber.
fn limits(read: &mut Reader<'_>, direction: Direction, lang: Lang) -> (Decimal, Decimal) {
    let usual = direction.usual_limits();
    let limit = |raw: &str, usual: Decimal| {
        let limit = number::parse(raw, "%", lang)?.unwrap_or(usual);
        if limit < Decimal::ZERO || limit > Decimal::whole(1000) {
            return Err(Message::new("kpis-limit-range"));
        }
        Ok(Some(limit))
    };
    let amber = read.field("amber_limit", |raw| limit(raw, usual.0));
    let red = read.field("red_limit", |raw| limit(raw, usual.1));
    let (Some(amber), Some(red)) = (amber, red) else {
        return usual;
    };
    if super::standing::is_worse(direction, amber, red) {
        let key = match direction {
            Direction::Up => "kpis-limits-up",
            Direction::Down => "kpis-limits-down",
        };
        read.error("red_limit", Message::new(key));
    }
    (amber, red)
}

/// The form that would leave this KPI as it is.
pub fn of(definition: &Definition, lang: Lang) -> FormData {
    let yes = |on: bool| if on { "true" } else { "" };
    FormData::from_pairs([
        ("name", definition.name.clone()),
        ("meaning", definition.meaning.clone()),
        ("cadence", definition.cadence.code().to_owned()),
        ("first_period", definition.first().to_string()),
        ("unit", definition.unit.clone()),
        ("unit_before", yes(definition.unit_before).to_owned()),
        ("decimals", definition.decimals.to_string()),
        ("totalling", definition.totalling.code().to_owned()),
        ("direction", definition.direction.code().to_owned()),
        (
            "amber_limit",
            number::exact(lang, definition.amber_limit, 0),
        ),
        ("red_limit", number::exact(lang, definition.red_limit, 0)),
        (
            "owner_id",
            definition
                .owner_id
                .map(|id| id.to_string())
                .unwrap_or_default(),
        ),
        ("staff_enters", yes(definition.staff_enters).to_owned()),
        ("scope", definition.scope.code().to_owned()),
        ("source", definition.source.code().to_owned()),
        ("counted", definition.counted.clone()),
        ("counted_of", definition.counted_of.clone()),
    ])
}
