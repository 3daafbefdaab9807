//! Minimata.

pub mod db;
