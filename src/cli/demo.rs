//! `minimata demo`.

use super::Failure;
use crate::config::Config;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Remove what the demo made
    #[arg(long)]
    remove: bool,
}

pub(super) fn run(_: &Config, arguments: &Arguments) -> Result<(), Failure> {
    Err(format!("being built {}", arguments.remove).into())
}
