//! What people do, by the product's own actions. A deed that is refused did nothing.
use super::world::World;
use chrono::NaiveDateTime;
use minimata::accounts::model::AccountId;
use minimata::accounts::{self, actions as account_actions};
use minimata::audit::{OperationId, SubjectType};
use minimata::auth::Actor;
use minimata::contacts::affiliations::{
    AffiliationId, AffiliationInput, actions as role_actions, queries as role_queries,
};
use minimata::contacts::model::ContactId;
use minimata::contacts::{self, actions as contact_actions};
use minimata::tags::{self, Tagged};
use minimata::web::FormData;
use rand::Rng;

const CITIES: &[&str] = &["Lund", "Åre", "Örebro", ""];
const PHONES: &[&str] = &["070-174 06 05", "08-465 004 10", ""];
const EMAILS: &[&str] = &["Kassör@Förening.example", "info@klubb.example", ""];
const NAMES: &[&str] = &["IF Häus", "Björkö Sällskap", "Kör & Co", "Ek"];
const TAGS: &[&str] = &["Vän", "Ovän", "Ny", "!!"];

pub fn random(world: &mut World<'_>, now: NaiveDateTime) -> Option<OperationId> {
    let people = world.people.clone();
    let actor = world.one_of(&people)?;
    match world.rng.random_range(0..20) {
        0..=1 => create_account(world, &actor, now),
        2..=5 => update_account(world, &actor, now),
        6 => delete(world, &actor, now),
        7..=8 => create_contact(world, &actor, now),
        9..=10 => update_contact(world, &actor, now),
        11..=13 => create_role(world, &actor, now),
        14..=15 => update_role(world, &actor, now),
        16 => delete_role(world, &actor, now),
        17..=18 => tag(world, &actor, now),
        _ => restore(world, &actor, now),
    }
}

fn account_fields(world: &mut World<'_>, data: &mut FormData) {
    for _ in 0..world.rng.random_range(1..4) {
        match world.rng.random_range(0..8) {
            0 => data.set("name", world.pick(NAMES)),
            1 => data.set("city", world.pick(CITIES)),
            2 => data.set("phone", world.pick(PHONES)),
            3 => data.set("email", world.pick(EMAILS)),
            4 => data.set("status", world.pick(&["prospect", "active", "former"])),
            5 => {
                let all = world.numbers.clone();
                let number = world.one_of(&all).filter(|_| world.rng.random_bool(0.6));
                data.set("organisation_number", number.unwrap_or_default());
            }
            6 => {
                let all = world.owners.clone();
                let owner = world.one_of(&all).filter(|_| world.rng.random_bool(0.7));
                data.set(
                    "owner_id",
                    owner.map(|id| id.to_string()).unwrap_or_default(),
                );
            }
            _ => {
                let all = world.accounts.clone();
                let parent = world.one_of(&all).filter(|_| world.rng.random_bool(0.7));
                data.set(
                    "parent",
                    parent.map(|id| format!("#{id}")).unwrap_or_default(),
                );
            }
        }
    }
}

fn create_account(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let mut data = accounts::forms::blank();
    data.set("name", world.pick(NAMES));
    account_fields(world, &mut data);
    let input = accounts::forms::parse(&data).ok()?;
    let done = world.conn(|conn| Ok(account_actions::create(conn, actor, &input, "", now).ok()));
    let minimata::audit::Once::Now(done) = done? else {
        return None;
    };
    world.accounts.push(done.value.0);
    done.operation
}

fn update_account(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let all = world.accounts.clone();
    let id = AccountId(world.one_of(&all)?);
    let account = world.conn(|conn| Ok(accounts::queries::find(conn, actor, id).ok()))?;
    let parent = account
        .parent_id
        .map(|id| format!("#{id}"))
        .unwrap_or_default();
    let mut data = accounts::forms::of(&account, &parent);
    account_fields(world, &mut data);
    let input = accounts::forms::parse(&data).ok()?;
    let version = account.version;
    world
        .conn(|conn| Ok(account_actions::update(conn, actor, id, version, &input, now).ok()))?
        .operation
}

fn delete(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let record = world.subject()?;
    world.conn(|conn| {
        Ok(match record.kind {
            SubjectType::Account => {
                let done = account_actions::delete(conn, actor, AccountId(record.id), now);
                done.ok().and_then(|done| done.operation)
            }
            _ => {
                let done = contact_actions::delete(conn, actor, ContactId(record.id), now);
                done.ok().and_then(|done| done.operation)
            }
        })
    })
}

