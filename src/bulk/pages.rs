//! Choosing what to do, looking at what it would change, and confirming it.

use super::IN_REQUEST;
use super::actions::{self, Confirmed, Outcome};
use super::order::Order;
use super::views::{Preview, label};
use crate::accounts::ManyAccounts;
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May, people, token};
use crate::contacts::ManyContacts;
use crate::db::Conn;
use crate::i18n::Message;
use crate::tags;
use crate::web::record::{Edit, Many};
use crate::web::routes::route;
use crate::web::view::Choice;
use crate::web::{
    AppError, FieldErrors, Flash, Form, FormData, FormView, Shell, State, Wants, page, page_with,
    see_other, session,
};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/accounts/bulk")
        .get(preview::<ManyAccounts>)
        .post(confirm::<ManyAccounts>)
        .on(config);
    route("/contacts/bulk")
        .get(preview::<ManyContacts>)
        .post(confirm::<ManyContacts>)
        .on(config);
}

/// `GET …/bulk?id=1&id=2&action=owner&value=3`, or `?all=true&query=…`
async fn preview<M: Many>(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let form = FormData::parse(req.query_string().as_bytes());
    let order = Order::read::<M>(&form)?;
    let shown = state
        .db
        .run(move |conn| show::<M>(conn, &who.actor, who.ui, &order, FieldErrors::new()))
        .await?;
    page(&shown)
}

/// What a post came to.
enum Answer {
    Ended(Outcome),
    Again(StatusCode, Box<Preview>),
}

/// `POST …/bulk`
async fn confirm<M: Many>(
    state: Data<State>,
    who: May<EditRecords>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let order = Order::read::<M>(&form)?;
    let (now, back, ui) = (state.clock.now(), order.back.clone(), who.ui.clone());
    let is_deletion = matches!(order.edit, Some(Edit::Delete));
    let answer = state
        .db
        .run(move |conn| {
            let refused = |conn: &mut Conn, ui, message| {
                let errors = FieldErrors::from([("value", vec![message])]);
                let page = show::<M>(conn, &who.actor, ui, &order, errors)?;
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Ok(Answer::Again(status, Box::new(page)))
            };
            let Some(edit) = &order.edit else {
                return refused(conn, who.ui, Message::new("fields-required"));
            };
            let named = match named(conn, edit)? {
                Ok(named) => named,
                Err(message) => return refused(conn, who.ui, message),
            };
            let expected = form.get("count").parse().unwrap_or(0);
            let confirmed = Confirmed {
                actor: &who.actor,
                order: &order,
                edit,
                named: &named,
                expected,
                key: &form.once_key(),
                zone: who.ui.zone(),
                now,
            };
            match actions::confirm::<M>(conn, &confirmed)? {
                Outcome::Changed => {
                    let none = FieldErrors::new();
                    let mut again = show::<M>(conn, &who.actor, who.ui, &order, none)?;
                    let note = again.ui.t("bulk-changed-meanwhile");
                    let note = note.arg("now", again.total).arg("before", expected);
                    again.note = note.to_string();
                    Ok(Answer::Again(StatusCode::CONFLICT, Box::new(again)))
                }
                outcome => Ok::<_, AppError>(Answer::Ended(outcome)),
            }
        })
        .await?;
    match answer {
        Answer::Again(status, page) => page_with(status, &*page),
        Answer::Ended(outcome) => {
            actions::ring(&state.jobs, outcome);
            Ok(ended::<M>(
                &ui,
                &session,
                wants,
                outcome,
                is_deletion,
                &back,
            ))
        }
    }
}

