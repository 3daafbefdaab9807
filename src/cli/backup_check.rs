//! `minimata backup-check`.

use super::{Failure, interrupt};
use crate::auth::{Actor, Channel};
use crate::backups::{self, Report};
use crate::config::Config;
use crate::db::embedded::{Durability, Embedded};
use crate::db::{DatabaseOptions, Db, migrations};
use crate::web::{AppError, Clock};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The backup, with its checksum (FILE.sha256) beside it
    file: PathBuf,
    /// Where the scratch server keeps its files meanwhile: needs some ten times the size of the backup
    #[arg(long, value_name = "DIRECTORY")]
    scratch: Option<PathBuf>,
    /// Do not note in the database of this configuration that the backup was proven
    #[arg(long)]
    no_record: bool,
}

/// Restores the backup into a server of its own, compares every table, says what it found, and remembers it.
pub(super) fn run(config: &Config, arguments: &Arguments) -> Result<(), Failure> {
    let parent = arguments.scratch.clone();
    let parent = parent.unwrap_or_else(std::env::temp_dir);
    let report = backups::prove(&arguments.file, &parent, &interrupt::asked)?;
    show(&report);
    if !report.is_proven() {
        return Err("the restored database is not what the backup holds".into());
    }
    if arguments.no_record {
        return Ok(());
    }
    match remember(config, &report) {
        Ok(true) => println!("noted in the database"),
        Ok(false) => println!("not noted: there is no database of this version here"),
        Err(error) => println!("not noted: {error}"),
    }
    Ok(())
}

fn show(report: &Report) {
    println!("{:<32} {:>12} {:>12}", "table", "in the file", "restored");
    for table in &report.tables {
        let verdict = if table.is_same { "" } else { "  DIFFERS" };
        println!(
            "{:<32} {:>12} {:>12}{verdict}",
            table.table, table.in_file, table.restored
        );
    }
    match report.migrated.len() {
        0 => println!("its schema is that of this program"),
        steps => println!("{steps} migrations bring it to this program's schema"),
    }
    if !report.is_sealed {
        println!("there is no checksum beside it, so nothing tells whether it is what was written");
    }
    if report.is_proven() {
        println!("backup proven: {} rows in {}", report.rows(), report.name);
    }
}

/// Whether the proof was written down: only into a database that is there already and has this program's schema.
fn remember(config: &Config, report: &Report) -> Result<bool, Failure> {
    let (options, embedded) = match &config.database {
        Some(options) => (options.clone(), None),
        None if !config.data_dir.join("mariadb/data").exists() => return Ok(false),
        None => {
            let embedded = Embedded::start(&config.data_dir, Durability::Durable)?;
            let options = DatabaseOptions::parse(&embedded.url(), None, None)?;
            (options, Some(embedded))
        }
    };
    let db = Db::open(&options, 1)?;
    let noted = db.run_blocking(|conn| {
        if !migrations::is_current(conn)? {
            return Ok(false);
        }
        let operator = Actor::operator(Channel::Cli);
        backups::actions::remember(conn, &operator, report, Clock::system().now())?;
        Ok::<_, AppError>(true)
    });
    drop(db);
    if let Some(embedded) = embedded {
        embedded.stop()?;
    }
    Ok(noted.map_err(|e| e.to_string())?)
}
