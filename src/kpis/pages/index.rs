//! The list of KPIs.

use crate::auth::permissions::ReadRecords;
use crate::auth::{May, people};
use crate::kpis::model::DefinitionId;
use crate::kpis::queries;
use crate::kpis::views::{IndexPage, IndexRow};
use crate::settings;
use crate::web::{AppError, FormData, State, page};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;

/// `GET /kpis`: where each KPI stood in the latest period that is over; `?archived=1` shows those put away.
pub(super) async fn index(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let (archived, now) = (query.get("archived") == "1", state.clock.now());
    let shown = state.db.run(move |conn| {
        let ui = who.ui;
        let today = settings::queries::load(conn)?.today(now);
        let definitions = queries::all(conn, &who.actor, None, archived)?;
        let ids: Vec<DefinitionId> = definitions.iter().map(|d| d.id).collect();
        let days: Vec<NaiveDate> = definitions
            .iter()
            .map(|d| d.latest_over(today).start())
            .collect();
        let stand = queries::on_days(conn, &ids, &days)?;
        let missing = queries::missing(conn, &definitions, today)?;
        let people = people::owners(conn)?;
        let rows: Vec<IndexRow> = definitions
            .iter()
            .map(|definition| {
                let lacking = missing.get(&definition.id).copied().unwrap_or_default();
                IndexRow::new(&ui, definition, &stand, &people, lacking, today)
            })
            .collect();
        let count = ui.t("kpis-count").arg("n", rows.len()).to_string();
        Ok::<_, AppError>(IndexPage {
            ui,
            rows,
            archived,
            count,
        })
    });
    page(&shown.await?)
}
