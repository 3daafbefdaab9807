//! The page of one KPI.

use super::{LineView, RowsView, StandingView};
use crate::auth::Actor;
use crate::kpis::chart::{self, Chart};
use crate::kpis::model::Definition;
use crate::kpis::report::{Line, Report};
use crate::kpis::{Decimal, Period, number};
use crate::web::view::Choice;
use crate::web::{FormView, Shell};
use askama::Template;

/// Periods offered to choose.
const CHOICES: usize = 60;

/// A number of the page's head: what it is, what it says, what stands under it.
pub(in crate::kpis) struct Figure {
    pub label: String,
    pub value: String,
    pub note: String,
}

#[derive(Template)]
#[template(path = "kpis/show.html")]
pub(in crate::kpis) struct ShowPage {
    pub ui: Shell,
    pub definition: Definition,
    pub owner: String,
    pub may_write: bool,
    pub chosen: Period,
    pub choices: Vec<Choice>,
    pub picker: FormView,
    pub figures: Vec<Figure>,
    pub standing: Option<StandingView>,
    pub lines: Vec<LineView>,
    pub chart: Option<Chart>,
    /// The finding: what the chart shows in one sentence.
    pub finding: String,
    pub missing: String,
    /// The rows behind the chosen period's number, where it was counted.
    pub rows: RowsView,
}

impl ShowPage {
    pub fn new(
        ui: Shell,
        actor: &Actor,
        definition: Definition,
        report: &Report,
        chosen: Period,
        now: Period,
        owner: String,
    ) -> Self {
        let view = |line: &Line| LineView::new(&ui, &definition, line);
        let latest = now.max(chosen);
        let offered = std::iter::successors(Some(latest), |p| Some(p.previous()))
            .take_while(|period| *period >= definition.first() || *period >= chosen)
            .take(CHOICES);
        let choices = offered
            .map(|p| Choice::new(p.to_string(), p.words(ui.lang)))
            .collect();
        let standing = report.last().and_then(|line| line.standing);
        Self {
            lines: report.lines.iter().map(view).collect(),
            chart: chart::draw(&definition, &report.lines),
            finding: finding(&ui, &definition, report),
            figures: figures(&ui, &definition, report, chosen),
            standing: standing.map(|standing| StandingView::new(&ui, standing)),
            rows: RowsView::new(&ui, &definition, chosen, now),
            missing: match report.year_missing {
                0 => String::new(),
                n => ui
                    .t("kpis-year-missing")
                    .arg("n", n)
                    .arg("year", chosen.year().to_string())
                    .to_string(),
            },
            may_write: definition.takes_values_from(actor),
            picker: FormView::default().with("period", chosen.to_string()),
            choices,
            chosen,
            owner,
            definition,
            ui,
        }
    }

    fn at(&self, period: Period) -> String {
        format!("{}?period={period}", self.definition.path())
    }

    /// What a line of the report is called under the chart.
    fn short(&self, line: &usize) -> String {
        let steps = self.lines.len().saturating_sub(line + 1);
        self.chosen.back(steps).short(self.ui.lang)
    }

    fn is_live(&self) -> bool {
        self.lines.last().is_some_and(|line| line.is_live)
    }

    fn first(&self) -> String {
        self.definition.first().words(self.ui.lang)
    }

    fn tick(&self, tick: &chart::Tick) -> String {
        let value = format!("{:.6}", tick.value)
            .parse()
            .unwrap_or(Decimal::ZERO);
        number::show(self.ui.lang, value, value.needs())
    }

    fn limit(&self, limit: &Decimal) -> String {
        format!("{}\u{a0}%", number::exact(self.ui.lang, *limit, 0))
    }

    fn view_box(&self) -> String {
        format!("0 0 {} {}", chart::WIDTH, chart::HEIGHT)
    }

    fn mark_tone(&self, mark: &chart::Mark) -> &'static str {
        mark.standing
            .map_or("", super::super::standing::Standing::tone)
    }
}

fn finding(ui: &Shell, definition: &Definition, report: &Report) -> String {
    let Some(line) = report.last() else {
        return definition.name.clone();
    };
    let period = line.period.words(ui.lang);
    let show = |number: Decimal| definition.show(ui.lang, number);
    let text = match (line.value, line.target, line.standing) {
        (Some(value), Some(target), Some(standing)) => ui
            .t("kpis-finding-judged")
            .arg("value", show(value))
            .arg("target", show(target))
            .arg("standing", ui.t(standing.label()).to_string()),
        (Some(value), ..) => ui.t("kpis-finding-plain").arg("value", show(value)),
        _ => ui.t("kpis-finding-none"),
    };
    text.arg("name", definition.name.as_str())
        .arg("period", period)
        .to_string()
}

fn figures(ui: &Shell, definition: &Definition, report: &Report, chosen: Period) -> Vec<Figure> {
    let none = || ui.t("kpis-no-value").to_string();
    let show = |number: Option<Decimal>| number.map_or_else(none, |n| definition.show(ui.lang, n));
    let change =
        |number: Option<Decimal>| number.map_or_else(none, |n| definition.show_change(ui.lang, n));
    let line = report.last();
    let year = chosen.year().to_string();
    let figure = |key: &str, value: String, note: String| Figure {
        label: ui
            .t(key)
            .arg("year", year.as_str())
            .arg("period", chosen.words(ui.lang))
            .to_string(),
        value,
        note,
    };
    let before = chosen.previous().words(ui.lang);
    let last_year = chosen.year_before().map(|period| period.words(ui.lang));
    let mut all = vec![
        figure(
            "kpis-field-value",
            show(line.and_then(|l| l.value)),
            chosen.words(ui.lang),
        ),
        figure(
            "kpis-field-target",
            show(line.and_then(|l| l.target)),
            String::new(),
        ),
        figure(
            "kpis-to-previous",
            change(line.and_then(|l| l.to_previous)),
            before,
        ),
        figure(
            "kpis-to-last-year",
            change(line.and_then(|l| l.to_last_year)),
            last_year.unwrap_or_default(),
        ),
        figure(
            "kpis-year-so-far",
            show(report.year_total),
            report.year_target.map_or_else(String::new, |target| {
                ui.t("kpis-year-target")
                    .arg("target", definition.show(ui.lang, target))
                    .to_string()
            }),
        ),
    ];
    if let Some(pace) = report.pace {
        let number = |number: Decimal| definition.show(ui.lang, number);
        let text = match pace.is_on() {
            true => ui.t("kpis-on-pace").to_string(),
            false => ui
                .t("kpis-behind")
                .arg("by", number(pace.behind))
                .to_string(),
        };
        let of = ui
            .t("kpis-pace-of")
            .arg("reached", number(pace.reached))
            .arg("expected", number(pace.expected));
        all.push(figure("kpis-pace", text, of.to_string()));
    }
    all
}
