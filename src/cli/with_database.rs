//! `minimata with-database`.

use super::Failure;
use crate::config::Config;
use crate::db::embedded::{Durability, Embedded};
use std::ffi::OsString;
use std::process::{Command, ExitCode};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The command and its arguments
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<OsString>,
}

/// Runs a command while the private database is up, and ends with its code. It finds the address in `DATABASE_URL`.
/// Where one is configured already, nothing is started.
pub(super) fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let Some((name, rest)) = arguments.command.split_first() else {
        return Err("which command?".into());
    };
    let mut command = Command::new(name);
    command.args(rest);
    let embedded = match &config.database {
        Some(_) => None,
        None => Some(Embedded::start(&config.data_dir, Durability::Durable)?),
    };
    if let Some(embedded) = &embedded {
        command.env("DATABASE_URL", embedded.url());
    }
    // A signal from the terminal reaches the command too; this process only waits, and then gives the database back.
    let outcome = command
        .status()
        .map_err(|e| format!("cannot run {}: {e}", name.display()));
    if let Some(embedded) = embedded {
        embedded.stop()?;
    }
    let code = outcome?.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
