//! Minimata: a CRM that renders on the server.
//!
//! The house: vertical slices over a ground floor; arrows point down only (`tests/app/architecture.rs` checks it).

pub mod app; // middleware in order, every route, the server's life
pub mod cli; // the subcommands of the program
pub mod config; // settings, parsed once
#[expect(missing_docs, reason = "written by diesel print-schema")]
pub mod schema; // the tables

/// Who follows the records: the only thing that `audit` takes from above, so that no write can forget it.
const FOLLOWERS: &[audit::Follower] = &[
    contacts::account_names::follow,
    accounts::indexing::follow,
    contacts::indexing::follow,
];

// Floor 0
pub mod audit; // operations and their before/after values
pub mod auth; // who is asking, roles, permissions, passwords, sessions
pub mod db; // pool, transactions, keyset paging, migrations, private server
pub mod drafts; // what was typed and not saved
pub mod fields; // the rule of each kind of field
pub mod i18n; // message catalogues, numbers and dates in the reader's language
pub mod jobs; // work for later, in a table
pub mod mail; // letters, sent by a job
pub mod web; // errors, answers, forms, lists, page shell, assets, clock

// Floor 1
pub mod api_keys; // keys with which programs use the API
pub mod backups; // which there are, and the proof that one can be restored
pub mod duplicates; // records that may be one and the same
pub mod saved_views; // a list's address under a name, private or shared
pub mod search_index; // which words stand in which record
pub mod sessions; // sign in, sign out, my sessions
pub mod settings; // the organisation's own settings
pub mod tags; // labels on accounts and contacts
pub mod users; // people: setup, registration, approval, invitations, own settings

// Floor 2 and up
pub mod accounts; // organisations
pub mod api_docs; // the document of the API and its page
pub mod bulk; // many records changed at once
pub mod contacts; // people at organisations, and their affiliations
pub mod dashboard; // the page after sign-in, arranged per person and role
pub mod demo; // a small fictional data set
pub mod exports; // lists as files
pub mod health; // liveness
pub mod help; // the keys
pub mod imports; // files into records
pub mod kpis; // what the organisation measures: values and targets per period
pub mod merges; // two records that are one
pub mod search; // search over everything, and the index's life
pub mod trail; // recent changes and the audit list
pub mod trash; // what was deleted, until its time is up
pub mod undo; // taking back what was done
