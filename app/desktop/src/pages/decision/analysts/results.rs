//! The spread of every result, worked out when somebody asks for it.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::Arc;

use egui::Ui;
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::scenario::Scenario;
use weighbridge_engine::uncertainty::results::{OptionResults, Percentiles, results};
use weighbridge_engine::uncertainty::{Settings, draw};
use weighbridge_text::Text;
use weighbridge_units::{Base, Money, Unit};

use super::super::choice::Choice;
use super::super::sureness::dimmed;
use crate::pages::Page;
use crate::pages::background::{Background, GoOn};
use crate::pages::charts::waiting;
use crate::pages::parts::{measure_words, option_picker, result_name, wide_table};
use crate::widgets::table::{Cell, Row, figure_column, text_column};
use crate::widgets::{button, page as parts_of_page};

/// What was asked for, and what was found.
#[derive(Debug, Default)]
pub(super) struct Results {
    found: Background<u64, Option<Vec<OptionResults>>>,
    /// The case for which somebody asked.
    asked: Option<u64>,
    /// The option shown; the recommended one where nobody chose.
    option: Option<weighbridge_engine::scenario::OptionId>,
}

impl Results {
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page<'_>, choice: &Choice<'_>) {
        let text = page.text;
        let document = page.session.document();
        let now = document.generation();
        let title = text.get("decision-results");
        parts_of_page::card(ui, &title, &text.get("decision-results-aid"), |ui| {
            if self.asked == Some(now) {
                let scenario = Arc::clone(document.scenario());
                self.found.get("spread of every result", ui.ctx(), now, || {
                    Box::new(move |go_on| spreads(&scenario, go_on))
                });
            }
            let (busy, failed) = (self.found.is_busy(), self.found.has_failed());
            let found = self.found.found();
            let is_known = found.is_some_and(|(generation, _)| *generation == now);
            if let Some((_, Some(found))) = found {
                let best = choice.pair().map(|(best, _)| best.clone());
                let shown = self.option.clone().or(best);
                let name = text.get("column-option");
                let picked = option_picker(ui, page, &name, shown.as_ref());
                let option = found
                    .iter()
                    .find(|option| Some(&option.id) == shown.as_ref());
                if let Some(option) = option.or(found.first()) {
                    dimmed(ui, is_known, |ui| table(ui, text, &title, option));
                }
                if picked.is_some() {
                    self.option = picked;
                }
            }
            if busy {
                waiting(ui, page, false);
                if ui.add(button::link(&text.get("button-cancel"))).clicked() {
                    self.found.cancel();
                    self.asked = None;
                }
            } else if failed {
                waiting(ui, page, true);
            }
            if !busy
                && !is_known
                && ui
                    .add(button::quiet(&text.get("decision-results-compute")))
                    .clicked()
            {
                self.asked = Some(now);
            }
        });
    }
}

fn spreads(scenario: &Scenario, go_on: GoOn<'_>) -> Option<Vec<OptionResults>> {
    let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let draws = draw(scenario, Settings::of(scenario, threads)).ok()?;
    results(scenario, &draws, threads, &mut |_| {
        if go_on() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })
}

fn table(ui: &mut Ui, text: Text, title: &str, option: &OptionResults) {
    let columns = [
        text_column(text.get("results-figure"), 1.0),
        figure_column(text.get("decision-results-low")),
        figure_column(text.get("decision-results-middle")),
        figure_column(text.get("decision-results-high")),
    ];
    let row =
        |part: ResultPart, unit: Unit, spread: &Percentiles, write: &dyn Fn(f64) -> String| {
            let note = if unit.exponent(Base::Usd) == 1 {
                text.unit_name(unit)
            } else {
                String::new()
            };
            Row::new([
                Cell::new(result_name(text, part)).note(note),
                Cell::new(write(spread.p10)),
                Cell::new(write(spread.p50)),
                Cell::new(write(spread.p90)),
            ])
        };
    let measures = option.measures.iter().map(|(measure, spread)| {
        let write = |value: f64| measure_words(text, *measure, value);
        row(
            ResultPart::Measure(*measure),
            measure.unit(),
            spread,
            &write,
        )
    });
    let lines = option
        .lines
        .iter()
        .filter(|(_, spread)| spread.p90 != 0.0 || spread.p10 != 0.0);
    let lines = lines.map(|(line, spread)| {
        let write = |value: f64| text.money(Money::usd(value));
        row(ResultPart::Line(*line), Unit::USD, spread, &write)
    });
    let rows: Vec<Row> = measures.chain(lines).collect();
    wide_table(ui, title, &columns, &rows);
}
