//! Accounts in JSON: the queries, rules and actions of the pages.

pub(crate) mod wire;

use crate::accounts::actions::{self, AccountError};
use crate::accounts::listing::{self, COLUMNS, DEFAULT_SORT};
use crate::accounts::model::{Account, AccountId, AccountKind, AccountRow};
use crate::accounts::pages::Accounts;
use crate::accounts::{forms, parents, queries};
use crate::audit::{Done, Once, Operation};
use crate::auth::{Actor, Resource, Scoped, UserId, people};
use crate::db::Conn;
use crate::tags::{self, Tag, Tagged};
use crate::web::api::endpoints::{create, index, remove, show, update};
use crate::web::api::listing::{Rows, with_column};
use crate::web::api::{ApiResource, Listed, Wire, WireField, batch, moment};
use crate::web::list::{Column, ListQuery};
use crate::web::record::picked;
use crate::web::routes::route;
use crate::web::{AppError, FormData};
use actix_web::web::ServiceConfig;
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use diesel::QueryResult;
use serde_json::Value;
use wire::{AccountBody, AccountItem};

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/accounts")
        .get(index::<Accounts>)
        .post(create::<Accounts>)
        .on(config);
    route("/api/accounts/batch")
        .post(batch::<Accounts>)
        .on(config);
    route("/api/accounts/{id}")
        .get(show::<Accounts>)
        .patch(update::<Accounts>)
        .delete(remove::<Accounts>)
        .on(config);
    route("/api/associations")
        .get(index::<Associations>)
        .on(config);
}

impl Scoped for Accounts {
    const RESOURCE: Resource = Resource::Accounts;
}

