//! Renders every component on sample pages, to look at and to check in a browser.

use super::{forms::FormView, shell::*, view::*};
use crate::i18n::{Lang, Message};
use askama::Template;
use chrono::{NaiveDate, NaiveDateTime};

#[derive(Template)]
#[template(path = "gallery/sign_in.html")]
struct SignIn {
    ui: Shell,
    form: FormView,
}

struct Row {
    id: i64,
    name: String,
    kind: &'static str,
    number: &'static str,
    city: &'static str,
    members: i64,
    status: (&'static str, &'static str),
    updated: NaiveDateTime,
}

#[derive(Template)]
#[template(path = "gallery/list.html", blocks = ["list"])]
struct List {
    ui: Shell,
    form: FormView,
    q: String,
    columns: Vec<Column>,
    choices: Vec<ColumnChoice>,
    cities: Vec<Choice>,
    statuses: Vec<Choice>,
    chips: Vec<Chip>,
    rows: Vec<Row>,
    pager: Pager,
}

struct TagLink {
    name: &'static str,
    href: &'static str,
}

#[derive(Template)]
#[template(path = "gallery/record.html")]
struct Record {
    ui: Shell,
    form: FormView,
    tags: Vec<TagLink>,
    entries: Vec<Entry>,
    founded: NaiveDate,
    roles: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "gallery/settings.html")]
struct Settings {
    ui: Shell,
    form: FormView,
    languages: Vec<Choice>,
    themes: Vec<Choice>,
    densities: Vec<Choice>,
    conflicts: Vec<Conflict>,
}

#[derive(Template)]
#[template(path = "errors/page.html")]
struct ErrorPage {
    ui: Shell,
    title: String,
    message: String,
}

#[derive(Template)]
#[template(path = "errors/toast.html")]
struct ErrorToast {
    ui: Shell,
    message: String,
}

#[derive(Template)]
#[template(path = "help/index.html")]
struct Help {
    ui: Shell,
}

