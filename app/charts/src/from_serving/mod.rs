//! From the estimate of a self-hosted option to its charts: what its machine holds, where its work
//! stands under the machine's roofs, what it gives up for speed, how long people wait, and how many
//! copies a busy day takes.
//!
//! Everything is about one copy of the model unless a chart says otherwise.
//! Titles are sentences computed from the estimate; an option keeps its colour.

mod memory_fit;
mod nearest;
mod over_day;
mod percentiles;
mod roofline;
mod throughput_latency;

use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{DecisionOption, OptionId, Plan, Scenario};
use weighbridge_engine::serving::day::busy_day;
use weighbridge_engine::serving::deployed::{case_of, hosting_of, server_of};
use weighbridge_engine::serving::{
    self, Asked, Estimator, Impossible, Novelty, Operating, Quantity, Roofline, Server, Targets,
};
use weighbridge_units::{Arg, PartialDate, Unit};

use crate::from_outcome::Case;
use crate::{Axis, Chart, Content, Key, Lines, Table};

pub use memory_fit::memory_fit;
pub use nearest::{NearRow, Nearest, Published, nearest};
pub use over_day::replicas_over_day;
pub use percentiles::latency_percentiles;
pub use roofline::roofline;
pub use throughput_latency::throughput_latency;

/// The names of all charts, as files and the command line use them.
pub const NAMES: [&str; 5] = [
    throughput_latency::NAME,
    percentiles::NAME,
    memory_fit::NAME,
    roofline::NAME,
    over_day::NAME,
];

/// A self-hosted option with what is estimated of it.
#[derive(Clone, Debug)]
pub struct Hosted {
    /// Its id.
    pub option: OptionId,
    /// Its place in the scenario.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// What one copy runs on, in words.
    pub machine: String,
    /// What one copy is.
    pub case: serving::Case,
    /// What is asked of all copies.
    pub asked: Asked,
    /// Copies that are paid for in the first month.
    pub paid: Option<f64>,
    /// What was found.
    pub found: Result<Found, Impossible>,
    /// What the estimate rests on.
    pub basis: Basis,
}

/// What is estimated of a copy that can work at all.
#[derive(Clone, Debug)]
pub struct Found {
    /// The server.
    pub server: Server,
    /// The point at which it works in the busiest hour.
    pub operating: Operating,
    /// The roofs of its machine, for the requests served at once then.
    pub roofline: Roofline,
}

/// What an estimate rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basis {
    /// Published measurements.
    pub rows: u32,
    /// The day on which they were learnt from.
    pub made_on: PartialDate,
    /// How far the case is from them.
    pub novelty: Novelty,
}

impl Basis {
    /// Of a case.
    #[must_use]
    pub fn of(estimator: &Estimator, case: &serving::Case) -> Basis {
        let calibration = estimator.calibration();
        Basis {
            rows: calibration.rows,
            made_on: calibration.made_on,
            novelty: calibration.novelty(case),
        }
    }
}

impl Found {
    /// What a server that is one copy does.
    ///
    /// # Errors
    /// [`Impossible`] with the first reason why it cannot work.
    pub fn of(server: Server, asked: &Asked) -> Result<Found, Impossible> {
        let operating = Operating::of(&server, asked)?;
        let batch = operating.state.concurrency;
        Ok(Found {
            server,
            operating,
            roofline: server.roofline(batch),
        })
    }
}

/// The self-hosted options of a case, in its order, with what is estimated of each.
#[must_use]
pub fn hosted(case: &Case<'_>, estimator: &Estimator) -> Vec<Hosted> {
    let options = case.scenario.options.iter().enumerate();
    options
        .filter_map(|(place, option)| hosted_option(case, estimator, place, option))
        .collect()
}

