//! Minimata.

pub mod fields;
pub mod i18n;
pub mod imports;
