//! The project's own files.
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project.
pub struct File {
    /// From the project's root.
    pub path: PathBuf,
    /// All of it.
    pub text: String,
}

impl File {
    /// Whether it is `src/**/tests.rs` or in `src/**/tests/`.
    pub fn is_unit_test(&self) -> bool {
        let parts: Vec<_> = self.path.iter().collect();
        parts[0] == "src"
            && parts
                .iter()
                .any(|part| *part == "tests" || *part == "tests.rs")
    }

    /// How long it is.
    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// How many modules it stands below the root: 1 for `src/x.rs` and `src/x/mod.rs`.
    pub fn depth(&self) -> usize {
        self.path.components().count() - 1 - usize::from(self.path.ends_with("mod.rs"))
    }

    /// Whether its slice has a room of that name, which `super::name` may mean.
    pub fn has_room(&self, name: &str) -> bool {
        let slice = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .join(module(&self.path));
        slice.join(name).exists() || slice.join(format!("{name}.rs")).exists()
    }

    /// The file's text without whole-line comments.
    pub fn code(&self) -> String {
        self.text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// All files below a directory with that ending, in order.
pub fn files(under: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open = vec![root.join(under)];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == ending)
            {
                let text = fs::read_to_string(&path).expect("a text");
                found.push(File {
                    path: path.strip_prefix(root).expect("below the root").to_owned(),
                    text,
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The module that a file of `src/` belongs to.
pub fn module(path: &Path) -> String {
    let second = path
        .components()
        .nth(1)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    second
        .unwrap_or_default()
        .trim_end_matches(".rs")
        .to_owned()
}
