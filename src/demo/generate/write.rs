//! Writing a generated data set: parts of some hundred rows, shared out among connections.

use super::dice::About;
use super::history::Event;
use super::words::TAGS;
use super::world::World;
use crate::db::{Conn, Db};
use crate::fields::fold;
use crate::schema::{account_tags, contact_tags, tags};
use crate::web::AppError;
use crate::{accounts, contacts};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Rows of a part.
const ROWS: usize = 500;
/// Parts of a transaction.
const PARTS: usize = 10;

/// Writes a part of one table; a function of the range of rows.
type Write<'w> = &'w (dyn Fn(&mut Conn, Range<usize>) -> QueryResult<()> + Sync);

/// Writes it all; false if it was asked to stop.
pub(super) fn everything(
    db: &Db,
    connections: usize,
    world: &World,
    events: &[Event],
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Result<bool, AppError> {
    let labels = db.run_blocking(|conn| make_tags(conn, world))?;
    let labels = labels.as_slice();
    let steps: [(usize, Write<'_>); 3] = [
        (world.size.accounts, &|conn, rows| {
            write_accounts(conn, world, labels, rows)
        }),
        (world.size.contacts, &|conn, rows| {
            write_contacts(conn, world, labels, rows)
        }),
        (events.len(), &|conn, rows| {
            write_history(conn, world, events, rows)
        }),
    ];
    let total = steps.iter().map(|(rows, _)| rows).sum();
    let done = AtomicUsize::new(0);
    let tell = |rows: usize| progress(done.fetch_add(rows, Ordering::Relaxed) + rows, total);
    for (rows, write) in steps {
        if !share_out(db, connections, rows, write, &tell)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Has every connection take the next part until none is left, or `tell` says stop.
fn share_out(
    db: &Db,
    connections: usize,
    rows: usize,
    write: Write<'_>,
    tell: &(dyn Fn(usize) -> bool + Sync),
) -> Result<bool, AppError> {
    let (next, go_on) = (AtomicUsize::new(0), AtomicBool::new(true));
    let work = || {
        db.run_blocking(|conn| {
            relax(conn)?;
            while go_on.load(Ordering::Relaxed) {
                let from = next.fetch_add(ROWS * PARTS, Ordering::Relaxed);
                if from >= rows {
                    break;
                }
                let to = (from + ROWS * PARTS).min(rows);
                conn.transaction(|conn| {
                    (from..to)
                        .step_by(ROWS)
                        .try_for_each(|part| write(conn, part..(part + ROWS).min(to)))
                })?;
                if !tell(to - from) {
                    go_on.store(false, Ordering::Relaxed);
                }
            }
            QueryResult::Ok(())
        })
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            let died = || AppError::internal("a part was not written");
            thread.join().map_err(|_| died())?
        })
    })?;
    Ok(go_on.into_inner())
}

/// References and numbers are right by construction: the server need not look each one up.
fn relax(conn: &mut Conn) -> QueryResult<()> {
    conn.batch_execute("SET foreign_key_checks = 0, unique_checks = 0")
}

/// The ids of the tags, some of which may be there already.
fn make_tags(conn: &mut Conn, world: &World) -> QueryResult<Vec<i64>> {
    let start = world.at(0);
    let key = |name: &&str| fold::fold(name);
    let rows: Vec<_> = TAGS
        .iter()
        .map(|name| {
            (
                tags::name.eq(*name),
                tags::name_key.eq(key(name)),
                tags::colour.eq("grey"),
                tags::created_at.eq(start),
            )
        })
        .collect();
    diesel::insert_or_ignore_into(tags::table)
        .values(rows)
        .execute(conn)?;
    tags::table
        .filter(tags::name_key.eq_any(TAGS.iter().map(key)))
        .order(tags::id)
        .select(tags::id)
        .load(conn)
}

fn write_accounts(
    conn: &mut Conn,
    world: &World,
    labels: &[i64],
    rows: Range<usize>,
) -> QueryResult<()> {
    let made: Vec<_> = rows
        .clone()
        .map(|row| world.account(row, world.account_updates(row).len()))
        .collect();
    accounts::many::insert_many(conn, &made)?;
    let tagged: Vec<_> = rows
        .filter_map(|row| {
            Some((
                world.account_id(row),
                tag(world, About::AccountTags, labels, row)?,
            ))
        })
        .map(|(id, tag)| {
            (
                account_tags::account_id.eq(id),
                account_tags::tag_id.eq(tag),
            )
        })
        .collect();
    diesel::insert_into(account_tags::table)
        .values(tagged)
        .execute(conn)
        .map(drop)
}

fn write_contacts(
    conn: &mut Conn,
    world: &World,
    labels: &[i64],
    rows: Range<usize>,
) -> QueryResult<()> {
    let made: Vec<_> = rows
        .clone()
        .map(|row| world.contact(row, world.contact_updates(row).len()))
        .collect();
    contacts::many::insert_many(conn, &made)?;
    let roles: Vec<_> = rows
        .clone()
        .flat_map(|row| world.affiliations_of(row))
        .collect();
    contacts::affiliations::many::insert_many(conn, &roles)?;
    let tagged: Vec<_> = rows
        .filter_map(|row| {
            Some((
                world.contact_id(row),
                tag(world, About::ContactTags, labels, row)?,
            ))
        })
        .map(|(id, tag)| {
            (
                contact_tags::contact_id.eq(id),
                contact_tags::tag_id.eq(tag),
            )
        })
        .collect();
    diesel::insert_into(contact_tags::table)
        .values(tagged)
        .execute(conn)
        .map(drop)
}

/// A tag, for every third row.
fn tag(world: &World, about: About, labels: &[i64], row: usize) -> Option<i64> {
    let mut dice = world.dice(about, row);
    let tag = labels.get(dice.skewed(labels.len())).copied();
    tag.filter(|_| dice.in_thousand(333))
}

fn write_history(
    conn: &mut Conn,
    world: &World,
    events: &[Event],
    rows: Range<usize>,
) -> QueryResult<()> {
    let past: Vec<_> = rows
        .filter_map(|nth| Some(events.get(nth)?.past(world, nth)))
        .collect();
    crate::audit::insert_past(conn, &past)
}
