//! Contacts in JSON: the queries, rules and actions of the pages. Their affiliations are in `affiliations::api`.

pub(crate) mod wire;

use crate::audit::{Done, Once, Operation};
use crate::auth::{Actor, Resource, Scoped, UserId, people};
use crate::contacts::actions::{self, ContactError};
use crate::contacts::affiliations::{api as roles, queries::of_contact};
use crate::contacts::forms;
use crate::contacts::listing::{self, COLUMNS, DEFAULT_SORT};
use crate::contacts::model::{Contact, ContactId, ContactRow};
use crate::contacts::pages::Contacts;
use crate::contacts::queries;
use crate::db::Conn;
use crate::tags::{self, Tagged};
use crate::web::api::endpoints::{create, index, remove, show, update};
use crate::web::api::listing::{Rows, with_column};
use crate::web::api::{ApiResource, Listed, Wire, WireField, batch, moment};
use crate::web::list::{Column, ListQuery};
use crate::web::routes::route;
use crate::web::{AppError, FormData};
use actix_web::web::ServiceConfig;
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use diesel::QueryResult;
use serde_json::Value;
use wire::{ContactBody, ContactItem};

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/contacts")
        .get(index::<Contacts>)
        .post(create::<Contacts>)
        .on(config);
    route("/api/contacts/batch")
        .post(batch::<Contacts>)
        .on(config);
    route("/api/contacts/{id}")
        .get(show::<Contacts>)
        .patch(update::<Contacts>)
        .delete(remove::<Contacts>)
        .on(config);
    roles::api_routes(config);
}

impl Scoped for Contacts {
    const RESOURCE: Resource = Resource::Contacts;
}

impl Listed for Contacts {
    const PATH: &'static str = "/api/contacts";
    const COLUMNS: &'static [Column] = COLUMNS;
    const SORT: (&'static str, bool) = DEFAULT_SORT;

    fn rows(conn: &mut Conn, actor: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<Rows> {
        let page = listing::page(conn, actor, &with_column(list, "tags"), zone)?;
        let rows = &page.selected.rows;
        let owners: Vec<UserId> = rows.iter().filter_map(|row| row.owner_id).collect();
        let owners = people::names(conn, &owners)?;
        let row = |row: &ContactRow| {
            let owner = row.owner_id.and_then(|id| owners.get(&id).cloned());
            let tags = page.tags.get(&row.id.0).map_or(&[][..], Vec::as_slice);
            let at = page.primaries.get(&row.id);
            let item = serde_json::json!(ContactItem {
                id: row.id.0,
                first_name: row.first_name.clone(),
                last_name: row.last_name.clone(),
                name: row.name(),
                account_id: at.map(|p| p.account_id.0),
                account_name: at.map(|p| p.account.clone()),
                account_role: at.map(|p| p.role.clone()),
                title: row.title.clone(),
                email: row.email.clone(),
                phone: row.phone.clone(),
                mobile: row.mobile.clone(),
                city: row.city.clone(),
                country: row.country.clone(),
                owner_id: row.owner_id.map(|id| id.0),
                owner_name: owner,
                tags: tags.iter().map(|tag| tag.name.clone()).collect(),
                external_id: row.external_id.clone(),
                created_at: moment(row.created_at),
                updated_at: moment(row.updated_at),
            });
            (item, listing::cursor(list, row))
        };
        Ok(Rows {
            rows: rows.iter().map(row).collect(),
            before: page.selected.before,
            after: page.selected.after,
            count: page.count,
        })
    }

    fn parts(column: &str) -> &'static [&'static str] {
        match column {
            "owner" => &["owner_id", "owner_name"],
            "account" => &["account_id", "account_name", "account_role"],
            "name" => &["first_name", "last_name"],
            _ => &[],
        }
    }
}

impl ApiResource for Contacts {
    const WRITTEN: &'static [WireField] = &[
        WireField::text("first_name"),
        WireField::text("last_name"),
        WireField::text("title"),
        WireField::text("email"),
        WireField::text("phone"),
        WireField::text("mobile"),
        WireField::text("city"),
        WireField::text("country"),
        WireField::new("owner_id", "owner_id", Wire::Id),
        WireField::text("external_id"),
        WireField::text("notes"),
    ];

    fn json(conn: &mut Conn, actor: &Actor, contact: &Contact) -> Result<Value, AppError> {
        let owner = people::named(conn, contact.owner_id)?;
        let tags = tags::of(conn, Tagged::Contact(contact.id.0))?;
        // No role counts as past here: each says itself when it ended.
        let roles = of_contact(conn, actor, contact.id, NaiveDate::MIN)?;
        let c = contact.clone();
        let body = ContactBody {
            id: c.id.0,
            name: c.name(),
            first_name: c.first_name,
            last_name: c.last_name,
            title: c.title,
            email: c.email,
            phone: c.phone,
            mobile: c.mobile,
            city: c.city,
            country: c.country,
            owner_id: c.owner_id.map(|id| id.0),
            owner_name: owner.into_iter().next().map(|(_, name)| name),
            external_id: c.external_id,
            notes: c.notes,
            affiliations: roles
                .into_iter()
                .map(roles::AffiliationBody::from)
                .collect(),
            tags: tags.into_iter().map(|tag| tag.name).collect(),
            other_facts: serde_json::from_str(&c.other_facts).unwrap_or_default(),
            version: c.version,
            created_at: moment(c.created_at),
            updated_at: moment(c.updated_at),
        };
        Ok(serde_json::json!(body))
    }

    fn blank() -> FormData {
        FormData::default()
    }

    fn id_of(contact: &Contact) -> i64 {
        contact.id.0
    }

    fn make(
        conn: &mut Conn,
        actor: &Actor,
        data: &FormData,
        now: NaiveDateTime,
    ) -> Result<Done<Contact>, ContactError> {
        let input = forms::parse(data).map_err(ContactError::Fields)?;
        let outcome = actions::create(conn, actor, &input, "", now)?;
        let operation = outcome.operation();
        let id = match outcome {
            Once::Now(done) => done.value,
            Once::Before(done) => ContactId(done.value.id),
        };
        let value = queries::find(conn, actor, id)?;
        Ok(Done { value, operation })
    }

    fn insert(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        data: &FormData,
    ) -> Result<Contact, ContactError> {
        let input = forms::parse(data).map_err(ContactError::Fields)?;
        actions::insert(conn, op, &input)
    }

    fn change(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: ContactId,
        version: i32,
        data: &FormData,
    ) -> Result<Contact, ContactError> {
        let input = forms::parse(data).map_err(ContactError::Fields)?;
        actions::change(conn, op, id, Some(version), &input)
    }
}
