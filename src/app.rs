//! Middleware in order, then one `.configure(slice::routes)` per slice: every route is visible from here.

mod cookie;

use crate::audit::Movings;
use crate::audit::Reverser;
use crate::auth::MaybeSignedIn;
use crate::config::Config;
use crate::db::embedded::{Durability, Embedded};
use crate::db::{Db, migrations};
use crate::web::panels::Panels;
use crate::web::{
    AppError, Clock, State, assets, csrf, headers, other_sites, render_errors, routes,
};
use crate::{
    accounts, api_docs, api_keys, bulk, contacts, dashboard, demo, drafts, exports, health, help,
    imports, jobs, kpis, mail, merges, saved_views, search, sessions, settings, tags, trail, trash,
    undo, users,
};
use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data, PathConfig, QueryConfig, ServiceConfig};
use actix_web::{App, HttpResponse, HttpServer};
use std::net::TcpListener;
use std::time::Duration;

/// What the slices show on each other's pages.
pub const PANELS: Panels = Panels {
    account: &[contacts::account_panel, trail::account_history],
    contact: &[trail::contact_history],
    lists: &[&accounts::listing::LIST, &contacts::listing::LIST],
    menu: Some(saved_views::menu),
    operation: &[undo::operation_panel],
};

/// How the slices take back changes of their rows, each once.
pub const REVERSERS: &[&dyn Reverser] = &[
    &accounts::Reversal,
    &contacts::Reversal,
    &contacts::affiliations::Reversal,
    &kpis::reversers::Definitions,
    &kpis::reversers::Values,
    &kpis::reversers::Targets,
    &kpis::reversers::Locks,
    &tags::Reversal,
];

/// What goes along when two records are merged.
pub const MOVINGS: Movings = Movings {
    account: &[
        contacts::affiliations::merging::OF_ACCOUNT,
        accounts::merging::CHILDREN,
        tags::merging::OF_ACCOUNT,
        kpis::merging::OF_ACCOUNT,
    ],
    contact: &[
        contacts::affiliations::merging::OF_CONTACT,
        tags::merging::OF_CONTACT,
    ],
};

/// What the worker can do.
pub const JOBS: &[jobs::Kind] = &[
    jobs::CLEAN_UP,
    kpis::counting::COUNT,
    kpis::counting::COUNT_NOW,
    merges::FIND_DUPLICATES,
    merges::FIND_DUPLICATES_NOW,
    mail::LETTER,
    undo::UNDO,
    trash::PURGE,
    bulk::JOB,
];

/// Every address of the product.
pub fn all_routes(config: &mut ServiceConfig, settings: &Config) {
    config
        .service(
            web::scope("/api")
                .configure(api_routes)
                .default_service(web::to(nowhere))
                .wrap(other_sites::cors(&settings.allowed_origins)),
        )
        .configure(assets::routes)
        .configure(drafts::routes)
        .configure(help::routes)
        .configure(dashboard::routes)
        .configure(sessions::routes)
        .configure(users::routes)
        .configure(settings::routes)
        .configure(api_keys::routes)
        .configure(tags::routes)
        .configure(saved_views::routes)
        .configure(accounts::routes)
        .configure(contacts::routes)
        .configure(bulk::routes)
        .configure(merges::routes)
        .configure(kpis::routes)
        .configure(imports::routes)
        .configure(search::routes)
        .configure(trail::routes)
        .configure(exports::routes)
        .configure(undo::routes)
        .configure(trash::routes)
        .configure(demo::routes)
        .default_service(web::to(nowhere));
}

/// Every address below `/api`: JSON, for programs.
fn api_routes(config: &mut ServiceConfig) {
    config
        .configure(health::api_routes)
        .configure(accounts::api_routes)
        .configure(contacts::api_routes)
        .configure(kpis::api::api_routes)
        .configure(trail::api::api_routes)
        .configure(trash::api_routes)
        .configure(undo::api_routes)
        .configure(users::api::api_routes)
        .configure(sessions::api::api_routes)
        .configure(api_docs::api_routes);
}

