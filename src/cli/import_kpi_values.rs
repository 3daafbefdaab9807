//! `minimata import kpi-values`.

use super::import::{Arguments, SOME_REJECTED, actor, organisation_language};
use super::{Failure, with_database};
use crate::auth::Actor;
use crate::config::Config;
use crate::db::{Conn, Db};
use crate::i18n::Lang;
use crate::imports::kpi_values::{Choices, Plan, apply, missing_column, plan};
use crate::imports::{Rejects, Table};
use crate::web::{AppError, Clock};
use diesel::QueryResult;
use std::process::ExitCode;

/// Imports the file and ends with a summary; the code is 3 if rows were not taken.
pub(super) fn run(
    config: &Config,
    arguments: &Arguments,
    create: bool,
) -> Result<ExitCode, Failure> {
    with_database(config, |opened| {
        let db = Db::open(&opened.options.unlimited(), 1)?;
        let who = db.run_blocking(|conn| {
            let lang = organisation_language(conn)?;
            let actor = actor(conn, arguments.in_the_name_of.as_deref())?;
            QueryResult::Ok((arguments.lang.unwrap_or(lang), actor))
        });
        let (lang, actor) = who.map_err(|e| e.to_string())?;
        let actor = actor.ok_or_else(|| lang.text("imports-nobody").to_string())?;
        let fail = |text: String| format!("{}: {text}", arguments.file.display());
        let table = Table::open(&arguments.file).map_err(|e| fail(lang.say(&e.message())))?;
        if let Some(key) = missing_column(table.headers()) {
            return Err(fail(lang.text(key).to_string()).into());
        }
        let mut rejects = Rejects::new(&arguments.file, &table, lang);
        let plan = db
            .run_blocking(|conn| plan(conn, &actor, table, lang))
            .map_err(|e| e.to_string())?;
        for row in &plan.wrong {
            rejects.add(
                row.line,
                &row.cells,
                std::slice::from_ref(&row.problem),
                false,
            )?;
        }
        println!("{}", checked(lang, &plan));
        if !arguments.dry_run {
            let written = db.run_blocking(|conn| write(conn, &actor, arguments, &plan, create));
            let (created, updated) = written.map_err(|e| e.to_string())?;
            let text = lang
                .text("kpis-import-done")
                .arg("created", created)
                .arg("updated", updated);
            println!("{text}");
        }
        if !create && !plan.new_kpis.is_empty() {
            println!(
                "{}",
                lang.text("kpis-import-left-out")
                    .arg("n", plan.new_kpis.len())
            );
        }
        if let Some(report) = rejects.finish()? {
            println!(
                "{}",
                lang.text("imports-see")
                    .arg("file", report.display().to_string())
            );
        }
        Ok(match plan.counts.rejected {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::from(SOME_REJECTED),
        })
    })
}

fn write(
    conn: &mut Conn,
    actor: &Actor,
    arguments: &Arguments,
    plan: &Plan,
    create: bool,
) -> Result<(usize, usize), AppError> {
    let choices: Vec<Choices> = match create {
        true => plan.new_kpis.iter().map(Choices::likely).collect(),
        false => Vec::new(),
    };
    let name = arguments
        .file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    Ok(apply(conn, actor, &name, plan, &choices, Clock::system().now())?.value)
}

fn checked(lang: Lang, plan: &Plan) -> String {
    let counts = plan.counts;
    lang.text("kpis-import-summary")
        .arg("rows", counts.rows)
        .arg("created", counts.created)
        .arg("updated", counts.updated)
        .arg("unchanged", counts.unchanged)
        .arg("wrong", counts.rejected)
        .to_string()
}
