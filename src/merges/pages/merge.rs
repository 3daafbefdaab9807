//! Merging two records that have been compared.

use super::list_of;
use crate::audit::{Movings, OperationId, made_before};
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May, token};
use crate::db::Conn;
use crate::merges::actions::{self, Seen};
use crate::merges::comparison::{compare, kept};
use crate::merges::mergeable::Mergeable;
use crate::merges::views::ComparePage;
use crate::web::record::Record;
use crate::web::{
    AppError, Flash, Form, FormData, Shell, State, Wants, WriteError, conflict, see_other, session,
    unprocessable,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// What a post came to.
enum Outcome {
    Merged(Box<Shell>, Option<OperationId>, String, String),
    Wrong(Box<ComparePage>),
    Stale(Box<ComparePage>),
}

/// `POST …/{id}/merge`
pub(super) async fn merge<R: Mergeable>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<i64>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now, movings) = (*id, state.clock.now(), state.movings);
    let outcome = state.db.run(move |conn| {
        // What it merged is not there any more: the same form answers as it did then.
        if let Some(done) = made_before(conn, &form.once_key())? {
            let kept = R::seen(conn, &who.actor, R::id(done.value.id))?;
            return Ok(Outcome::Merged(
                Box::new(who.ui),
                done.operation,
                kept.name(),
                kept.path(),
            ));
        }
        let left = R::seen(conn, &who.actor, R::id(id))?;
        let with = form.get("with").parse().map_err(|_| AppError::NotFound)?;
        let right = R::seen(conn, &who.actor, R::id(with))?;
        if with == id {
            return Err(AppError::NotFound);
        }
        let version = |name: &str| form.get(name).parse().unwrap_or(0);
        let sides: [Seen; 2] = [(id, version("version")), (with, version("with_version"))];
        let errors = match actions::merge::<R>(conn, &who.actor, sides, &form, &movings, now) {
            Ok(once) => {
                return merged::<R>(
                    conn,
                    &who.actor,
                    who.ui,
                    &form,
                    [&left, &right],
                    once.operation(),
                );
            }
            Err(WriteError::Stale(_)) => None,
            Err(WriteError::Fields(errors)) => Some(errors),
            Err(other) => return Err(other.into()),
        };
        // Read again: somebody has changed one of them, or what was chosen does not fit.
        let sides = [
            R::seen(conn, &who.actor, R::id(id))?,
            R::seen(conn, &who.actor, R::id(with))?,
        ];
        let sides = [&sides[0], &sides[1]];
        let again = compare_page::<R>(conn, &who.actor, who.ui, sides, &movings, &form)?;
        Ok(match errors {
            Some(errors) => Outcome::Wrong(Box::new(ComparePage {
                form: again.form.clone().with_errors(errors),
                ..again
            })),
            None => Outcome::Stale(Box::new(ComparePage {
                is_stale: true,
                ..again
            })),
        })
    });
    match outcome.await? {
        Outcome::Merged(ui, operation, name, path) => {
            let said = ui.t("merges-done").arg("name", name);
            session::keep(&session, Flash::done(said, operation));
            Ok(see_other(wants, &path))
        }
        Outcome::Wrong(page) => unprocessable(wants, &*page, &page.as_form()),
        Outcome::Stale(page) => conflict(wants, &*page, &page.as_form()),
    }
}

fn merged<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    form: &FormData,
    sides: [&R::Record; 2],
    operation: Option<OperationId>,
) -> Result<Outcome, AppError> {
    let kept = sides[kept::<R>(form, sides)];
    let kept = R::find(conn, actor, R::id(R::number(kept)))?;
    let path = match form.get("from") {
        "duplicates" => list_of::<R>().to_owned(),
        _ => kept.path(),
    };
    Ok(Outcome::Merged(Box::new(ui), operation, kept.name(), path))
}

/// The page that compares two records; `form` holds what has been chosen so far.
pub(super) fn compare_page<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    sides: [&R::Record; 2],
    movings: &Movings,
    form: &FormData,
) -> Result<ComparePage, AppError> {
    let comparison = compare::<R>(conn, actor, &ui, sides, movings, form)?;
    let (path, from) = (sides[0].path(), form.get("from").to_owned());
    let view = FormData::default()
        .view()
        .with("idempotency_key", token::random()?);
    Ok(ComparePage {
        title: ui.t(R::TITLE).to_string(),
        list: R::LIST,
        list_title: R::LIST_TITLE,
        action: format!("{path}/merge"),
        distinction: format!("{path}/distinctions"),
        cancel: if from == "duplicates" {
            list_of::<R>().to_owned()
        } else {
            path
        },
        from,
        comparison,
        form: view,
        is_stale: false,
        ui,
    })
}
