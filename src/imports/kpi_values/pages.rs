//! The import as pages: choose a file, see what it would do, do it.

use super::apply::{Choices, apply};
use super::plan::{Plan, missing_column, plan};
use super::views::{CheckPage, UploadPage};
use crate::auth::permissions::ImportRecords;
use crate::auth::{Actor, Channel, May};
use crate::db::Conn;
use crate::i18n::{Lang, Message};
use crate::imports::Table;
use crate::kpis::model::{Direction, Totalling};
use crate::web::routes::route;
use crate::web::{
    AppError, FieldErrors, Flash, Form, FormData, FormView, Shell, State, Upload, Wants, page,
    page_with, see_other, session,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::io::Cursor;

/// The largest file that the page takes: the confirmation sends it once more, within the limit of every form.
const FILE_LIMIT: usize = 1024 * 1024;

/// Its addresses.
pub(crate) fn routes(config: &mut ServiceConfig) {
    route("/kpis/import").get(choose).post(check).on(config);
    route("/kpis/import/confirmation").post(confirm).on(config);
}

/// `GET /kpis/import`
async fn choose(who: May<ImportRecords>) -> Result<HttpResponse, AppError> {
    page(&UploadPage {
        ui: who.ui,
        form: FormView::default(),
    })
}

/// `POST /kpis/import`: what the file would do; nothing is written.
async fn check(
    state: Data<State>,
    who: May<ImportRecords>,
    upload: Result<Upload, AppError>,
) -> Result<HttpResponse, AppError> {
    // Only now: who may not is told so first, whatever they sent.
    let upload = upload?;
    let (actor, ui) = (who.actor, who.ui);
    let lang = ui.lang;
    let read = state.db.run(move |conn| {
        let planned = planned(conn, &actor, &upload.bytes, lang);
        Ok::<_, AppError>((planned, upload))
    });
    match read.await? {
        (Ok(plan), upload) => {
            let data = URL_SAFE_NO_PAD.encode(&upload.bytes);
            page(&CheckPage::new(ui, upload.name, data, &plan))
        }
        (Err(Refusal::File(message)), _) => refused(ui, message),
        (Err(Refusal::Other(error)), _) => Err(error),
    }
}

fn refused(ui: Shell, message: Message) -> Result<HttpResponse, AppError> {
    let form = FormView::default().with_errors(FieldErrors::from([("file", vec![message])]));
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &UploadPage { ui, form })
}

/// Why a file is not even read.
enum Refusal {
    File(Message),
    Other(AppError),
}

fn planned(conn: &mut Conn, actor: &Actor, bytes: &[u8], lang: Lang) -> Result<Plan, Refusal> {
    let refuse = |key| Refusal::File(Message::new(key));
    if bytes.is_empty() {
        return Err(refuse("kpis-import-choose"));
    }
    if bytes.len() > FILE_LIMIT {
        return Err(refuse("kpis-import-too-large"));
    }
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let table = Table::read(Cursor::new(bytes.to_vec()), size)
        .map_err(|error| Refusal::File(error.message()))?;
    if let Some(key) = missing_column(table.headers()) {
        return Err(refuse(key));
    }
    plan(conn, actor, table, lang).map_err(|error| Refusal::Other(error.into()))
}

/// `POST /kpis/import/confirmation`: the same file, checked anew and written.
async fn confirm(
    state: Data<State>,
    who: May<ImportRecords>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (actor, ui, now) = (
        who.actor.through(Channel::Import),
        who.ui,
        state.clock.now(),
    );
    let lang = ui.lang;
    let done = state.db.run(move |conn| {
        let bytes = URL_SAFE_NO_PAD.decode(form.get("data")).unwrap_or_default();
        match planned(conn, &actor, &bytes, lang) {
            Ok(plan) => {
                let choices = choices(&plan, &form);
                let name = form.get("name");
                Ok(Ok(apply(conn, &actor, name, &plan, &choices, now)?))
            }
            Err(Refusal::File(message)) => Ok(Err(message)),
            Err(Refusal::Other(error)) => Err(error),
        }
    });
    match done.await? {
        Ok(done) => {
            let (created, updated) = done.value;
            let text = ui
                .t("kpis-import-done")
                .arg("created", created)
                .arg("updated", updated);
            session::keep(&session, Flash::done(text, done.operation));
            Ok(see_other(wants, "/kpis"))
        }
        Err(message) => refused(ui, message),
    }
}

/// What the form says about each KPI that the file brings; nothing where they are not wanted.
fn choices(plan: &Plan, form: &FormData) -> Vec<Choices> {
    if form.get("create") != "true" {
        return Vec::new();
    }
    let chosen = |(at, new): (usize, _)| {
        let likely = Choices::likely(new);
        Choices {
            totalling: Totalling::parse(form.get(&format!("totalling-{at}")))
                .unwrap_or(likely.totalling),
            direction: Direction::parse(form.get(&format!("direction-{at}")))
                .unwrap_or(likely.direction),
        }
    };
    plan.new_kpis.iter().enumerate().map(chosen).collect()
}
