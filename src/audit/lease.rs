//! An operation that goes on outside of the table of jobs says so in its data, again and again: whoever was killed is
//! taken for ended after a while.

use super::Facts;
use chrono::{NaiveDateTime, TimeDelta};
use serde_json::Value;

const UNTIL: &str = "running_until";
const FORMAT: &str = "%Y-%m-%dT%H:%M:%S";
/// How long an operation that was heard of is taken to go on.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// Says that the operation with this data goes on at `now`. Data without it says that it has ended.
pub fn goes_on(data: &mut Facts, now: NaiveDateTime) {
    let until = (now + LEASE).format(FORMAT).to_string();
    data.insert(UNTIL.to_owned(), until.into());
}

/// Whether it said so not long ago.
pub fn is_going_on(data: &Facts, now: NaiveDateTime) -> bool {
    let until = data.get(UNTIL).and_then(Value::as_str);
    until
        .and_then(|until| NaiveDateTime::parse_from_str(until, FORMAT).ok())
        .is_some_and(|until| now < until)
}
