//! What narrows the list of accounts.

use crate::accounts::model::{AccountKind, AccountStatus};
use crate::accounts::queries::Visible;
use crate::schema::{account_tags, accounts};
use crate::web::list::Condition;
use crate::{filter_moment, filter_number, filter_owner, filter_phone, filter_tags, filter_text};
use chrono_tz::Tz;
use diesel::prelude::*;

/// The query narrowed by one filter.
pub(super) fn narrowed(query: Visible, key: &str, condition: &Condition, zone: Tz) -> Visible {
    match key {
        "name" => filter_text!(query, accounts::name, condition),
        "email" => filter_text!(query, accounts::email, condition),
        "phone" => filter_phone!(query, accounts::phone, accounts::phone_key, condition),
        "website" => filter_text!(query, accounts::website, condition),
        "city" => filter_text!(query, accounts::city, condition),
        "country" => filter_text!(query, accounts::country, condition),
        "industry" => filter_text!(query, accounts::industry, condition),
        "organisation_number" => {
            filter_text!(query, accounts::organisation_number, &condition.digits())
        }
        "employees" => filter_number!(query, accounts::employees, condition),
        "members" => filter_number!(query, accounts::members, condition),
        "created_at" => filter_moment!(query, accounts::created_at, condition, zone),
        "updated_at" => filter_moment!(query, accounts::updated_at, condition, zone),
        "owner" => filter_owner!(query, accounts::owner_id, condition),
        "tags" => filter_tags!(
            query,
            accounts::id,
            account_tags::table,
            account_tags::account_id,
            account_tags::tag_id,
            condition
        ),
        _ => narrowed_by_choice(query, key, condition),
    }
}

fn narrowed_by_choice(query: Visible, key: &str, condition: &Condition) -> Visible {
    let Condition::AnyOf(codes) = condition else {
        return query;
    };
    match key {
        "kind" => query.filter(
            accounts::kind.eq_any(
                codes
                    .iter()
                    .filter_map(|c| AccountKind::parse(c))
                    .collect::<Vec<_>>(),
            ),
        ),
        "status" => query.filter(
            accounts::status.eq_any(
                codes
                    .iter()
                    .filter_map(|c| AccountStatus::parse(c))
                    .collect::<Vec<_>>(),
            ),
        ),
        _ => query,
    }
}
