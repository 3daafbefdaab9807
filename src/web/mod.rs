//! What every page and endpoint shares: errors, the kind of answer wanted, forms, lists, the frame of a page.

mod address;
pub mod assets;
mod clock;
pub mod csrf;
mod error_pages;
mod errors;
mod form;
mod form_view;
pub mod headers;
pub mod list;
mod nav;
pub mod panels;
mod panics;
pub mod record;
mod respond;
pub mod routes;
pub mod session;
mod shell;
mod state;
pub mod view;
mod wants;

pub use address::client_address;
pub use clock::Clock;
pub use error_pages::render_errors;
pub use errors::{AppError, FieldErrors};
pub use form::{Form, FormData, Reader};
pub use form_view::FormView;
pub use nav::NavItem;
pub use respond::{
    Partial, announce_change, conflict, page, page_or_block, page_with, partials, redirect,
    see_other, unprocessable,
};
pub use session::session_token;
pub use shell::{Can, Flash, Shell};
pub use state::State;
pub use wants::Wants;
