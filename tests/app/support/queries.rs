//! How many statements a request costs.
use super::app::TestApp;

impl TestApp {
    /// Counts the statements that the product sends while `work` runs. Nobody else may use this app meanwhile.
    pub fn count_queries<T>(&self, work: impl FnOnce() -> T) -> u64 {
        let before = self.server().statements();
        work();
        self.server().statements() - before
    }
}
