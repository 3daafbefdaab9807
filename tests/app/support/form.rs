//! A form as the browser holds it: every control with its present value, and its buttons.
use scraper::{ElementRef, Html};
use url::Url;

use super::answer::Answer;
use super::browser::Browser;
use super::html;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Text,
    /// A check box, or an option of a list that takes several.
    Many,
    /// A radio button, or an option of a list that takes one.
    One,
}

#[derive(Debug)]
struct Control {
    kind: Kind,
    name: String,
    value: String,
    on: bool,
}

#[derive(Debug)]
struct Button {
    text: String,
    name: Option<String>,
    value: String,
    action: Option<String>,
}

/// A form taken from the page last shown. Fill it, then `submit()` or `press()`.
pub struct Form {
    browser: Browser,
    action: Url,
    method: String,
    controls: Vec<Control>,
    buttons: Vec<Button>,
}

impl Form {
    #[track_caller]
    pub(super) fn read(browser: Browser, url: &Url, body: &str, css: &str) -> Form {
        let page = html::parse(body);
        let forms = html::all(&page, css);
        assert_eq!(forms.len(), 1, "forms {css:?} on {url}");
        let form = forms[0];
        assert_eq!(form.value().name(), "form", "{css:?} on {url} is no form");
        let partial = ["hx-post", "hx-get"]
            .iter()
            .find_map(|verb| form.attr(verb))
            .filter(|_| browser.is_htmx());
        let action = partial.or(form.attr("action")).unwrap_or_default();
        let action = url.join(action).expect("a form leads to an address");
        let (mut controls, mut buttons) = (Vec::new(), Vec::new());
        for control in html::all(&page, "input, select, textarea, button") {
            if belongs(control, form, &page) {
                read_control(control, &mut controls, &mut buttons);
            }
        }
        let method = form.attr("method").unwrap_or("get").to_uppercase();
        Form {
            browser,
            action,
            method,
            controls,
            buttons,
        }
    }

    /// Types into a field, or chooses this value of a list, radio button or check box.
    #[track_caller]
    pub fn fill(self, name: &str, value: &str) -> Form {
        self.change(name, |control| match control.kind {
            Kind::Text => value.clone_into(&mut control.value),
            Kind::One => control.on = control.value == value,
            Kind::Many => control.on |= control.value == value,
        })
        .proven(name, value)
    }

    /// Takes the tick of a check box away (or unchooses an option of a list that takes several).
    #[track_caller]
    pub fn untick(self, name: &str, value: &str) -> Form {
        self.change(name, |control| control.on &= control.value != value)
    }

    /// What a field holds now; nothing if it is not ticked or chosen.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.controls
            .iter()
            .find(|control| control.on && control.name == name)
            .map(|control| control.value.as_str())
    }

    /// The names of all fields, in order.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .controls
            .iter()
            .map(|control| control.name.as_str())
            .collect();
        names.dedup();
        names
    }

    /// Sends the form as Enter does: through its first button.
    pub fn submit(self) -> Answer {
        let first = (!self.buttons.is_empty()).then_some(0);
        self.send(first)
    }

    /// Sends the form through the button with this text, name or value.
    #[track_caller]
    pub fn press(self, button: &str) -> Answer {
        let fits =
            |b: &Button| b.text == button || b.value == button || b.name.as_deref() == Some(button);
        let found = self.buttons.iter().position(fits);
        assert!(
            found.is_some(),
            "no button {button:?} among {:?}",
            self.buttons
        );
        self.send(found)
    }

    #[track_caller]
    fn change(mut self, name: &str, change: impl Fn(&mut Control)) -> Form {
        let found = self
            .controls
            .iter_mut()
            .filter(|control| control.name == name)
            .map(change)
            .count();
        assert!(found > 0, "no field {name:?} among {:?}", self.names());
        self
    }

    #[track_caller]
    fn proven(self, name: &str, value: &str) -> Form {
        let taken = self
            .controls
            .iter()
            .any(|control| control.name == name && control.on && control.value == value);
        assert!(
            taken,
            "field {name:?} does not offer {value:?}: {:?}",
            self.controls
        );
        self
    }

    fn send(self, button: Option<usize>) -> Answer {
        let pressed = button.map(|at| &self.buttons[at]);
        let mut fields: Vec<(&str, &str)> = self
            .controls
            .iter()
            .filter(|control| control.on)
            .map(|control| (control.name.as_str(), control.value.as_str()))
            .collect();
        fields.extend(
            pressed.and_then(|button| Some((button.name.as_deref()?, button.value.as_str()))),
        );
        let mut action = match pressed.and_then(|button| button.action.as_ref()) {
            Some(other) => self
                .action
                .join(other)
                .expect("a button leads to an address"),
            None => self.action.clone(),
        };
        if self.method == "GET" {
            action.query_pairs_mut().clear().extend_pairs(&fields);
            return self.browser.get(&action[url::Position::BeforePath..]);
        }
        self.browser
            .post(&action[url::Position::BeforePath..], &fields)
    }
}

/// Inside the form or pointing at it, and able to be sent.
fn belongs(control: ElementRef<'_>, form: ElementRef<'_>, page: &Html) -> bool {
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

fn read_control(control: ElementRef<'_>, controls: &mut Vec<Control>, buttons: &mut Vec<Button>) {
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
