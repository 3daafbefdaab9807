//! A stand-in: joins the private server and waits.

use std::io::Read;
use std::path::Path;

use minimata::db::embedded::{Durability, Embedded};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args_os().skip(1);
    let data_dir = args.next().unwrap_or_else(|| "data".into());
    let server = Embedded::start(Path::new(&data_dir), Durability::Durable)?;
    println!("{} {}", server.url(), server.started_now());
    std::io::stdin().read_to_end(&mut Vec::new())?;
    server.stop()?;
    Ok(())
}