fn contact_fields(world: &mut World<'_>, data: &mut FormData) {
    for _ in 0..world.rng.random_range(1..4) {
        match world.rng.random_range(0..5) {
            0 => data.set("first_name", world.pick(NAMES)),
            1 => data.set("city", world.pick(CITIES)),
            2 => data.set("mobile", world.pick(PHONES)),
            3 => data.set("email", world.pick(EMAILS)),
            _ => data.set("notes", world.pick(CITIES)),
        }
    }
}

fn create_contact(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let mut data = FormData::from_pairs([("last_name", world.pick(NAMES))]);
    contact_fields(world, &mut data);
    let input = contacts::forms::parse(&data).ok()?;
    let role = role_input(world).filter(|_| world.rng.random_bool(0.5));
    let done = world.conn(|conn| {
        Ok(contact_actions::create_at(conn, actor, &input, role.as_ref(), "", now).ok())
    });
    let minimata::audit::Once::Now(done) = done? else {
        return None;
    };
    world.contacts.push(done.value.0);
    done.operation
}

fn update_contact(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let all = world.contacts.clone();
    let id = ContactId(world.one_of(&all)?);
    let contact = world.conn(|conn| Ok(contacts::queries::find(conn, actor, id).ok()))?;
    let mut data = contacts::forms::of(&contact);
    contact_fields(world, &mut data);
    let input = contacts::forms::parse(&data).ok()?;
    let version = contact.version;
    world
        .conn(|conn| Ok(contact_actions::update(conn, actor, id, version, &input, now).ok()))?
        .operation
}

fn role_input(world: &mut World<'_>) -> Option<AffiliationInput> {
    let all = world.accounts.clone();
    Some(AffiliationInput {
        account_id: AccountId(world.one_of(&all)?),
        role: world.pick(&["Kassör", "Ledamot", ""]).to_owned(),
        from_date: world.pick(&["2024-03-01", ""]).parse().ok(),
        to_date: world.pick(&["2025-03-01", ""]).parse().ok(),
        is_primary: world.rng.random_bool(0.4),
    })
}

fn create_role(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let all = world.contacts.clone();
    let contact = ContactId(world.one_of(&all)?);
    let input = role_input(world)?;
    let done =
        world.conn(|conn| Ok(role_actions::create(conn, actor, contact, &input, "", now).ok()));
    let minimata::audit::Once::Now(done) = done? else {
        return None;
    };
    world.roles.push(done.value.0);
    done.operation
}

fn update_role(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let all = world.roles.clone();
    let id = AffiliationId(world.one_of(&all)?);
    let role = world.conn(|conn| Ok(role_queries::find(conn, actor, id).ok()))?;
    let mut input = role_input(world)?;
    if world.rng.random_bool(0.6) {
        input.account_id = role.account_id;
    }
    let version = role.version;
    world
        .conn(|conn| Ok(role_actions::update(conn, actor, id, version, &input, now).ok()))?
        .operation
}

fn delete_role(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let all = world.roles.clone();
    let id = AffiliationId(world.one_of(&all)?);
    let done = world.conn(|conn| Ok(role_actions::delete(conn, actor, id, now).ok()));
    done?.operation
}

fn tag(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let record = world.subject()?;
    let on = match record.kind {
        SubjectType::Account => Tagged::Account(record.id),
        _ => Tagged::Contact(record.id),
    };
    let living = world.conn(|conn| {
        Ok(match record.kind {
            SubjectType::Account => {
                accounts::queries::find(conn, actor, AccountId(record.id)).is_ok()
            }
            _ => contacts::queries::find(conn, actor, ContactId(record.id)).is_ok(),
        })
    });
    if !living {
        return None;
    }
    let present = world.conn(|conn| Ok(tags::of(conn, on)?));
    if world.rng.random_bool(0.4)
        && let Some(tag) = world.one_of(&present)
    {
        let done = world.conn(|conn| Ok(tags::remove(conn, actor, on, "x", tag.id, now).ok()));
        return done?.operation;
    }
    let name = world.pick(TAGS);
    let done = world.conn(|conn| Ok(tags::add(conn, actor, on, "x", name, now).ok()));
    done?.operation
}

fn restore(world: &mut World<'_>, actor: &Actor, now: NaiveDateTime) -> Option<OperationId> {
    let records: Vec<_> = (0..3).filter_map(|_| world.subject()).collect();
    let reversers = minimata::app::REVERSERS;
    let done =
        world.conn(|conn| Ok(minimata::trash::restore(conn, actor, reversers, &records, now).ok()));
    done?.operation
}
