//! `minimata import`.

use super::{Failure, interrupt, with_database};
use crate::auth::permissions::ImportRecords;
use crate::auth::{Actor, Channel, Permission, people};
use crate::config::Config;
use crate::db::{Conn, Db};
use crate::i18n::Lang;
use crate::imports::{self, Done, Order, What};
use crate::schema::settings;
use crate::web::Clock;
use diesel::prelude::*;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;
use std::process::ExitCode;

/// What the program ends with when rows were not taken: the report names them.
pub(super) const SOME_REJECTED: u8 = 3;

#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Organisations, one a row
    Accounts(Arguments),
    /// People, one role a row; organisations that they name and that do not exist are made
    Contacts(Arguments),
    /// Values of KPIs, one KPI and period a row
    KpiValues {
        #[command(flatten)]
        arguments: Arguments,
        /// Define the KPIs that do not exist yet
        #[arg(long)]
        create: bool,
    },
}

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// A CSV file with any separator and encoding; its first line names the columns in Swedish or English
    pub file: PathBuf,
    /// Check everything and write nothing but the report
    #[arg(long)]
    pub dry_run: bool,
    /// The e-mail address of the manager or admin in whose name it is done; without it, the operator's
    #[arg(long = "as", value_name = "EMAIL")]
    pub in_the_name_of: Option<String>,
    /// The language of summary and report, en or sv; without it, the organisation's
    #[arg(long, value_parser = language)]
    pub lang: Option<Lang>,
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| "write en or sv".to_owned())
}

/// Imports the file, shows how far it is, and ends with a summary; the code is 3 if rows were not taken.
pub(super) fn run(config: &Config, command: Command) -> Result<ExitCode, Failure> {
    let (what, arguments) = match command {
        Command::Accounts(arguments) => (What::Accounts, arguments),
        Command::Contacts(arguments) => (What::Contacts, arguments),
        Command::KpiValues { arguments, create } => {
            return super::import_kpi_values::run(config, &arguments, create);
        }
    };
    with_database(config, |opened| {
        let db = Db::open(&opened.options.unlimited(), 1)?;
        let (lang, actor) = db
            .run_blocking(|conn| {
                let lang = organisation_language(conn)?;
                let actor = actor(conn, arguments.in_the_name_of.as_deref())?;
                QueryResult::Ok((arguments.lang.unwrap_or(lang), actor))
            })
            .map_err(|e| e.to_string())?;
        let actor = actor.ok_or_else(|| lang.text("imports-nobody").to_string())?;
        let order = Order {
            what,
            file: &arguments.file,
            dry_run: arguments.dry_run,
            lang,
            now: Clock::system().now(),
        };
        let done = with_bar(&db, &actor, &order)?;
        println!("{}", summary(&order, &done));
        Ok(match done.counts.rejected {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::from(SOME_REJECTED),
        })
    })
}

pub(super) fn organisation_language(conn: &mut Conn) -> QueryResult<Lang> {
    let code: String = settings::table
        .select(settings::locale)
        .first(conn)
        .optional()?
        .unwrap_or_default();
    Ok(Lang::parse(&code).unwrap_or_default())
}

pub(super) fn actor(conn: &mut Conn, email: Option<&str>) -> QueryResult<Option<Actor>> {
    let Some(email) = email else {
        return Ok(Some(Actor::operator(Channel::Import)));
    };
    let person = people::acting(conn, email, Channel::Import)?;
    Ok(person.filter(|actor| actor.role >= ImportRecords::NEEDS))
}

/// The bar is drawn only where standard error is a terminal.
fn with_bar(db: &Db, actor: &Actor, order: &Order<'_>) -> Result<Done, Failure> {
    let size = std::fs::metadata(order.file).map_or(0, |file| file.len());
    let style = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}")?;
    let bar = ProgressBar::new(size).with_style(style);
    let outcome = imports::import(db, actor, order, &mut |bytes| {
        bar.set_position(bytes);
        !interrupt::asked()
    });
    bar.finish_and_clear();
    outcome.map_err(|error| {
        let message = order.lang.say(&error.message());
        format!("{}: {message}", order.file.display()).into()
    })
}

fn summary(order: &Order<'_>, done: &Done) -> String {
    let lang = order.lang;
    let mut text = lang.say(&done.counts.summary());
    if let Some(report) = &done.report {
        let see = lang
            .text("imports-see")
            .arg("file", report.display().to_string());
        text.push_str(&see.to_string());
        if report.parent() != order.file.parent() {
            text.push('\n');
            text.push_str(&lang.text("imports-report-elsewhere").to_string());
        }
    }
    if order.dry_run {
        text.push('\n');
        text.push_str(&lang.text("imports-dry-run").to_string());
    }
    text
}
