//! The controls of a form, read from the page.
use scraper::{ElementRef, Html};

use super::html;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Text,
    /// A check box, or an option of a list that takes several.
    Many,
    /// A radio button, or an option of a list that takes one.
    One,
}

#[derive(Debug)]
pub struct Control {
    pub kind: Kind,
    pub name: String,
    pub value: String,
    pub on: bool,
}

#[derive(Debug)]
pub struct Button {
    pub text: String,
    pub name: Option<String>,
    pub value: String,
    pub action: Option<String>,
}

/// Inside the form or pointing at it, and able to be sent.
pub fn belongs(control: ElementRef<'_>, form: ElementRef<'_>, page: &Html) -> bool {
    let owner = match control.attr("form") {
        Some(id) => html::all(page, "form")
            .into_iter()
            .find(|other| other.attr("id") == Some(id)),
        None => control
            .ancestors()
            .filter_map(ElementRef::wrap)
            .find(|up| up.value().name() == "form"),
    };
    let fenced = control
        .ancestors()
        .filter_map(ElementRef::wrap)
        .any(|up| up.value().name() == "fieldset" && up.attr("disabled").is_some());
    owner.is_some_and(|owner| owner.id() == form.id())
        && control.attr("disabled").is_none()
        && !fenced
}

/// Sorts one element into the fields or the buttons.
pub fn read_control(
    control: ElementRef<'_>,
    controls: &mut Vec<Control>,
    buttons: &mut Vec<Button>,
) {
    let attr = |name: &str| control.attr(name).unwrap_or_default().to_owned();
    let (tag, kind) = (control.value().name(), attr("type"));
    let name = attr("name");
    let mut add = |kind, value, on| {
        controls.push(Control {
            kind,
            name: name.clone(),
            value,
            on,
        })
    };
    match (tag, kind.as_str()) {
        ("button", "button" | "reset") | ("input", "button" | "reset" | "file") => {}
        ("button", _) | ("input", "submit" | "image") => buttons.push(Button {
            text: if tag == "button" {
                html::text(control)
            } else {
                attr("value")
            },
            name: control.attr("name").map(str::to_owned),
            value: attr("value"),
            action: control.attr("formaction").map(str::to_owned),
        }),
        _ if name.is_empty() => {}
        ("select", _) => read_options(control, add),
        // The parser drops the first line break, as the browser does.
        ("textarea", _) => add(Kind::Text, control.text().collect::<String>(), true),
        (_, "checkbox" | "radio") => {
            let value = control.attr("value").unwrap_or("on").to_owned();
            add(
                if kind == "radio" {
                    Kind::One
                } else {
                    Kind::Many
                },
                value,
                control.attr("checked").is_some(),
            );
        }
        _ => add(Kind::Text, attr("value"), true),
    }
}

/// A list that takes one sends its first option if none is chosen.
fn read_options(list: ElementRef<'_>, mut add: impl FnMut(Kind, String, bool)) {
    let many = list.attr("multiple").is_some();
    let selector = html::selector("option");
    let options: Vec<ElementRef<'_>> = list.select(&selector).collect();
    let chosen = options
        .iter()
        .rposition(|option| option.attr("selected").is_some())
        .unwrap_or(0);
    for (at, option) in options.iter().enumerate() {
        let value = option
            .attr("value")
            .map(str::to_owned)
            .unwrap_or_else(|| html::text(*option));
        let on = if many {
            option.attr("selected").is_some()
        } else {
            at == chosen
        };
        add(if many { Kind::Many } else { Kind::One }, value, on);
    }
}
