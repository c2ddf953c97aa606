//! How the case is sampled: shown, and changed as anything else in it.

use egui::Ui;
use weighbridge_engine::scenario::{Sampling, SamplingMethod};
use weighbridge_session::Action;
use weighbridge_text::{Digits, parse_number};
use weighbridge_units::Arg;

use super::super::choice::Choice;
use crate::pages::Page;
use crate::pages::parts::note;
use crate::pages::ranges::correlations_ui;
use crate::widgets::choice::segmented;
use crate::widgets::page as parts_of_page;
use crate::widgets::{FigureRow, NumberField};

/// Fewest draws that say anything.
const LEAST_DRAWS: f64 = 100.0;
/// Most draws: ten times as many say little more and take ten times as long.
const MOST_DRAWS: f64 = 1_000_000.0;
/// Most that a number holds without a gap.
const MOST_SEED: f64 = 9_007_199_254_740_991.0;

pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, choice: &Choice<'_>) {
    let text = page.text;
    let sampling = &choice.scenario.sampling;
    let title = text.get("decision-section-sampling");
    let mut changed = None;
    parts_of_page::card(ui, &title, &text.get("decision-sampling-aid"), |ui| {
        ui.set_max_width(560.0);
        let draws = f64::from(sampling.draws);
        if let Some(draws) = whole(ui, page, "draws", draws, (LEAST_DRAWS, MOST_DRAWS)) {
            changed = Some(Sampling {
                draws: draws as u32,
                ..sampling.clone()
            });
        }
        if let Some(seed) = whole(ui, page, "seed", sampling.seed as f64, (0.0, MOST_SEED)) {
            changed = Some(Sampling {
                seed: seed as u64,
                ..sampling.clone()
            });
        }
        let name = text.get("decision-sampling-method");
        note(ui, name.clone());
        let names = SamplingMethod::ALL
            .map(|method| text.get(&format!("decision-sampling-{}", method.key())));
        let names: Vec<&str> = names.iter().map(|name| name.as_ref()).collect();
        let here = SamplingMethod::ALL
            .iter()
            .position(|method| *method == sampling.method);
        if let Some(picked) = segmented(ui, &name, &names, here.unwrap_or(0)) {
            changed = Some(Sampling {
                method: SamplingMethod::ALL[picked],
                ..sampling.clone()
            });
        }
        let pairs = sampling.correlations.len();
        note(
            ui,
            text.format("decision-sampling-together", &[("count", Arg::from(pairs))]),
        );
        correlations_ui(ui, page);
        if let Some(futures) = &choice.futures {
            let drawn = Arg::from(text.number(futures.prospects.draws as f64, Digits::WHOLE));
            note(
                ui,
                text.format("decision-sampling-drawn", &[("draws", drawn)]),
            );
        }
    });
    if let Some(sampling) = changed {
        page.act(Action::SetSampling(sampling));
    }
}

/// A row for a whole number.
fn whole(
    ui: &mut Ui,
    page: &Page<'_>,
    name: &str,
    value: f64,
    (low, high): (f64, f64),
) -> Option<f64> {
    let text = page.text;
    let label = text.get(&format!("decision-sampling-{name}"));
    let write = |value: f64| text.number(value, Digits::WHOLE);
    let ends = [
        ("low", Arg::from(write(low))),
        ("high", Arg::from(write(high))),
    ];
    let allowed = text.format("value-allowed", &ends);
    let parse = |typed: &str| {
        let value = parse_number(typed, text.locale()).map_err(|error| text.describe(&error))?;
        if value.fract() == 0.0 && (low..=high).contains(&value) {
            Ok(value)
        } else {
            Err(allowed.clone())
        }
    };
    let help = text.get(&format!("decision-sampling-{name}.help"));
    let (kept, understood) = (text.get("window-kept"), text.get("window-understood-as"));
    let id = format!("sampling.{name}");
    let field = NumberField::new(&id, &label, value, &parse, &write)
        .step(if name == "draws" { 1_000.0 } else { 1.0 })
        .description(&help);
    let row = FigureRow {
        name: &label,
        origin: &allowed,
        is_weak: false,
        help: &help,
        kept: &kept,
        understood_as: &understood,
    };
    row.show(ui, field).committed
}
