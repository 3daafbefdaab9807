//! What templates may not contain: words of their own, texts that do not exist, and attributes that the rules forbid.

mod source;

use source::{code, files, keys, literals, looks_like_a_key, quoted_after, root, without_code};

#[test]
fn every_text_that_templates_and_code_name_exists() {
    let keys = keys();
    let prefixes = keys
        .iter()
        .filter_map(|key| key.split('-').next())
        .collect();
    let icons = std::fs::read_to_string(root().join("static/icons.svg")).unwrap();
    let mut missing = Vec::new();
    for (path, text) in files("templates", "html") {
        for code in code(&text) {
            for key in quoted_after(&code, "ui.t(\"") {
                if !keys.contains(key) {
                    missing.push(format!("{}: {key}", path.display()));
                }
            }
            // Labels and hints are handed to macros as keys.
            let macro_call = code.contains("::");
            for text in
                literals(&code).filter(|text| macro_call && looks_like_a_key(text, &prefixes))
            {
                let address_or_id =
                    code.contains(&format!("(\"{text}\"")) && !code.contains("::submit(");
                let icon = icons.contains(&format!("id=\"{text}\""));
                if !keys.contains(text) && !address_or_id && !icon {
                    missing.push(format!("{}: {text}", path.display()));
                }
            }
        }
    }
    for (path, text) in files("src", "rs")
        .into_iter()
        .filter(|(path, _)| !path.to_string_lossy().contains("tests"))
    {
        // Whatever is quoted and looks like a key is one, but for icons and a header.
        let named = text
            .split('"')
            .filter(|text| looks_like_a_key(text, &prefixes));
        let unknown = named.filter(|key| {
            !keys.contains(*key)
                && !icons.contains(&format!("id=\"{key}\""))
                && *key != "user-agent"
        });
        missing.extend(unknown.map(|key| format!("{}: {key}", path.display())));
    }
    assert!(
        missing.is_empty(),
        "texts that no catalogue has:\n{}",
        missing.join("\n")
    );
}

/// Text that is the same in every language: the brand, the names of keys on a keyboard, a command.
const SAME_EVERYWHERE: [&str; 4] = [
    "Minimata",
    "Esc",
    "n",
    "minimata user create --email EMAIL --name NAME --role admin",
];

#[test]
fn templates_hold_no_words_of_their_own() {
    let mut found = Vec::new();
    for (path, text) in files("templates", "html") {
        let html = without_code(&text);
        let mut words: Vec<String> = html
            .split('<')
            .skip(1)
            .filter_map(|tag| Some(tag.split_once('>')?.1.to_owned()))
            .collect();
        words.push(html.split('<').next().unwrap_or_default().to_owned());
        // A macro may be nothing but attributes.
        words.retain(|text| !text.contains("=\""));
        for name in ["aria-label", "placeholder", "title", "alt", "hx-confirm"] {
            words.extend(quoted_after(&html, &format!(" {name}=\"")).map(str::to_owned));
        }
        let entities = [
            "&nbsp;", "&middot;", "&amp;", "&mdash;", "&ndash;", "&rarr;",
        ];
        for word in words {
            let bare = entities
                .iter()
                .fold(word, |word, entity| word.replace(entity, " "));
            let bare = bare.trim_matches(|c: char| !c.is_alphabetic());
            if !bare.is_empty() && !SAME_EVERYWHERE.contains(&bare) {
                found.push(format!("{}: {bare}", path.display()));
            }
        }
    }
    assert!(
        found.is_empty(),
        "words that belong in a catalogue:\n{}",
        found.join("\n")
    );
}

#[test]
fn asvs_3_2_2_templates_use_no_forbidden_attribute() {
    let forbidden = [
        "hx-on",
        "js:",
        "javascript:",
        "hx-live",
        "hx-swap-oob",
        "hx-disable",
        "hx-select",
        "hx-put",
        "hx-patch",
        "hx-delete",
        "hx-query",
        "hx-ext",
        "hx-vars",
        "hx-headers",
        "hx-history",
        "style=",
        "<style",
        " onclick",
        " onchange",
        " onsubmit",
        " oninput",
        " onload",
        " onerror",
        "from:body",
        "data-hx-",
    ];
    let mut found = Vec::new();
    for (path, text) in files("templates", "html") {
        let html = without_code(&text);
        for word in forbidden.iter().filter(|word| html.contains(**word)) {
            found.push(format!("{}: {word}", path.display()));
        }
        if quoted_after(&html, "hx-trigger=\"").any(|trigger| trigger.contains('[')) {
            found.push(format!("{}: a filter in hx-trigger", path.display()));
        }
        if html
            .split("<script")
            .skip(1)
            .any(|rest| !rest.split('>').next().unwrap_or_default().contains("src="))
        {
            found.push(format!("{}: a script in the page", path.display()));
        }
    }
    assert!(
        found.is_empty(),
        "forbidden by the rules of the interface:\n{}",
        found.join("\n")
    );
}

const OUR_MARKUP: [&str; 7] = [
    "{{ markup|safe }}",
    "{{ tile.markup|safe }}",
    "{{ panel|safe }}",
    "{{ progress|safe }}",
    "{{ tags|safe }}",
    "{{ duplicates|safe }}",
    "{{ page.duplicates|safe }}",
];

#[test]
fn asvs_1_2_3_nothing_that_people_typed_is_printed_unescaped() {
    let mut found = Vec::new();
    for (path, text) in files("templates", "html") {
        found.extend(
            code(&text)
                .into_iter()
                .filter(|code| code.contains("|safe") || code.contains("| safe"))
                // Parts of the page that another template of ours has rendered.
                .filter(|code| !OUR_MARKUP.contains(&code.as_str()))
                .map(|code| format!("{}: {code}", path.display())),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn writing_forms_send_once() {
    for (path, text) in files("templates", "html") {
        for form in text
            .split("<form")
            .skip(1)
            .filter_map(|rest| rest.split('>').next())
        {
            if form.contains("method=\"post\"") {
                let once = form.contains("hx-sync=") || form.contains("hx-boost=\"false\"");
                assert!(
                    once,
                    "{}: a POST form without hx-sync=\"this:drop\": {form}",
                    path.display()
                );
            }
        }
    }
}
