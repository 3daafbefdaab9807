//! The approval queue and the list of people.

use crate::auth::permissions::ManagePeople;
use crate::auth::{May, Role, Status};
use crate::users::views::PeoplePage;
use crate::users::{User, listing, queries};
use crate::web::list::{Cell, Choice, Found, ListQuery, ListView, ListWords, Row, respond};
use crate::web::{AppError, Shell, State, Wants};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

const WORDS: ListWords = ListWords {
    title: "users-title",
    search: "users-search",
    count: "users-count",
    count_more: "users-count-more",
    icon: "users",
};

/// `GET /people`
pub(in crate::users) async fn index(
    state: Data<State>,
    who: May<ManagePeople>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (list, errors) = ListQuery::parse(
        "/people",
        listing::COLUMNS,
        listing::DEFAULT_SORT,
        req.query_string(),
    )?;
    let (actor, asked) = (who.actor, list.clone());
    let (waiting, selected, count) = state
        .db
        .run(move |conn| {
            let waiting = queries::waiting(conn, &actor)?;
            let (selected, count) = listing::page(conn, &actor, &asked)?;
            Ok::<_, diesel::result::Error>((waiting, selected, count))
        })
        .await?;
    let found = Found {
        list: &list,
        errors,
        words: WORDS,
        selected: &selected,
        count,
    };
    let ui = who.ui;
    let view = ListView::new(
        &ui,
        found,
        |key| choices(&ui, key),
        |user| listing::cursor(&list, user),
        |user| row(&ui, &list, user),
    );
    let page = PeoplePage {
        ui,
        waiting,
        list: view,
    };
    respond(wants, &req, &page.list, &page.ui, &page, &page.as_list())
}

fn row(ui: &Shell, list: &ListQuery, user: &User) -> Row {
    let cell = |key: &str| match key {
        "name" => Cell::Name(user.name.clone(), user.path()),
        "email" => Cell::Text(user.email.clone()),
        "role" => Cell::Text(ui.t(user.role.label()).to_string()),
        "status" => Cell::Badge(ui.t(user.state_label()).to_string(), user.state_tone()),
        _ => user
            .last_signed_in_at
            .map_or_else(|| Cell::Text(ui.t("users-never").to_string()), Cell::Moment),
    };
    Row {
        dom_id: format!("user-{}", user.id),
        cells: list
            .shown_columns()
            .map(|column| (cell(column.key), list.class_of(column)))
            .collect(),
    }
}

fn choices(ui: &Shell, column: &str) -> Vec<Choice> {
    let choice = |code: &str, label: &str| Choice {
        code: code.to_owned(),
        label: ui.t(label).to_string(),
    };
    match column {
        "role" => Role::ALL
            .iter()
            .map(|role| choice(role.code(), role.label()))
            .collect(),
        _ => Status::ALL
            .iter()
            .map(|status| choice(status.code(), status.label()))
            .collect(),
    }
}
