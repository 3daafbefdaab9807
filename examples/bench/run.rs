//! The run: each page at one connection, some at sixteen, then writing.

use crate::database::Database;
use crate::http::{Client, Failure};
use crate::measure::{Line, Results, Times};
use crate::pages::{Page, pages};
use crate::server::{Installation, Server};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const CONNECTIONS: usize = 16;

pub struct Runner<'a> {
    pub server: &'a Server,
    database: Database,
    pub client: Client,
    /// To a server that is only ever asked while the database keeps its log: a statement's values are in the log only
    /// where it was prepared while the log was kept.
    observed: Client,
    cookie: String,
    /// Requests of one connection, and how long sixteen are at it.
    pub requests: usize,
    time_of_16: Duration,
    /// Size and median of each static file.
    fixed: Vec<(usize, f64)>,
}

/// Measures it all.
pub fn everything(
    installation: &Installation,
    server: &Server,
    observed: &Server,
    quick: bool,
) -> Result<Results, Failure> {
    let cookie = server.sign_in()?;
    let mut runner = Runner {
        server,
        database: Database::join(&installation.data)?,
        client: Client::connect(server.port, &cookie)?,
        observed: Client::connect(observed.port, &cookie)?,
        cookie,
        requests: if quick { 20 } else { 60 },
        time_of_16: Duration::from_millis(if quick { 500 } else { 1500 }),
        fixed: Vec::new(),
    };
    runner.fixed = runner.static_files()?;
    let mut results = Results {
        machine: machine(),
        started_in_ms: server.started_in.as_secs_f64() * 1e3,
        ..Results::default()
    };
    for (count, table) in [
        (&mut results.accounts, "accounts"),
        (&mut results.contacts, "contacts"),
        (&mut results.changes, "changes"),
    ] {
        *count = runner
            .database
            .number(&format!("SELECT COUNT(*) FROM minimata.{table}"))?;
    }
    for page in pages(&mut runner.client, quick)? {
        eprint!("\r\x1b[K{}", page.name);
        let line = runner.page(&page)?;
        results.lines.push(line);
    }
    eprint!("\r\x1b[K");
    (results.memory_mib, results.most_memory_mib) = server.memory();
    results.exports = runner.exports()?;
    let wrote = runner.writes(installation, &mut results);
    runner.database.put_back()?;
    wrote?;
    Ok(results)
}

impl Runner<'_> {
    fn page(&mut self, page: &Page) -> Result<Line, Failure> {
        let first = self.client.get(&page.path)?;
        if first.status != 200 {
            return Err(format!("{} was answered with {}", page.path, first.status).into());
        }
        // Slow pages are asked for less often.
        let most =
            Duration::from_secs(3).div_duration_f64(first.time.max(Duration::from_micros(100)));
        let requests = self.requests.min(most as usize).max(5);
        let client = &mut self.client;
        for _ in 0..requests / 4 {
            client.get(&page.path)?;
        }
        let mut times = Vec::new();
        for _ in 0..requests {
            times.push(client.get(&page.path)?.time);
        }
        let times = Times::of(times);
        let cost = self.database.cost(|| client.get(&page.path).map(drop))?;
        let observed = &mut self.observed;
        let statements = self
            .database
            .statements(|| observed.get(&page.path).map(drop))?;
        let bare = self.database.bare(&statements, requests)?;
        let mut line = Line {
            name: page.name.clone(),
            bytes: first.body.len(),
            statements: Some(cost.0 as f64),
            rows: Some(cost.1 as f64),
            sql: Some(bare.percentile(50)),
            fixed: self.static_like(first.body.len()),
            ..line(&times)
        };
        if page.at_16 {
            self.at_16(&page.path, &mut line)?;
        }
        Ok(line)
    }

    fn at_16(&self, path: &str, line: &mut Line) -> Result<(), Failure> {
        let stop = AtomicBool::new(false);
        let (cpu, began) = (self.server.cpu(), Instant::now());
        let (port, cookie) = (self.server.port, self.cookie.as_str());
        let work = || -> Result<Vec<Duration>, Failure> {
            let mut client = Client::connect(port, cookie)?;
            let mut times = Vec::new();
            while !stop.load(Ordering::Relaxed) {
                let answer = client.get(path)?;
                if answer.status != 200 {
                    return Err(
                        format!("{path} was answered with {} under load", answer.status).into(),
                    );
                }
                times.push(answer.time);
            }
            Ok(times)
        };
        let times = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(work)).collect();
            std::thread::sleep(self.time_of_16);
            stop.store(true, Ordering::Relaxed);
            let mut all = Vec::new();
            for thread in threads {
                all.extend(thread.join().map_err(|_| "a connection died")??);
            }
            Ok::<_, Failure>(all)
        });
        // Where a scan takes seconds, "busy" is the right answer to sixteen of them; it is not a rate.
        let Ok(times) = times else { return Ok(()) };
        let (seconds, count) = (began.elapsed().as_secs_f64(), times.len() as f64);
        line.throughput = Some(count / seconds);
        line.cpu = Some((self.server.cpu() - cpu) / count);
        line.p95_of_16 = Some(Times::of(times).percentile(95));
        Ok(())
    }

    /// The static files that the start page links to.
    fn static_files(&mut self) -> Result<Vec<(usize, f64)>, Failure> {
        self.client.compressed = false;
        let page = self.client.get("/")?.text();
        self.client.compressed = true;
        let links = page.split('"').filter(|part| part.starts_with("/s/"));
        let mut paths: Vec<String> = links
            .map(|link| link.split('#').next().unwrap_or_default().to_owned())
            .collect();
        paths.sort();
        paths.dedup();
        let mut found = Vec::new();
        for path in paths {
            let mut times = Vec::new();
            let mut bytes = 0;
            for _ in 0..self.requests {
                let answer = self.client.get(&path)?;
                bytes = answer.body.len();
                times.push(answer.time);
            }
            found.push((bytes, Times::of(times).percentile(50)));
        }
        Ok(found)
    }

    fn static_like(&self, bytes: usize) -> Option<f64> {
        let nearest = self
            .fixed
            .iter()
            .min_by_key(|(size, _)| size.abs_diff(bytes));
        nearest.map(|(_, time)| *time)
    }
}

pub fn line(times: &Times) -> Line {
    let [p50, p95, p99] = [50, 95, 99].map(|percent| times.percentile(percent));
    Line {
        p50,
        p95,
        p99,
        ..Line::default()
    }
}

fn machine() -> String {
    let read = |file: &str| std::fs::read_to_string(file).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = read("/proc/meminfo");
    let kib = memory.lines().find_map(|l| {
        l.strip_prefix("MemTotal:")?
            .split_whitespace()
            .next()?
            .parse::<f64>()
            .ok()
    });
    let load = read("/proc/loadavg");
    let load = load.split(' ').next().unwrap_or_default();
    format!(
        "{cores} cores ({model}), {:.0} GiB; load when it ended {load}.",
        kib.unwrap_or_default() / 1_048_576.0
    )
}
