//! What the filters and cursors of every list have in common on their way into SQL.

use super::{Choice, Condition};
use crate::auth::Actor;
use crate::web::Shell;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// The moments between which a range of days lies in `zone`, as UTC: from the first, before the second.
pub fn bounds(condition: &Condition, zone: Tz) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
    let Condition::Days(from, to) = condition else {
        return (None, None);
    };
    let next = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    (
        from.map(|day| midnight(day, zone)),
        to.map(|day| midnight(next(day), zone)),
    )
}

/// The start of a day in `zone`, in UTC; where the clock jumps over midnight, the first moment after.
fn midnight(day: NaiveDate, zone: Tz) -> NaiveDateTime {
    let local = day.and_hms_opt(0, 0, 0).unwrap_or_default();
    let found = zone.from_local_datetime(&local).earliest();
    found
        .or_else(|| {
            zone.from_local_datetime(&(local + TimeDelta::hours(1)))
                .earliest()
        })
        .map_or(local, |at| at.naive_utc())
}

/// What of a phone number's key a text means, if it has enough digits to mean any.
pub fn phone_digits(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let meant = crate::fields::phone::key(text).unwrap_or(digits);
    let meant = meant.trim_start_matches(['+', '0']).to_owned();
    (meant.len() >= 3).then_some(meant)
}

/// The code of whoever asks, among owners.
const ME: &str = "me";

/// These owners to choose from in a filter, whoever asks first.
pub fn owner_choices(ui: &Shell, owners: Vec<Choice>) -> Vec<Choice> {
    let me = Choice {
        code: ME.to_owned(),
        label: ui.t("common-me").to_string(),
    };
    std::iter::once(me).chain(owners).collect()
}

const MOMENT: &str = "%Y-%m-%dT%H:%M:%S%.6f";

/// A moment as a cursor's text.
pub fn moment_text(at: NaiveDateTime) -> String {
    at.format(MOMENT).to_string()
}

/// A cursor's text as a moment.
pub fn moment(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok()
}

impl Condition {
    /// The same condition with `owner=me` answered: whoever asks.
    pub fn as_asked_by(&self, actor: &Actor) -> Self {
        match self {
            Self::AnyOf(codes) if codes.iter().any(|code| code == ME) => {
                let me = actor.user_id.map(|id| id.to_string()).unwrap_or_default();
                let answered = |code: &String| match code.as_str() {
                    ME => me.clone(),
                    _ => code.clone(),
                };
                Self::AnyOf(codes.iter().map(answered).collect())
            }
            other => other.clone(),
        }
    }

    /// The same condition on a column that holds digits only: `802481-1234` is found as stored.
    pub fn digits(&self) -> Self {
        match self {
            Self::Contains(text) => {
                Self::Contains(text.chars().filter(char::is_ascii_digit).collect())
            }
            other => other.clone(),
        }
    }
}

/// Narrows a boxed query by a filter on a text column that is never NULL.
#[macro_export]
macro_rules! filter_text {
    ($query:expr, $column:expr, $condition:expr) => {
        match $condition {
            $crate::web::list::Condition::Contains(text) => {
                $query.filter($column.like($crate::db::keyset::contains(text)))
            }
            $crate::web::list::Condition::Empty => $query.filter($column.eq("")),
            $crate::web::list::Condition::Filled => $query.filter($column.ne("")),
            _ => $query,
        }
    };
}

/// Narrows a boxed query by a filter on a phone number: as it is written, or by its digits in any form.
#[macro_export]
macro_rules! filter_phone {
    ($query:expr, $column:expr, $key:expr, $condition:expr) => {
        match $condition {
            $crate::web::list::Condition::Contains(text) => {
                let written = $column.like($crate::db::keyset::contains(text));
                match $crate::web::list::phone_digits(text) {
                    Some(digits) => {
                        $query.filter(written.or($key.like($crate::db::keyset::contains(&digits))))
                    }
                    None => $query.filter(written),
                }
            }
            other => $crate::filter_text!($query, $column, other),
        }
    };
}

/// Narrows a boxed query by a filter on a number column that may be NULL.
#[macro_export]
macro_rules! filter_number {
    ($query:expr, $column:expr, $condition:expr) => {
        match $condition {
            $crate::web::list::Condition::Empty => $query.filter($column.is_null()),
            $crate::web::list::Condition::Filled => $query.filter($column.is_not_null()),
            $crate::web::list::Condition::Numbers(from, to) => {
                let least = from.map_or(i32::MIN, |n| i32::try_from(n).unwrap_or(i32::MAX));
                let most = to.map_or(i32::MAX, |n| i32::try_from(n).unwrap_or(i32::MAX));
                $query.filter($column.between(least, most))
            }
            _ => $query,
        }
    };
}

/// Narrows a boxed query by a filter on a moment column that is never NULL; days are those of `$zone`.
#[macro_export]
macro_rules! filter_moment {
    ($query:expr, $column:expr, $condition:expr, $zone:expr) => {{
        let (from, before) = $crate::web::list::bounds($condition, $zone);
        let query = from
            .into_iter()
            .fold($query, |q, at| q.filter($column.ge(at)));
        before
            .into_iter()
            .fold(query, |q, at| q.filter($column.lt(at)))
    }};
}

/// Narrows a boxed query by a filter on the owner.
#[macro_export]
macro_rules! filter_owner {
    ($query:expr, $column:expr, $condition:expr) => {
        match $condition {
            $crate::web::list::Condition::Empty => $query.filter($column.is_null()),
            $crate::web::list::Condition::Filled => $query.filter($column.is_not_null()),
            $crate::web::list::Condition::AnyOf(codes) => {
                let ids = codes.iter().filter_map(|code| code.parse().ok());
                let ids: Vec<$crate::auth::UserId> = ids.collect();
                $query.filter($column.eq_any(ids))
            }
            _ => $query,
        }
    };
}

/// Narrows a boxed query by a filter on tags. `$links` is the table that joins records and tags, `$record` and `$tag`
/// its columns.
#[macro_export]
macro_rules! filter_tags {
    ($query:expr, $id:expr, $links:expr, $record:expr, $tag:expr, $condition:expr) => {{
        use $crate::web::list::{Condition, Match};
        match $condition {
            Condition::Empty => $query.filter($id.ne_all($links.select($record))),
            Condition::Filled => $query.filter($id.eq_any($links.select($record))),
            Condition::Tagged(Match::Any, ids) => {
                $query.filter($id.eq_any($links.filter($tag.eq_any(ids.clone())).select($record)))
            }
            Condition::Tagged(Match::All, ids) => ids.iter().fold($query, |query, id| {
                query.filter($id.eq_any($links.filter($tag.eq(*id)).select($record)))
            }),
            Condition::Tagged(Match::None, ids) => {
                $query.filter($id.ne_all($links.filter($tag.eq_any(ids.clone())).select($record)))
            }
            _ => $query,
        }
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_readers_day() {
        let day = |text: &str| Some(text.parse().unwrap());
        let range = Condition::Days(day("2026-03-29"), day("2026-03-29"));
        let (from, before) = bounds(&range, chrono_tz::Europe::Stockholm);
        // The clock goes forward that night: the day has 23 hours.
        assert_eq!(moment_text(from.unwrap()), "2026-03-28T23:00:00.000000");
        assert_eq!(moment_text(before.unwrap()), "2026-03-29T22:00:00.000000");
        assert_eq!(moment(&moment_text(from.unwrap())), from);
    }
}
