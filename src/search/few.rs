//! Tags, KPIs, saved views, pages and actions: few enough to be looked through as they are.

use super::hits::{Group, Hit};
use crate::auth::Actor;
use crate::db::Conn;
use crate::search_index::{Query, fits};
use crate::web::Shell;
use crate::{kpis, tags};
use diesel::QueryResult;

/// Something with a name.
struct Named {
    id: String,
    href: String,
    icon: &'static str,
    name: String,
    /// By what else it is found.
    words: String,
    detail: String,
}

/// The KPIs that fit.
pub fn kpis(conn: &mut Conn, actor: &Actor, readings: &[Query], most: usize) -> QueryResult<Group> {
    let all = kpis::queries::all(conn, actor, None, false)?;
    let named = all.into_iter().map(|kpi| Named {
        id: format!("kpi-{}", kpi.id),
        href: format!("/kpis/{}", kpi.id),
        icon: "chart-column",
        name: kpi.name,
        words: kpi.meaning.clone(),
        detail: kpi.meaning.chars().take(80).collect(),
    });
    Ok(group("kpi", "kpis-title", readings, named, most))
}

/// The tags that fit; they lead to the accounts that carry them.
pub fn tags(conn: &mut Conn, readings: &[Query], most: usize) -> QueryResult<Group> {
    let all = tags::all(conn)?;
    let named = all.into_iter().map(|tag| Named {
        id: format!("tag-{}", tag.id),
        href: tag.mark("/accounts").href,
        icon: "tag",
        name: tag.name,
        words: String::new(),
        detail: String::new(),
    });
    Ok(group("tag", "tags-title", readings, named, most))
}

/// The pages and actions that the person may use, and their saved views.
pub fn places(ui: &Shell, readings: &[Query], most: usize) -> Group {
    let view = |view: &crate::web::MenuView| Named {
        id: format!("view-{}", view.id),
        href: view.href.clone(),
        icon: "star",
        name: view.name.clone(),
        words: String::new(),
        detail: ui.t("views-title").to_string(),
    };
    let menu = ui
        .nav()
        .into_iter()
        .map(|item| (item.href, item.label, item.icon));
    let page = |(href, label, icon): (&'static str, String, &'static str)| Named {
        id: format!("page{}", href.replace('/', "-")),
        href: href.to_owned(),
        icon,
        name: label,
        // The address is English, whatever the reader's language.
        words: href.replace(['/', '-'], " "),
        detail: String::new(),
    };
    let actions = actions(ui)
        .into_iter()
        .map(|(href, key, icon)| (href, ui.t(key).to_string(), icon));
    let named = actions
        .chain(menu)
        .map(page)
        .chain(ui.views.iter().map(view));
    group("page", "search-pages", readings, named, most)
}

/// What can be done from anywhere.
fn actions(ui: &Shell) -> Vec<(&'static str, &'static str, &'static str)> {
    let can = ui.can;
    let all = [
        ("/accounts/new", "accounts-new", "plus", can.edit_records),
        ("/contacts/new", "contacts-new", "plus", can.edit_records),
        ("/kpis/values", "kpis-tab-values", "pencil", true),
        ("/kpis/new", "kpis-new", "plus", can.manage_kpis),
        (
            "/exports/accounts",
            "search-export-accounts",
            "download",
            can.export_records,
        ),
        (
            "/exports/contacts",
            "search-export-contacts",
            "download",
            can.export_records,
        ),
        (
            "/invitations/new",
            "search-invite",
            "user-plus",
            can.manage_people,
        ),
        ("/saved-views", "views-title", "star", true),
        ("/settings", "common-my-settings", "settings", true),
        ("/settings/sessions", "common-my-sessions", "monitor", true),
        ("/settings/password", "search-password", "lock", true),
        ("/help", "common-help", "circle-question-mark", true),
    ];
    let may = all.into_iter().filter(|(.., may)| *may);
    may.map(|(href, key, icon, _)| (href, key, icon)).collect()
}

fn group(
    code: &'static str,
    title: &'static str,
    readings: &[Query],
    all: impl Iterator<Item = Named>,
    most: usize,
) -> Group {
    let mut hits: Vec<(Hit, String)> = Vec::new();
    for one in all {
        let fitting = readings
            .iter()
            .find_map(|query| Some((query, fits(query, &one.name, &one.words)?)));
        if let Some((query, rank)) = fitting {
            let hit = Hit::new(one.id, one.href, one.icon, &one.name, query);
            hits.push((hit.detailed(&[one.detail], query).ranked(rank), one.name));
        }
    }
    hits.sort_by(|(a, a_name), (b, b_name)| a.rank.cmp(&b.rank).then_with(|| a_name.cmp(b_name)));
    hits.truncate(most);
    Group {
        code,
        title,
        hits: hits.into_iter().map(|(hit, _)| hit).collect(),
        more: String::new(),
    }
}
