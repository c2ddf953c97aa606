//! The evidence at a glance: fifty futures as dots, and what decides between the first two.

use std::ops::ControlFlow;
use std::sync::Arc;

use egui::Ui;
use weighbridge_charts::Chart;
use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_prospects::{
    self, Draws, Pair, TestedInput, Yardstick, difference_tornado,
};
use weighbridge_engine::decision::Bar;
use weighbridge_engine::evaluate;
use weighbridge_engine::scenario::{OptionId, Scenario};
use weighbridge_engine::uncertainty::UncertainQuantity;
use weighbridge_engine::uncertainty::sensitivity::Sensitivity;
use weighbridge_engine::weighing::sensitivity;
use weighbridge_text::{ChoiceWords, Locale, Text};

use super::choice::Choice;
use crate::pages::Page;
use crate::pages::background::{Background, GoOn};
use crate::pages::charts::{ChartCache, waiting};
use crate::widgets::page as parts_of_page;

/// A bar is drawn from this share of the lead on.
pub(super) const LEAST_SEEN: f64 = 0.005;

/// What is made on another thread than the window's.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    tornado: Background<(u64, Locale, OptionId, OptionId), Option<Arc<Chart>>>,
}

impl Evidence {
    /// Fifty futures, each at what the chosen option leads by there.
    pub(super) fn dots_ui(
        &self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        choice: &Choice<'_>,
        charts: &mut ChartCache,
    ) {
        let title = page.text.get("chart-futures");
        let Some(futures) = &choice.futures else {
            if choice.odds.is_busy() {
                parts_of_page::card(ui, &title, "", |ui| waiting(ui, page, false));
            }
            return;
        };
        let mut ranking = futures.weighing.ranking.iter().copied();
        let (Some(chosen), Some(other)) = (ranking.next(), ranking.next()) else {
            return;
        };
        let prospects = &futures.prospects;
        let pair = Pair {
            chosen,
            other,
            by: yardstick(choice),
        };
        if prospects.leads_usd.is_empty() || !choice.has_spread() {
            return;
        }
        charts.odds_card(ui, page, "futures", |case| {
            from_prospects::futures(case, pair, &prospects.leads_usd, Draws::from(prospects))
        });
    }

    /// What each uncertain input alone does to the lead.
    pub(super) fn tornado_ui(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        choice: &Choice<'_>,
        charts: &mut ChartCache,
    ) {
        let Some((chosen, other)) = choice.pair() else {
            return;
        };
        let text = page.text;
        let document = page.session.document();
        let key = (
            document.generation(),
            text.locale(),
            chosen.clone(),
            other.clone(),
        );
        let (by, ids) = (yardstick(choice), (chosen.clone(), other.clone()));
        let scenario = Arc::clone(document.scenario());
        let known = self.tornado.get("tornado", ui.ctx(), key, || {
            Box::new(move |go_on| tornado(&scenario, text, &ids, by, go_on).map(Arc::new))
        });
        let title = text.get("chart-difference-tornado");
        charts.made_card(ui, page, &title, &known, &mut |_, _| {});
    }
}

/// What options are compared by.
pub(super) fn yardstick(choice: &Choice<'_>) -> Yardstick {
    if choice.counts_value() {
        Yardstick::NetBenefit
    } else {
        Yardstick::Cost
    }
}

/// The places of two options and what they are compared by.
pub(super) fn pair_of(
    scenario: &Scenario,
    (chosen, other): &(OptionId, OptionId),
    by: Yardstick,
) -> Option<Pair> {
    Some(Pair {
        chosen: scenario.position(chosen)?,
        other: scenario.position(other)?,
        by,
    })
}

fn tornado(
    scenario: &Scenario,
    text: Text,
    ids: &(OptionId, OptionId),
    by: Yardstick,
    go_on: GoOn<'_>,
) -> Option<Chart> {
    let mut check = || {
        if go_on() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let found = sensitivity(scenario, &ids.0, &ids.1, &mut check).ok()??;
    // What moves the lead by next to nothing is told by the title, not by bars nobody can see.
    let scale = found.difference_usd.abs();
    let is_seen = |bar: &&Bar| bar.length() > LEAST_SEEN * scale;
    let bars: Vec<Bar> = found.bars.iter().filter(is_seen).copied().collect();
    let outcome = evaluate(scenario);
    let case = Case {
        scenario,
        outcome: &outcome,
        text,
    };
    let inputs = tested_inputs(ChoiceWords::new(text, scenario), &found);
    let pair = pair_of(scenario, ids, by)?;
    Some(difference_tornado(
        &case,
        pair,
        found.difference_usd,
        &bars,
        &inputs,
    ))
}

fn tested_inputs(words: ChoiceWords<'_>, found: &Sensitivity) -> Vec<TestedInput> {
    let mut inputs: Vec<TestedInput> = found
        .quantities
        .iter()
        .map(|quantity| tested(words, quantity, (f64::NAN, f64::NAN)))
        .collect();
    for bar in &found.bars {
        if let (Some(place), Some(quantity)) =
            (inputs.get_mut(bar.input), found.quantities.get(bar.input))
        {
            *place = tested(words, quantity, (bar.tried.low, bar.tried.high));
        }
    }
    inputs
}

fn tested(
    words: ChoiceWords<'_>,
    quantity: &UncertainQuantity,
    (low, high): (f64, f64),
) -> TestedInput {
    let write = |value: f64| match quantity.paths.first() {
        Some(path) if value.is_finite() => words.value(path, value),
        _ => String::new(),
    };
    TestedInput {
        name: words.quantity(&quantity.paths),
        low: write(low),
        high: write(high),
    }
}
