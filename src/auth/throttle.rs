//! Slowing down whoever fails: per account and per address, counted in the database so that replicas agree.

use crate::db::{Conn, transaction};
use crate::schema::throttles;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// Failures that cost nothing, and the longest wait.
const FREE_ACCOUNT_FAILURES: i32 = 5;
const FREE_ADDRESS_FAILURES: i32 = 20;
const LONGEST_WAIT_SECONDS: i64 = 900;
/// Failures are forgotten after this long without another.
const MEMORY_SECONDS: i64 = 3_600;

/// What is being slowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    key: String,
    free: i32,
}

impl Subject {
    /// Attempts on one account *from one network*: a stranger's failures never lock out its owner elsewhere.
    pub fn account(email_key: &str, address: &str) -> Self {
        let pair = format!("{email_key}\n{}", network(address));
        Self {
            key: format!("account:{}", super::token::hex(&pair)),
            free: FREE_ACCOUNT_FAILURES,
        }
    }

    /// Attempts on one account from everywhere, with far more patience.
    pub fn account_everywhere(email_key: &str) -> Self {
        Self {
            key: format!("everywhere:{}", super::token::hex(email_key)),
            free: 100,
        }
    }

    /// Attempts from one network.
    pub fn address(address: &str) -> Self {
        Self {
            key: format!("address:{}", network(address)),
            free: FREE_ADDRESS_FAILURES,
        }
    }

    /// Wrong keys from one network.
    pub fn api_key(address: &str) -> Self {
        Self {
            key: format!("api_key:{}", network(address)),
            free: FREE_ADDRESS_FAILURES,
        }
    }

    /// Registrations from one network.
    pub fn registration(address: &str) -> Self {
        Self {
            key: format!("register:{}", network(address)),
            free: 10,
        }
    }
}

/// An IPv6 customer has a /64, so that is what counts as one address.
fn network(address: &str) -> String {
    match address.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V6(ip)) => {
            let s = ip.segments();
            format!("{:x}:{:x}:{:x}:{:x}::/64", s[0], s[1], s[2], s[3])
        }
        Ok(std::net::IpAddr::V4(ip)) => ip.to_string(),
        Err(_) => "unknown".to_owned(),
    }
}

/// Seconds until the next attempt is allowed; `None` when it is allowed now.
pub fn wait(conn: &mut Conn, subjects: &[Subject], now: NaiveDateTime) -> QueryResult<Option<i64>> {
    let keys: Vec<&str> = subjects.iter().map(|s| s.key.as_str()).collect();
    let until: Option<NaiveDateTime> = throttles::table
        .filter(throttles::subject.eq_any(keys))
        .select(diesel::dsl::max(throttles::blocked_until))
        .first(conn)?;
    Ok(until
        .filter(|until| *until > now)
        .map(|until| (until - now).num_seconds().max(1)))
}

/// Counts one failure for each subject and sets how long it has to wait: 2, 4, 8 … seconds past its free ones.
pub fn failed(conn: &mut Conn, subjects: &[Subject], now: NaiveDateTime) -> QueryResult<()> {
    transaction(conn, |conn| {
        hold(conn, subjects, now)?;
        subjects
            .iter()
            .try_for_each(|subject| count(conn, subject, now))
    })
}

/// Counts one attempt of which each costs something, unless it has to wait: then the seconds.
pub fn attempt(
    conn: &mut Conn,
    subjects: &[Subject],
    now: NaiveDateTime,
) -> QueryResult<Option<i64>> {
    transaction(conn, |conn| {
        hold(conn, subjects, now)?;
        let seconds = wait(conn, subjects, now)?;
        if seconds.is_none() {
            subjects
                .iter()
                .try_for_each(|subject| count(conn, subject, now))?;
        }
        Ok::<_, diesel::result::Error>(seconds)
    })
}

/// Makes the rows and holds them until the transaction ends, in one order, so that two who fail at once are two.
fn hold(conn: &mut Conn, subjects: &[Subject], now: NaiveDateTime) -> QueryResult<()> {
    let mut keys: Vec<&str> = subjects.iter().map(|s| s.key.as_str()).collect();
    keys.sort_unstable();
    for key in keys {
        let row = (
            throttles::subject.eq(key),
            throttles::failures.eq(0),
            throttles::last_failure_at.eq(now),
            throttles::blocked_until.eq(now),
        );
        diesel::insert_or_ignore_into(throttles::table)
            .values(row)
            .execute(conn)?;
        throttles::table
            .find(key)
            .select(throttles::failures)
            .for_update()
            .first::<i32>(conn)?;
    }
    Ok(())
}

fn count(conn: &mut Conn, subject: &Subject, now: NaiveDateTime) -> QueryResult<()> {
    let row = throttles::table.find(&subject.key);
    // A locking read: what somebody else has just counted is seen.
    let (known, last): (i32, NaiveDateTime) = row
        .select((throttles::failures, throttles::last_failure_at))
        .for_update()
        .first(conn)?;
    let recent = now - last < TimeDelta::seconds(MEMORY_SECONDS);
    let failures = if recent { known } else { 0 }.saturating_add(1);
    diesel::update(row)
        .set((
            throttles::failures.eq(failures),
            throttles::last_failure_at.eq(now),
            throttles::blocked_until.eq(now + TimeDelta::seconds(penalty(failures - subject.free))),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Forgets the failures of an account that signed in. Touches nothing when there are none.
pub fn succeeded(conn: &mut Conn, subjects: &[Subject]) -> QueryResult<()> {
    let keys: Vec<&str> = subjects.iter().map(|s| s.key.as_str()).collect();
    let failed = throttles::table.filter(throttles::subject.eq_any(keys));
    let there: i64 = failed.clone().count().get_result(conn)?;
    if there > 0 {
        diesel::delete(failed).execute(conn)?;
    }
    Ok(())
}

/// Removes what is past remembering; called by the clean-up job.
pub fn forget_old(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    let limit = now - TimeDelta::seconds(MEMORY_SECONDS);
    diesel::delete(throttles::table.filter(throttles::last_failure_at.lt(limit))).execute(conn)
}

fn penalty(excess: i32) -> i64 {
    match excess {
        n if n <= 0 => 0,
        n if n >= 10 => LONGEST_WAIT_SECONDS,
        n => (1_i64 << n).min(LONGEST_WAIT_SECONDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_ends_at_a_quarter_of_an_hour() {
        assert_eq!(
            [0, 1, 2, 9, 10, 1000].map(penalty),
            [0, 2, 4, 512, 900, 900]
        );
    }

    #[test]
    fn one_ipv6_customer_is_one_address() {
        assert_eq!(
            Subject::address("2001:db8:1:2:3::1"),
            Subject::address("2001:db8:1:2:ffff::9")
        );
        assert_ne!(
            Subject::address("2001:db8:1:2::1"),
            Subject::address("2001:db8:1:3::1")
        );
    }
}
