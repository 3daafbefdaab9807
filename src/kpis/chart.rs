//! A chart as shapes on a drawing of fixed size: what lies where, without a word. Floats are for drawing only.

use super::model::{Definition, Direction};
use super::report::Line;
use super::standing::{Standing, threshold};

/// The drawing's width.
pub const WIDTH: f64 = 760.0;
/// The drawing's height.
pub const HEIGHT: f64 = 260.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 28.0;

/// One value's mark.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Which line of the report.
    pub line: usize,
    /// Its outline: a circle on target, a triangle just off, a square off, so that colour is not needed.
    pub outline: String,
    /// Its place, for a larger target to hit.
    pub x: f64,
    /// Its place.
    pub y: f64,
    /// How the value stands.
    pub standing: Option<Standing>,
}

/// A rectangle of a band.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// Amber, or red.
    pub is_red: bool,
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A line across, with the value it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Tick {
    /// Its height on the drawing.
    pub y: f64,
    /// The value.
    pub value: f64,
}

/// A chart.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// The values' line, broken where one is missing.
    pub values: String,
    /// The targets' line, a step for each period.
    pub targets: String,
    /// Where values would be amber or red.
    pub bands: Vec<Band>,
    /// The marks of the values.
    pub marks: Vec<Mark>,
    /// Lines across.
    pub ticks: Vec<Tick>,
    /// Which lines of the report are named below, and where.
    pub names: Vec<(usize, f64)>,
}

/// From numbers to places.
struct Scale {
    low: f64,
    high: f64,
    step: f64,
}

impl Scale {
    fn x(&self, at: usize) -> f64 {
        LEFT + (at as f64 + 0.5) * self.step
    }

    fn y(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        TOP + (1.0 - share.clamp(0.0, 1.0)) * (HEIGHT - TOP - BOTTOM)
    }
}

/// Draws the lines of a report; nothing where there is neither a value nor a target.
pub fn draw(definition: &Definition, lines: &[Line]) -> Option<Chart> {
    let numbers = lines.iter().flat_map(|line| [line.value, line.target]);
    let numbers: Vec<f64> = numbers.flatten().map(super::Decimal::to_f64).collect();
    let (least, most) = (
        numbers.iter().copied().reduce(f64::min)?,
        numbers.iter().copied().reduce(f64::max)?,
    );
    let (low, high, gap) = rounded(least, most);
    let step = (WIDTH - LEFT - RIGHT) / lines.len() as f64;
    let scale = Scale { low, high, step };
    let mut chart = Chart::default();
    let mut is_open = false;
    for (at, line) in lines.iter().enumerate() {
        let x = scale.x(at);
        if let Some(target) = line.target {
            let y = scale.y(target.to_f64());
            let (from, to) = (x - step / 2.0, x + step / 2.0);
            chart
                .targets
                .push_str(&format!("M{from:.1} {y:.1}H{to:.1}"));
            chart.bands.extend(bands(definition, &scale, from, target));
        }
        if let Some(value) = line.value {
            let y = scale.y(value.to_f64());
            let pen = if is_open { 'L' } else { 'M' };
            chart.values.push_str(&format!("{pen}{x:.1} {y:.1}"));
            chart.marks.push(Mark {
                line: at,
                outline: outline(line.standing, x, y),
                x,
                y,
                standing: line.standing,
            });
        }
        is_open = line.value.is_some();
    }
    let count = ((high - low) / gap).round() as usize;
    chart.ticks = (0..=count)
        .map(|n| low + n as f64 * gap)
        .map(|value| Tick {
            y: scale.y(value),
            value,
        })
        .collect();
    let every = lines.len().div_ceil(8).max(1);
    let named = (0..lines.len()).rev().step_by(every);
    chart.names = named.map(|at| (at, scale.x(at))).collect();
    Some(chart)
}

/// The lowest and the highest line across, and the distance between two: round numbers, four or five of them.
fn rounded(least: f64, most: f64) -> (f64, f64, f64) {
    // From nothing, unless all values lie high above it and the change would not show.
    let least = if least > 0.0 && least < most * 0.6 {
        0.0
    } else {
        least
    };
    let span = if most > least {
        most - least
    } else {
        most.abs().max(1.0)
    };
    let rough = span / 4.0;
    let power = 10_f64.powf(rough.log10().floor());
    let gap = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|gap| *gap >= rough)
        .unwrap_or(10.0 * power);
    let low = (least / gap).floor() * gap;
    let high = (most / gap).ceil() * gap;
    (low, if high > low { high } else { low + gap }, gap)
}

fn bands(definition: &Definition, scale: &Scale, x: f64, target: super::Decimal) -> [Band; 2] {
    let amber = scale.y(threshold(target, definition.amber_limit).to_f64());
    let red = scale.y(threshold(target, definition.red_limit).to_f64());
    let floor = HEIGHT - BOTTOM;
    let band = |is_red, from: f64, to: f64| Band {
        is_red,
        x,
        y: from,
        width: scale.step,
        height: (to - from).max(0.0),
    };
    match definition.direction {
        Direction::Up => [band(false, amber, red), band(true, red, floor)],
        Direction::Down => [band(false, red, amber), band(true, TOP, red)],
    }
}

fn outline(standing: Option<Standing>, x: f64, y: f64) -> String {
    match standing {
        Some(Standing::Amber) => {
            format!(
                "M{x:.1} {:.1}L{:.1} {:.1}H{:.1}Z",
                y - 5.5,
                x + 5.5,
                y + 4.5,
                x - 5.5
            )
        }
        Some(Standing::Red) => {
            format!("M{:.1} {:.1}h9v9h-9Z", x - 4.5, y - 4.5)
        }
        Some(Standing::Green) | None => {
            format!(
                "M{:.1} {y:.1}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z",
                x - 4.5
            )
        }
    }
}

/// A line of values on a drawing of 120 by 24, broken where one is missing; nothing with fewer than two.
pub fn sparkline(values: &[Option<super::Decimal>]) -> String {
    let known: Vec<f64> = values
        .iter()
        .flatten()
        .map(|value| value.to_f64())
        .collect();
    let (Some(low), Some(high)) = (
        known.iter().copied().reduce(f64::min),
        known.iter().copied().reduce(f64::max),
    ) else {
        return String::new();
    };
    if known.len() < 2 {
        return String::new();
    }
    let span = if high > low { high - low } else { 1.0 };
    let step = 116.0 / (values.len().saturating_sub(1).max(1)) as f64;
    let (mut path, mut pen) = (String::new(), 'M');
    for (at, value) in values.iter().enumerate() {
        match value {
            Some(value) => {
                let y = 21.0 - (value.to_f64() - low) / span * 18.0;
                path.push_str(&format!("{pen}{:.1} {y:.1}", 2.0 + at as f64 * step));
                pen = 'L';
            }
            None => pen = 'M',
        }
    }
    path
}