fn shell(lang: Lang, theme: &'static str, density: &'static str, path: &str) -> Shell {
    Shell {
        lang,
        theme,
        density,
        path: path.into(),
        hotkeys: true,
        org_name: "Föreningen Norrsken".into(),
        actor: Some(ShellActor { name: "Åsa Lindqvist".into(), role: "admin" }),
        can: Can { edit_records: true },
        flash: vec![],
    }
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn choices(pairs: &[(&str, &str)]) -> Vec<Choice> {
    pairs.iter().map(|(value, label)| Choice::new(*value, label)).collect()
}

fn list(ui: Shell) -> List {
    let names = ["Bergsjöns Odlarförening", "IF Älgen", "Stiftelsen Solrosen", "Kvarnby Folkets Hus", "Västerås Schacksällskap", "Nordic Timber AB", "BK Höjden", "Åkerbo hembygdsförening", "Ölands Segelsällskap", "Häuslers Bageri", "مؤسسة النور", "A very long organisation name that goes on and on until the column cannot hold it any longer", "Föreningen Rädda Tjädern"];
    let cities = ["Göteborg", "Umeå", "Lund", "Malmö", "Västerås", "Kiruna"];
    let states = [("Active", "success"), ("Prospect", "accent"), ("Former", "")];
    let label = |key: &str| ui.t(key).to_string();
    let column = |id, text: &str, sort, class| Column { id, label: text.into(), href: format!("list.html?sort={id}"), sort, class };
    List {
        q: String::new(),
        form: FormView::default().with("city", "Lund").with("city", "Umeå"),
        columns: vec![
            column("name", "Name", "ascending", ""), column("kind", "Kind", "", "opt"), column("number", "Number", "", "opt"),
            column("city", "City", "", ""), column("status", "Status", "", ""), column("members", "Members", "", "num opt"),
            column("updated", &label("common-updated-at"), "", "opt"),
        ],
        choices: ["Name", "Kind", "Number", "City", "Status", "Members", "Owner", "Country"].iter().enumerate()
            .map(|(n, text)| ColumnChoice { id: ["name", "kind", "number", "city", "status", "members", "owner", "country"][n], label: (*text).into(), shown: n < 6 }).collect(),
        cities: choices(&[("Göteborg", "Göteborg"), ("Lund", "Lund"), ("Umeå", "Umeå")]),
        statuses: choices(&[("active", "Active"), ("prospect", "Prospect")]),
        chips: vec![Chip { text: "City: Lund".into(), href: "list.html".into() }, Chip { text: "City: Umeå".into(), href: "list.html".into() }, Chip { text: "Status: Active".into(), href: "list.html".into() }],
        rows: (0..25).map(|n| Row {
            id: n, name: names[n as usize % names.len()].into(), kind: ["Association", "Company", "Public body"][n as usize % 3], number: "802481-1234",
            city: cities[n as usize % cities.len()], members: (n * 7919) % 5000, status: states[n as usize % 3], updated: at("2026-03-14 08:05"),
        }).collect(),
        pager: Pager {
            count: "1,240 accounts".into(), first: None, previous: None, next: Some("list.html?after=x".into()), last: Some("list.html?last".into()),
            sizes: [25, 50, 100].iter().map(|rows| PageSize { rows: *rows, href: format!("list.html?rows={rows}"), current: *rows == 25 }).collect(),
        },
        ui,
    }
}

fn record(ui: Shell) -> Record {
    let changed = |label: &str, before: &str, after: &str| ChangedValue { label: label.into(), before: before.into(), after: after.into() };
    let entry = |icon, sentence: &str, when: &str, changes| Entry { icon, who: "Åsa Lindqvist".into(), sentence: sentence.into(), href: String::new(), via: String::new(), at: at(when), records: vec![ChangedRecord { values: changes, ..ChangedRecord::default() }], more: String::new() };
    Record {
        form: FormView::default().with("phone", "070-123 45 6x").error("phone", Message::new("common-unknown")),
        tags: vec![TagLink { name: "member", href: "list.html?tag=member" }, TagLink { name: "nyhetsbrev", href: "list.html?tag=n" }, TagLink { name: "årsmöte 2026", href: "list.html?tag=a" }],
        entries: vec![
            entry("pencil", "changed the e-mail address", "2026-03-14 08:05", vec![changed("E-mail", "info@odlarna.example", "styrelsen@odlarna.example"), changed("Phone", "", "070-123 45 67")]),
            entry("user-plus", "added Kerstin Öberg as Ordförande", "2026-03-12 14:40", vec![]),
            entry("upload", "imported this from foreningar.csv", "2026-02-01 09:00", vec![]),
        ],
        founded: NaiveDate::from_ymd_opt(1987, 5, 2).unwrap(),
        roles: choices(&[("chair", "Ordförande"), ("treasurer", "Kassör")]),
        ui,
    }
}

fn settings(ui: Shell) -> Settings {
    let option = |key: &str, value: &str| Choice::new(value, ui.t(key));
    Settings {
        form: FormView::default().with("language", "sv").with("theme", "auto").with("density", "normal").with("hotkeys", "true").with("name", "Åsa"),
        languages: Lang::ALL.iter().map(|lang| Choice::new(lang.code(), lang.endonym())).collect(),
        themes: vec![option("common-theme-auto", "auto"), option("common-theme-light", "light"), option("common-theme-dark", "dark")],
        densities: vec![option("common-density-compact", "compact"), option("common-density-normal", "normal"), option("common-density-roomy", "roomy")],
        conflicts: vec![
            Conflict { label: "E-mail".into(), yours: "asa@norrsken.example".into(), theirs: "asa.lindqvist@norrsken.example".into() },
            Conflict { label: "Phone".into(), yours: "070-123 45 67".into(), theirs: "".into() },
        ],
        ui,
    }
}

/// Each sample page with its file name.
fn pages(lang: Lang, theme: &'static str) -> Vec<(&'static str, String)> {
    let ui = |path| shell(lang, theme, "normal", path);
    let mut public = ui("/login");
    public.actor = None;
    let form = FormView::default().with("email", "åsa@").error("email", Message::new("errors-invalid")).error("password", Message::new("common-failed"));
    let mut flashed = ui("/accounts");
    flashed.flash = vec![
        Flash { level: "success", text: flashed.t("common-saved-named").arg("name", "IF Älgen").to_string() },
        Flash { level: "error", text: flashed.t("common-offline").to_string() },
    ];
    let error = |key: &str| (lang.text(&format!("errors-{key}-title")).to_string(), lang.text(&format!("errors-{key}")).to_string());
    let (title, message) = error("forbidden");
    let listing = list(flashed);
    vec![
        ("sign_in.html", SignIn { ui: public, form }.render().unwrap()),
        ("fragment.html", listing.as_list().render().unwrap()),
        ("list.html", listing.render().unwrap()),
        ("record.html", record(ui("/accounts")).render().unwrap()),
        ("settings.html", settings(ui("/settings")).render().unwrap()),
        ("error.html", ErrorPage { ui: ui("/x"), title, message: message.clone() }.render().unwrap()),
        ("toast.html", ErrorToast { ui: ui("/x"), message }.render().unwrap()),
        ("help.html", Help { ui: ui("/help") }.render().unwrap()),
    ]
}

#[test]
fn every_sample_page_renders_in_both_languages() {
    for lang in Lang::ALL {
        for theme in ["light", "dark"] {
            for (name, html) in pages(lang, theme) {
                assert!(!html.contains("common-"), "{name} shows a key");
                if let Ok(folder) = std::env::var("GALLERY_DIR") {
                    let folder = format!("{folder}/{}-{theme}", lang.code());
                    std::fs::create_dir_all(&folder).unwrap();
                    std::fs::write(format!("{folder}/{name}"), html).unwrap();
                }
            }
        }
    }
}
