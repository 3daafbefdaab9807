//! Registering routes, so that every address knows its methods and the role table can be compared with them.

use super::{AppError, panics};
use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, HttpResponse, Responder, Route as ActixRoute};
use std::collections::BTreeSet;
use std::sync::Mutex;

static REGISTERED: Mutex<BTreeSet<(String, &'static str)>> = Mutex::new(BTreeSet::new());

/// Every route of the program, as path and method. Complete once a server has been started.
pub fn registered() -> Vec<(String, &'static str)> {
    REGISTERED
        .lock()
        .map(|all| all.iter().cloned().collect())
        .unwrap_or_default()
}

/// One address and its methods.
pub struct Route {
    path: &'static str,
    methods: Vec<(Method, ActixRoute)>,
}

/// Starts describing an address. Ids are written `{id}` and match digits only.
pub fn route(path: &'static str) -> Route {
    Route {
        path,
        methods: Vec::new(),
    }
}

impl Route {
    /// Answers GET (and HEAD).
    pub fn get<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.method(Method::GET, handler.clone())
            .method(Method::HEAD, handler)
    }

    /// Answers PATCH.
    pub fn patch<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.method(Method::PATCH, handler)
    }

    /// Answers DELETE.
    pub fn delete<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.method(Method::DELETE, handler)
    }

    /// Answers POST.
    pub fn post<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.method(Method::POST, handler)
    }

    fn method<F, Args>(mut self, method: Method, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.methods
            .push((method.clone(), web::method(method).to(handler)));
        self
    }

    /// Adds the address to the program. Other methods are answered 405 with `Allow`. What begins with `/api` is added
    /// to the scope of that name, which knows the rest of the path only.
    pub fn on(self, config: &mut ServiceConfig) {
        let allowed = self.allowed();
        if let Ok(mut all) = REGISTERED.lock() {
            let methods = ["GET", "POST", "PATCH", "DELETE"];
            let mine = methods.into_iter().filter(|name| self.answers(name));
            all.extend(mine.map(|name| (self.path.to_owned(), name)));
        }
        let inside = self.path.strip_prefix("/api");
        let path = inside
            .filter(|path| path.starts_with('/'))
            .unwrap_or(self.path);
        let mut resource = web::resource(path.replace("id}", r"id:\d{1,19}}"));
        for (_, one) in self.methods {
            resource = resource.route(one);
        }
        let refuse = move || {
            let allowed = allowed.clone();
            async move { Err::<HttpResponse, _>(AppError::MethodNotAllowed(allowed)) }
        };
        config.service(
            resource
                .default_service(web::to(refuse))
                .wrap(from_fn(panics::catch)),
        );
    }

    fn answers(&self, method: &str) -> bool {
        self.methods.iter().any(|(known, _)| known == method)
    }

    /// The value of `Allow`.
    fn allowed(&self) -> String {
        let known = ["GET", "HEAD", "POST", "PATCH", "DELETE"];
        let mine = known.into_iter().filter(|name| self.answers(name));
        mine.collect::<Vec<_>>().join(", ")
    }
}
