//! Writes that happen once: the work, its record, and the answer for whoever asks again, in one transaction.

use super::{ApiError, Call, Reply};
use crate::auth::{Actor, token};
use crate::db::{Conn, is_duplicate_of, transaction};
use crate::i18n::Message;
use crate::schema::answered_requests as answered;
use crate::web::{AppError, Problem, State};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use serde_json::{Map, Value};

/// How long an answer is kept for the same key.
const MEMORY: TimeDelta = TimeDelta::hours(24);

/// Does `work` in one transaction, with its Idempotency-Key and dry run. `work` may be called again after a deadlock.
pub async fn write<F>(
    state: &State,
    call: Call,
    actor: Actor,
    work: F,
) -> Result<HttpResponse, AppError>
where
    F: Fn(&mut Conn, &Actor, &Call, NaiveDateTime) -> Result<Reply, ApiError> + Send + 'static,
{
    let now = state.clock.now();
    let reply = state
        .db
        .run(move |conn| {
            let outcome = transaction(conn, |conn| once(conn, &actor, &call, now, &work));
            match outcome {
                Err(ApiError::Rehearsed(reply)) => Ok(*reply),
                other => other.map_err(AppError::from),
            }
        })
        .await?;
    state.jobs.ring();
    reply.send()
}

fn once<F>(
    conn: &mut Conn,
    actor: &Actor,
    call: &Call,
    now: NaiveDateTime,
    work: &F,
) -> Result<Reply, ApiError>
where
    F: Fn(&mut Conn, &Actor, &Call, NaiveDateTime) -> Result<Reply, ApiError>,
{
    let key = call.key.as_deref().map(|key| key_of(actor, key));
    if let Some(key) = &key
        && let Some(reply) = claim(conn, key, &call.request_hash, now)?
    {
        return Ok(reply);
    }
    let reply = work(conn, actor, call, now)?;
    if call.is_dry_run {
        return Err(ApiError::Rehearsed(Box::new(rehearsed(reply))));
    }
    if let Some(key) = &key {
        keep(conn, key, &reply)?;
    }
    Ok(reply)
}

/// Two callers may choose the same key.
fn key_of(actor: &Actor, key: &str) -> Vec<u8> {
    let who = (actor.api_key_id.map(|k| k.0), actor.user_id.map(|u| u.0));
    token::hash(&format!("{who:?}\n{key}"))
}

type Stored = (i64, Vec<u8>, i32, String, String, NaiveDateTime);

/// Takes the key, or gives what was answered before. Whoever asks at the same time waits for the row.
fn claim(
    conn: &mut Conn,
    key: &[u8],
    request: &[u8],
    now: NaiveDateTime,
) -> Result<Option<Reply>, ApiError> {
    let row = || {
        (
            answered::key_hash.eq(key),
            answered::request_hash.eq(request),
            answered::status.eq(0),
            answered::headers.eq("{}"),
            answered::body.eq(""),
            answered::answered_at.eq(now),
        )
    };
    let inserted = diesel::insert_into(answered::table)
        .values(row())
        .execute(conn);
    match inserted {
        Ok(_) => return Ok(None),
        Err(error) if !is_duplicate_of(&error, "answered_requests_key_hash") => {
            return Err(error.into());
        }
        Err(_) => {}
    }
    let (id, before, status, headers, body, at): Stored = answered::table
        .filter(answered::key_hash.eq(key))
        .select((
            answered::id,
            answered::request_hash,
            answered::status,
            answered::headers,
            answered::body,
            answered::answered_at,
        ))
        .for_update()
        .first(conn)?;
    if now - at >= MEMORY {
        diesel::delete(answered::table.find(id)).execute(conn)?;
        diesel::insert_into(answered::table)
            .values(row())
            .execute(conn)?;
        return Ok(None);
    }
    if before != request {
        let detail = Message::new("api-key-reused");
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let title = "errors-bad-request-title";
        return Err(AppError::from(Problem::new(
            "idempotency-key-reused",
            status,
            title,
            detail,
        ))
        .into());
    }
    Ok(Some(said_again(status, &headers, &body)))
}

fn said_again(status: i32, headers: &str, body: &str) -> Reply {
    let headers: Map<String, Value> = serde_json::from_str(headers).unwrap_or_default();
    let headers = headers.into_iter();
    let text = |(name, value): (String, Value)| Some((name, value.as_str()?.to_owned()));
    let status = u16::try_from(status).ok();
    let status = status.and_then(|s| StatusCode::from_u16(s).ok());
    Reply {
        status: status.unwrap_or(StatusCode::OK),
        headers: headers.filter_map(text).collect(),
        body: serde_json::from_str(body).ok(),
    }
    .with("idempotent-replayed", "true")
}

fn keep(conn: &mut Conn, key: &[u8], reply: &Reply) -> QueryResult<()> {
    let headers = reply.headers.iter();
    let headers: Map<String, Value> = headers
        .map(|(name, value)| (name.clone(), value.as_str().into()))
        .collect();
    let body = reply.body.as_ref().map(Value::to_string);
    diesel::update(answered::table.filter(answered::key_hash.eq(key)))
        .set((
            answered::status.eq(i32::from(reply.status.as_u16())),
            answered::headers.eq(Value::Object(headers).to_string()),
            answered::body.eq(body.unwrap_or_default()),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Nothing was made, so nothing has an id or an address.
fn rehearsed(mut reply: Reply) -> Reply {
    if reply.status == StatusCode::CREATED {
        reply.status = StatusCode::OK;
        reply.headers.retain(|(name, _)| name != "location");
        if let Some(body) = reply.body.as_mut().and_then(Value::as_object_mut) {
            body.insert("id".to_owned(), Value::Null);
        }
    }
    reply.with("preference-applied", "handling=dry-run")
}

/// Removes the answers past remembering; called by the clean-up job.
pub fn forget_answers(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(answered::table.filter(answered::answered_at.lt(now - MEMORY))).execute(conn)
}
