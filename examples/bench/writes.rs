//! Writing: a field in place, new accounts, an import.

use crate::http::Failure;
use crate::measure::{Line, Results, Times};
use crate::run::{Runner, line};
use crate::server::Installation;

impl Runner<'_> {
    /// Measures them; what they add is taken out by whoever calls this.
    pub fn writes(
        &mut self,
        installation: &Installation,
        results: &mut Results,
    ) -> Result<(), Failure> {
        let mut edits = Vec::new();
        let mut creates = Vec::new();
        for n in 0..self.requests {
            self.client.compressed = false;
            let form = self.client.get("/accounts/77778/fields/phone/edit")?.text();
            let version = value_of(&form, "version").ok_or("the field's form has no version")?;
            self.client.compressed = true;
            let phone = format!("070-174 06 {:02}", 5 + n % 90);
            let answer = self.client.post(
                "/accounts/77778/fields/phone",
                &[("version", &version), ("phone", &phone)],
            )?;
            expect(answer.status, "/accounts/77778/fields/phone")?;
            edits.push(answer.time);
            let name = format!("Mätt förening {n}");
            let fields = [
                ("name", name.as_str()),
                ("kind", "association"),
                ("status", "active"),
                ("city", "Umeå"),
                ("save_anyway", "true"),
            ];
            let answer = self.client.post("/accounts", &fields)?;
            expect(answer.status, "/accounts")?;
            creates.push(answer.time);
        }
        for (name, times) in [
            ("edit a field in place", edits),
            ("add an account", creates),
        ] {
            let times = Times::of(times);
            results.lines.push(Line {
                name: name.to_owned(),
                ..line(&times)
            });
        }
        results.import_rows_a_second = import(installation)?;
        Ok(())
    }
}

/// A file of contacts that are new, as the command takes it.
fn import(installation: &Installation) -> Result<f64, Failure> {
    const ROWS: usize = 2_000;
    let file = installation.data.join("bench.csv");
    let row = |n: usize| format!("Test{n};Mätning;test{n}@matning.example\n");
    let text = (0..ROWS).fold("Förnamn;Efternamn;E-post\n".to_owned(), |text, n| {
        text + &row(n)
    });
    std::fs::write(&file, text)?;
    let path = file.to_string_lossy();
    let taken = installation.run(&["import", "contacts", &path])?;
    Ok(ROWS as f64 / taken.as_secs_f64())
}

fn expect(status: u16, path: &str) -> Result<(), Failure> {
    match status {
        200 | 303 => Ok(()),
        _ => Err(format!("{path} was answered with {status}").into()),
    }
}

/// The value of the field with this name.
fn value_of(form: &str, name: &str) -> Option<String> {
    let at = form.find(&format!("name=\"{name}\""))?;
    let start = form[..at].rfind('<')?;
    let end = at + form[at..].find('>')?;
    let (_, rest) = form[start..end].split_once("value=\"")?;
    Some(rest.split('"').next()?.to_owned())
}
