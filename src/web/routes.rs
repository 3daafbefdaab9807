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

    /// Adds the address to the program. Other methods are answered 405 with `Allow`.
    pub fn on(self, config: &mut ServiceConfig) {
        let writes = self
            .methods
            .iter()
            .any(|(method, _)| method == Method::POST);
        let reads = self.methods.iter().any(|(method, _)| method == Method::GET);
        let allowed = match (reads, writes) {
            (true, true) => "GET, HEAD, POST",
            (true, false) => "GET, HEAD",
            _ => "POST",
        };
        if let Ok(mut all) = REGISTERED.lock() {
            all.extend(reads.then(|| (self.path.to_owned(), "GET")));
            all.extend(writes.then(|| (self.path.to_owned(), "POST")));
        }
        let mut resource = web::resource(self.path.replace("id}", r"id:\d{1,19}}"));
        for (_, one) in self.methods {
            resource = resource.route(one);
        }
        let refuse =
            move || async move { Err::<HttpResponse, _>(AppError::MethodNotAllowed(allowed)) };
        config.service(
            resource
                .default_service(web::to(refuse))
                .wrap(from_fn(panics::catch)),
        );
    }
}
