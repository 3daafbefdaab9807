//! The catalogues in memory: plain texts in a map, texts with variables in a Fluent bundle.

use super::{Arg, Lang, format};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::{LazyLock, Mutex},
};

macro_rules! sources {
    ($lang:literal, $($slice:literal),* $(,)?) => {
        [$(include_str!(concat!("messages/", $lang, "/", $slice, ".ftl"))),*]
    };
}

/// One line per slice keeps the two languages the same set of files.
macro_rules! slices {
    ($lang:literal) => {
        sources!(
            $lang,
            "common",
            "fields",
            "accounts",
            "contacts",
            "affiliations",
            "tags",
            "views",
            "search",
            "bulk",
            "duplicates",
            "merges",
            "users",
            "sessions",
            "audit",
            "imports",
            "exports",
            "dashboard",
            "errors",
            "operations",
            "undo",
            "trash",
            "settings",
            "mail",
            "demo",
            "api",
            "kpis"
        )
    };
}

static SV: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Lang::Sv, &slices!("sv"), grouped_sv));
static EN: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Lang::En, &slices!("en"), grouped_en));
static MISSING: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);

type NumberFormat = fn(&FluentValue, &IntlLangMemoizer) -> Option<String>;

struct Catalogue {
    /// Texts without variables, ready to print.
    plain: HashMap<String, Box<str>>,
    /// Every text's variables.
    variables: BTreeMap<String, BTreeSet<String>>,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Sv => &SV,
            Lang::En => &EN,
        }
    }

    fn read(lang: Lang, sources: &[&str], numbers: NumberFormat) -> Self {
        let mut bundle =
            FluentBundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
        // Texts land in elements of their own; the isolation marks would only show up in copied text.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers));
        let mut variables = BTreeMap::new();
        for source in sources {
            variables.extend(variables_in(source));
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(part, errors)| {
                    log::error!("a message catalogue has mistakes: {errors:?}");
                    part
                });
            if let Err(errors) = bundle.add_resource(resource) {
                log::error!("a message catalogue repeats a key: {errors:?}");
            }
        }
        let plain = variables
            .iter()
            .filter(|(_, names)| names.is_empty())
            .filter_map(|(key, _)| Some((key.clone(), formatted(&bundle, key, None)?.into())))
            .collect();
        Self {
            plain,
            variables,
            bundle,
        }
    }
}

/// The keys of one language, sorted.
pub fn keys(lang: Lang) -> Vec<String> {
    Catalogue::of(lang).variables.keys().cloned().collect()
}

/// The variables that the text `key` names, sorted; empty for a key that does not exist.
pub fn variables(lang: Lang, key: &str) -> Vec<String> {
    let names = Catalogue::of(lang).variables.get(key);
    names.into_iter().flatten().cloned().collect()
}

/// Whether there is a text `key`.
pub(super) fn has(lang: Lang, key: &str) -> bool {
    Catalogue::of(lang).variables.contains_key(key)
}

/// The text `key` with each of its variables asked for by name.
pub(super) fn filled(lang: Lang, key: &str, value: impl Fn(&str) -> Arg) -> String {
    let names = Catalogue::of(lang).variables.get(key);
    let args: Vec<(&'static str, Arg)> = names
        .into_iter()
        .flatten()
        .map(|name| (name.as_str(), value(name)))
        .collect();
    format(lang, key, &args)
}

/// The text `key` if it needs no arguments: a lookup and nothing more.
pub(super) fn plain(lang: Lang, key: &str) -> Option<&'static str> {
    Catalogue::of(lang).plain.get(key).map(AsRef::as_ref)
}

/// The text `key` filled in; the key itself if there is no such text.
pub(super) fn format(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    if let Some(text) = plain(lang, key) {
        return text.to_owned();
    }
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        match arg {
            Arg::Int(n) => values.set(*name, *n),
            Arg::Text(text) => values.set(*name, text.as_str()),
        }
    }
    formatted(&Catalogue::of(lang).bundle, key, Some(&values)).unwrap_or_else(|| {
        report_missing(lang, key);
        key.to_owned()
    })
}

fn formatted(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: Option<&FluentArgs>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, args, &mut errors)
        .into_owned();
    if !errors.is_empty() {
        log::warn!("message {key}: {errors:?}");
    }
    Some(text)
}

fn report_missing(lang: Lang, key: &str) {
    // A poisoned set still tells what was reported.
    let mut seen = MISSING
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    // Bounded: a key may be made from data.
    if seen.len() < 1000 && seen.insert(format!("{}/{key}", lang.code())) {
        log::error!("no message {key} in {}", lang.code());
    }
}

/// Key and variables of each message of a catalogue file. A message starts in the first column and goes on indented.
fn variables_in(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in source.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            current = line.split_once('=').map(|(key, _)| key.trim().to_owned());
        } else if line.starts_with(['#', '-']) {
            current = None;
        }
        if let Some(key) = &current {
            let names: &mut BTreeSet<String> = found.entry(key.clone()).or_default();
            names.extend(line.split('$').skip(1).map(identifier));
        }
    }
    found
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect()
}

fn grouped_sv(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    grouped(Lang::Sv, value)
}

fn grouped_en(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    grouped(Lang::En, value)
}

fn grouped(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        // Only whole numbers are ever passed, far below 2^53.
        #[allow(clippy::cast_possible_truncation)]
        FluentValue::Number(n) => Some(format::int(lang, n.value as i64)),
        _ => None,
    }
}
