//! The rows of a file against what is there.

use super::KpiColumn;
use super::plan::{NewKpi, Of, Plan, Planned};
use crate::auth::Actor;
use crate::db::Conn;
use crate::fields::{KPI_NOTE_MAX, KPI_UNIT_MAX, NAME_MAX, text};
use crate::i18n::{Lang, Message};
use crate::imports::counts::Fate;
use crate::imports::{Mapping, Problem, Row};
use crate::kpis::actions::name_key;
use crate::kpis::model::{Definition, DefinitionId, Scope, Source};
use crate::kpis::{Cadence, Decimal, Period, number, queries};
use chrono::NaiveDate;
use diesel::QueryResult;
use std::collections::{BTreeSet, HashMap};

/// A file being read.
pub(super) struct Reading {
    lang: Lang,
    mapping: Mapping<KpiColumn>,
    /// Every KPI by its folded name, archived ones too.
    all: HashMap<String, Definition>,
    /// Whose value each folded name says, once met.
    met: HashMap<String, Of>,
    /// The values that are there, of the KPIs that were met.
    values: HashMap<(DefinitionId, NaiveDate), (Option<Decimal>, String)>,
    locked: BTreeSet<(Cadence, NaiveDate)>,
    /// The line on which a value was said already.
    said: HashMap<(Of, Period), u64>,
}

impl Reading {
    pub fn new(
        conn: &mut Conn,
        actor: &Actor,
        lang: Lang,
        mapping: Mapping<KpiColumn>,
    ) -> QueryResult<Self> {
        let mut all = HashMap::new();
        for archived in [true, false] {
            let definitions = queries::all(conn, actor, None, archived)?;
            all.extend(definitions.into_iter().map(|d| (name_key(&d.name), d)));
        }
        let mut locked = BTreeSet::new();
        for cadence in Cadence::ALL {
            let days = queries::locked(conn, *cadence, far(1800), far(2300))?;
            locked.extend(days.into_iter().map(|day| (*cadence, day)));
        }
        Ok(Self {
            lang,
            mapping,
            all,
            met: HashMap::new(),
            values: HashMap::new(),
            locked,
            said: HashMap::new(),
        })
    }

    pub fn row(&mut self, conn: &mut Conn, plan: &mut Plan, row: Row) -> QueryResult<()> {
        let cell = |column| self.mapping.cell(&row.cells, column).trim().to_owned();
        let (name, period, typed) = (
            cell(KpiColumn::Name),
            cell(KpiColumn::Period),
            cell(KpiColumn::Value),
        );
        let (unit, note) = (cell(KpiColumn::Unit), cell(KpiColumn::Note));
        let fault = |column, value: &str, reason| Problem {
            column: self.mapping.index_of(column),
            value: value.to_owned(),
            reason,
        };
        let read = (|| {
            let at = |column, value: &str| {
                let value = value.to_owned();
                move |reason| fault(column, &value, reason)
            };
            let name = text::required_line(&name, NAME_MAX).map_err(at(KpiColumn::Name, &name))?;
            let unit = text::line(&unit, KPI_UNIT_MAX).map_err(at(KpiColumn::Unit, &unit))?;
            let note = text::line(&note, KPI_NOTE_MAX).map_err(at(KpiColumn::Note, &note))?;
            let code = Period::parse_any(&period).ok_or_else(|| {
                let message = Message::new("kpis-period-form").arg("example", "2026-09");
                fault(KpiColumn::Period, &period, message)
            })?;
            let unit = unit.unwrap_or_default();
            let value = number::parse(&typed, &unit, self.lang)
                .and_then(|value| value.ok_or_else(|| Message::new("kpis-import-no-value")))
                .map_err(at(KpiColumn::Value, &typed))?;
            Ok::<_, Problem>((name, unit, note, code, value))
        })();
        let (name, unit, note, period, value) = match read {
            Ok(read) => read,
            Err(problem) => {
                plan.reject(row.line, row.cells, problem);
                return Ok(());
            }
        };
        let of = self.meet(conn, plan, &name, &unit, period)?;
        let column = |column| self.mapping.index_of(column);
        if let Some((which, reason)) = self.obstacle(plan, of, period) {
            let value = self.mapping.cell(&row.cells, which).to_owned();
            plan.reject(
                row.line,
                row.cells,
                Problem {
                    column: column(which),
                    value,
                    reason,
                },
            );
            return Ok(());
        }
        if let Some(line) = self.said.insert((of, period), row.line) {
            self.said.insert((of, period), line);
            let reason = Message::new("kpis-import-twice").arg("line", line);
            plan.reject(
                row.line,
                row.cells,
                Problem {
                    column: None,
                    value: String::new(),
                    reason,
                },
            );
            return Ok(());
        }
        let fate = self.take(
            plan,
            Planned {
                of,
                period,
                value,
                note,
            },
        );
        plan.counts.add(fate, true);
        Ok(())
    }

