//! The bar that never leaves: the option to choose, its lead, its odds, and where the choice flips.

use std::ops::{ControlFlow, RangeInclusive};
use std::sync::Arc;

use weighbridge_engine::break_even::{VOLUME, usual_range};
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_engine::weighing::{Weighing, weigh};
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_session::Session;
use weighbridge_session::jobs::{Event, Worker};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Money};

use crate::pages::decision::futures_words;
use crate::shell::Fact;

/// How far the slider goes from where the scenario stands, as a ratio to either side.
const REACH: f64 = 30.0;
/// Significant figures of what the slider sets.
const FIGURES: i32 = 3;

/// Volumes that are tried to either side until the choice flips.
const TRIED: u32 = 90;
/// Halvings of the stretch in which it flips.
const HALVINGS: u32 = 40;

/// What the bar knows of a case.
#[derive(Debug, Default)]
pub(super) struct Bar {
    worker: Option<Worker<Arc<Scenario>, (), Option<Flip>>>,
    /// The generation of the document that was asked about last.
    asked: Option<u64>,
    /// The option to choose of the case that was asked about last.
    asked_of: Option<OptionId>,
    /// The last answer, with the option to choose it is about.
    found: Option<(OptionId, Option<Flip>)>,
    range: Option<RangeInclusive<f64>>,
}

