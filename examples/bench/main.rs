//! Measures the product at size: `scripts/bench` builds and runs it. What it does and what it found: docs/performance.md.

mod database;
mod exports;
mod http;
mod measure;
mod pages;
mod report;
mod run;
mod server;
mod writes;

use clap::Parser;
use http::Failure;
use measure::Results;
use server::Installation;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "scripts/bench",
    about = "Measures every kind of page on a large data set"
)]
struct Arguments {
    /// The program to measure
    #[arg(long)]
    program: PathBuf,
    /// Where the data set is kept
    #[arg(long)]
    data: PathBuf,
    /// Accounts of the data set
    #[arg(long, default_value_t = 100_000)]
    accounts: u32,
    /// Contacts of the data set
    #[arg(long, default_value_t = 300_000)]
    contacts: u32,
    /// Fewer pages and fewer requests
    #[arg(long)]
    quick: bool,
    /// Where the results are written as JSON
    #[arg(long)]
    json: PathBuf,
    /// Earlier results to compare with
    #[arg(long)]
    compare: Option<PathBuf>,
}

fn main() -> ExitCode {
    match measure(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &Arguments) -> Result<(), Failure> {
    let earlier: Option<Results> = match &arguments.compare {
        Some(file) => Some(serde_json::from_str(&std::fs::read_to_string(file)?)?),
        None => None,
    };
    let installation = Installation {
        program: arguments.program.clone(),
        data: arguments.data.clone(),
    };
    installation.fill(arguments.accounts, arguments.contacts)?;
    // The first start may migrate; the second one is what is measured.
    installation.serve()?.stop()?;
    let server = installation.serve()?;
    let observed = installation.serve()?;
    let outcome = run::everything(&installation, &server, &observed, arguments.quick);
    observed.stop()?;
    server.stop()?;
    let results = outcome?;
    std::fs::write(&arguments.json, serde_json::to_string_pretty(&results)?)?;
    println!("{}", report::markdown(&results, earlier.as_ref()));
    Ok(())
}
