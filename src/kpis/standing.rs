//! How a value stands against its target, and a year's values against its targets.

use super::Decimal;
use super::model::{Definition, Direction};

/// Green, amber or red.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Within the amber limit.
    Green,
    /// Beyond the amber limit.
    Amber,
    /// Beyond the red limit.
    Red,
}

impl Standing {
    /// How `value` stands against `target`.
    pub fn of(definition: &Definition, value: Decimal, target: Decimal) -> Self {
        let beyond = |limit| is_worse(definition.direction, value, threshold(target, limit));
        if beyond(definition.red_limit) {
            Self::Red
        } else if beyond(definition.amber_limit) {
            Self::Amber
        } else {
            Self::Green
        }
    }

    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Green => "kpis-standing-green",
            Self::Amber => "kpis-standing-amber",
            Self::Red => "kpis-standing-red",
        }
    }

    /// The tone of its badge.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Green => "success",
            Self::Amber => "warn",
            Self::Red => "danger",
        }
    }

    /// Its shape, for who does not see the colour.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Green => "circle-check",
            Self::Amber => "triangle-alert",
            Self::Red => "circle-x",
        }
    }
}

/// The value at which a limit in percent of the target lies. The distance is a share of the target's size, so that it
/// lies on the right side of a target below zero too.
pub fn threshold(target: Decimal, limit: Decimal) -> Decimal {
    let hundred = Decimal::whole(100);
    let away = target.abs().scaled(limit - hundred, hundred);
    target + away.unwrap_or_default()
}

/// Whether `a` is worse than `b`.
pub fn is_worse(direction: Direction, a: Decimal, b: Decimal) -> bool {
    match direction {
        Direction::Up => a < b,
        Direction::Down => a > b,
    }
}

/// Where the year stands: what the periods so far came to, and what they should have come to. Both over the periods
/// that have a value and a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// What was reached.
    pub reached: Decimal,
    /// What was to be reached.
    pub expected: Decimal,
    /// By how much it is behind; below zero when it is ahead.
    pub behind: Decimal,
}

impl Pace {
    /// The pace of periods in order, each with its value and its target.
    pub fn of(
        definition: &Definition,
        periods: &[(Option<Decimal>, Option<Decimal>)],
    ) -> Option<Self> {
        let both = periods
            .iter()
            .filter_map(|(value, target)| value.zip(*target));
        let (values, targets): (Vec<_>, Vec<_>) = both.unzip();
        let reached = definition.totalling.total(&values)?;
        let expected = definition.totalling.total(&targets)?;
        let behind = match definition.direction {
            Direction::Up => expected - reached,
            Direction::Down => reached - expected,
        };
        Some(Self {
            reached,
            expected,
            behind,
        })
    }

    /// Whether it is where it should be, or better.
    pub fn is_on(self) -> bool {
        self.behind <= Decimal::ZERO
    }
}

#[cfg(test)]
mod tests;
