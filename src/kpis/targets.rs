//! One number for a year, spread over its periods.
//!
//! A period that is over keeps the target that it was judged against: a spread fills only the others, and where targets
//! add up it shares out what the kept ones leave.

use super::model::{Definition, Totalling};
use super::{Decimal, Period};
use crate::code_type;
use crate::i18n::Message;

code_type! {
    /// How a year's number becomes targets.
    Spread {
        /// The same for every period.
        Even = "even",
        /// As last year's values were shared out.
        Shape = "shape",
    }
}

/// A period of the year to spread over.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// The period.
    pub period: Period,
    /// The target it keeps, because it is over.
    pub kept: Option<Decimal>,
    /// What it came to a year earlier.
    pub last_year: Option<Decimal>,
}

/// The targets of the periods that do not keep theirs. They and the kept ones come to `number`, as the KPI totals.
pub fn spread(
    definition: &Definition,
    slots: &[Slot],
    number: Decimal,
    how: Spread,
) -> Result<Vec<(Period, Decimal)>, Message> {
    let open: Vec<&Slot> = slots.iter().filter(|slot| slot.kept.is_none()).collect();
    if open.is_empty() {
        return Err(Message::new("kpis-targets-all-kept"));
    }
    let decimals = definition.shown_decimals().max(number.needs());
    let shares = match (definition.totalling, how) {
        (Totalling::Sum, how) => {
            let kept: Decimal = slots.iter().filter_map(|slot| slot.kept).sum();
            let weights = match how {
                Spread::Even => vec![Decimal::whole(1); open.len()],
                Spread::Shape => weights(&open)?,
            };
            shared(number - kept, &weights, decimals).ok_or_else(no_shape)?
        }
        (_, Spread::Even) => vec![number; open.len()],
        (totalling, Spread::Shape) => {
            let before = weights(&open)?;
            let all: Option<Vec<Decimal>> = slots.iter().map(|slot| slot.last_year).collect();
            let whole = totalling
                .total(&all.ok_or_else(no_shape)?)
                .ok_or_else(no_shape)?;
            let scaled = before
                .iter()
                .map(|value| Some(value.scaled(number, whole)?.round(decimals)));
            scaled.collect::<Option<Vec<_>>>().ok_or_else(no_shape)?
        }
    };
    Ok(open.iter().map(|slot| slot.period).zip(shares).collect())
}

fn no_shape() -> Message {
    Message::new("kpis-targets-no-shape")
}

/// Last year's values; all must be there, or the shape is not known.
fn weights(open: &[&Slot]) -> Result<Vec<Decimal>, Message> {
    let known: Option<Vec<Decimal>> = open.iter().map(|slot| slot.last_year).collect();
    known.ok_or_else(no_shape)
}

/// `number` shared out by weight, each share rounded so that together they are exactly `number`.
fn shared(number: Decimal, weights: &[Decimal], decimals: u32) -> Option<Vec<Decimal>> {
    let whole: Decimal = weights.iter().copied().sum();
    let (mut weight, mut given) = (Decimal::ZERO, Decimal::ZERO);
    let mut shares = Vec::with_capacity(weights.len());
    for one in weights {
        weight = weight + *one;
        let until_here = number.scaled(weight, whole)?.round(decimals);
        shares.push(until_here - given);
        given = until_here;
    }
    Some(shares)
}

#[cfg(test)]
mod tests;
