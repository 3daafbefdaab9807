//! The results as a table in Markdown.

use crate::measure::{Line, Results};

fn number(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
}

/// The table; with `earlier` results, how the median and the rate have changed.
pub fn markdown(results: &Results, earlier: Option<&Results>) -> String {
    let mut text = format!(
        "{}\n\n{} accounts, {} contacts, {} changes. Serving {:.0} ms after its start. Resident memory {:.0} MiB, at most {:.0} MiB. \
         Import: {:.0} rows a second.\n\n",
        results.machine,
        results.accounts,
        results.contacts,
        results.changes,
        results.started_in_ms,
        results.memory_mib,
        results.most_memory_mib,
        results.import_rows_a_second,
    );
    text.push_str("| page | p50 ms | p95 | p99 | KB gz | statements | rows read | bare SQL ms | static ms | a second (16) | p95 (16) | CPU ms |");
    text.push_str(if earlier.is_some() {
        " p50 before | a second before |\n"
    } else {
        "\n"
    });
    text.push_str("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    text.push_str(if earlier.is_some() {
        "--:|--:|\n"
    } else {
        "\n"
    });
    for line in &results.lines {
        text.push_str(&row(line));
        if let Some(earlier) = earlier {
            let before = earlier.lines.iter().find(|before| before.name == line.name);
            let change =
                |now: f64, then: f64| format!("{then:.2} ({:+.0} %)", (now / then - 1.0) * 100.0);
            let median = before.map_or_else(|| "–".to_owned(), |b| change(line.p50, b.p50));
            let rate = before.and_then(|b| Some(change(line.throughput?, b.throughput?)));
            text.push_str(&format!(
                " {median} | {} |",
                rate.unwrap_or_else(|| "–".to_owned())
            ));
        }
        text.push('\n');
    }
    text.push_str(
        "\n| whole list as a file | seconds | MB | more memory MiB |\n|---|--:|--:|--:|\n",
    );
    for export in &results.exports {
        text.push_str(&format!(
            "| {} | {:.1} | {:.1} | {:.1} |\n",
            export.name,
            export.seconds,
            export.bytes as f64 / 1e6,
            export.more_memory_mib
        ));
    }
    text
}

fn row(line: &Line) -> String {
    format!(
        "| {} | {:.2} | {:.2} | {:.2} | {:.1} | {} | {} | {} | {} | {} | {} | {} |",
        line.name,
        line.p50,
        line.p95,
        line.p99,
        line.bytes as f64 / 1024.0,
        number(line.statements, 0),
        number(line.rows, 0),
        number(line.sql, 2),
        number(line.fixed, 2),
        number(line.throughput, 0),
        number(line.p95_of_16, 1),
        number(line.cpu, 2),
    )
}