/// An address that does not exist; whoever is signed in reads so in their own language.
async fn nowhere(_: MaybeSignedIn) -> Result<HttpResponse, AppError> {
    Err(AppError::NotFound)
}

/// A server on an open listener. It leaves signals alone: `minimata serve` stops it, tests drop it.
pub fn server(state: State, listener: TcpListener) -> std::io::Result<Server> {
    let (workers, key) = (state.config.workers, cookie::key(&state.config)?);
    let data = Data::new(state);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(data.clone())
            .app_data(PathConfig::default().error_handler(|_, _| AppError::NotFound.into()))
            .app_data(QueryConfig::default().error_handler(|_, _| {
                AppError::BadRequest(crate::i18n::Message::new("errors-broken-address")).into()
            }))
            // The last one wrapped is the outermost.
            .wrap(from_fn(drafts::keep_text))
            .wrap(from_fn(csrf::guard))
            .wrap(cookie::session(&data.config, key.clone()))
            .wrap(from_fn(render_errors))
            .wrap(Compress::default())
            .wrap(from_fn(headers::frame))
            .configure(|routes| all_routes(routes, &data.config))
    });
    let server = server
        .workers(workers)
        .client_request_timeout(Duration::from_secs(10))
        .keep_alive(Duration::from_secs(75))
        .shutdown_timeout(30)
        // Without it a compressed page, written in parts, waits 40 ms for the client's delayed acknowledgement.
        .tcp_nodelay(true)
        .disable_signals()
        .listen(listener)?;
    Ok(server.run())
}

/// The database of the configuration, and the private server if it is ours: keep it for as long as the pool is used.
pub struct Opened {
    /// The pool, on an up-to-date schema.
    pub db: Db,
    /// Where the database is.
    pub options: crate::db::DatabaseOptions,
    /// The private server, where `DATABASE_URL` is not set.
    pub embedded: Option<Embedded>,
}

/// Opens the database: starts the private server where none is configured, and migrates.
pub fn open_database(config: &Config) -> Result<Opened, Box<dyn std::error::Error>> {
    let (options, embedded) = match &config.database {
        Some(options) => (options.clone(), None),
        None => {
            let embedded = Embedded::start(&config.data_dir, Durability::Durable)?;
            (
                crate::db::DatabaseOptions::parse(&embedded.url(), None, None)?,
                Some(embedded),
            )
        }
    };
    let migrating = Db::open(&options.unlimited(), 1)?;
    let holder = format!("{}-{}", std::process::id(), crate::auth::token::random()?);
    let done = migrating.run_blocking(|conn| Ok::<_, AppError>(migrations::migrate(conn, &holder)));
    done.map_err(|e| e.to_string())??;
    drop(migrating);
    let building = Db::open(&options.unlimited(), 2)?;
    search::build_if_needed(&building, Clock::system().now()).map_err(|e| e.to_string())?;
    drop(building);
    Ok(Opened {
        db: Db::open(&options, config.database_pool)?,
        options,
        embedded,
    })
}

/// The state of a program with these settings on this database.
pub fn state(config: Config, db: Db, clock: Clock) -> Result<State, String> {
    let permits = std::thread::available_parallelism().map_or(2, usize::from);
    let passwords = crate::auth::password::Passwords::new(config.argon2, permits)?;
    Ok(State {
        config: std::sync::Arc::new(config),
        db,
        clock,
        panels: PANELS,
        movings: MOVINGS,
        reversers: REVERSERS,
        passwords,
        jobs: jobs::Jobs::new(JOBS),
        turns: crate::web::turns::Turns::default(),
    })
}

/// All addresses with their methods, for the role table's test.
pub fn route_list() -> Vec<(String, &'static str)> {
    routes::registered()
}