/// Says what was done, with Undo, and goes back to the list; or to the page that shows how far it has come.
fn ended<M: Many>(
    ui: &Shell,
    session: &Session,
    wants: Wants,
    outcome: Outcome,
    is_deletion: bool,
    back: &str,
) -> HttpResponse {
    let counted = |n: i64| ui.t(M::COUNT).arg("n", n).to_string();
    match outcome {
        Outcome::Done(operation, n) => {
            let key = if is_deletion {
                "bulk-deleted"
            } else {
                "bulk-done"
            };
            let text = ui.t(key).arg("counted", counted(n)).arg("n", n);
            session::keep(session, Flash::done(text, Some(operation)));
            see_other(wants, back)
        }
        Outcome::Begun(operation) => {
            session::keep(session, Flash::new("info", ui.t("bulk-begun")));
            see_other(wants, &format!("/changes/{operation}"))
        }
        Outcome::Nothing | Outcome::Changed => {
            session::keep(session, Flash::new("info", ui.t("bulk-nothing")));
            see_other(wants, back)
        }
    }
}

/// What is chosen as the sentence of history names it, or what is wrong with it.
fn named(conn: &mut Conn, edit: &Edit) -> Result<Result<String, Message>, AppError> {
    Ok(match edit {
        Edit::Owner(Some(owner)) => match people::cannot_own(conn, Some(*owner))? {
            Some(message) => Err(message),
            None => Ok(people::owner_name(
                &people::named(conn, Some(*owner))?,
                Some(*owner),
            )),
        },
        Edit::AddTag(id) | Edit::RemoveTag(id) => {
            let all = tags::all(conn)?;
            let tag = all.into_iter().find(|tag| tag.id.0 == *id);
            tag.map(|tag| tag.name)
                .ok_or_else(|| Message::new("common-choose-one"))
        }
        Edit::Status(_) | Edit::Owner(None) | Edit::Delete => Ok(String::new()),
    })
}

fn show<M: Many>(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    order: &Order,
    errors: FieldErrors,
) -> Result<Preview, AppError> {
    let zone = ui.zone();
    let total = M::count(conn, actor, &order.target, None, zone)?;
    let edit = order.edit.as_ref().filter(|_| errors.is_empty());
    let already = match edit {
        Some(edit) => M::count(conn, actor, &order.target, Some(edit), zone)?,
        None => 0,
    };
    let counted = |n: i64| ui.t(M::COUNT).arg("n", n).to_string();
    let key = match order.action {
        "delete" => "bulk-confirm-delete",
        _ => "bulk-confirm-change",
    };
    let confirm = ui.t(key).arg("counted", counted(total - already));
    let choice = |action: &&'static str| Choice::new(*action, ui.t(label(action)));
    let form = FormView::default()
        .with("value", order.value.as_str())
        .with("count", total.to_string())
        .with("idempotency_key", token::random()?)
        .with_errors(errors);
    Ok(Preview {
        action_path: format!("{}/bulk", M::LIST.base),
        back: order.back.clone(),
        counted: counted(total),
        total,
        first: M::first(conn, actor, &order.target, zone)?,
        chosen: order.chosen.clone(),
        actions: M::ACTIONS.iter().map(choice).collect(),
        action: order.action,
        options: options::<M>(conn, &ui, order.action)?,
        is_ready: edit.is_some(),
        already,
        confirm: confirm.to_string(),
        is_long: usize::try_from(total).is_ok_and(|total| total > IN_REQUEST),
        form,
        note: String::new(),
        ui,
    })
}

/// What can be chosen for an action.
fn options<M: Many>(conn: &mut Conn, ui: &Shell, action: &str) -> Result<Vec<Choice>, AppError> {
    Ok(match action {
        "owner" => {
            let nobody = Choice::new("none", ui.t("common-nobody"));
            let people = people::choices(&people::assignable(conn)?).into_iter();
            let people = people.map(|c| Choice::new(c.code, c.label));
            std::iter::once(nobody).chain(people).collect()
        }
        "status" => M::statuses(ui),
        "add_tag" | "remove_tag" => {
            let all = tags::all(conn)?.into_iter();
            all.map(|tag| Choice::new(tag.id.to_string(), tag.name))
                .collect()
        }
        _ => Vec::new(),
    })
}
