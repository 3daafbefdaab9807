//! What contacts look like.

use super::forms::FIELDS;
use super::listing::{COLUMNS, Page, cursor};
use super::model::{Contact, ContactRow, path};
use crate::accounts::model::path as account_path;
use crate::auth::people::{Names, choices, owner_name};
use crate::tags::{self, Tag};
use crate::web::list::{Cell, Found, ListQuery, ListView, ListWords, Row, owner_choices};
use crate::web::record::{Fact, Field, FormField};
use crate::web::{FieldErrors, Shell, view};

const WORDS: ListWords = ListWords {
    title: "contacts-title",
    search: "contacts-search",
    count: "contacts-count",
    count_more: "contacts-count-more",
    icon: "users",
};

/// The list, ready to show.
pub(super) fn list_view(
    ui: &Shell,
    list: &ListQuery,
    errors: FieldErrors,
    page: &Page,
    (people, tags): (&Names, &[Tag]),
) -> ListView {
    let row = |contact: &ContactRow| Row {
        dom_id: format!("contact-{}", contact.id),
        cells: COLUMNS
            .iter()
            .filter(|c| list.shown.contains(&c.key))
            .map(|c| (cell(c.key, contact, page, people), list.class_of(c)))
            .collect(),
    };
    let options = |key: &'static str| match key {
        "owner" => owner_choices(ui, choices(people)),
        "tags" => tags::choices(tags),
        _ => Vec::new(),
    };
    let found = Found {
        list,
        errors,
        words: WORDS,
        selected: &page.selected,
        count: page.count,
    };
    let colours = tags.iter().map(|tag| tag.colour.code());
    ListView::new(ui, found, options, |row| cursor(list, row), row)
        .with_tones("tags", colours)
        .with_export(ui, list)
}

fn cell(key: &str, contact: &ContactRow, page: &Page, people: &Names) -> Cell {
    match key {
        "name" => Cell::Name(contact.name(), path(contact.id)),
        "account" => match page.primaries.get(&contact.id) {
            Some(primary) => Cell::Role {
                at: primary.account.clone(),
                href: account_path(primary.account_id),
                role: primary.role.clone(),
            },
            None => Cell::Text(String::new()),
        },
        "title" => Cell::Text(contact.title.clone()),
        "email" => Cell::Email(contact.email.clone()),
        "phone" => Cell::Phone(contact.phone.clone()),
        "mobile" => Cell::Phone(contact.mobile.clone()),
        "city" => Cell::Text(contact.city.clone()),
        "country" => Cell::Text(contact.country.clone()),
        "owner" => Cell::Text(owner_name(people, contact.owner_id)),
        "tags" => {
            let tags = page.tags.get(&contact.id.0).into_iter().flatten();
            Cell::Tags(tags.map(|tag| tag.mark("/contacts")).collect())
        }
        "created_at" => Cell::Moment(contact.created_at),
        _ => Cell::Moment(contact.updated_at),
    }
}

/// The fields of the form with what can be chosen in them.
pub(super) fn form_fields(people: &Names) -> Vec<FormField> {
    let owners = || {
        choices(people)
            .into_iter()
            .map(|c| view::Choice::new(c.code, c.label))
    };
    FIELDS
        .iter()
        .map(|field| FormField {
            field: *field,
            options: match field.name {
                "owner_id" => owners().collect(),
                _ => Vec::new(),
            },
        })
        .collect()
}

/// The facts of a contact's page, in the form's order.
pub(super) fn facts(ui: &Shell, contact: &Contact, people: &Names) -> Vec<Fact> {
    FIELDS
        .iter()
        .map(|field| fact(ui, contact, field, people))
        .collect()
}

/// One fact.
pub(super) fn fact(ui: &Shell, contact: &Contact, field: &Field, people: &Names) -> Fact {
    let cell = match field.name {
        "first_name" => Cell::Text(contact.first_name.clone()),
        "last_name" => Cell::Text(contact.last_name.clone()),
        "title" => Cell::Text(contact.title.clone()),
        "email" => Cell::Email(contact.email.clone()),
        "phone" => Cell::Phone(contact.phone.clone()),
        "mobile" => Cell::Phone(contact.mobile.clone()),
        "city" => Cell::Text(contact.city.clone()),
        "country" => Cell::Text(contact.country.clone()),
        "owner_id" => Cell::Text(owner_name(people, contact.owner_id)),
        "external_id" => Cell::Text(contact.external_id.clone()),
        _ => Cell::Prose(contact.notes.clone()),
    };
    Fact::new(ui, contact, field, cell)
}
