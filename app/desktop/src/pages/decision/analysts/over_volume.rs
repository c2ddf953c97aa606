//! Regret, exceedance, and how the odds move with the volume.

use std::num::NonZero;
use std::sync::Arc;

use egui::Ui;
use weighbridge_charts::Chart;
use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_prospects::{
    AtVolume, Draws, NAMES, chance_cheapest, exceedance, expected_loss, expected_regret,
};
use weighbridge_engine::break_even::VOLUME;
use weighbridge_engine::evaluate;
use weighbridge_engine::scenario::{InputPath, Scenario};
use weighbridge_engine::uncertainty::curves::savings;
use weighbridge_engine::uncertainty::{Settings, curves, draw};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Arg, Money};

use super::super::choice::Choice;
use crate::pages::Page;
use crate::pages::background::{Background, GoOn, Known};
use crate::pages::charts::{ChartCache, waiting};
use crate::pages::parts::note;
use crate::widgets::page as parts_of_page;

/// Volumes at which the odds are taken.
const VOLUMES: u32 = 25;
/// How far volumes go to either side, as a ratio.
const REACH: f64 = 10.0;
/// Draws at each volume.
const DRAWS: u32 = 1_000;

/// The two charts over volume.
type OfVolume = [Option<Arc<Chart>>; 2];

/// What is made on another thread.
#[derive(Debug, Default)]
pub(super) struct OverVolume {
    charts: Background<(u64, Locale), OfVolume>,
}

impl OverVolume {
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        choice: &Choice<'_>,
        charts: &mut ChartCache,
    ) {
        let Some(futures) = &choice.futures else {
            parts_of_page::card(ui, "", "", |ui| {
                waiting(ui, page, choice.odds.fault().is_some())
            });
            return;
        };
        let text = page.text;
        let document = page.session.document();
        let key = (document.generation(), text.locale());
        let scenario = Arc::clone(document.scenario());
        let known = self.charts.get("odds over volume", ui.ctx(), key, || {
            Box::new(move |go_on| made(&scenario, text, go_on))
        });
        let of = |place: usize| known.result.map(|charts| charts[place].clone());
        let (first, second) = (of(0), of(1));
        let (is_current, has_failed) = (known.is_current, known.has_failed);
        let prospects = &futures.prospects;
        let [_, _, _, regret, exceeded, ..] = NAMES;
        parts_of_page::columns(ui, 2, 430.0, |ui, index| {
            if index == 0 {
                charts.odds_card(ui, page, regret, |case| expected_regret(case, prospects));
                if let Some((evpi, error)) = prospects.evpi_usd {
                    let money = |usd: f64| Arg::from(text.compact_money(Money::usd(usd)));
                    let args = [("value", money(evpi)), ("error", money(error))];
                    note(ui, text.format("decision-evpi", &args));
                }
            } else {
                charts.odds_card(ui, page, exceeded, |case| exceedance(case, prospects));
            }
        });
        parts_of_page::columns(ui, 2, 430.0, |ui, index| {
            let (key, result) = if index == 0 {
                ("chart-chance-cheapest", &first)
            } else {
                ("chart-expected-loss", &second)
            };
            let known = Known {
                result: result.as_ref(),
                is_current,
                has_failed,
            };
            charts.made_card(ui, page, &text.get(key), &known, &mut |_, _| {});
        });
    }
}

/// The odds at volumes around that of the case, on cost alone.
fn made(scenario: &Scenario, text: Text, go_on: GoOn<'_>) -> OfVolume {
    let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let all = Settings::of(scenario, threads);
    let settings = Settings {
        draws: all.draws.min(DRAWS),
        ..all
    };
    let Some(spec) = scenario.spec(&InputPath::new(VOLUME)) else {
        return [None, None];
    };
    let here = scenario.workload.requests_per_month.value.max(1.0);
    let volumes: Vec<f64> = (0..VOLUMES)
        .map(|step| REACH.powf(2.0 * f64::from(step) / f64::from(VOLUMES - 1) - 1.0))
        .map(|ratio| (here * ratio).clamp(spec.min, spec.max))
        .collect();
    let Ok(draws) = draw(scenario, settings) else {
        return [None, None];
    };
    let found = curves(scenario, &draws, &volumes, threads, &savings, go_on);
    let Some(found) = found else {
        return [None, None];
    };
    let at: Vec<AtVolume> = found
        .into_iter()
        .map(|point| AtVolume {
            requests_per_month: point.requests_per_month,
            cheapest_shares: point
                .cheapest_share
                .iter()
                .zip(&point.expected_loss_usd)
                .map(|(share, loss)| loss.map(|_| *share))
                .collect(),
            expected_loss_usd: point.expected_loss_usd,
        })
        .collect();
    let outcome = evaluate(scenario);
    let case = Case {
        scenario,
        outcome: &outcome,
        text,
    };
    let sample = Draws {
        count: settings.draws as usize,
        seed: settings.seed,
    };
    [
        Some(Arc::new(chance_cheapest(&case, &at, sample))),
        Some(Arc::new(expected_loss(&case, &at, sample))),
    ]
}
