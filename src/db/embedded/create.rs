//! The data directory, made aside and moved into place whole: what stands at its name is complete.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::command::{last_lines, output_of, program};
use super::error::EmbeddedError;
use super::place::Place;

/// The beginning of the names of directories that are being made, or that a killed process left half made.
const UNFINISHED: &str = "data.new-";

/// Creates the data directory unless it is there. Only behind the gate.
pub(super) fn create_data(place: &Place) -> Result<(), EmbeddedError> {
    if place.data.join("mysql").is_dir() {
        return Ok(());
    }
    match fs::remove_dir(&place.data) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(_) => return Err(EmbeddedError::Foreign(place.data.clone())),
    }
    remove_unfinished(&place.home);
    // A name of its own: the children of a killed process may still be writing into the other one.
    let name = format!("{UNFINISHED}{}", std::process::id());
    log::info!("creating the database in {}", place.home.display());
    install(place, &name)?;
    let unfinished = place.home.join(name);
    fs::rename(&unfinished, &place.data)
        .and_then(|()| File::open(&place.home)?.sync_all())
        .map_err(EmbeddedError::file("move into place", &place.data))
}

/// The program is a shell script that does not quote its paths, so it gets one that needs no quotes.
fn install(place: &Place, name: &str) -> Result<(), EmbeddedError> {
    const NAME: &str = "mariadb-install-db";
    let mut command = program(NAME);
    command
        .current_dir(&place.home)
        // A starting server removes the temporary tables of every other one from the directory that they share.
        .env("TMPDIR", &place.temporary)
        .args(["--no-defaults", "--skip-test-db", "--skip-name-resolve"])
        .arg("--auth-root-authentication-method=normal")
        .arg("--innodb-log-file-size=8M")
        .arg(format!("--datadir=./{name}"));
    if place.as_root {
        command.arg("--user=root");
    }
    let output = output_of(command, NAME)?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(EmbeddedError::Create(last_lines(&said)))
}

/// Removes what earlier attempts left. What cannot be removed does no harm and is tried again next time.
fn remove_unfinished(home: &Path) {
    let Ok(entries) = fs::read_dir(home) else {
        return;
    };
    for entry in entries.flatten() {
        let name: OsString = entry.file_name();
        if name.to_string_lossy().starts_with(UNFINISHED)
            && let Err(error) = fs::remove_dir_all(entry.path())
        {
            log::warn!("cannot remove {}: {error}", entry.path().display());
        }
    }
}
