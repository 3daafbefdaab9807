//! Cookies as a browser keeps them, as far as one host on loopback can tell.
use actix_web::cookie::Cookie;

#[derive(Clone, Debug)]
struct Kept {
    name: String,
    value: String,
    path: String,
}

/// The cookies of one visitor.
#[derive(Clone, Default, Debug)]
pub struct Jar(Vec<Kept>);

impl Jar {
    /// Takes one `Set-Cookie` header. Panics where a browser would silently refuse the cookie.
    pub fn take(&mut self, header: &str) {
        let cookie = Cookie::parse(header.to_owned())
            .unwrap_or_else(|e| panic!("bad Set-Cookie {header:?}: {e}"));
        let path = cookie.path().unwrap_or("/").to_owned();
        let secure = cookie.secure() == Some(true);
        if cookie.name().starts_with("__Host-") {
            assert!(
                secure && path == "/" && cookie.domain().is_none(),
                "a browser refuses this __Host- cookie: {header}"
            );
        }
        self.0
            .retain(|kept| !(kept.name == cookie.name() && kept.path == path));
        if !is_removal(&cookie) {
            self.0.push(Kept {
                name: cookie.name().to_owned(),
                value: cookie.value().to_owned(),
                path,
            });
        }
    }

    /// The `Cookie` header for a path, if there is anything to send.
    pub fn header(&self, path: &str) -> Option<String> {
        let sent: Vec<String> = self
            .0
            .iter()
            .filter(|kept| covers(&kept.path, path))
            .map(|kept| format!("{}={}", kept.name, kept.value))
            .collect();
        (!sent.is_empty()).then(|| sent.join("; "))
    }

    /// One value.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0
            .iter()
            .find(|kept| kept.name == name)
            .map(|kept| kept.value.clone())
    }

    /// Puts a cookie in by hand, as an attacker would.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|kept| kept.name != name);
        self.0.push(Kept {
            name: name.to_owned(),
            value: value.to_owned(),
            path: "/".to_owned(),
        });
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

fn is_removal(cookie: &Cookie<'_>) -> bool {
    let spent = cookie.max_age().is_some_and(|age| !age.is_positive());
    let past = cookie.expires_datetime().is_some_and(|at| at.year() < 2000);
    spent || (cookie.max_age().is_none() && past)
}

fn covers(cookie_path: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    path == cookie_path
        || path
            .strip_prefix(cookie_path)
            .is_some_and(|rest| cookie_path.ends_with('/') || rest.starts_with('/'))
}
