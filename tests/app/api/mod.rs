//! The API: errors of one shape, keys, records, writes that happen once.

mod changes;
mod document;
mod errors;
mod keys;
mod lists;
mod origins;
mod people;
mod records;
mod writes;
