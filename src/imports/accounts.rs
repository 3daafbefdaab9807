//! Rows that are accounts.

use super::account_index::{base_of, find, keys_of, load};
use super::apply::Importer;
use super::counts::{Fate, Taken};
use super::draft::{Draft, People};
use super::kinds::{self, Signs};
use super::matching::{Index, Keys};
use super::merging::{Touched, yield_to_earlier};
use super::waiting::Waiting;
use super::writing::{Existing, Rules};
use super::{AccountColumn, Column, Mapping, Row};
use crate::accounts::actions;
use crate::accounts::forms::{self, AccountInput};
use crate::accounts::model::{Account, AccountStatus};
use crate::audit::{Kind, Operation};
use crate::db::Conn;
use crate::fields::fold;
use crate::i18n::Message;
use crate::tags::{self, Tagged};
use crate::web::FormData;
use diesel::prelude::*;

/// Turns rows into accounts.
pub(super) struct Accounts {
    mapping: Mapping<AccountColumn>,
    people: People,
    touched: Touched,
    among_associations: bool,
    waiting: Waiting,
}

impl Accounts {
    /// Gets ready for a file with these columns; the message says why it cannot be taken at all.
    pub fn new(conn: &mut Conn, headers: &[String]) -> QueryResult<Result<Self, Message>> {
        let mapping = Mapping::detect(headers);
        if mapping.index_of(AccountColumn::Name).is_none() {
            let found = headers.join(", ");
            return Ok(Err(
                Message::new("imports-no-account-name").arg("found", found)
            ));
        }
        let speaks = |header: &String| fold::fold(header).starts_with("förening");
        Ok(Ok(Self {
            mapping,
            people: People::load(conn)?,
            touched: Touched::default(),
            among_associations: headers.iter().any(speaks),
            waiting: Waiting::default(),
        }))
    }

    fn draft(&self, row: &Row) -> Draft {
        let mut draft = Draft::read(row, &self.mapping, |column, cell| {
            let text = match column {
                AccountColumn::Kind => kinds::kind(cell)?,
                AccountColumn::Status => kinds::status(cell)?,
                AccountColumn::Owner => return Ok(vec![("owner_id", self.people.named(cell)?)]),
                AccountColumn::Tags => return Ok(Vec::new()),
                _ => cell.trim().to_owned(),
            };
            Ok(vec![(column.field(), text)])
        });
        let tags = self.mapping.cell(&row.cells, AccountColumn::Tags);
        draft.read_tags(self.mapping.index_of(AccountColumn::Tags), tags);
        draft
    }

    /// What a new account is where the row does not say it.
    fn blank(&self, draft: &Draft) -> FormData {
        let signs = Signs {
            number: draft.text("organisation_number"),
            name: draft.text("name"),
            has_members: !draft.text("members").is_empty(),
            among_associations: self.among_associations,
        };
        FormData::from_pairs([
            ("kind", signs.guess().code()),
            ("status", AccountStatus::Active.code()),
        ])
    }

    fn prepare(&self, row: &Row) -> Prepared {
        let mut draft = self.draft(row);
        let blank = self.blank(&draft);
        let column_of = |field: &str| self.mapping.column_of_field(field);
        let input = rules(&column_of).input(&mut draft, &blank);
        Prepared {
            keys: input.as_ref().map(keys_of),
            row: row.clone(),
            draft,
            blank,
        }
    }

    fn take(
        &mut self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        index: &mut Index<Account>,
        row: Prepared,
    ) -> QueryResult<Taken> {
        let mut draft = row.draft;
        let Some(keys) = row.keys else {
            return Ok(draft.into_taken(Fate::Rejected));
        };
        if self.waiting.must_wait(conn, op, &mut draft)? {
            self.waiting.add(row.row);
        }
        let column_of = |field: &str| self.mapping.column_of_field(field);
        let rules = rules(&column_of);
        let existing = find(index, &keys, &self.touched).cloned();
        if let Some(existing) = &existing {
            let touch = self.touched.get(existing.id.0);
            let (base, facts) = (base_of(existing), &existing.other_facts);
            yield_to_earlier(&mut draft, touch, &base, facts, forms::parse);
        }
        let target = (existing.as_ref(), &row.blank);
        let written = write(conn, op, &rules, &mut draft, target)?;
        let Some((account, mut fate)) = written else {
            return Ok(draft.into_taken(Fate::Rejected));
        };
        if put_tags(conn, op, Tagged::Account(account.id.0), &draft)? && fate == Fate::Unchanged {
            fate = Fate::Updated;
        }
        self.touched.mark(account.id.0, &draft);
        index.put(account);
        Ok(draft.into_taken(fate))
    }
}

/// A row ready to be taken. It has keys if it can be.
struct Prepared {
    row: Row,
    draft: Draft,
    blank: FormData,
    keys: Option<Keys>,
}

impl Importer for Accounts {
    const KIND: Kind = Kind::ImportAccounts;

    fn batch(
        &mut self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        rows: &[Row],
    ) -> QueryResult<Vec<Taken>> {
        self.touched.begin();
        self.waiting.begin();
        let rows: Vec<Prepared> = rows.iter().map(|row| self.prepare(row)).collect();
        let keys: Vec<&Keys> = rows.iter().filter_map(|row| row.keys.as_ref()).collect();
        let mut index = load(conn, op.actor, &keys)?;
        rows.into_iter()
            .map(|row| self.take(conn, op, &mut index, row))
            .collect()
    }

    fn keep(&mut self) {
        self.touched.keep();
        self.waiting.keep();
    }

    fn once_more(&mut self) -> Vec<Row> {
        self.waiting.end()
    }
}

fn rules<'a>(column_of: &'a dyn Fn(&str) -> Option<usize>) -> Rules<'a, AccountInput> {
    Rules {
        parse: forms::parse,
        required: &["name"],
        column_of,
    }
}

fn write(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    rules: &Rules<'_, AccountInput>,
    draft: &mut Draft,
    (existing, blank): (Option<&Account>, &FormData),
) -> QueryResult<Option<(Account, Fate)>> {
    let base = existing.map_or_else(|| blank.clone(), base_of);
    let known = existing.map(|account| Existing {
        record: account,
        facts: &account.other_facts,
        version: |account: &Account| account.version,
    });
    rules.settle(draft, &base, known, |mut input, facts| {
        input.other_facts = facts.cloned();
        match existing {
            None => actions::insert(conn, op, &input),
            Some(account) => actions::change(conn, op, account.id, None, &input),
        }
    })
}

/// Puts the row's tags on its record; whether one was new there.
pub(super) fn put_tags(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    on: Tagged,
    draft: &Draft,
) -> QueryResult<bool> {
    let mut any = false;
    for name in &draft.tags {
        any |= tags::put(conn, op, on, name)?;
    }
    Ok(any)
}