/// Where the choice flips.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flip {
    /// Requests a month.
    pub(super) at: f64,
    /// It flips below that volume, not above.
    pub(super) is_below: bool,
    /// The option that is chosen there; none where every option is out.
    pub(super) to: Option<OptionId>,
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
        self.asked_of = session.weighing().best().map(|best| best.id.clone());
        // An answer about the same option stays in sight until the next one is there.
        if self.found.as_ref().map(|(option, _)| option) != self.asked_of.as_ref() {
            self.found = None;
        }
        if self.asked_of.is_none() {
            return;
        }
        if self.worker.is_none() {
            let context = context.clone();
            let wake = move || context.request_repaint();
            // Without a thread the bar stays silent about the flip.
            self.worker = Worker::spawn("where the choice flips", nearest_flip, wake).ok();
        }
        if let Some(worker) = &mut self.worker {
            worker.start(Arc::clone(session.document().scenario()));
        }
    }

    fn take(&mut self) {
        let Some(worker) = &mut self.worker else {
            return;
        };
        for event in worker.poll() {
            if let Event::Finished { result, .. } = event {
                self.found = self.asked_of.clone().map(|option| (option, result));
            }
        }
    }

    /// Is an answer on its way?
    pub(super) fn is_busy(&self) -> bool {
        self.worker.as_ref().is_some_and(Worker::is_busy)
    }

    /// The nearest volume at which the choice flips, counted in ratios.
    pub(super) fn flip(&self) -> Option<&Flip> {
        self.found.as_ref()?.1.as_ref()
    }

    /// Captions with their values, the most important first.
    pub(super) fn facts(&self, session: &Session, text: Text) -> Vec<Fact> {
        let fact = |key: &str, value: String| Fact {
            caption: text.get(key).into_owned(),
            value,
            is_stale: false,
        };
        let weighing = weighing_of(session);
        let Some(best) = weighing.best() else {
            let nothing = text.get("window-fact-nothing").into_owned();
            return vec![fact("window-fact-recommended", nothing)];
        };
        let name = option_name(session, &best.id);
        let mut facts = vec![fact("window-fact-recommended", name)];
        let Some(margin) = weighing.margin_usd() else {
            return facts;
        };
        let margin = text.compact_money(Money::usd(margin));
        facts.push(fact("window-fact-margin", margin));
        facts.extend(odds(session, &best.id, text));
        let (key, value) = match (&self.found, self.flip()) {
            (_, Some(flip)) if flip.is_below => ("window-fact-flips-below", volume(text, flip.at)),
            (_, Some(flip)) => ("window-fact-flips-above", volume(text, flip.at)),
            (Some(_), None) => (
                "window-fact-flips",
                text.get("window-fact-never").into_owned(),
            ),
            (None, None) => ("window-fact-flips", "…".to_owned()),
        };
        facts.push(fact(key, value));
        facts
    }

    /// The sentence beside the mark on the slider.
    pub(super) fn flip_sentence(&self, session: &Session, text: Text) -> String {
        let Some(flip) = self.flip() else {
            return String::new();
        };
        let side = if flip.is_below { "below" } else { "above" };
        let mut args = vec![("volume", Arg::from(volume(text, flip.at)))];
        let key = match &flip.to {
            Some(option) => {
                args.push(("option", Arg::from(option_name(session, option))));
                format!("window-choice-{side}")
            }
            None => format!("window-choice-none-{side}"),
        };
        text.format(&key, &args)
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

/// The weighing with gates judged by the odds, where those of this case are there.
fn weighing_of(session: &Session) -> &Weighing {
    let odds = session.odds();
    match odds.futures().filter(|_| odds.is_current()) {
        Some(futures) => &futures.weighing,
        None => session.weighing(),
    }
}

fn option_name(session: &Session, id: &OptionId) -> String {
    let option = session.scenario().option(id);
    option.map_or_else(String::new, |option| option.name.clone())
}

/// In how many futures the option is best; of the case before until the next odds are there.
fn odds(session: &Session, best: &OptionId, text: Text) -> Option<Fact> {
    let odds = session.odds();
    let caption = text.get("window-fact-odds").into_owned();
    let Some(futures) = odds.futures() else {
        return odds.is_busy().then(|| Fact {
            caption,
            value: "…".to_owned(),
            is_stale: false,
        });
    };
    let mut options = futures.prospects.options.iter();
    let option = options.find(|option| option.id == *best)?;
    // Without ranges nothing is uncertain, and odds would feign that something was looked at.
    futures
        .prospects
        .margin_usd
        .filter(|margin| margin.p10 < margin.p90)?;
    Some(Fact {
        caption,
        value: futures_words(text, option.best_futures),
        is_stale: !odds.is_current(),
    })
}

/// The nearest volume at which another option is chosen, or none any more.
///
/// Every volume is weighed whole, gates included, so that it flips also where a gate closes.
fn nearest_flip(
    scenario: Arc<Scenario>,
    report: &mut dyn FnMut(()) -> ControlFlow<()>,
) -> Option<Flip> {
    let path = InputPath::new(VOLUME);
    let here = scenario.figure(&path)?.value;
    let (low, high) = usual_range(&scenario, &path)?;
    if here <= 0.0 || low <= 0.0 || high <= low {
        return None;
    }
    let mut there = Scenario::clone(&scenario);
    let mut chosen_at = |volume: f64| -> Option<Option<OptionId>> {
        there.set_figure(&path, Figure::entered(volume)).ok()?;
        let weighing = weigh(&there, &evaluate(&there));
        Some(weighing.best().map(|best| best.id.clone()))
    };
    let now = chosen_at(here)?;
    let step = (high / low).powf(0.5 / f64::from(TRIED));
    for tried in 1..=TRIED {
        if report(()).is_break() {
            return None;
        }
        for is_below in [true, false] {
            let at = |steps: u32| {
                let ratio = step.powi(steps as i32);
                let volume = if is_below { here / ratio } else { here * ratio };
                volume.clamp(low, high)
            };
            let (mut near, mut far) = (at(tried - 1), at(tried));
            let mut to = chosen_at(far)?;
            if to == now || near == far {
                continue;
            }
            for _ in 0..HALVINGS {
                let middle = (near * far).sqrt();
                let found = chosen_at(middle)?;
                if found == now {
                    near = middle;
                } else {
                    (far, to) = (middle, found);
                }
            }
            return Some(Flip {
                at: far,
                is_below,
                to,
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

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

    #[test]
    fn at_the_flip_another_option_is_chosen_and_just_before_it_the_same() {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let mut flips = 0;
        for file in weighbridge_catalogue::sample_files() {
            let read = weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue);
            let scenario = read.unwrap().scenario;
            let chosen_at = |volume: f64| {
                let mut there = scenario.clone();
                let figure = Figure::entered(volume);
                there.set_figure(&InputPath::new(VOLUME), figure).unwrap();
                let weighing = weigh(&there, &evaluate(&there));
                weighing.best().map(|best| best.id.clone())
            };
            let now = chosen_at(scenario.workload.requests_per_month.value);
            let Some(flip) = nearest_flip(Arc::new(scenario.clone()), &mut |()| {
                ControlFlow::Continue(())
            }) else {
                continue;
            };
            let before = if flip.is_below {
                flip.at * 1.001
            } else {
                flip.at / 1.001
            };
            assert_eq!(chosen_at(flip.at), flip.to, "{}", file.path);
            assert_ne!(flip.to, now, "{}", file.path);
            assert_eq!(chosen_at(before), now, "{}", file.path);
            flips += 1;
        }
        assert!(flips > 0, "no sample flips with volume");
    }

    #[test]
    fn work_that_is_told_to_stop_finds_nothing() {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let files = weighbridge_catalogue::sample_files();
        let file = files.first().unwrap();
        let read = weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue);
        let scenario = Arc::new(read.unwrap().scenario);
        assert_eq!(
            nearest_flip(scenario, &mut |()| ControlFlow::Break(())),
            None
        );
    }
}
