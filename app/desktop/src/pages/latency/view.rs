//! What is estimated of every self-hosted option, in finished charts and sentences.
//!
//! It takes tens of milliseconds, most of them for reading the measurements the first time, and is
//! made on another thread.

use std::sync::Arc;

use weighbridge_catalogue::measurements::{estimator, published};
use weighbridge_charts::Chart;
use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_serving::{self, Hosted, Nearest, Published};
use weighbridge_engine::evaluate;
use weighbridge_engine::scenario::{OptionId, Scenario};
use weighbridge_engine::serving::Novelty;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Unit};

/// Everything that the page shows of estimates.
#[derive(Debug)]
pub(super) struct View {
    /// What all estimates were learnt from, in one sentence.
    pub sure: String,
    /// The self-hosted options in the order of the scenario.
    pub options: Vec<OptionView>,
}

/// What is estimated of one option.
#[derive(Debug)]
pub(super) struct OptionView {
    pub option: OptionId,
    pub name: String,
    /// Tokens a second for each user in the busiest hour; none where the option cannot run.
    pub tokens_a_second: Option<f64>,
    /// The same with its range, as a sentence.
    pub speed: Option<String>,
    /// How near the case is to anything measured.
    pub near: String,
    /// Whether that is far.
    pub is_far: bool,
    /// Why the option cannot run.
    pub impossible: Option<String>,
    /// The charts that there are, in the order of [`from_serving::NAMES`].
    pub charts: Vec<Arc<Chart>>,
    pub nearest: Nearest,
}

impl View {
    /// Of a scenario; none where the measurements that the program brings cannot be read, which a test
    /// keeps from happening.
    pub(super) fn of(scenario: &Scenario, text: Text) -> Option<View> {
        let outcome = evaluate(scenario);
        let case = Case {
            scenario,
            outcome: &outcome,
            text,
        };
        let estimator = estimator().ok()?;
        let rows = published().ok()?;
        let published: Vec<Published<'_>> = rows
            .iter()
            .filter_map(|row| {
                Some(Published {
                    case: &row.case,
                    value: row.value?,
                    source: &row.source,
                    date: &row.date,
                })
            })
            .collect();
        let options = from_serving::hosted(&case, estimator)
            .iter()
            .map(|hosted| OptionView {
                option: hosted.option.clone(),
                name: hosted.name.clone(),
                tokens_a_second: each(hosted),
                speed: speed(&case, hosted),
                near: text
                    .get(&format!("serving-{}", hosted.basis.novelty.key()))
                    .into_owned(),
                is_far: hosted.basis.novelty == Novelty::Far,
                impossible: hosted.found.as_ref().err().map(|why| text.describe(why)),
                charts: from_serving::NAMES
                    .iter()
                    .filter_map(|name| from_serving::chart(&case, hosted, name))
                    .map(Arc::new)
                    .collect(),
                nearest: from_serving::nearest(&case, hosted, estimator, &published),
            })
            .collect();
        let learnt_from = Arg::Count(u64::from(estimator.calibration().rows));
        Some(View {
            sure: text.format("serving-sure", &[("rows", learnt_from)]),
            options,
        })
    }

    /// What is estimated of an option.
    pub(super) fn option(&self, id: &OptionId) -> Option<&OptionView> {
        self.options.iter().find(|option| option.option == *id)
    }
}

fn each(hosted: &Hosted) -> Option<f64> {
    let found = hosted.found.as_ref().ok()?;
    Some(found.operating.state.tokens_per_second_per_user)
}

/// The speed of one user in the busiest hour, with its range.
fn speed(case: &Case<'_>, hosted: &Hosted) -> Option<String> {
    let found = hosted.found.as_ref().ok()?;
    let speed = found.operating.state.tokens_per_second_per_user;
    let between = found.server.ranges[1];
    let write = |speed: f64| Arg::from(case.text.quantity(speed, Unit::TOKENS_PER_SECOND));
    let key = match found.operating.replicas {
        Some(_) => "serving-speed-range",
        None => "serving-speed-range-alone",
    };
    Some(case.text.format(
        key,
        &[
            ("speed", write(speed)),
            ("low", write(speed / between.p90)),
            ("high", write(speed / between.p10)),
        ],
    ))
}
