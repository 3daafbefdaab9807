//! Stub of the roles, to compile the gallery with.
#![allow(missing_docs)]

#[derive(Clone, Copy, Debug)]
pub enum Role {
    Admin,
}
