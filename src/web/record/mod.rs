//! What the pages of records have in common: a record's fields described once, the whole form, editing one field in
//! place, the facts of its page, and the conflict of two editors. A slice says what its records are ([`Records`]).

mod around;
mod edit;
mod fact;
mod field;
mod form;
mod many;
mod records;
mod show;

pub use around::{Around, opened_from};
pub use edit::{created, edit, remove, saved, update};
pub use fact::{edit_fact, show_fact, update_fact};
pub use field::{Field, FormField, Input, field, one_of, picked, picked_id, picked_names};
pub use form::{
    EditPage, Fact, FactForm, FactPage, Options, asked_for, conflicts, other_facts, versioned,
};
pub use many::{Edit, Many, Pick, Target};
pub use records::{Record, Records};
pub use show::RecordPage;