    /// Whose value a row says; a KPI that is met for the first time is read with its values.
    fn meet(
        &mut self,
        conn: &mut Conn,
        plan: &mut Plan,
        name: &str,
        unit: &str,
        period: Period,
    ) -> QueryResult<Of> {
        let key = name_key(name);
        if let Some(of) = self.met.get(&key) {
            return Ok(*of);
        }
        let of = match self.all.get(&key) {
            Some(definition) => {
                for (day, value) in queries::values_of(conn, definition.id, None)? {
                    self.values
                        .insert((definition.id, day), (value.value, value.note));
                }
                plan.known.push(definition.clone());
                Of::Known(plan.known.len() - 1)
            }
            None => {
                plan.new_kpis.push(NewKpi {
                    name: name.to_owned(),
                    unit: unit.to_owned(),
                    decimals: 0,
                    cadence: period.cadence(),
                    first: period,
                });
                Of::New(plan.new_kpis.len() - 1)
            }
        };
        self.met.insert(key, of);
        Ok(of)
    }

    /// Why a value cannot be written, and the column that says so.
    fn obstacle(&self, plan: &Plan, of: Of, period: Period) -> Option<(KpiColumn, Message)> {
        let (cadence, refusal) = match of {
            Of::Known(at) => plan.known.get(at).map(|d| (d.cadence, refusal(d)))?,
            Of::New(at) => plan.new_kpis.get(at).map(|new| (new.cadence, None))?,
        };
        if let Some(key) = refusal {
            return Some((KpiColumn::Name, Message::new(key)));
        }
        if cadence != period.cadence() {
            return Some((KpiColumn::Period, Message::new("kpis-import-cadence")));
        }
        self.locked
            .contains(&(cadence, period.start()))
            .then(|| (KpiColumn::Period, Message::new("kpis-period-locked")))
    }

    fn take(&self, plan: &mut Plan, row: Planned) -> Fate {
        let fate = match row.of {
            Of::Known(at) => {
                let id = plan.known.get(at).map(|definition| definition.id);
                let there = id.and_then(|id| self.values.get(&(id, row.period.start())));
                match there {
                    Some((Some(value), note))
                        if *value == row.value
                            && row.note.as_ref().is_none_or(|new| new == note) =>
                    {
                        return Fate::Unchanged;
                    }
                    Some((Some(_), _)) => Fate::Updated,
                    _ => Fate::Created,
                }
            }
            Of::New(at) => {
                if let Some(new) = plan.new_kpis.get_mut(at) {
                    new.decimals = new.decimals.max(row.value.needs());
                    new.first = new.first.min(row.period);
                }
                Fate::Created
            }
        };
        plan.rows.push(row);
        fate
    }
}

/// Why a KPI takes no values of the organisation from a file.
fn refusal(definition: &Definition) -> Option<&'static str> {
    if definition.archived_at.is_some() {
        return Some("kpis-import-archived");
    }
    if definition.source != Source::Entered {
        return Some("kpis-import-counted");
    }
    (definition.scope == Scope::Account).then_some("kpis-import-accounts")
}

/// The first day of a year that no period reaches.
fn far(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}
