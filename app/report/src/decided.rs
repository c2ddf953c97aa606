//! Everything that follows for the choice, in one piece: what paper and the command line tell.

use std::num::NonZero;
use std::ops::ControlFlow;

use weighbridge_engine::uncertainty::{DrawFault, Sample, Settings, sample};
use weighbridge_engine::weighing::{
    Agreement, Prospects, Recommendation, Review, Weighing, WhatIfTable, Worth, prospects,
    recommendation, review, weigh, weigh_sampled, what_ifs,
};
use weighbridge_engine::{Outcome, Scenario};
use weighbridge_text::{ChoiceWords, WayToFindOut};
use weighbridge_units::{Describe, Message};

/// Everything that follows for the choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// What follows at the scenario's own figures; with draws, gates are judged on them.
    pub weighing: Weighing,
    /// What to do and what would change it.
    pub recommendation: Recommendation,
    /// Regret in each future that the scenario names; none where it names none.
    pub what_ifs: Option<WhatIfTable>,
    /// How sure it is; none without draws.
    pub prospects: Option<Prospects>,
    /// What a second look is worth; none without draws or where none is planned.
    pub review: Option<Review>,
    /// Why there are no draws, where they failed.
    pub fault: Option<Message>,
}

impl Decided {
    /// What follows without any draw.
    pub fn at_base(scenario: &Scenario, outcome: &Outcome) -> Decided {
        let weighing = weigh(scenario, outcome);
        Decided {
            recommendation: recommendation(scenario, &weighing, None),
            what_ifs: what_ifs_of(scenario),
            weighing,
            prospects: None,
            review: None,
            fault: None,
        }
    }

    /// What follows with a sample that was drawn as the scenario's sampling says.
    pub fn with_sample(scenario: &Scenario, outcome: &Outcome, sample: &Sample) -> Decided {
        let weighing = weigh_sampled(scenario, outcome, sample);
        let prospects = prospects(scenario, sample, &mut |_| ControlFlow::Continue(()));
        Decided {
            recommendation: recommendation(scenario, &weighing, prospects.as_ref()),
            what_ifs: what_ifs_of(scenario),
            review: review(scenario, sample),
            weighing,
            prospects,
            fault: None,
        }
    }

    /// What follows with the draws that the scenario's sampling asks for; at base figures, with the
    /// reason, where they cannot be taken, and where there is nothing to draw.
    ///
    /// The number of threads changes nothing about the result.
    pub fn as_sampled(scenario: &Scenario, outcome: &Outcome) -> Decided {
        let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        match sample(scenario, Settings::of(scenario, threads)) {
            Ok(sample) if sample.quantities.is_empty() => Decided::at_base(scenario, outcome),
            Ok(sample) => Decided::with_sample(scenario, outcome, &sample),
            Err(fault) => Decided {
                fault: Some(DrawFault::message(&fault)),
                ..Decided::at_base(scenario, outcome)
            },
        }
    }

    /// Which methods put which option first, that of the smallest largest regret among them.
    pub fn agreement(&self) -> Agreement {
        match &self.what_ifs {
            Some(table) => self.weighing.agreement_with(table),
            None => self.weighing.agreement.clone(),
        }
    }
}

fn what_ifs_of(scenario: &Scenario) -> Option<WhatIfTable> {
    (!scenario.priorities.what_ifs.is_empty()).then(|| what_ifs(scenario))
}

/// The largest of an option's regrets in USD; none where it has no figure in some future.
pub fn largest_regret(regrets: &[Option<f64>]) -> Option<f64> {
    regrets
        .iter()
        .copied()
        .try_fold(f64::NEG_INFINITY, |largest, regret| {
            regret.map(|regret| largest.max(regret))
        })
        .filter(|largest| largest.is_finite())
}

/// How a quantity could be found out; what nobody knows of an option takes a pilot.
pub fn way_of(worth: &Worth) -> WayToFindOut {
    let path = worth.paths.first();
    path.map_or(WayToFindOut::Pilot, WayToFindOut::of)
}

/// The key of the sentence that says how to find something out.
pub const fn how_key(way: WayToFindOut) -> &'static str {
    match way {
        WayToFindOut::Ask => "report-how-ask",
        WayToFindOut::Measure => "report-how-measure",
        WayToFindOut::Pilot => "report-how-pilot",
        WayToFindOut::ImportLogs => "report-how-logs",
    }
}

/// What a quantity is called: its field and whose it is, or the criterion and the option of which
/// nobody knows anything.
pub fn worth_name(words: ChoiceWords<'_>, scenario: &Scenario, worth: &Worth) -> String {
    match &worth.unknown {
        Some((option, criterion)) => {
            let place = scenario.position(option);
            let option = place.map_or_else(|| option.to_string(), |place| words.option(place));
            format!("{} ({option})", words.criterion(criterion))
        }
        None => words.quantity(&worth.paths),
    }
}
