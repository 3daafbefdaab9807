//! `minimata api-key`.

use super::{Failure, with_database};
use crate::api_keys::{actions, forms};
use crate::auth::{Channel, people};
use crate::config::Config;
use crate::i18n::Lang;
use crate::web::{AppError, Clock, FieldErrors, FormData};
use chrono::NaiveDate;

#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Make a key for a program; the key is written to standard output, once
    Create(Box<Create>),
}

/// What the key is to be.
#[derive(clap::Args)]
pub(super) struct Create {
    /// What people call it
    #[arg(long)]
    name: String,
    /// The most it may do: viewer, staff, manager or admin
    #[arg(long)]
    role: String,
    /// The e-mail address of the admin in whose name it acts
    #[arg(long, value_name = "E-MAIL")]
    in_the_name_of: String,
    /// What it is open for, such as accounts:read or contacts:write; may be given several times
    #[arg(long, required = true, value_name = "RESOURCE:ACCESS")]
    scope: Vec<String>,
    /// The last day on which it works, such as 2027-12-31
    #[arg(long, value_name = "DAY")]
    expires_on: Option<NaiveDate>,
    /// The networks it may come from, such as 192.0.2.0/24
    #[arg(long)]
    addresses: Option<String>,
}

impl Create {
    /// The form that the page would send.
    fn form(&self) -> Result<FormData, Failure> {
        let mut form = FormData::from_pairs([
            ("name", self.name.clone()),
            ("role", self.role.clone()),
            ("addresses", self.addresses.clone().unwrap_or_default()),
            (
                "expires_on",
                self.expires_on
                    .map(|day| day.to_string())
                    .unwrap_or_default(),
            ),
        ]);
        for scope in &self.scope {
            let known = forms::scope(scope);
            let (field, access) = known.ok_or_else(|| {
                format!(
                    "There is no scope {scope}: they are {}",
                    forms::all_scopes().join(", ")
                )
            })?;
            form.set(&field, access);
        }
        Ok(form)
    }
}

pub(super) fn run(config: &Config, command: Command) -> Result<(), Failure> {
    let Command::Create(create) = command;
    let form = create.form()?;
    let secret = actions::new_key()?;
    let key = secret.clone();
    with_database(config, |opened| {
        let now = Clock::system().now();
        let outcome = opened.db.run_blocking(|conn| {
            let input = match forms::parse(&form, now.date()) {
                Ok(input) => input,
                Err(errors) => return Ok(Err(listed(&errors))),
            };
            let Some(actor) = people::acting(conn, &create.in_the_name_of, Channel::Cli)? else {
                return Ok(Err(format!(
                    "Nobody active has the address {}.",
                    create.in_the_name_of
                )));
            };
            match actions::create(conn, &actor, &input, &key, now) {
                Ok(made) => Ok(Ok(made)),
                Err(actions::KeyError::NotAllowed) => Ok(Err(format!(
                    "{} is no admin, and only admins make keys.",
                    create.in_the_name_of
                ))),
                Err(other) => Err(AppError::from(other)),
            }
        });
        let made = outcome.map_err(|error| error.to_string())??;
        eprintln!(
            "made the key {} ({}); it is not shown again:",
            made.name, made.scopes
        );
        println!("{secret}");
        Ok(())
    })
}

fn listed(errors: &FieldErrors) -> String {
    let lines = errors.iter().flat_map(|(field, messages)| {
        let say = move |message| format!("\n  {field}: {}", Lang::En.say(message));
        messages.iter().map(say)
    });
    format!("The key was not made:{}", lines.collect::<String>())
}
