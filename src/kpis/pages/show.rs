//! The page of one KPI, and the same as a file.

use crate::auth::permissions::ReadRecords;
use crate::auth::{May, people};
use crate::db::Conn;
use crate::i18n::Lang;
use crate::kpis::counting::Behind;
use crate::kpis::model::{Definition, DefinitionId};
use crate::kpis::report::{Entries, Report};
use crate::kpis::views::ShowPage;
use crate::kpis::{Decimal, Period, number, queries};
use crate::settings;
use crate::web::{AppError, FormData, Shell, State, page};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{NaiveDate, NaiveDateTime};

/// A KPI, everything written about it, and the period that the address chose.
struct Asked {
    definition: Definition,
    entries: Entries,
    chosen: Period,
    today: NaiveDate,
}

fn read(
    conn: &mut Conn,
    definition: Definition,
    query: &FormData,
    at: NaiveDateTime,
) -> Result<Asked, AppError> {
    let settings = settings::queries::load(conn)?;
    let today = settings.today(at);
    let current = definition.period_of(today);
    let mut entries = Entries {
        values: queries::values_of(conn, definition.id, None)?,
        targets: queries::targets_of(conn, definition.id)?,
        live: None,
    };
    if let Some(rows) = Behind::of(&definition, current) {
        let now = rows.now(conn, settings.zone())?;
        entries.count_live(definition.id, current, now, at);
    }
    let chosen = Period::parse(definition.cadence, query.get("period"))
        .unwrap_or_else(|| entries.latest(&definition, today));
    Ok(Asked {
        definition,
        entries,
        chosen,
        today,
    })
}

/// `GET /kpis/{id}?period=2026-09`
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<DefinitionId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let (id, now) = (*id, state.clock.now());
    let shown = state.db.run(move |conn| {
        let definition = queries::find(conn, &who.actor, id)?;
        let asked = read(conn, definition, &query, now)?;
        let owner = people::named(conn, asked.definition.owner_id)?;
        let owner = people::owner_name(&owner, asked.definition.owner_id);
        let report = Report::new(&asked.definition, &asked.entries, asked.chosen, asked.today);
        let current = asked.definition.period_of(asked.today);
        Ok::<_, AppError>(ShowPage::new(
            who.ui,
            &who.actor,
            asked.definition,
            &report,
            asked.chosen,
            current,
            owner,
        ))
    });
    page(&shown.await?)
}

/// `GET /kpis/{id}/values.csv?period=2026-09`: the table of the page, with plain numbers. A spreadsheet in the reader's
/// language opens it: semicolons and decimal commas in Swedish, commas and points in English.
pub(super) async fn file(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<DefinitionId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let (id, now) = (*id, state.clock.now());
    let made = state.db.run(move |conn| {
        let definition = queries::find(conn, &who.actor, id)?;
        let asked = read(conn, definition, &query, now)?;
        let report = Report::new(&asked.definition, &asked.entries, asked.chosen, asked.today);
        let name = format!("kpi-{id}-{}.csv", asked.chosen);
        Ok::<_, AppError>((csv(&who.ui, &asked.definition, &report)?, name))
    });
    let (body, name) = made.await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            "Content-Disposition",
            format!("attachment; filename=\"{name}\""),
        ))
        .body(body))
}

fn csv(ui: &Shell, definition: &Definition, report: &Report) -> Result<Vec<u8>, AppError> {
    let delimiter = match ui.lang {
        Lang::Sv => b';',
        Lang::En => b',',
    };
    let mut out = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let headings = [
        "nav-kpis",
        "kpis-field-unit",
        "kpis-column-period",
        "kpis-column-value",
        "kpis-column-target",
        "kpis-column-standing",
        "kpis-to-previous",
        "kpis-to-last-year",
        "kpis-field-note",
    ];
    let headings = headings.map(|key| ui.t(key).to_string());
    out.write_record(&headings).map_err(AppError::internal)?;
    let plain = |n: Option<Decimal>| n.map(|n| number::plain(ui.lang, n)).unwrap_or_default();
    for line in report.lines.iter().rev() {
        let standing = line
            .standing
            .map(|standing| ui.t(standing.label()).to_string());
        let record = [
            neutral(&definition.name),
            neutral(&definition.unit),
            line.period.to_string(),
            plain(line.value),
            plain(line.target),
            standing.unwrap_or_default(),
            plain(line.to_previous),
            plain(line.to_last_year),
            neutral(&line.note),
        ];
        out.write_record(&record).map_err(AppError::internal)?;
    }
    out.into_inner().map_err(AppError::internal)
}

/// Text that a spreadsheet would run as a formula gets an apostrophe.
fn neutral(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
