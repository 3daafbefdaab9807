//! How `Page` deals with a browser: wait, try again, and when it gives up say what was to be seen.
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::Value;

use super::html;
use super::page::Page;
use super::target::Target;
use super::webdriver::Extension;

/// How long a page may take for anything.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

impl Page {
    /// A command of the Chrome DevTools Protocol.
    pub(super) fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.run(
            command,
            self.client
                .issue_cmd(Extension::devtools(command, parameters)),
        )
    }

    /// One command to the browser, at once.
    #[track_caller]
    pub(super) fn run<T>(&self, what: &str, work: impl Future<Output = Result<T, CmdError>>) -> T {
        let outcome = self
            .runtime
            .block_on(async { tokio::time::timeout(3 * PATIENCE, work).await });
        match outcome {
            Ok(Ok(value)) => value,
            Ok(Err(error)) => self.give_up(&format!("{what}: {error}")),
            Err(_) => self.give_up(&format!("{what}: no answer from the browser")),
        }
    }

    /// Does something with the first element that matches, as soon as the browser lets us.
    #[track_caller]
    pub(super) fn on<T>(
        &self,
        target: &Target,
        work: impl AsyncFn(Element) -> Result<T, CmdError>,
    ) -> T {
        self.until(&target.to_string(), async || {
            Ok(Some(work(self.client.find(target.locator()).await?).await?))
        })
    }

    /// Tries again while elements are missing, hidden, covered or being swapped.
    #[track_caller]
    pub(super) fn until<T>(
        &self,
        what: &str,
        attempt: impl AsyncFn() -> Result<Option<T>, CmdError>,
    ) -> T {
        let started = Instant::now();
        loop {
            let outcome = self
                .runtime
                .block_on(async { tokio::time::timeout(PATIENCE, attempt()).await });
            let trouble = match outcome {
                Ok(Ok(Some(value))) => return value,
                Ok(Ok(None)) => "not yet".to_owned(),
                Ok(Err(error)) => error.to_string(),
                Err(_) => "no answer from the browser".to_owned(),
            };
            if started.elapsed() > PATIENCE {
                self.give_up(&format!(
                    "waited for {what}: {}",
                    trouble.lines().next().unwrap_or_default()
                ));
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    #[track_caller]
    fn give_up(&self, what: &str) -> ! {
        let shown = self.runtime.block_on(async {
            let look = async {
                Ok::<_, CmdError>((
                    self.client.current_url().await?,
                    self.client.find(Locator::Css("body")).await?.text().await?,
                ))
            };
            tokio::time::timeout(PATIENCE, look).await
        });
        let test = std::thread::current()
            .name()
            .unwrap_or("main")
            .replace("::", "-");
        let picture = self.try_screenshot(&format!("FAILED-{test}"));
        match shown {
            Ok(Ok((url, text))) => {
                let excerpt: String = html::squeeze(&text).chars().take(600).collect();
                panic!("{what}\n  at {url}, picture {picture}, it reads: {excerpt}")
            }
            _ => panic!("{what}\n  and the browser shows nothing"),
        }
    }

    /// Saves a picture and says where.
    pub(super) fn try_screenshot(&self, name: &str) -> String {
        let picture = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, self.client.screenshot()).await });
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
        let file = directory.join(format!("{name}.png"));
        let saved = picture.is_ok_and(|picture| {
            picture.is_ok_and(|bytes| {
                std::fs::create_dir_all(&directory)
                    .and_then(|()| std::fs::write(&file, bytes))
                    .is_ok()
            })
        });
        if saved {
            file.display().to_string()
        } else {
            "none".to_owned()
        }
    }
}
