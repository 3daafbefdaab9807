//! `minimata migrate`.

use super::Failure;
use crate::config::Config;
use crate::db::embedded::{Durability, Embedded};
use crate::db::migrations::{self, Resolution};
use crate::db::{DatabaseOptions, Db};
use crate::web::AppError;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Only show which steps would run
    #[arg(long)]
    plan: bool,
    /// Say what became of an interrupted step: `done` or `again`
    #[arg(long, value_parser = ["done", "again"])]
    resolve: Option<String>,
}

/// Migrates (serving does so too), shows the plan, or settles an interrupted step.
pub(super) fn run(config: &Config, arguments: &Arguments) -> Result<(), Failure> {
    let (options, embedded) = match &config.database {
        Some(options) => (options.clone(), None),
        None => {
            let embedded = Embedded::start(&config.data_dir, Durability::Durable)?;
            (
                DatabaseOptions::parse(&embedded.url(), None, None)?,
                Some(embedded),
            )
        }
    };
    let db = Db::open(&options.unlimited(), 1)?;
    let steps = db
        .run_blocking(|conn| Ok::<_, AppError>(work(conn, arguments)))
        .map_err(|e| e.to_string())?;
    drop(db);
    if let Some(embedded) = embedded {
        embedded.stop()?;
    }
    let steps = steps?;
    let what = if arguments.plan { "would run" } else { "ran" };
    println!(
        "{} {what} on {}",
        match steps.len() {
            1 => "1 step".to_owned(),
            n => format!("{n} steps"),
        },
        options.display()
    );
    steps.iter().for_each(|step| println!("  {step}"));
    Ok(())
}

fn work(
    conn: &mut crate::db::Conn,
    arguments: &Arguments,
) -> Result<Vec<String>, migrations::MigrateError> {
    if let Some(resolution) = &arguments.resolve {
        migrations::resolve(
            conn,
            if resolution == "done" {
                Resolution::Done
            } else {
                Resolution::Again
            },
        )?;
    }
    if arguments.plan {
        return migrations::plan(conn);
    }
    migrations::migrate(conn, &format!("command-{}", std::process::id()))
}
