//! What a test says of an answer. Each gives the answer back, so that they chain.
use super::answer::Answer;
use super::html;

impl Answer {
    /// The status is this one.
    #[track_caller]
    pub fn assert_status(&self, expected: u16) -> &Self {
        if self.status != expected {
            self.fail(&format!("should be {expected}"));
        }
        self
    }

    /// A redirection for browsers: 303 to this address.
    #[track_caller]
    pub fn assert_redirect(&self, expected: &str) -> &Self {
        self.assert_status(303);
        assert_eq!(
            self.location(),
            expected,
            "{} leads elsewhere",
            self.request
        );
        self
    }

    /// A header has this value.
    #[track_caller]
    pub fn assert_header(&self, name: &str, expected: &str) -> &Self {
        if self.header(name) != Some(expected) {
            self.fail(&format!(
                "should have {name}: {expected}, has {:?}",
                self.header(name)
            ));
        }
        self
    }

    /// Exactly one element matches, and its text is this.
    #[track_caller]
    pub fn assert_one(&self, css: &str, expected: &str) -> &Self {
        let found = self.text(css);
        if found != html::squeeze(expected) {
            self.fail(&format!("{css:?} reads {found:?}, not {expected:?}"));
        }
        self
    }

    /// So many elements match.
    #[track_caller]
    pub fn assert_count(&self, css: &str, expected: usize) -> &Self {
        let found = self.all(css);
        if found.len() != expected {
            self.fail(&format!(
                "has {} elements {css:?}, not {expected}: {found:?}",
                found.len()
            ));
        }
        self
    }

    /// No element matches.
    #[track_caller]
    pub fn assert_none(&self, css: &str) -> &Self {
        self.assert_count(css, 0)
    }

    /// A reader sees this text; for what is not HTML, the body holds it.
    #[track_caller]
    pub fn assert_has(&self, text: &str) -> &Self {
        if !self.readable().contains(&html::squeeze(text)) {
            self.fail(&format!("should say {text:?}"));
        }
        self
    }

    /// A reader does not see this text.
    #[track_caller]
    pub fn assert_lacks(&self, text: &str) -> &Self {
        if self.readable().contains(&html::squeeze(text)) {
            self.fail(&format!("should not say {text:?}"));
        }
        self
    }
}
