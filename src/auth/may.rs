//! The access rule is in the handler's signature: `May<EditRecords>` yields an actor with that right, or an answer
//! that says what is missing.

use super::{Actor, Identity, Role, identify};
use crate::web::{AppError, Shell, State, Wants, client_address, session_token};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web::Data};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

/// One right: the least role that has it.
pub trait Permission: 'static {
    /// The least role.
    const NEEDS: Role;
}

/// The rights of the product, named by what they allow.
pub mod permissions {
    use super::{Permission, Role};

    macro_rules! permission {
        ($($(#[$doc:meta])* $name:ident: $role:ident),+ $(,)?) => {$(
            $(#[$doc])*
            pub struct $name;
            impl Permission for $name { const NEEDS: Role = Role::$role; }
        )+};
    }

    permission! {
        /// Read records, the history and one's own settings.
        ReadRecords: Viewer,
        /// Change one's own settings and sessions.
        OwnSettings: Viewer,
        /// Create, edit, delete and tag accounts and contacts.
        EditRecords: Staff,
        /// Make, rename, merge and delete tags.
        ManageTags: Manager,
        /// Take lists out of the house as files.
        ExportRecords: Manager,
        /// Fill in and remove the demo data; import.
        ImportRecords: Manager,
        /// Define KPIs, set their targets, lock their periods.
        ManageKpis: Manager,
        /// People, invitations, the organisation's settings, the audit list.
        ManagePeople: Admin,
    }
}

/// Proof that the request comes from somebody with the right `P`.
pub struct May<P: Permission> {
    /// Who acts.
    pub actor: Actor,
    /// The person behind it.
    pub identity: Identity,
    /// The frame of the page to answer with.
    pub ui: Shell,
    right: PhantomData<P>,
}

/// Whoever it is: for pages that both visitors and signed-in people see.
pub struct MaybeSignedIn {
    /// The person, if somebody is signed in.
    pub identity: Option<Identity>,
    /// The frame of the page to answer with.
    pub ui: Shell,
    /// The network address of the request.
    pub address: String,
}

type Later<T> = Pin<Box<dyn Future<Output = Result<T, AppError>>>>;

impl FromRequest for MaybeSignedIn {
    type Error = AppError;
    type Future = Later<Self>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let state = state_of(&req)?;
            let address = client_address(&req, &state.config);
            let (panels, whole) = (state.panels, Wants::of(&req) == Wants::Page);
            // A request with a key never uses the cookie: what the key opens is all that is open.
            let has_key = req.path().starts_with("/api/") && super::keys::is_presented(&req);
            let (identity, views) = match session_token(&req).filter(|_| !has_key) {
                None => (None, Vec::new()),
                Some(token) => {
                    let (limits, now) = (state.config.session_limits, state.clock.now());
                    state
                        .db
                        .run(move |conn| {
                            let identity = identify(conn, &token, limits, now)?;
                            let views = match (&identity, panels.menu) {
                                (Some(person), Some(menu)) if whole => {
                                    let (id, role) = (person.user_id, person.role);
                                    let actor = Actor::signed_in(id, role, String::new());
                                    menu(conn, &actor, panels.lists)?
                                }
                                _ => Vec::new(),
                            };
                            Ok::<_, diesel::result::Error>((identity, views))
                        })
                        .await?
                }
            };
            let mut ui = Shell::for_request(&req, &state, identity.as_ref());
            ui.views = views;
            // For the page of an error that comes after this.
            req.extensions_mut().insert(ui.clone());
            Ok(Self {
                identity,
                ui,
                address,
            })
        })
    }
}

impl<P: Permission> FromRequest for May<P> {
    type Error = AppError;
    type Future = Later<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visitor = MaybeSignedIn::from_request(req, payload);
        Box::pin(async move {
            let visitor = visitor.await?;
            let Some(identity) = visitor.identity else {
                return Err(AppError::SignedOut);
            };
            if identity.role < P::NEEDS {
                return Err(AppError::Forbidden(P::NEEDS));
            }
            let actor = Actor::signed_in(identity.user_id, identity.role, visitor.address);
            Ok(Self {
                actor,
                identity,
                ui: visitor.ui,
                right: PhantomData,
            })
        })
    }
}

pub(super) fn state_of(req: &HttpRequest) -> Result<Data<State>, AppError> {
    req.app_data::<Data<State>>()
        .cloned()
        .ok_or_else(|| AppError::internal("no application state"))
}
