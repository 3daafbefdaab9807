//! Renders every component on sample pages, to look at and to check in a browser.

mod listing;

use super::list::ListView;
use super::shell::{Flash, Shell, ShellActor};
use super::view::{ChangedValue, Choice, Conflict, Entry};
use super::{FieldErrors, FormView};
use crate::auth::Role;
use crate::i18n::{Lang, Message};
use askama::Template;
use chrono::{NaiveDate, NaiveDateTime};

#[derive(Template)]
#[template(path = "gallery/sign_in.html")]
struct SignIn {
    ui: Shell,
    form: FormView,
}

#[derive(Template)]
#[template(path = "gallery/list.html", blocks = ["list"])]
struct List {
    ui: Shell,
    list: ListView,
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
    request_id: String,
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

fn shell(lang: Lang, theme: &'static str, path: &str) -> Shell {
    let mut ui = Shell::bare(lang);
    ui.theme = theme;
    ui.density = "normal";
    ui.path = path.into();
    ui.hotkeys = true;
    ui.org_name = "Föreningen Norrsken".into();
    ui.actor = Some(ShellActor {
        name: "Åsa Lindqvist".into(),
        role: Role::Admin,
    });
    ui
}

fn form(values: &[(&str, &str)], wrong: &[(&'static str, &'static str)]) -> FormView {
    let pairs: Vec<_> = values
        .iter()
        .map(|(name, value)| ((*name).into(), (*value).into()))
        .collect();
    let errors: FieldErrors = wrong
        .iter()
        .map(|(name, key)| (*name, vec![Message::new(key)]))
        .collect();
    FormView::from_pairs(&pairs).with_errors(errors)
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn choices(pairs: &[(&str, &str)]) -> Vec<Choice> {
    pairs
        .iter()
        .map(|(value, label)| Choice::new(*value, label))
        .collect()
}

fn record(ui: Shell) -> Record {
    let changed = |label: &str, before: &str, after: &str| ChangedValue {
        label: label.into(),
        before: before.into(),
        after: after.into(),
    };
    let entry = |icon, sentence: &str, when: &str, changes| Entry {
        icon,
        who: "Åsa Lindqvist".into(),
        sentence: sentence.into(),
        at: at(when),
        changes,
    };
    Record {
        form: form(
            &[("phone", "070-123 45 6x")],
            &[("phone", "common-unknown")],
        ),
        tags: vec![
            TagLink {
                name: "member",
                href: "list.html?tag=member",
            },
            TagLink {
                name: "nyhetsbrev",
                href: "list.html?tag=n",
            },
            TagLink {
                name: "årsmöte 2026",
                href: "list.html?tag=a",
            },
        ],
        entries: vec![
            entry(
                "pencil",
                "changed the e-mail address",
                "2026-03-14 08:05",
                vec![
                    changed(
                        "E-mail",
                        "info@odlarna.example",
                        "styrelsen@odlarna.example",
                    ),
                    changed("Phone", "", "070-123 45 67"),
                ],
            ),
            entry(
                "user-plus",
                "added Kerstin Öberg as Ordförande",
                "2026-03-12 14:40",
                vec![],
            ),
            entry(
                "upload",
                "imported this from foreningar.csv",
                "2026-02-01 09:00",
                vec![],
            ),
        ],
        founded: NaiveDate::from_ymd_opt(1987, 5, 2).unwrap(),
        roles: choices(&[("chair", "Ordförande"), ("treasurer", "Kassör")]),
        ui,
    }
}

fn settings(ui: Shell) -> Settings {
    let option = |key: &str, value: &str| Choice::new(value, ui.t(key));
    Settings {
        form: form(
            &[
                ("language", "sv"),
                ("theme", "auto"),
                ("density", "normal"),
                ("hotkeys", "true"),
                ("name", "Åsa"),
            ],
            &[],
        ),
        languages: Lang::ALL
            .iter()
            .map(|lang| Choice::new(lang.code(), lang.endonym()))
            .collect(),
        themes: vec![
            option("common-theme-auto", "auto"),
            option("common-theme-light", "light"),
            option("common-theme-dark", "dark"),
        ],
        densities: vec![
            option("common-density-compact", "compact"),
            option("common-density-normal", "normal"),
            option("common-density-roomy", "roomy"),
        ],
        conflicts: vec![
            Conflict {
                label: "E-mail".into(),
                yours: "asa@norrsken.example".into(),
                theirs: "asa.lindqvist@norrsken.example".into(),
            },
            Conflict {
                label: "Phone".into(),
                yours: "070-123 45 67".into(),
                theirs: "".into(),
            },
        ],
        ui,
    }
}

/// Each sample page with its file name.
fn pages(lang: Lang, theme: &'static str) -> Vec<(&'static str, String)> {
    let ui = |path| shell(lang, theme, path);
    let mut public = ui("/login");
    public.actor = None;
    let form = form(
        &[("email", "åsa@")],
        &[("email", "errors-invalid"), ("password", "common-failed")],
    );
    let mut flashed = ui("/accounts");
    flashed.flash = vec![
        Flash {
            level: "success".into(),
            text: flashed
                .t("common-saved-named")
                .arg("name", "IF Älgen")
                .to_string(),
        },
        Flash {
            level: "error".into(),
            text: flashed.t("common-offline").to_string(),
        },
    ];
    let error = |key: &str| {
        (
            lang.text(&format!("errors-{key}-title")).to_string(),
            lang.text(&format!("errors-{key}")).to_string(),
        )
    };
    let (title, message) = error("forbidden");
    let list = listing::list(&flashed, "city=l&status=active&status=former", 25);
    let listing = List { ui: flashed, list };
    let empty = ui("/accounts");
    let nothing = listing::list(&empty, "", 0);
    let empty = List {
        ui: empty,
        list: nothing,
    };
    vec![
        (
            "sign_in.html",
            SignIn { ui: public, form }.render().unwrap(),
        ),
        ("fragment.html", listing.as_list().render().unwrap()),
        ("list.html", listing.render().unwrap()),
        ("empty.html", empty.render().unwrap()),
        ("record.html", record(ui("/accounts")).render().unwrap()),
        ("settings.html", settings(ui("/settings")).render().unwrap()),
        (
            "error.html",
            ErrorPage {
                ui: ui("/x"),
                title,
                message: message.clone(),
                request_id: "01K9ZQ4T7M".into(),
            }
            .render()
            .unwrap(),
        ),
        (
            "toast.html",
            ErrorToast {
                ui: ui("/x"),
                message,
            }
            .render()
            .unwrap(),
        ),
        ("help.html", Help { ui: ui("/help") }.render().unwrap()),
    ]
}

#[test]
fn every_sample_page_renders_in_both_languages() {
    for lang in Lang::ALL {
        for theme in ["light", "dark"] {
            for (name, html) in pages(lang, theme) {
                assert!(!html.contains(">common-"), "{name} shows a key");
                if let Ok(folder) = std::env::var("GALLERY_DIR") {
                    let folder = format!("{folder}/{}-{theme}", lang.code());
                    std::fs::create_dir_all(&folder).unwrap();
                    std::fs::write(format!("{folder}/{name}"), html).unwrap();
                }
            }
        }
    }
}
