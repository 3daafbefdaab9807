//! The API: errors of one shape, keys, records, writes that happen once.

mod changes;
mod command;
mod cors;
mod document;
mod errors;
mod examples;
mod keys;
mod kpis;
mod lists;
mod origins;
mod people;
mod records;
mod taking_back;
mod writes;
