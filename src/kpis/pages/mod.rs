//! HTML and htmx handlers of KPIs: extract, one `db.run`, respond.

mod cells;
mod definitions;
mod grid;
mod grid_cell;
mod index;
mod locks;
mod missing;
mod show;
mod targets;

use crate::web::routes::route;
use actix_web::web::ServiceConfig;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/kpis")
        .get(index::index)
        .post(definitions::create)
        .on(config);
    route("/kpis/new").get(definitions::new).on(config);
    route("/kpis/missing").get(missing::index).on(config);
    route("/kpis/values")
        .get(grid::show)
        .post(grid::save)
        .on(config);
    route("/kpis/locks/{period}")
        .get(locks::show)
        .post(locks::lock)
        .on(config);
    route("/kpis/locks/{period}/removal")
        .post(locks::unlock)
        .on(config);
    route("/kpis/{id}")
        .get(show::show)
        .post(definitions::update)
        .on(config);
    route("/kpis/{id}/values.csv").get(show::file).on(config);
    route("/kpis/{id}/values/{period}")
        .get(cells::show)
        .post(cells::save)
        .on(config);
    route("/kpis/{id}/targets")
        .get(targets::show)
        .post(targets::save)
        .on(config);
    route("/kpis/{id}/edit").get(definitions::edit).on(config);
    route("/kpis/{id}/archival")
        .post(definitions::archive)
        .on(config);
    route("/kpis/{id}/archival/removal")
        .post(definitions::unarchive)
        .on(config);
}
