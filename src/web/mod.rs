//! What every page and endpoint shares: errors, the kind of answer wanted, forms, lists, the frame of a page.

mod address;
pub mod api;
pub mod assets;
mod clock;
pub mod csrf;
mod error_pages;
mod errors;
mod form;
mod form_view;
pub mod headers;
pub mod keys;
pub mod list;
mod nav;
pub mod other_sites;
pub mod panels;
mod panics;
pub(crate) mod problem;
mod reader;
pub mod record;
mod respond;
pub mod routes;
pub mod session;
mod shell;
mod state;
pub mod turns;
mod upload;
pub mod view;
mod wants;
mod write_error;

pub use address::{came_from, client_address};
pub use clock::Clock;
pub use error_pages::render_errors;
pub use errors::{AppError, FieldErrors};
pub(crate) use form::read_request;
pub use form::{Form, FormData};
pub use form_view::FormView;
pub use nav::NavItem;
pub use panels::MenuView;
pub use problem::{FieldProblem, Problem};
pub use reader::Reader;
pub use respond::{
    Partial, announce_change, conflict, page, page_or_block, page_with, partials, redirect,
    see_other, unprocessable,
};
pub use session::session_token;
pub use shell::{Can, Flash, Shell};
pub use state::State;
pub use upload::Upload;
pub use wants::Wants;
pub use write_error::WriteError;
