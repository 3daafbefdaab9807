//! Merging accounts.

use super::mergeable::{Mergeable, Merged};
use super::worklist::Named;
use crate::accounts::alike::{Keys, alike};
use crate::accounts::model::{Account, AccountId};
use crate::accounts::{Accounts, forms, merging, queries};
use crate::audit::{Kind, Moving, Movings, Operation, SubjectType};
use crate::auth::Actor;
use crate::db::Conn;
use crate::duplicates::Match;
use crate::fields::organisation_number;
use crate::i18n::Message;
use crate::schema::accounts;
use crate::web::record::{Input, Record, Records};
use crate::web::{FormData, WriteError};
use diesel::prelude::*;

impl Mergeable for Accounts {
    const SUBJECT: SubjectType = SubjectType::Account;
    const MERGE: Kind = Kind::AccountMerge;
    const TITLE: &'static str = "merges-account-title";
    const LIST_TITLE: &'static str = "accounts-title";
    const PICK: &'static str = "merges-account-other";
    const INPUT: Input = Input::Account;

    fn id(id: i64) -> AccountId {
        AccountId(id)
    }

    fn number(record: &Account) -> i64 {
        record.id.0
    }

    fn detail(record: &Account) -> String {
        let number = organisation_number::display(&record.organisation_number);
        let known = [record.city.clone(), number].into_iter();
        known
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn named(conn: &mut Conn, actor: &Actor, ids: &[i64]) -> QueryResult<Vec<Named>> {
        let rows: Vec<Account> = queries::visible_to(actor)
            .filter(accounts::id.eq_any(ids.to_vec()))
            .select(Account::as_select())
            .load(conn)?;
        let named = |account: &Account| Named {
            id: account.id.0,
            name: account.name.clone(),
            path: account.path(),
            detail: Self::detail(account),
        };
        Ok(rows.iter().map(named).collect())
    }

    fn meant(conn: &mut Conn, actor: &Actor, text: &str) -> QueryResult<Result<i64, Message>> {
        Ok(queries::meant(conn, actor, text)?.map(|account| account.id.0))
    }

    fn alike(conn: &mut Conn, actor: &Actor, record: &Account) -> QueryResult<Vec<Match>> {
        alike(conn, actor, &Keys::of(record), Some(record.id))
    }

    fn beside(conn: &mut Conn, record: &Account, other: &Account) -> QueryResult<FormData> {
        let parent_of = match record.parent_id {
            Some(id) if id == other.id => other,
            _ => record,
        };
        let data = Self::data(conn, parent_of)?;
        let parent = match parent_of.parent_id {
            Some(id) if id == record.id => "",
            _ => data.get("parent"),
        };
        Ok(forms::of(record, parent))
    }

    fn movings(all: &Movings) -> &'static [Moving] {
        all.account
    }

    fn lock(conn: &mut Conn, id: AccountId) -> QueryResult<()> {
        queries::lock(conn, id)
    }

    fn absorb(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        kept: &Account,
        gone: &Account,
        data: &FormData,
        other_facts: String,
    ) -> Merged<Self> {
        let mut input = forms::parse(data).map_err(WriteError::Fields)?;
        input.other_facts = Some(other_facts);
        merging::absorb(conn, op, kept, gone, &input)
    }
}
