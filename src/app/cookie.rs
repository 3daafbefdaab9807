//! The session's cookie and the key that encrypts it.

use crate::config::Config;
use actix_session::SessionMiddleware;
use actix_session::config::{CookieContentSecurity, PersistentSession, TtlExtensionPolicy};
use actix_session::storage::CookieSessionStore;
use actix_web::cookie::{Key, SameSite, time};

/// `__Host-` and Secure, except where `PUBLIC_URL` is plain http on a name that is not loopback: there the browser
/// would drop such a cookie.
pub(super) fn session(config: &Config, key: Key) -> SessionMiddleware<CookieSessionStore> {
    let secure = config.has_secure_cookies();
    let life = time::Duration::seconds(config.session_limits.absolute.num_seconds());
    let lifecycle = PersistentSession::default()
        .session_ttl(life)
        .session_ttl_extension_policy(TtlExtensionPolicy::OnStateChanges);
    SessionMiddleware::builder(CookieSessionStore::default(), key)
        .cookie_name(
            if secure {
                "__Host-minimata"
            } else {
                "minimata"
            }
            .to_owned(),
        )
        .cookie_secure(secure)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_path("/".to_owned())
        .cookie_content_security(CookieContentSecurity::Private)
        .session_lifecycle(lifecycle)
        .build()
}

/// The configured key, or one made for this installation and kept beside its data.
pub(super) fn key(config: &Config) -> std::io::Result<Key> {
    if let Some(secret) = &config.session_key {
        return Ok(Key::derive_from(secret.reveal().as_bytes()));
    }
    let file = config.data_dir.join("session.key");
    let key = match std::fs::read_to_string(&file) {
        Ok(key) if key.trim().len() >= 64 => key,
        _ => write_key(&file)?,
    };
    Ok(Key::derive_from(key.trim().as_bytes()))
}

fn write_key(file: &std::path::Path) -> std::io::Result<String> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let key = format!(
        "{}{}",
        crate::auth::token::random()?,
        crate::auth::token::random()?
    );
    if let Some(directory) = file.parent() {
        std::fs::create_dir_all(directory)?;
    }
    let mut out = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(file)?;
    out.write_all(key.as_bytes())?;
    Ok(key)
}
