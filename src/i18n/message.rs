//! Text before it has a language.

/// What a catalogue text is filled in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A number: chooses the plural form and is grouped as the language does.
    Int(i64),
    /// Text, shown as it is.
    Text(String),
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}

impl From<i32> for Arg {
    fn from(n: i32) -> Self {
        Self::Int(n.into())
    }
}

impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Self::Int(n.into())
    }
}

impl From<u64> for Arg {
    fn from(n: u64) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Templates pass references, and references to them.
impl<T: Clone + Into<Arg>> From<&T> for Arg {
    fn from(value: &T) -> Self {
        value.clone().into()
    }
}

/// A text of the catalogue with its arguments, free of language: rules and errors carry these, pages say them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The catalogue key, such as `fields-email-invalid`.
    pub key: &'static str,
    /// What its variables stand for.
    pub args: Vec<(&'static str, Arg)>,
    /// A page that helps on, shown as a link after the text; none where empty.
    pub href: String,
}

impl Message {
    /// A message without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
            href: String::new(),
        }
    }

    /// With a link to a page of ours that helps on.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>) -> Self {
        self.href = href.into();
        self
    }

    /// The catalogue key, for logs and matching.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// Adds what the variable `name` stands for.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}
