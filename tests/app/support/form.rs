//! A form as the browser holds it: every control with its present value, and its buttons.
use url::Url;

use super::answer::Answer;
use super::browser::Browser;
use super::controls::{Button, Control, Kind, belongs, read_control};
use super::html;

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