fn hosted_option(
    case: &Case<'_>,
    estimator: &Estimator,
    place: usize,
    option: &DecisionOption,
) -> Option<Hosted> {
    let scenario = case.scenario;
    let hosting = hosting_of(scenario, &option.id)?;
    let serving = case_of(scenario, &option.id, Quantity::InterToken)?;
    let outcome = case.outcome.options.get(place)?;
    let asked = asked(scenario, option);
    let gpus = Arg::Count(hosting.serving.gpus_per_replica.value as u64);
    let machine = match hosting.hardware_name.is_empty() {
        true => {
            let text = case.text.about(option);
            text.format("serving-machine-unknown", &[("count", gpus)])
        }
        false => case.say(
            "serving-machine",
            &[
                ("count", gpus),
                ("machine", Arg::from(hosting.hardware_name.clone())),
            ],
        ),
    };
    Some(Hosted {
        option: option.id.clone(),
        key: Key(usize::from(outcome.colour)),
        name: option.name.clone(),
        machine,
        paid: asked
            .day
            .and_then(|_| outcome.get(Measure::ReplicasFirstMonth)),
        found: server_of(scenario, &option.id)?.and_then(|server| Found::of(server, &asked)),
        basis: Basis::of(estimator, &serving),
        case: serving,
        asked,
    })
}

/// What the workload asks of an option: a device serves its one user.
fn asked(scenario: &Scenario, option: &DecisionOption) -> Asked {
    let hosting = hosting_of(scenario, &option.id);
    Asked {
        targets: Targets::of(scenario),
        day: (!matches!(option.plan, Plan::OnDevice(_))).then(|| busy_day(scenario)),
        planned_utilisation: hosting
            .map_or(1.0, |hosting| hosting.serving.planned_utilisation.value),
    }
}

/// The chart of a name; `None` where no chart has this name, or where there is nothing to draw.
#[must_use]
pub fn chart(case: &Case<'_>, hosted: &Hosted, name: &str) -> Option<Chart> {
    match name {
        memory_fit::NAME => memory_fit(case, hosted),
        roofline::NAME => roofline(case, hosted),
        throughput_latency::NAME => throughput_latency(case, hosted),
        percentiles::NAME => latency_percentiles(case, hosted),
        over_day::NAME => replicas_over_day(case, hosted),
        _ => None,
    }
}

impl Hosted {
    fn option(&self) -> (&'static str, Arg) {
        ("option", Arg::from(self.name.clone()))
    }
}

impl Case<'_> {
    /// The line below a chart of an estimate: the case, what was learnt from, and how near it is.
    fn source_of_estimate(&self, hosted: &Hosted) -> String {
        let basis = &hosted.basis;
        let calibrated = self.say(
            "serving-source",
            &[
                ("rows", Arg::Count(u64::from(basis.rows))),
                ("date", Arg::Date(basis.made_on)),
            ],
        );
        let near = self.say(&format!("serving-novelty-{}", basis.novelty.key()), &[]);
        format!("{calibrated} · {near} · {}", self.source_of_case())
    }

    fn source_of_case(&self) -> String {
        let question = &self.scenario.question;
        self.say(
            "chart-source-case",
            &[
                ("title", Arg::from(question.title.clone())),
                ("date", Arg::Date(question.date)),
            ],
        )
    }

    /// "64 requests at once".
    fn at_once(&self, requests: f64) -> String {
        self.say(
            "serving-at-once",
            &[("count", Arg::Count(requests.round().max(1.0) as u64))],
        )
    }

    fn speed(&self, tokens_a_second: f64) -> String {
        self.text.quantity(tokens_a_second, Unit::TOKENS_PER_SECOND)
    }

    fn time(&self, milliseconds: f64) -> String {
        self.text.duration(milliseconds / 1e3)
    }

    fn gigabytes(&self, gigabytes: f64) -> String {
        self.text.quantity(gigabytes, Unit::GIGABYTES)
    }

    /// A message and phrases as the sentences of a summary.
    fn summary_of(&self, title: &str, phrases: impl IntoIterator<Item = String>) -> String {
        let phrases: Vec<String> = phrases.into_iter().collect();
        match phrases.is_empty() {
            true => format!("{title}."),
            false => format!("{title}. {}.", phrases.join("; ")),
        }
    }
}

/// A chart with its words, still without axes and data.
fn blank(name: &'static str, title: String, subtitle: String, source: String) -> Chart {
    Chart {
        name,
        summary: title.clone(),
        title,
        subtitle,
        x: Axis::linear(""),
        y: Axis::linear(""),
        content: Content::Lines(Lines::default()),
        source,
        table: Table::default(),
    }
}
