//! `minimata user`.

use super::Failure;
use crate::config::Config;

#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Create an active person; the password is read from standard input
    Create {
        /// Their e-mail address, with which they sign in
        #[arg(long)]
        email: String,
        /// Their name
        #[arg(long)]
        name: String,
        /// viewer, staff, manager or admin
        #[arg(long)]
        role: String,
    },
}

pub(super) fn run(_config: Config, _command: Command) -> Result<(), Failure> {
    Err("being built".into())
}
