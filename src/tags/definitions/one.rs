//! The page of one tag.

use super::pages::done;
use super::queries::{Carried, carried};
use super::{actions, forms};
use crate::audit::Done;
use crate::auth::May;
use crate::auth::permissions::ManageTags;
use crate::db::Conn;
use crate::i18n::Message;
use crate::tags::{Colour, Tag, TagId, queries};
use crate::web::record::{again, fresh, mix};
use crate::web::view::{Conflict, Conflicts};
use crate::web::{
    AppError, FieldErrors, Flash, Form, FormView, Shell, State, Wants, WriteError, page, page_with,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

#[derive(Template)]
#[template(path = "tags/show.html")]
struct ShowPage {
    ui: Shell,
    tag: Tag,
    carried: Carried,
    others: Vec<Tag>,
    form: FormView,
    conflicts: Conflicts,
    colours: &'static [Colour],
}

/// `GET /tags/{id}`
pub(super) async fn show(
    state: Data<State>,
    who: May<ManageTags>,
    id: Path<TagId>,
) -> Result<HttpResponse, AppError> {
    let shown = state.db.run(move |conn| one(conn, who.ui, *id, None));
    page(&shown.await?)
}

fn one(
    conn: &mut Conn,
    ui: Shell,
    id: TagId,
    form: Option<FormView>,
) -> Result<ShowPage, AppError> {
    let tag = queries::find(conn, id)?;
    let carried = carried(conn, Some(id))?.remove(&id).unwrap_or_default();
    let mut others = queries::all(conn)?;
    others.retain(|other| other.id != id);
    Ok(ShowPage {
        form: form.unwrap_or_else(|| fresh(&forms::of(&tag), tag.version).view()),
        ui,
        tag,
        carried,
        others,
        conflicts: Conflicts::default(),
        colours: Colour::ALL,
    })
}

/// `POST /tags/{id}`
pub(super) async fn update(
    state: Data<State>,
    who: May<ManageTags>,
    id: Path<TagId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let outcome = state.db.run(move |conn| {
        let before = queries::find(conn, id)?;
        let saved = forms::of(&before);
        let is_stale = form.get("version").parse() != Ok(before.version);
        let mix = mix(["name", "colour"], &form, &saved, is_stale);
        let shown = again(&mix.data, &saved, before.version).view();
        if !mix.clashes.is_empty() {
            let mut refused = one(conn, who.ui, id, Some(shown))?;
            refused.conflicts = conflicts(&refused.ui, &mix.clashes, &before);
            return Ok(Err((StatusCode::CONFLICT, refused)));
        }
        let written = forms::parse(&mix.data)
            .map_err(WriteError::Fields)
            .and_then(|input| actions::update(conn, &who.actor, (id, before.version), &input, now));
        match written {
            Ok(Done { operation, .. }) => {
                let said = who.ui.t("common-saved-named");
                let said = said.arg("name", mix.data.get("name").trim());
                Ok(Ok(Flash::done(said, operation)))
            }
            Err(WriteError::Fields(errors)) => {
                let refused = one(conn, who.ui, id, Some(shown.with_errors(errors)))?;
                Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, refused)))
            }
            Err(other) => Err(AppError::from(other)),
        }
    });
    match outcome.await? {
        Ok(notice) => Ok(done(&session, wants, notice)),
        Err((status, refused)) => page_with(status, &refused),
    }
}

/// What has to be chosen: what was saved elsewhere meanwhile.
fn conflicts(ui: &Shell, clashes: &[&'static str], saved: &Tag) -> Conflicts {
    let one = |name: &'static str| Conflict {
        name,
        label: ui.t(&format!("tags-{name}")).to_string(),
        theirs: match name {
            "name" => saved.name.clone(),
            _ => ui.t(saved.colour.label()).to_string(),
        },
        note: ui.t("common-conflict-by-somebody").to_string(),
    };
    Conflicts(clashes.iter().copied().map(one).collect())
}

/// `POST /tags/{id}/merger`
pub(super) async fn merge(
    state: Data<State>,
    who: May<ManageTags>,
    id: Path<TagId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let outcome = state.db.run(move |conn| {
        let into = TagId(form.get("into").parse().unwrap_or_default());
        let from = queries::find(conn, id)?;
        let wrong = match queries::find(conn, into) {
            Ok(to) if to.id != id => {
                let merged = actions::merge(conn, &who.actor, (id, into), now)?;
                let said = who.ui.t("tags-merged");
                let said = said.arg("tag", from.name).arg("into", to.name);
                return Ok(Ok(Flash::done(said, merged.operation)));
            }
            _ => Message::new("common-choose-one"),
        };
        let errors = FieldErrors::from([("into", vec![wrong])]);
        let shown = fresh(&forms::of(&from), from.version)
            .view()
            .with_errors(errors);
        one(conn, who.ui, id, Some(shown)).map(Err)
    });
    match outcome.await? {
        Ok(notice) => Ok(done(&session, wants, notice)),
        Err(refused) => page_with(StatusCode::UNPROCESSABLE_ENTITY, &refused),
    }
}

/// `POST /tags/{id}/removal`
pub(super) async fn remove(
    state: Data<State>,
    who: May<ManageTags>,
    id: Path<TagId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let notice = state.db.run(move |conn| {
        let gone = actions::delete(conn, &who.actor, id, now)?;
        let said = who.ui.t("common-deleted-named").arg("name", gone.value);
        Ok::<_, AppError>(Flash::done(said, gone.operation))
    });
    Ok(done(&session, wants, notice.await?))
}