impl Listed for Accounts {
    const PATH: &'static str = "/api/accounts";
    const COLUMNS: &'static [Column] = COLUMNS;
    const SORT: (&'static str, bool) = DEFAULT_SORT;

    fn rows(conn: &mut Conn, actor: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<Rows> {
        let page = listing::page(conn, actor, &with_column(list, "tags"), zone)?;
        let found = page.selected;
        let owners: Vec<UserId> = found.rows.iter().filter_map(|row| row.owner_id).collect();
        let owners = people::names(conn, &owners)?;
        let row = |row: &AccountRow| {
            let owner = row.owner_id.and_then(|id| owners.get(&id).cloned());
            let tags = page.tags.get(&row.id.0).map_or(&[][..], Vec::as_slice);
            (item(row, owner, tags), listing::cursor(list, row))
        };
        Ok(Rows {
            rows: found.rows.iter().map(row).collect(),
            before: found.before,
            after: found.after,
            count: page.count,
        })
    }
}

/// The accounts that are associations: the same list with that filter on.
pub(crate) struct Associations;

impl Scoped for Associations {
    const RESOURCE: Resource = Resource::Accounts;
}

impl Listed for Associations {
    const PATH: &'static str = "/api/associations";
    const COLUMNS: &'static [Column] = COLUMNS;
    const SORT: (&'static str, bool) = DEFAULT_SORT;

    fn rows(conn: &mut Conn, actor: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<Rows> {
        let only = vec![AccountKind::Association.code().to_owned()];
        let mut list = list.without("kind").at(list.position.clone());
        let only = crate::web::list::Condition::AnyOf(only);
        list.conditions.push(("kind", only));
        Accounts::rows(conn, actor, &list, zone)
    }
}

fn item(row: &AccountRow, owner: Option<String>, tags: &[Tag]) -> Value {
    let item = AccountItem {
        id: row.id.0,
        name: row.name.clone(),
        kind: row.kind,
        status: row.status,
        organisation_number: row.organisation_number.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        website: row.website.clone(),
        city: row.city.clone(),
        country: row.country.clone(),
        industry: row.industry.clone(),
        employees: row.employees,
        members: row.members,
        owner_id: row.owner_id.map(|id| id.0),
        owner_name: owner,
        tags: tags.iter().map(|tag| tag.name.clone()).collect(),
        external_id: row.external_id.clone(),
        created_at: moment(row.created_at),
        updated_at: moment(row.updated_at),
    };
    serde_json::json!(item)
}

impl ApiResource for Accounts {
    const WRITTEN: &'static [WireField] = &[
        WireField::text("name"),
        WireField::text("kind"),
        WireField::text("status"),
        WireField::text("organisation_number"),
        WireField::text("email"),
        WireField::text("phone"),
        WireField::text("website"),
        WireField::text("street"),
        WireField::text("postal_code"),
        WireField::text("city"),
        WireField::text("country"),
        WireField::text("industry"),
        WireField::new("employees", "employees", Wire::Integer),
        WireField::new("members", "members", Wire::Integer),
        WireField::new("owner_id", "owner_id", Wire::Id),
        WireField::new("parent_id", "parent", Wire::Id),
        WireField::text("external_id"),
        WireField::text("description"),
    ];

    fn json(conn: &mut Conn, _: &Actor, account: &Account) -> Result<Value, AppError> {
        let owner = people::named(conn, account.owner_id)?;
        let parent = parents::of(conn, account)?;
        let tags = tags::of(conn, Tagged::Account(account.id.0))?;
        let a = account.clone();
        let body = AccountBody {
            id: a.id.0,
            name: a.name,
            kind: a.kind,
            status: a.status,
            organisation_number: a.organisation_number,
            email: a.email,
            phone: a.phone,
            website: a.website,
            street: a.street,
            postal_code: a.postal_code,
            city: a.city,
            country: a.country,
            industry: a.industry,
            employees: a.employees,
            members: a.members,
            owner_id: a.owner_id.map(|id| id.0),
            owner_name: owner.into_iter().next().map(|(_, name)| name),
            parent_id: a.parent_id.map(|id| id.0),
            parent_name: parent.map(|(_, name)| name),
            external_id: a.external_id,
            description: a.description,
            tags: tags.into_iter().map(|tag| tag.name).collect(),
            other_facts: serde_json::from_str(&a.other_facts).unwrap_or_default(),
            version: a.version,
            created_at: moment(a.created_at),
            updated_at: moment(a.updated_at),
        };
        Ok(serde_json::json!(body))
    }

    fn blank() -> FormData {
        forms::blank()
    }

    fn id_of(account: &Account) -> i64 {
        account.id.0
    }

    /// A parent's id becomes what the form writes. One that does not exist stays a number, which names no account.
    fn resolve(conn: &mut Conn, actor: &Actor, data: &mut FormData) -> QueryResult<()> {
        if let Ok(id) = data.get("parent").parse::<i64>() {
            let parent = queries::living_name(conn, actor, AccountId(id))?;
            let text = parent.map_or_else(|| format!("#{id}"), |name| picked(&name, id));
            data.set("parent", text);
        }
        Ok(())
    }

    fn make(
        conn: &mut Conn,
        actor: &Actor,
        data: &FormData,
        now: NaiveDateTime,
    ) -> Result<Done<Account>, AccountError> {
        let input = forms::parse(data).map_err(AccountError::Fields)?;
        let outcome = actions::create(conn, actor, &input, "", now)?;
        let operation = outcome.operation();
        let id = match outcome {
            Once::Now(done) => done.value,
            Once::Before(done) => AccountId(done.value.id),
        };
        let value = queries::find(conn, actor, id)?;
        Ok(Done { value, operation })
    }

    fn insert(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        data: &FormData,
    ) -> Result<Account, AccountError> {
        let input = forms::parse(data).map_err(AccountError::Fields)?;
        actions::insert(conn, op, &input)
    }

    fn change(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: AccountId,
        version: i32,
        data: &FormData,
    ) -> Result<Account, AccountError> {
        let input = forms::parse(data).map_err(AccountError::Fields)?;
        actions::change(conn, op, id, Some(version), &input)
    }
}
