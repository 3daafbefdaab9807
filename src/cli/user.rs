//! `minimata user`.

use super::{Failure, with_database};
use crate::auth::password::Passwords;
use crate::auth::{Actor, Channel};
use crate::config::Config;
use crate::i18n::Lang;
use crate::users::{UserError, actions, forms};
use crate::web::{AppError, Clock, FieldErrors, FormData};
use std::io::BufRead;

#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Create an active person; the password is read from standard input
    Create {
        /// Their e-mail address, with which they sign in
        #[arg(long)]
        email: String,
        /// Their name
        #[arg(long)]
        name: String,
        /// viewer, staff, manager or admin
        #[arg(long)]
        role: String,
    },
}

pub(super) fn run(config: Config, command: Command) -> Result<(), Failure> {
    let Command::Create { email, name, role } = command;
    let password = first_line(&mut std::io::stdin().lock())?;
    let form = FormData::from_pairs([
        ("email", email),
        ("name", name),
        ("role", role),
        ("password", password),
    ]);
    let passwords = Passwords::new(config.argon2, 1)?;
    with_database(&config, |opened| {
        let outcome = opened.db.run_blocking(|conn| {
            let organisation = crate::settings::queries::load(conn)?.organisation_name;
            let parsed = match forms::operator(&form, &organisation) {
                Ok(parsed) => parsed,
                Err(errors) => return Ok(Err(UserError::Fields(errors))),
            };
            let mut user = parsed.user;
            user.password_hash = Some(passwords.hash_blocking(&parsed.password)?);
            let actor = Actor::operator(Channel::Cli);
            Ok::<_, AppError>(actions::create(conn, &actor, &user, Clock::system().now()))
        });
        match outcome.map_err(|e| e.to_string())? {
            Ok(user) => {
                println!(
                    "created {} <{}> with the role {}",
                    user.name, user.email, user.role
                );
                Ok(())
            }
            Err(UserError::Fields(errors)) => Err(listed(&errors).into()),
            Err(other) => Err(other.into()),
        }
    })
}

/// The password is the first line without its end; blanks belong to it.
fn first_line(input: &mut impl BufRead) -> Result<String, Failure> {
    let mut line = String::new();
    input
        .read_line(&mut line)
        .map_err(|e| format!("the password could not be read from standard input: {e}"))?;
    let end = line.trim_end_matches(['\n', '\r']).len();
    line.truncate(end);
    if line.is_empty() {
        return Err("no password: write it to standard input, on one line".into());
    }
    Ok(line)
}

fn listed(errors: &FieldErrors) -> String {
    let lines = errors.iter().flat_map(|(field, messages)| {
        messages
            .iter()
            .map(move |message| format!("\n  {field}: {}", Lang::En.say(message)))
    });
    format!("The person was not created:{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    #[test]
    fn asvs_6_2_8_a_password_keeps_its_blanks() {
        let read = |text: &str| super::first_line(&mut text.as_bytes()).unwrap();
        assert_eq!(read("  two words \r\nmore\n"), "  two words ");
        assert_eq!(read("no end"), "no end");
        assert!(super::first_line(&mut "\n".as_bytes()).is_err());
    }
}
