//! From the body of a new value to what is entered.

use super::wire::NEW_VALUE;
use crate::accounts;
use crate::accounts::model::AccountId;
use crate::auth::Actor;
use crate::db::Conn;
use crate::fields::KPI_NOTE_MAX;
use crate::i18n::{Lang, Message};
use crate::kpis::actions::Entry;
use crate::kpis::model::{Definition, Scope};
use crate::kpis::{Period, number};
use crate::web::api::fields::renamed;
use crate::web::api::{ApiError, WireField};
use crate::web::{FieldErrors, FieldProblem, FormData, Reader};

/// What a new value says. Needs a period of the KPI's cadence, a number, and an account where the KPI is about those.
pub(super) fn entry(
    conn: &mut Conn,
    actor: &Actor,
    definition: &Definition,
    data: &FormData,
    problems: &mut Vec<FieldProblem>,
) -> Result<Option<Entry>, ApiError> {
    let mut read = Reader::new(data);
    let period = read.field("period", |raw| {
        Period::parse(definition.cadence, raw)
            .map(Some)
            .ok_or_else(|| {
                let example = definition.first().to_string();
                Message::new("kpis-period-form").arg("example", example)
            })
    });
    let value = read.field("value", |raw| {
        crate::fields::required(number::parse(raw, "", Lang::En)?).map(Some)
    });
    let note = read.line("note", KPI_NOTE_MAX);
    let account = account(conn, actor, definition, data.get("account_id"))?;
    if let Err(message) = &account {
        read.error("account_id", message.clone());
    }
    match (read.finish(()), period, value, account) {
        (Ok(()), Some(period), Some(value), Ok(account)) => Ok(Some(Entry {
            account,
            period,
            value: Some(value),
            note: Some(note),
            version: None,
        })),
        (read, ..) => {
            add(problems, NEW_VALUE, read.err().unwrap_or_default());
            Ok(None)
        }
    }
}

fn account(
    conn: &mut Conn,
    actor: &Actor,
    definition: &Definition,
    raw: &str,
) -> Result<Result<Option<AccountId>, Message>, ApiError> {
    let wrong = |key| Ok(Err(Message::new(key)));
    match (definition.scope, raw.parse().ok().map(AccountId)) {
        (Scope::Organisation, None) if raw.is_empty() => Ok(Ok(None)),
        (Scope::Organisation, _) => wrong("api-kpi-of-organisation"),
        (Scope::Account, None) => wrong("fields-required"),
        (Scope::Account, Some(id)) => match accounts::queries::living_name(conn, actor, id)? {
            Some(_) => Ok(Ok(Some(id))),
            None => wrong("api-type-id"),
        },
    }
}

/// The form's mistakes beside those of the types, one a field.
pub(super) fn add(problems: &mut Vec<FieldProblem>, fields: &[WireField], errors: FieldErrors) {
    let more = renamed(fields, errors).into_iter();
    let is_new = |p: &FieldProblem| problems.iter().all(|known| known.field != p.field);
    let more: Vec<FieldProblem> = more.filter(is_new).collect();
    problems.extend(more);
}
