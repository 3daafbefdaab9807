//! The subcommands of the program; without one, it serves.

mod api_key;
mod backup_check;
mod demo;
mod generate;
mod health;
mod import;
mod import_kpi_values;
mod interrupt;
mod migrate;
mod reindex;
mod serve;
mod user;
mod with_database;

use crate::app::{Opened, open_database};
use crate::config::Config;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// What a subcommand ends with when it cannot do its work: one sentence that names what to do next.
pub type Failure = Box<dyn std::error::Error>;

#[derive(Parser)]
#[command(name = "minimata", version, about = "A CRM that renders on the server")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the product (the default)
    Serve,
    /// Bring the database's schema up to date, or show what that would do
    Migrate(migrate::Arguments),
    /// Create a person who can sign in
    #[command(subcommand)]
    User(user::Command),
    /// Make a key for a program
    #[command(subcommand)]
    ApiKey(api_key::Command),
    /// Import a file of accounts or contacts; ends with 3 if rows were not taken
    #[command(subcommand)]
    Import(import::Command),
    /// Fill in a small fictional data set, or remove it; or generate a large one
    Demo(demo::Arguments),
    /// Build the search index anew; a server may run meanwhile
    Reindex,
    /// Ask a running server whether it serves; for health checks of containers
    Health,
    /// Prove a backup: restore it into a server of its own and compare every table
    BackupCheck(backup_check::Arguments),
    /// Run a command, such as scripts/restore, while the private database is up
    WithDatabase(with_database::Arguments),
}

/// Runs the program with the arguments and environment of the process; the code is what it ends with.
pub fn run() -> Result<ExitCode, Failure> {
    let arguments = Arguments::parse();
    let config = Config::from_env()?;
    interrupt::listen()?;
    match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::run(config),
        Command::Migrate(arguments) => migrate::run(&config, &arguments),
        Command::User(command) => user::run(config, command),
        Command::ApiKey(command) => api_key::run(&config, command),
        Command::Import(command) => return import::run(&config, command),
        Command::Demo(arguments) => demo::run(&config, &arguments),
        Command::Reindex => reindex::run(&config),
        Command::Health => health::run(&config),
        Command::BackupCheck(arguments) => backup_check::run(&config, &arguments),
        Command::WithDatabase(arguments) => return with_database::run(&config, &arguments),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// Runs `work` with the database open, and gives the private server back afterwards.
fn with_database<T>(
    config: &Config,
    work: impl FnOnce(&Opened) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let opened = open_database(config)?;
    let outcome = work(&opened);
    let Opened { db, embedded, .. } = opened;
    drop(db);
    if let Some(embedded) = embedded {
        embedded.stop()?;
    }
    outcome
}
