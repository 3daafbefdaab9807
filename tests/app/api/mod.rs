//! The API: errors of one shape, keys, records, writes that happen once.

mod errors;
mod keys;
mod lists;
mod origins;
mod records;
mod writes;
