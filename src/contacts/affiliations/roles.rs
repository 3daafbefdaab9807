//! Which roles are offered while one is typed.

use super::queries;
use crate::db::Conn;
use crate::web::AppError;
use crate::web::record::{Field, FormField, Input};
use crate::web::view::Choice;

/// Roles that most associations have; what people have written lately is offered before them.
const COMMON_ROLES: &[&str] = &[
    "Ordförande",
    "Vice ordförande",
    "Kassör",
    "Sekreterare",
    "Ledamot",
    "Suppleant",
    "Revisor",
    "Revisorssuppleant",
    "Valberedning",
    "Firmatecknare",
    "Kontaktperson",
    "Verksamhetschef",
    "VD",
];

/// Fields of a form with what can be chosen in them.
pub(in crate::contacts) fn form_fields(
    conn: &mut Conn,
    fields: impl IntoIterator<Item = Field>,
) -> Result<Vec<FormField>, AppError> {
    let mut roles = queries::recent_roles(conn)?;
    for role in COMMON_ROLES {
        if !roles.iter().any(|r| r == role) {
            roles.push((*role).to_owned());
        }
    }
    let options = |field: &Field| match field.input {
        Input::Suggested => roles.iter().map(|r| Choice::new(r, r)).collect(),
        _ => Vec::new(),
    };
    Ok(fields
        .into_iter()
        .map(|field| FormField {
            options: options(&field),
            field,
        })
        .collect())
}
