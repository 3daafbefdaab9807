//! A file as an answer that is written while its rows are read.

use super::run::Ending;
use super::{Request, Run};
use crate::auth::Actor;
use crate::db::Db;
use crate::i18n::Lang;
use crate::web::turns::Turn;
use crate::web::{AppError, State};
use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, ContentEncoding};
use actix_web::web::Bytes;
use chrono_tz::Tz;
use futures_util::{Stream, stream};
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::timeout;

/// How long a client may take for the next piece, and an export in all.
const PIECE_TIME: Duration = Duration::from_secs(60);
const WHOLE_TIME: Duration = Duration::from_secs(15 * 60);
/// Pieces that wait for the client.
const AHEAD: usize = 2;

/// Some of the file, or its end: an answer that stops without it was cut off.
enum Piece {
    Bytes(Vec<u8>),
    End,
}

/// Begins the export and answers with the file, which goes on being written.
pub(super) async fn answer(
    state: &State,
    actor: Actor,
    request: Request,
    (lang, zone): (Lang, Tz),
    turn: Turn,
) -> Result<HttpResponse, AppError> {
    let now = state.clock.now();
    let format = request.format;
    let day = now.and_utc().with_timezone(&zone).date_naive();
    let (name, end) = (lang.text(request.source.file), format.extension());
    let disposition = format!("attachment; filename=\"{name}-{day}.{end}\"");
    let begin = move |conn: &mut _| Run::begin(conn, &actor, request, (lang, zone, now));
    let (run, head) = state.db.run_longer(begin).await?;
    let (sender, receiver) = channel(AHEAD);
    actix_web::rt::spawn(feed(state.db.clone(), run, head, sender, turn));
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, format.media_type()))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header(ContentEncoding::Identity)
        .streaming(body(receiver)))
}

/// Ends with an error, which breaks the connection off, unless the last piece says that it is the last.
fn body(receiver: Receiver<Piece>) -> impl Stream<Item = std::io::Result<Bytes>> {
    stream::unfold(Some(receiver), |receiver| async move {
        let mut receiver = receiver?;
        match receiver.recv().await {
            Some(Piece::Bytes(bytes)) => Some((Ok(Bytes::from(bytes)), Some(receiver))),
            Some(Piece::End) => None,
            None => Some((Err(std::io::Error::other("the export was cut off")), None)),
        }
    })
}

/// Writes the file, then how it ended, and only then its end. Somebody else's turn comes before the client can ask again.
async fn feed(db: Db, run: Run, head: Vec<u8>, sender: Sender<Piece>, turn: Turn) {
    let (ending, mut rows) = (run.ending(), 0);
    let writing = timeout(WHOLE_TIME, pieces(&db, run, head, &sender, &mut rows)).await;
    let whole = matches!(writing, Ok(Ok(())));
    if !whole {
        log::warn!("an export was cut off after {rows} rows");
    }
    let written = end(&db, ending, rows, whole).await;
    drop(turn);
    match written {
        Ok(()) if whole => _ = timeout(PIECE_TIME, sender.send(Piece::End)).await,
        Ok(()) => {}
        Err(error) => log::error!("the end of an export could not be recorded: {error}"),
    }
}

async fn end(db: &Db, ending: Ending, rows: u64, whole: bool) -> Result<(), AppError> {
    db.run(move |conn| ending.write(conn, rows, whole)).await
}

/// Every piece of the file; `rows` is how many the client has been handed.
async fn pieces(
    db: &Db,
    mut run: Run,
    head: Vec<u8>,
    sender: &Sender<Piece>,
    rows: &mut u64,
) -> Result<(), AppError> {
    hand(sender, head).await?;
    while !run.is_done {
        let step = move |conn: &mut _| run.step(conn).map(|bytes| (run, bytes));
        let (next, bytes) = db.run_longer(step).await?;
        run = next;
        hand(sender, bytes).await?;
        *rows = run.rows;
    }
    Ok(())
}

async fn hand(sender: &Sender<Piece>, bytes: Vec<u8>) -> Result<(), AppError> {
    let sent = timeout(PIECE_TIME, sender.send(Piece::Bytes(bytes))).await;
    match sent {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err(AppError::internal("the client has gone")),
        Err(_) => Err(AppError::internal("the client does not read on")),
    }
}
