//! Pages of accounts.

use super::forms::FIELDS;
use super::listing::{COLUMNS, Page, cursor};
use super::model::{Account, AccountId, AccountKind, AccountRow, AccountStatus, path};
use crate::auth::people::{self, Names, owner_name};
use crate::fields::organisation_number;
use crate::tags::{self, Tag};
use crate::web::list::{Cell, Choice, Found, ListQuery, ListView, ListWords, Row, owner_choices};
use crate::web::record::{Fact, Field, FormField};
use crate::web::{FieldErrors, Shell, view};
use askama::Template;

/// The accounts below one.
#[derive(Template)]
#[template(path = "accounts/children.html")]
pub(super) struct Children<'a> {
    pub ui: &'a Shell,
    pub children: Vec<AccountRow>,
}

/// The list, ready to show.
pub(super) fn list_view(
    ui: &Shell,
    list: &ListQuery,
    errors: FieldErrors,
    page: &Page,
    (people, tags): (&Names, &[Tag]),
) -> ListView {
    let words = ListWords {
        title: "accounts-title",
        search: "accounts-search",
        count: "accounts-count",
        count_more: "accounts-count-more",
        icon: "building-2",
    };
    let row = |account: &AccountRow| Row {
        dom_id: format!("account-{}", account.id),
        cells: COLUMNS
            .iter()
            .filter(|c| list.shown.contains(&c.key))
            .map(|c| (cell(ui, c.key, account, page, people), list.class_of(c)))
            .collect(),
    };
    let options = |key: &'static str| match key {
        "tags" => tags::choices(tags),
        _ => choices(ui, key, people),
    };
    let found = Found {
        list,
        errors,
        words,
        selected: &page.selected,
        count: page.count,
    };
    let colours = tags.iter().map(|tag| tag.colour.code());
    ListView::new(ui, found, options, |row| cursor(list, row), row)
        .with_tones("tags", colours)
        .with_export(ui, list)
}

fn cell(ui: &Shell, key: &str, account: &AccountRow, page: &Page, people: &Names) -> Cell {
    let text = |text: &str| Cell::Text(text.to_owned());
    match key {
        "name" => Cell::Name(account.name.clone(), path(account.id)),
        "kind" => Cell::Text(ui.t(account.kind.label()).to_string()),
        "status" => Cell::Badge(
            ui.t(account.status.label()).to_string(),
            account.status.tone(),
        ),
        "organisation_number" => {
            Cell::Text(organisation_number::display(&account.organisation_number))
        }
        "email" => Cell::Email(account.email.clone()),
        "phone" => Cell::Phone(account.phone.clone()),
        "website" => Cell::Website(account.website.clone()),
        "city" => text(&account.city),
        "country" => text(&account.country),
        "industry" => text(&account.industry),
        "employees" => Cell::Number(account.employees.map(i64::from)),
        "members" => Cell::Number(account.members.map(i64::from)),
        "owner" => Cell::Text(owner_name(people, account.owner_id)),
        "tags" => {
            let tags = page.tags.get(&account.id.0).into_iter().flatten();
            Cell::Tags(tags.map(|tag| tag.mark("/accounts")).collect())
        }
        "created_at" => Cell::Moment(account.created_at),
        _ => Cell::Moment(account.updated_at),
    }
}

fn choices(ui: &Shell, key: &str, people: &Names) -> Vec<Choice> {
    let choice = |code: &str, label: &str| Choice {
        code: code.to_owned(),
        label: ui.t(label).to_string(),
    };
    match key {
        "kind" => AccountKind::ALL
            .iter()
            .map(|k| choice(k.code(), k.label()))
            .collect(),
        "status" => AccountStatus::ALL
            .iter()
            .map(|s| choice(s.code(), s.label()))
            .collect(),
        "owner" => owner_choices(ui, people::choices(people)),
        "owner_id" => people::choices(people),
        _ => Vec::new(),
    }
}

/// The fields of the form with what can be chosen in them.
pub(super) fn form_fields(ui: &Shell, people: &Names) -> Vec<FormField> {
    let options = |name: &'static str| {
        choices(ui, name, people)
            .into_iter()
            .map(|c| view::Choice::new(c.code, c.label))
            .collect()
    };
    FIELDS
        .iter()
        .map(|field| FormField {
            field: *field,
            options: options(field.name),
        })
        .collect()
}

/// The facts of an account's page, in the form's order.
pub(super) fn facts(
    ui: &Shell,
    account: &Account,
    people: &Names,
    parent: Option<(AccountId, String)>,
) -> Vec<Fact> {
    FIELDS
        .iter()
        .filter(|field| field.name != "name")
        .map(|field| fact(ui, account, field, people, parent.as_ref()))
        .collect()
}

/// One fact.
pub(super) fn fact(
    ui: &Shell,
    account: &Account,
    field: &Field,
    people: &Names,
    parent: Option<&(AccountId, String)>,
) -> Fact {
    let cell = fact_cell(ui, account, field.name, people, parent);
    Fact::new(ui, account, field, cell)
}

fn fact_cell(
    ui: &Shell,
    account: &Account,
    name: &str,
    people: &Names,
    parent: Option<&(AccountId, String)>,
) -> Cell {
    match name {
        "kind" => Cell::Text(ui.t(account.kind.label()).to_string()),
        "status" => Cell::Badge(
            ui.t(account.status.label()).to_string(),
            account.status.tone(),
        ),
        "organisation_number" => {
            Cell::Text(organisation_number::display(&account.organisation_number))
        }
        "employees" => Cell::Number(account.employees.map(i64::from)),
        "members" => Cell::Number(account.members.map(i64::from)),
        "owner_id" => Cell::Text(owner_name(people, account.owner_id)),
        "parent" => parent.map_or(Cell::Text(String::new()), |(id, name)| {
            Cell::Link(name.clone(), path(*id))
        }),
        "email" => Cell::Email(account.email.clone()),
        "phone" => Cell::Phone(account.phone.clone()),
        "website" => Cell::Website(account.website.clone()),
        "description" => Cell::Prose(account.description.clone()),
        "street" => Cell::Text(account.street.clone()),
        "postal_code" => Cell::Text(account.postal_code.clone()),
        "city" => Cell::Text(account.city.clone()),
        "country" => Cell::Text(account.country.clone()),
        "industry" => Cell::Text(account.industry.clone()),
        "external_id" => Cell::Text(account.external_id.clone()),
        _ => Cell::Text(account.name.clone()),
    }
}
