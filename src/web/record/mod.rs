//! What the pages of records have in common: a record's fields described once, the whole form, editing one field in
//! place, the facts of its page, and the conflict of two editors. A slice says what its records are ([`Records`]).

mod around;
mod attempt;
mod edit;
mod fact;
mod field;
mod form;
mod gone;
mod many;
mod many_rows;
mod mix;
mod records;
mod show;

pub use around::{Around, opened_from};
pub use attempt::Others;
pub use edit::{created, edit, remove, update};
pub use fact::{edit_fact, show_fact, update_fact};
pub use field::{Field, FormField, Input, field, one_of, picked, picked_id, picked_names};
pub use form::{EditPage, Fact, FactForm, FactPage, Options, asked_for, other_facts};
pub use gone::{Buried, GonePage};
pub use many::{Edit, Many, Pick, Target};
pub use mix::{Mix, again, fingerprints, fresh, mix};
pub use records::{Record, Records};
pub use show::RecordPage;
