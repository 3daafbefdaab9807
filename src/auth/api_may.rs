//! The access rule of a JSON endpoint, in the handler's signature: `ApiMay<Writes<Accounts>>` yields an actor with that
//! right, through a key or through the session of the cookie.

use super::keys::{self, Access, KeyIdentity, KeyRefusal, Resource};
use super::may::state_of;
use super::{Actor, Channel, Identity, MaybeSignedIn, Role, throttle};
use crate::i18n::Message;
use crate::web::{AppError, FormData, Problem, Shell, State, client_address};
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

/// One right of the API: the least role, and what a key must be open for.
pub trait ApiPermission: 'static {
    /// The resource.
    const RESOURCE: Resource;
    /// Reading or writing.
    const ACCESS: Access;
    /// The least role.
    const NEEDS: Role;
}

/// A resource with the least roles that read and write it.
pub trait Scoped: 'static {
    /// The resource.
    const RESOURCE: Resource;
    /// Who reads.
    const READERS: Role = Role::Viewer;
    /// Who writes.
    const WRITERS: Role = Role::Staff;
}

/// Reading a resource.
pub struct Reads<S>(PhantomData<S>);
/// Writing one.
pub struct Writes<S>(PhantomData<S>);

impl<S: Scoped> ApiPermission for Reads<S> {
    const RESOURCE: Resource = S::RESOURCE;
    const ACCESS: Access = Access::Read;
    const NEEDS: Role = S::READERS;
}

impl<S: Scoped> ApiPermission for Writes<S> {
    const RESOURCE: Resource = S::RESOURCE;
    const ACCESS: Access = Access::Write;
    const NEEDS: Role = S::WRITERS;
}

/// Proof that the request comes from somebody, or from a program, with the right `P`.
pub struct ApiMay<P: ApiPermission> {
    /// Who acts.
    pub actor: Actor,
    /// The language of texts, and the zone of days.
    pub ui: Shell,
    right: PhantomData<P>,
}

/// Who asks, before their rights are looked at.
enum Caller {
    Person(Identity, String, Box<Shell>),
    Program(KeyIdentity, String, Box<Shell>),
}

/// Names under which people put keys into addresses, where logs and histories keep them.
const KEY_NAMES: [&str; 6] = [
    "api_key",
    "apikey",
    "x-api-key",
    "key",
    "access_token",
    "token",
];

impl<P: ApiPermission> FromRequest for ApiMay<P> {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, AppError>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let (actor, ui) = match caller(&req).await? {
                Caller::Person(identity, address, ui) => {
                    let actor = Actor::signed_in(identity.user_id, identity.role, address);
                    (actor.through(Channel::Api), ui)
                }
                Caller::Program(key, address, ui) => {
                    if !key.scopes.allow(P::RESOURCE, P::ACCESS) {
                        return Err(closed::<P>());
                    }
                    (Actor::with_key(key.id, key.made_by, key.role, address), ui)
                }
            };
            if actor.role < P::NEEDS {
                return Err(AppError::Forbidden(P::NEEDS));
            }
            Ok(Self {
                actor,
                ui: *ui,
                right: PhantomData,
            })
        })
    }
}

async fn caller(req: &HttpRequest) -> Result<Caller, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let names_a_key = |name: &str| KEY_NAMES.iter().any(|key| name.eq_ignore_ascii_case(key));
    if query.pairs().iter().any(|(name, _)| names_a_key(name)) {
        let detail = Message::new("api-key-in-address");
        let status = StatusCode::BAD_REQUEST;
        return Err(
            Problem::new("key-in-address", status, "errors-bad-request-title", detail).into(),
        );
    }
    let Some(key) = keys::presented(req) else {
        let visitor = MaybeSignedIn::from_request(req, &mut Payload::None).await?;
        let identity = visitor.identity.ok_or_else(|| {
            log::info!("no key and no session from={}", visitor.address);
            AppError::SignedOut
        })?;
        return Ok(Caller::Person(
            identity,
            visitor.address,
            Box::new(visitor.ui),
        ));
    };
    let state = state_of(req)?;
    let address = client_address(req, &state.config);
    let ui = Shell::for_request(req, &state, None);
    req.extensions_mut().insert(ui.clone());
    let program = identified(&state, key, address.clone()).await?;
    Ok(Caller::Program(program, address, Box::new(ui)))
}

/// The program, or 401; from a network of many wrong keys 429. A right key is never made to wait.
async fn identified(state: &State, key: String, address: String) -> Result<KeyIdentity, AppError> {
    let (now, config) = (state.clock.now(), state.config.clone());
    let outcome = state.db.run(move |conn| {
        let found = keys::identify_key(conn, &key, &address, &config.api_keys, now)?;
        let wait = match found {
            Err(KeyRefusal::Unknown) => {
                throttle::attempt(conn, &[throttle::Subject::api_key(&address)], now)?
            }
            _ => None,
        };
        Ok::<_, diesel::result::Error>((found, wait, address))
    });
    match outcome.await? {
        (Ok(key), ..) => Ok(key),
        (Err(refusal), wait, address) => {
            log::warn!("refused a key: {refusal:?} from={address}");
            Err(wait.map_or(AppError::SignedOut, AppError::TooMany))
        }
    }
}

/// The key is right, and not open for this.
fn closed<P: ApiPermission>() -> AppError {
    let detail =
        Message::new("api-key-closed").arg("scope", format!("{}:{}", P::RESOURCE, P::ACCESS));
    Problem::new(
        "key-scope",
        StatusCode::FORBIDDEN,
        "errors-forbidden-title",
        detail,
    )
    .into()
}
