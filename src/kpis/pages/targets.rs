//! The targets of a year: one number spread over its periods, or one typed for each.

use crate::audit::Done;
use crate::auth::May;
use crate::auth::permissions::ManageKpis;
use crate::db::Conn;
use crate::i18n::Message;
use crate::kpis::actions::{self, SetTarget};
use crate::kpis::model::{Definition, DefinitionId};
use crate::kpis::period::YEARS;
use crate::kpis::report::Entries;
use crate::kpis::targets::{Slot, Spread, spread};
use crate::kpis::views::TargetsPage;
use crate::kpis::{Period, number, queries};
use crate::settings;
use crate::web::{
    AppError, FieldErrors, Flash, Form, FormData, Shell, State, Wants, page, page_with, see_other,
    session,
};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{NaiveDate, NaiveDateTime};

/// A KPI with what is written about it, and the year asked for.
struct Asked {
    definition: Definition,
    entries: Entries,
    year: i32,
    today: NaiveDate,
}

impl Asked {
    fn read(
        conn: &mut Conn,
        definition: Definition,
        query: &FormData,
        now: NaiveDateTime,
    ) -> Result<Self, AppError> {
        let today = settings::queries::load(conn)?.today(now);
        let entries = Entries {
            values: queries::values_of(conn, definition.id, None)?,
            targets: queries::targets_of(conn, definition.id)?,
            live: None,
        };
        let year = query
            .get("year")
            .parse()
            .ok()
            .filter(|year| YEARS.contains(year));
        let year = year.unwrap_or_else(|| definition.period_of(today).year());
        Ok(Self {
            definition,
            entries,
            year,
            today,
        })
    }

    /// A year of days is entered a month at a time elsewhere; here all periods of the year.
    fn slots(&self) -> Vec<Slot> {
        let periods = Period::of_year(self.definition.cadence, self.year);
        let slot = |period: Period| Slot {
            period,
            kept: self
                .entries
                .target(period)
                .filter(|_| period.is_over(self.today)),
            last_year: period
                .year_before()
                .and_then(|before| self.entries.value(before)),
        };
        periods.into_iter().map(slot).collect()
    }

    fn page(self, ui: Shell) -> TargetsPage {
        let slots = self.slots();
        TargetsPage::new(ui, self.definition, &self.entries, self.year, &slots)
    }
}

/// `GET /kpis/{id}/targets?year=2026`
pub(super) async fn show(
    state: Data<State>,
    who: May<ManageKpis>,
    id: Path<DefinitionId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let (id, now) = (*id, state.clock.now());
    let shown = state.db.run(move |conn| {
        let definition = queries::find(conn, &who.actor, id)?;
        Ok::<_, AppError>(Asked::read(conn, definition, &query, now)?.page(who.ui))
    });
    page(&shown.await?)
}

enum Outcome {
    Set(Box<Shell>, String, Done<usize>),
    Wrong(Box<TargetsPage>),
}

/// `POST /kpis/{id}/targets`
pub(super) async fn save(
    state: Data<State>,
    who: May<ManageKpis>,
    id: Path<DefinitionId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let outcome = state.db.run(move |conn| {
        let (actor, ui) = (who.actor, who.ui);
        let definition = queries::find(conn, &actor, id)?;
        let asked = Asked::read(conn, definition, &form, now)?;
        let wanted = match form.has("how") {
            true => spread_out(&ui, &asked, &form),
            false => typed(&ui, &asked, &form),
        };
        match wanted {
            Ok(wanted) => {
                let definition = &asked.definition;
                let done =
                    actions::set_targets(conn, &actor, definition, &wanted, asked.today, now)?;
                let path = format!("{}/targets?year={}", definition.path(), asked.year);
                Ok::<_, AppError>(Outcome::Set(Box::new(ui), path, done))
            }
            Err(Faults::Number(message)) => {
                let mut page = asked.page(ui);
                let errors = FieldErrors::from([("number", vec![message])]);
                page.form = form.view().with_errors(errors);
                Ok(Outcome::Wrong(Box::new(page)))
            }
            Err(Faults::Periods(faults)) => {
                let mut page = asked.page(ui);
                page.retype(&form, &faults);
                Ok(Outcome::Wrong(Box::new(page)))
            }
        }
    });
    match outcome.await? {
        Outcome::Set(ui, path, done) => {
            let text = ui.t("kpis-targets-set").arg("n", done.value);
            session::keep(&session, Flash::done(text, done.operation));
            Ok(see_other(wants, &path))
        }
        Outcome::Wrong(page) => page_with(StatusCode::UNPROCESSABLE_ENTITY, &*page),
    }
}

/// What is wrong: with the year's number, or with some periods' targets, by the period's code.
enum Faults {
    Number(Message),
    Periods(Vec<(String, String)>),
}

fn spread_out(ui: &Shell, asked: &Asked, form: &FormData) -> Result<Vec<SetTarget>, Faults> {
    let read = number::parse(form.get("number"), &asked.definition.unit, ui.lang);
    let number = read
        .and_then(crate::fields::required)
        .map_err(Faults::Number)?;
    let how = Spread::parse(form.get("how")).unwrap_or(Spread::Even);
    let shares = spread(&asked.definition, &asked.slots(), number, how).map_err(Faults::Number)?;
    let set = |(period, target)| SetTarget {
        period,
        target: Some(target),
    };
    Ok(shares.into_iter().map(set).collect())
}

fn typed(ui: &Shell, asked: &Asked, form: &FormData) -> Result<Vec<SetTarget>, Faults> {
    let (mut wanted, mut faults) = (Vec::new(), Vec::new());
    for slot in asked.slots() {
        let name = format!("target-{}", slot.period);
        if !form.has(&name) {
            continue;
        }
        match number::parse(form.get(&name), &asked.definition.unit, ui.lang) {
            Ok(target) => wanted.push(SetTarget {
                period: slot.period,
                target,
            }),
            Err(message) => faults.push((slot.period.to_string(), ui.say(&message))),
        }
    }
    match faults.is_empty() {
        true => Ok(wanted),
        false => Err(Faults::Periods(faults)),
    }
}
