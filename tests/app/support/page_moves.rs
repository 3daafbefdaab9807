//! What people do with a browser besides clicking and typing: Forward, Control+click, double click; and waiting for
//! what only a script can tell.
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use serde_json::Value;

use super::page::Page;

impl Page {
    /// The Forward button.
    pub fn forward(&self) -> &Self {
        self.run("forward", self.client.forward());
        self
    }

    /// Waits until a script's `return …` gives this.
    #[track_caller]
    pub fn wait_script(&self, script: &str, expected: impl Into<Value>) -> &Self {
        let expected = expected.into();
        self.until(&format!("{script:?} to give {expected}"), async || {
            let found = self.client.execute(script, Vec::new()).await?;
            Ok((found == expected).then_some(()))
        });
        self
    }

    /// Waits until this element (`tag#id`) has the focus.
    #[track_caller]
    pub fn wait_focused(&self, element: &str) -> &Self {
        let script =
            "const e = document.activeElement; return e.localName + (e.id ? '#' + e.id : '')";
        self.wait_script(script, element)
    }

    /// Forgets styles and scripts, as a browser that was never here.
    pub fn clear_cache(&self) -> &Self {
        self.devtools("Network.clearBrowserCache", serde_json::json!({}));
        self
    }

    /// Clicks twice, as impatient people do.
    pub fn double_click(&self, css: &str) -> &Self {
        let mouse = (0..2).fold(self.mouse_over(css), |mouse, _| press(mouse));
        self.run("double click", self.client.perform_actions(mouse));
        self.run("release", self.client.release_actions());
        self
    }

    /// Clicks with Control held, as for a new tab.
    pub fn control_click(&self, css: &str) -> &Self {
        let control = super::keys::named("Control").expect("a key");
        let pause = || KeyAction::Pause {
            duration: Duration::ZERO,
        };
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: control })
            .then(pause())
            .then(pause());
        let mouse = press(self.mouse_over(css));
        self.run(
            "click",
            self.client.perform_actions(Actions::from(keys).and(mouse)),
        );
        self.run("release", self.client.release_actions());
        self
    }

    fn mouse_over(&self, css: &str) -> MouseActions {
        let element = self.run("find", self.client.find(Locator::Css(css)));
        MouseActions::new("mouse".to_owned()).then(PointerAction::MoveToElement {
            element,
            duration: None,
            x: 0.0,
            y: 0.0,
        })
    }

    /// Saves `target/screenshots/NAME.png` of the whole page, not only of what fits the window.
    pub fn screenshot_whole(&self, name: &str) -> &Self {
        let size =
            self.script("return [innerWidth, innerHeight, document.documentElement.scrollHeight]");
        let of = |n: usize| u32::try_from(size[n].as_u64().unwrap_or(800)).unwrap_or(800);
        self.set_size(of(0), of(2).clamp(of(1), 4000))
            .screenshot(name)
            .set_size(of(0), of(1))
    }
}

fn press(mouse: MouseActions) -> MouseActions {
    mouse
        .then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        })
        .then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        })
}
