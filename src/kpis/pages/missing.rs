//! Every value that is missing.

use crate::auth::people::owner_name;
use crate::auth::permissions::ReadRecords;
use crate::auth::{May, UserId, people};
use crate::kpis::queries;
use crate::kpis::views::{Lack, MissingPage, entered};
use crate::settings;
use crate::web::{AppError, FormData, State, page};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;

/// Rows shown, and counted of one KPI at most.
const ROWS: usize = 500;
const OF_ONE: usize = 4000;

/// `GET /kpis/missing?owner=12&until=2026-03-01`: the periods over on a day, today unless it says otherwise, that lack a
/// value; `owner=none` are those for which nobody is responsible.
pub(super) async fn index(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let now = state.clock.now();
    let shown = state.db.run(move |conn| {
        let today = settings::queries::load(conn)?.today(now);
        let until = query.get("until").parse::<NaiveDate>().unwrap_or(today);
        let owner = query.get("owner").parse().ok().map(UserId);
        let mut definitions = entered(conn, &who.actor, owner)?;
        if query.get("owner") == "none" {
            definitions.retain(|definition| definition.owner_id.is_none());
        }
        let lacking = queries::lacking(conn, &definitions, until.min(today), OF_ONE)?;
        let names = people::owners(conn)?;
        let count = lacking.iter().map(|(_, periods)| periods.len()).sum();
        let mut lacks = Vec::new();
        for (definition, (_, periods)) in definitions.iter().zip(&lacking) {
            lacks.extend(periods.iter().map(|period| Lack {
                name: definition.name.clone(),
                period: period.words(who.ui.lang),
                href: format!("{}/values/{period}", definition.path()),
                owner: owner_name(&names, definition.owner_id),
            }));
        }
        lacks.truncate(ROWS);
        Ok::<_, AppError>(MissingPage {
            ui: who.ui,
            lacks,
            count,
        })
    });
    page(&shown.await?)
}
