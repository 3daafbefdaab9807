//! `GET /api/kpis/{id}/values`: the values of one KPI in the order of their periods.

use super::Kpis;
use super::wire::ValueBody;
use crate::accounts::model::AccountId;
use crate::auth::{ApiMay, Reads};
use crate::i18n::Message;
use crate::kpis::model::{Definition, DefinitionId, Value};
use crate::kpis::{Period, queries};
use crate::web::api::listing::LIMITS;
use crate::web::api::{Reply, json};
use crate::web::{AppError, FieldProblem, FormData, Problem, State};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;

/// What the address may ask for.
pub(crate) const PARAMETERS: [&str; 6] = ["from", "to", "account_id", "limit", "after", "before"];

/// The values of which periods.
struct Asked {
    from: Option<Period>,
    to: Option<Period>,
    after: Option<Period>,
    before: Option<Period>,
    limit: usize,
}

/// `GET /api/kpis/{id}/values?from=2026-01&to=2026-12&account_id=7`
pub(super) async fn index(
    state: Data<State>,
    who: ApiMay<Reads<Kpis>>,
    id: Path<DefinitionId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let data = FormData::parse(req.query_string().as_bytes());
    let (id, query) = (*id, data.clone());
    let found = state.db.run(move |conn| {
        let definition = queries::find(conn, &who.actor, id)?;
        let (asked, account) = read(&definition, &query)?;
        let values = queries::values_of(conn, id, account)?;
        Ok::<_, AppError>((definition, asked, values))
    });
    let (definition, asked, values) = found.await?;
    let values: Vec<&Value> = values.values().filter(|v| v.value.is_some()).collect();
    let page = asked.page(&definition, &values);
    let path = |name: &str, period: Period| path(id, &data, name, period);
    let prev = page.before.map(|period| path("before", period));
    let next = page.after.map(|period| path("after", period));
    let body = |value: &&Value| serde_json::json!(ValueBody::new(definition.cadence, value));
    let rows: Vec<serde_json::Value> = page.rows.iter().map(body).collect();
    let links = [("prev", &prev), ("next", &next)].into_iter();
    let links =
        links.filter_map(|(rel, path)| Some(format!("<{}>; rel=\"{rel}\"", path.as_ref()?)));
    let links: Vec<String> = links.collect();
    let mut reply = Reply::ok(serde_json::json!({
        "data": rows, "count": page.count, "count_is_exact": true, "next": next, "prev": prev,
    }));
    if !links.is_empty() {
        reply = reply.with("link", links.join(", "));
    }
    json(&req, &reply)
}

fn read(definition: &Definition, data: &FormData) -> Result<(Asked, Option<AccountId>), AppError> {
    let mut problems = Vec::new();
    for (name, _) in data.pairs() {
        if !PARAMETERS.contains(&name.as_str()) {
            problems.push(FieldProblem::new(
                name,
                Message::new("api-parameter-unknown"),
            ));
        }
    }
    let mut period = |name: &str| {
        let found = Period::parse(definition.cadence, data.get(name));
        if found.is_none() && data.has(name) {
            let example = definition.first().to_string();
            let wrong = Message::new("kpis-period-form").arg("example", example);
            problems.push(FieldProblem::new(name, wrong));
        }
        found
    };
    let (from, to) = (period("from"), period("to"));
    let (after, before) = (period("after"), period("before"));
    let limit = match data.has("limit") {
        false => Some(LIMITS.1),
        true => data
            .get("limit")
            .parse()
            .ok()
            .filter(|n| (1..=LIMITS.1).contains(n)),
    };
    if limit.is_none() {
        let wrong = Message::new("api-limit-wrong").arg("most", LIMITS.1);
        problems.push(FieldProblem::new("limit", wrong));
    }
    let account = data.get("account_id").parse().ok().map(AccountId);
    if data.has("account_id") && account.is_none() {
        problems.push(FieldProblem::new("account_id", Message::new("api-type-id")));
    }
    if !problems.is_empty() {
        return Err(Problem::fields(problems).into());
    }
    let limit = limit.unwrap_or(LIMITS.1);
    Ok((
        Asked {
            from,
            to,
            after,
            before,
            limit,
        },
        account,
    ))
}

/// A page of values, and the periods between which it lies.
struct Page<'a> {
    rows: &'a [&'a Value],
    count: usize,
    before: Option<Period>,
    after: Option<Period>,
}

impl Asked {
    fn page<'a>(&self, definition: &Definition, values: &'a [&'a Value]) -> Page<'a> {
        let day = |value: &&Value| value.period;
        let first =
            |period: Option<Period>, place: fn(NaiveDate, NaiveDate) -> bool, without: usize| {
                period.map_or(without, |p| {
                    values.partition_point(|v| place(day(v), p.start()))
                })
            };
        let begin = first(self.from, |at, from| at < from, 0);
        let end = first(self.to, |at, to| at <= to, values.len()).max(begin);
        let mut start = first(self.after, |at, after| at <= after, begin).clamp(begin, end);
        let mut stop = (start + self.limit).min(end);
        if self.before.is_some() {
            stop = first(self.before, |at, before| at < before, end).clamp(begin, end);
            start = stop.saturating_sub(self.limit).max(begin);
        }
        let rows = values.get(start..stop).unwrap_or_default();
        let at = |value: Option<&&Value>| value.map(|v| definition.period_of(v.period));
        Page {
            rows,
            count: end - begin,
            before: at(rows.first()).filter(|_| start > begin),
            after: at(rows.last()).filter(|_| stop < end),
        }
    }
}

/// The address of the page on that side of a period.
fn path(id: DefinitionId, data: &FormData, name: &str, period: Period) -> String {
    let kept = data.pairs().iter();
    let kept = kept.filter(|(name, _)| !["after", "before"].contains(&name.as_str()));
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair(name, &period.to_string())
        .finish();
    format!("/api/kpis/{id}/values?{query}")
}
