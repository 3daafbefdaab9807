//! Handlers of the page after sign-in.

mod arrange;
mod index;

use crate::web::routes::route;
use actix_web::web::ServiceConfig;

/// Its addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/").get(index::index).on(config);
    route("/dashboards/mine")
        .get(arrange::mine)
        .post(arrange::save_mine)
        .on(config);
    route("/dashboards/mine/removal")
        .post(arrange::reset_mine)
        .on(config);
    route("/dashboards/tiles/{tile}")
        .get(index::tile)
        .on(config);
    route("/dashboards/{role}")
        .get(arrange::of_role)
        .post(arrange::save_of_role)
        .on(config);
    route("/dashboards/{role}/removal")
        .post(arrange::reset_of_role)
        .on(config);
}
