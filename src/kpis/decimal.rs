//! Exact decimal numbers with six decimals, as `DECIMAL(18,6)` keeps them. Never a float.

use diesel::deserialize::FromSqlRow;
use diesel::expression::AsExpression;
use diesel::mysql::{Mysql, MysqlValue};
use diesel::sql_types::Numeric;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::io::Write;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

/// Decimals kept.
pub const DECIMALS: u32 = 6;
const ONE: i128 = 1_000_000;

/// An exact number, counted in millionths. What is typed or stored is below 10^12, so sums and the products of two such
/// numbers always fit.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow,
)]
#[diesel(sql_type = Numeric)]
pub struct Decimal(i128);

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest number that is stored, and the smallest with its sign turned.
    pub const MAX: Self = Self(1_000_000_000_000 * ONE - 1);

    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        Self(n as i128 * ONE)
    }

    /// Whether it fits the column.
    pub fn is_storable(self) -> bool {
        self.0.abs() <= Self::MAX.0
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Rounded to that many decimals, halves away from zero.
    pub fn round(self, decimals: u32) -> Self {
        let unit = 10_i128.pow(DECIMALS.saturating_sub(decimals));
        Self(divide(self.0, unit) * unit)
    }

    /// An equal share, rounded to six decimals; nothing of nobody.
    pub fn shared_by(self, parts: usize) -> Option<Self> {
        let parts = i128::try_from(parts).ok().filter(|n| *n > 0)?;
        Some(Self(divide(self.0, parts)))
    }

    /// `self × numerator ÷ denominator`, rounded to six decimals. `None` where the denominator is nothing, or the
    /// product leaves the numbers that can be counted.
    pub fn scaled(self, numerator: Self, denominator: Self) -> Option<Self> {
        let product = self.0.checked_mul(numerator.0)?;
        (denominator.0 != 0).then(|| Self(divide(product, denominator.0)))
    }

    /// How many decimals it needs.
    pub fn needs(self) -> u32 {
        (0..DECIMALS)
            .find(|n| self.0 % 10_i128.pow(DECIMALS - n) == 0)
            .unwrap_or(DECIMALS)
    }

    /// Sign, digits before and digits after the point, with exactly `decimals` of these (rounded).
    pub fn parts(self, decimals: u32) -> (bool, String, String) {
        let rounded = self.round(decimals).0;
        let (whole, rest) = (rounded.abs() / ONE, rounded.abs() % ONE);
        let mut fraction = format!("{rest:06}");
        fraction.truncate(decimals.min(DECIMALS) as usize);
        (rounded < 0, whole.to_string(), fraction)
    }

    /// For drawing only, where the last digits do not show.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

/// Rounded division, halves away from zero.
fn divide(numerator: i128, denominator: i128) -> i128 {
    let (quotient, rest) = (numerator / denominator, numerator % denominator);
    let sign = if (numerator < 0) == (denominator < 0) {
        1
    } else {
        -1
    };
    if rest.unsigned_abs() >= denominator.unsigned_abs().div_ceil(2) {
        quotient + sign
    } else {
        quotient
    }
}

impl Add for Decimal {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Decimal {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Decimal {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::iter::Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

/// With a point and as many decimals as it needs: `-12.5`. The form of the database, JSON and addresses.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (negative, whole, fraction) = self.parts(self.needs());
        let sign = if negative { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

/// Why a text is no number in the form of [`Decimal`]'s `Display`.
#[derive(Debug, thiserror::Error)]
#[error("not a decimal number")]
pub struct NotDecimal;

impl FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let kept = fraction.trim_end_matches('0');
        if whole.is_empty()
            || whole.len() > 30
            || !plain(whole)
            || !plain(fraction)
            || kept.len() > DECIMALS as usize
        {
            return Err(NotDecimal);
        }
        let parse = |digits: &str| digits.parse::<i128>().map_err(|_| NotDecimal);
        let millionths =
            parse(whole)?.checked_mul(ONE).ok_or(NotDecimal)? + parse(&format!("{kept:0<6}"))?;
        Ok(Self(if negative { -millionths } else { millionths }))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl diesel::serialize::ToSql<Numeric, Mysql> for Decimal {
    fn to_sql<'b>(
        &'b self,
        out: &mut diesel::serialize::Output<'b, '_, Mysql>,
    ) -> diesel::serialize::Result {
        write!(out, "{self}")?;
        Ok(diesel::serialize::IsNull::No)
    }
}

impl diesel::deserialize::FromSql<Numeric, Mysql> for Decimal {
    fn from_sql(value: MysqlValue<'_>) -> diesel::deserialize::Result<Self> {
        Ok(std::str::from_utf8(value.as_bytes())?.parse()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read_back_exactly() {
        for text in [
            "0",
            "-4",
            "18316",
            "4.2",
            "-0.000001",
            "999999999999.999999",
        ] {
            assert_eq!(number(text).to_string(), text);
        }
        assert_eq!(number("3.400000").to_string(), "3.4");
        for text in ["", ".5", "1,5", "1e3", "0.1234567", "--1", "+1"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_tenth_thrice_is_three_tenths() {
        assert_eq!(number("0.1") + number("0.1") + number("0.1"), number("0.3"));
        assert_eq!(number("10").shared_by(3), Some(number("3.333333")));
        assert_eq!(number("-5").shared_by(2), Some(number("-2.5")));
        assert_eq!(Decimal::ZERO.shared_by(0), None);
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (from, decimals, to) in [
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("2.449999", 1, "2.4"),
            ("2.45", 1, "2.5"),
        ] {
            assert_eq!(number(from).round(decimals), number(to), "{from}");
        }
        // 7 × 1 ÷ 3 = 2,333333…; 8 × 1 ÷ 3 = 2,666666… → 2,666667
        let scaled = |n: &str| number(n).scaled(number("1"), number("3")).unwrap();
        assert_eq!(
            (scaled("7"), scaled("8")),
            (number("2.333333"), number("2.666667"))
        );
        assert_eq!(number("1").scaled(number("1"), Decimal::ZERO), None);
        assert!(
            Decimal::MAX
                .scaled(Decimal::MAX, number("0.000001"))
                .is_some()
        );
    }
}
