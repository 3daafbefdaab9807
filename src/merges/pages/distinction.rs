//! Two that look like one and are two.

use super::list_of;
use crate::auth::May;
use crate::auth::permissions::EditRecords;
use crate::merges::actions;
use crate::merges::mergeable::Mergeable;
use crate::web::record::Record;
use crate::web::{AppError, Flash, Form, State, Wants, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// `POST …/{id}/distinctions`
pub(super) async fn distinguish<R: Mergeable>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<i64>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now, ui) = (*id, state.clock.now(), who.ui.clone());
    let from_list = form.get("from") == "duplicates";
    let (path, names, operation) = state
        .db
        .run(move |conn| {
            let one = R::seen(conn, &who.actor, R::id(id))?;
            let with = form.get("with").parse().map_err(|_| AppError::NotFound)?;
            let other = R::seen(conn, &who.actor, R::id(with))?;
            if with == id {
                return Err(AppError::NotFound);
            }
            let operation = actions::distinguish::<R>(conn, &who.actor, &one, &other, now)?;
            Ok((one.path(), [one.name(), other.name()], operation))
        })
        .await?;
    let [one, other] = names;
    let said = ui
        .t("merges-distinguished")
        .arg("name", one)
        .arg("other", other);
    session::keep(&session, Flash::done(said, operation));
    Ok(see_other(
        wants,
        if from_list { list_of::<R>() } else { &path },
    ))
}
