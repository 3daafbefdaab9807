//! What is counted, as it is typed into the form of a KPI.

use crate::i18n::Message;
use crate::kpis::model::{Scope, Source};
use crate::web::Reader;

/// The lists that are counted, in their shortest form; empty where values are entered.
pub fn fields(read: &mut Reader<'_>, source: Source, scope: Scope) -> (String, String) {
    if source == Source::Entered {
        return (String::new(), String::new());
    }
    if scope == Scope::Account {
        read.error("source", Message::new("kpis-counted-scope"));
    }
    let list = |raw: &str| super::read(raw).map(Some);
    let Some(part) = read.field("counted", list) else {
        return (String::new(), String::new());
    };
    if source == Source::New && part.condition("created_at").is_some() {
        read.error("counted", Message::new("kpis-counted-created"));
    }
    if source != Source::Share {
        return (part.path(), String::new());
    }
    let Some(whole) = read.field("counted_of", list) else {
        return (part.path(), String::new());
    };
    if let Err(message) = super::both(&part, &whole) {
        read.error("counted_of", message);
    }
    (part.path(), whole.path())
}
