//! The bar that never leaves: the cheapest option, its lead, and where the answer flips.

use std::ops::RangeInclusive;
use std::sync::Arc;

use weighbridge_engine::break_even::{BreakEven, VOLUME, break_even, usual_range};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_engine::{Outcome, Scenario};
use weighbridge_session::Session;
use weighbridge_session::jobs::{Event, Worker};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Money};

/// How far the slider goes from where the scenario stands, as a ratio to either side.
const REACH: f64 = 30.0;
/// Significant figures of what the slider sets.
const FIGURES: i32 = 3;

/// What the bar knows of a case.
#[derive(Debug, Default)]
pub(super) struct Bar {
    worker: Option<Worker<Question, (), Option<BreakEven>>>,
    /// The generation of the document that was asked about last.
    asked: Option<u64>,
    /// The last answer, with whom it compares.
    found: Option<(Pair, BreakEven)>,
    waiting_for: Option<Pair>,
    range: Option<RangeInclusive<f64>>,
}

/// The cheapest option and the one after it.
#[derive(Debug, Clone, PartialEq)]
struct Pair {
    first: OptionId,
    second: OptionId,
}

#[derive(Debug)]
struct Question {
    scenario: Arc<Scenario>,
    pair: Pair,
}

/// Where the answer flips.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flip {
    /// Requests a month.
    pub(super) at: f64,
    /// It flips below that volume, not above.
    pub(super) is_below: bool,
}

impl Bar {
    /// Asks anew where the case has changed, and takes what was found.
    pub(super) fn follow(&mut self, session: &Session, context: &egui::Context) {
        self.take();
        let generation = session.document().generation();
        if self.asked == Some(generation) {
            return;
        }
        self.asked = Some(generation);
        self.waiting_for = None;
        let Some(pair) = pair(session.outcome()) else {
            self.found = None;
            return;
        };
        // An answer about the same two stays in sight until the next one is there.
        if self.found.as_ref().is_some_and(|(known, _)| *known != pair) {
            self.found = None;
        }
        if self.worker.is_none() {
            let context = context.clone();
            let worker = Worker::spawn(
                "break-even",
                |question, _| answer(&question),
                move || {
                    context.request_repaint();
                },
            );
            // Without a thread the bar stays silent about the flip.
            self.worker = worker.ok();
        }
        if let Some(worker) = &mut self.worker {
            let scenario = session.document().scenario().clone();
            worker.start(Question {
                scenario,
                pair: pair.clone(),
            });
            self.waiting_for = Some(pair);
        }
    }

    fn take(&mut self) {
        let Some(worker) = &mut self.worker else {
            return;
        };
        for event in worker.poll() {
            if let Event::Finished { result, .. } = event {
                let pair = self.waiting_for.take();
                self.found = pair.zip(result);
            }
        }
    }

    /// Is an answer on its way?
    pub(super) fn is_busy(&self) -> bool {
        self.worker.as_ref().is_some_and(Worker::is_busy)
    }

    /// The nearest volume at which the answer flips, counted in ratios.
    pub(super) fn flip(&self) -> Option<Flip> {
        let (_, found) = self.found.as_ref()?;
        let distance = |at: f64| (at / found.here).ln().abs();
        let mut crossings = found.crossings();
        crossings.retain(|at| *at > 0.0);
        crossings.sort_by(|one, other| distance(*one).total_cmp(&distance(*other)));
        let at = *crossings.first()?;
        Some(Flip {
            at,
            is_below: at < found.here,
        })
    }

    /// Captions with their values.
    pub(super) fn facts(&self, outcome: &Outcome, text: Text) -> Vec<(String, String)> {
        let caption = |key: &str| text.get(key).into_owned();
        let ranking = outcome.by_cost();
        let Some(first) = ranking.first() else {
            let nothing = text.get("window-fact-nothing").into_owned();
            return vec![(caption("window-fact-cheapest"), nothing)];
        };
        let mut facts = vec![(caption("window-fact-cheapest"), first.name.clone())];
        let cost = Measure::NetPresentValue;
        if let Some(second) = ranking.get(1)
            && let (Some(low), Some(high)) = (first.get(cost), second.get(cost))
        {
            let margin = text.compact_money(Money::usd(high - low));
            facts.push((caption("window-fact-margin"), margin));
            let (key, value) = match self.flip() {
                Some(flip) => {
                    let key = if flip.is_below {
                        "window-fact-flips-below"
                    } else {
                        "window-fact-flips-above"
                    };
                    (key, volume(text, flip.at))
                }
                None if self.found.is_some() => ("window-fact-flips", caption("window-fact-never")),
                None => ("window-fact-flips", "…".to_owned()),
            };
            facts.push((caption(key), value));
        }
        facts
    }

    /// The sentence beside the mark on the slider.
    pub(super) fn flip_sentence(&self, outcome: &Outcome, text: Text) -> String {
        let Some(((pair, _), flip)) = self.found.as_ref().zip(self.flip()) else {
            return String::new();
        };
        let name = |id: &OptionId| {
            let option = outcome.option(id);
            option.map_or_else(String::new, |option| option.name.clone())
        };
        let key = if flip.is_below {
            "window-flip-below"
        } else {
            "window-flip-above"
        };
        text.format(
            key,
            &[
                ("volume", Arg::from(volume(text, flip.at))),
                ("option", Arg::from(name(&pair.second))),
            ],
        )
    }

    /// How far the slider goes; it stays while the value is inside, so that it does not slip away
    /// under the hand.
    pub(super) fn range(&mut self, session: &Session) -> Option<RangeInclusive<f64>> {
        let path = InputPath::new(VOLUME);
        let here = session.scenario().figure(&path)?.value;
        let spec = session.scenario().spec(&path)?;
        if let Some(range) = self.range.as_ref().filter(|range| range.contains(&here)) {
            return Some(range.clone());
        }
        let middle = if here > 0.0 { here } else { 1_000.0 };
        let low = rounded(middle / REACH).max(spec.min).max(1.0);
        let high = rounded(middle * REACH).min(spec.max);
        let range = low.min(here.max(1.0))..=high.max(here);
        self.range = Some(range.clone());
        Some(range)
    }
}

/// A volume of requests a month in a few letters.
pub(super) fn volume(text: Text, requests: f64) -> String {
    let number = text.compact(requests);
    text.format("window-requests", &[("number", Arg::from(number))])
}

/// A value of the slider as a person would type it.
pub(super) fn rounded(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return value;
    }
    let step = 10.0_f64.powi(value.log10().floor() as i32 + 1 - FIGURES);
    ((value / step).round() * step).round()
}

fn pair(outcome: &Outcome) -> Option<Pair> {
    let ranking = outcome.by_cost();
    let (first, second) = (ranking.first()?, ranking.get(1)?);
    Some(Pair {
        first: first.id.clone(),
        second: second.id.clone(),
    })
}

fn answer(question: &Question) -> Option<BreakEven> {
    let path = InputPath::new(VOLUME);
    let range = usual_range(&question.scenario, &path)?;
    let Pair { first, second } = &question.pair;
    break_even(&question.scenario, first, second, &path, range).ok()
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn the_slider_sets_round_numbers() {
        for (value, round) in [
            (1_234_567.0, 1_230_000.0),
            (999.6, 1_000.0),
            (12.34, 12.0),
            (0.0, 0.0),
        ] {
            assert_eq!(rounded(value), round, "{value}");
        }
    }
}
