//! The search index: which words stand in which record, kept in the database with the records themselves.
//!
//! Invariants: a living record of an [`Indexed`] kind has one entry, one posting for each of its words, and each of these
//! words is in the vocabulary with all its endings, in the same transaction that wrote the record. So the middle of a word is the
//! beginning of an ending, and every search is a range of an index. What is found is only ids: whoever
//! asks reads the records through their own `visible_to`. `docs/search.md` says why it is made so.

mod build;
mod candidates;
mod document;
mod entry;
mod find;
mod kind;
mod marks;
mod narrow;
mod near;
mod plain;
mod query;
mod rank;
mod settle;
mod term;
mod vocabulary;

pub use build::{RULES, is_built, mark_built};
pub use candidates::{Hit, hits};
pub use document::Document;
pub use find::{MOST, Matches, matching};
pub use kind::{IndexKind, Indexed};
pub use marks::{Part, has_marks, marks};
pub use narrow::{Column, Narrowing, narrowing};
pub use plain::plain;
pub use query::Query;
pub use rank::{Level, Rank, fits, rank};
pub use settle::{Mode, settle};
pub use term::Term;
