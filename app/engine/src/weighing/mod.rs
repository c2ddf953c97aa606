//! What follows for the choice: gates, values, net benefit, odds, and one sentence to act on.
//!
//! [`weigh`] says what follows at the scenario's own figures, in well under a millisecond.
//! [`prospects()`] says how sure that is, from one sample of all ranges; it takes long enough to
//! belong on another thread, and can be told to stop.
//! [`Recommendation`] puts both together; `text` turns it into sentences.
//!
//! Every option is judged by fixed anchors and every draw is common to all options, so a further
//! option changes nothing about the others.
//! The bare methods stand in [`decision`](crate::decision).

mod agreement;
mod closing;
mod drawn;
mod flips;
mod gates;
mod map;
mod measured;
mod prospects;
mod recommendation;
mod review;
mod sensitivity;
mod stability;
mod types;
mod values;
mod weights;
mod what_ifs;
mod worth;

pub use gates::{MEMORY, may_forbid};
pub use map::{Map, MapSide, map};
pub use prospects::{prospects, weigh_sampled};
pub use recommendation::{first_recommendation, recommendation};
pub use review::review;
pub use sensitivity::{SpiderLine, sensitivity, spider};
pub use types::{
    Agreement, ClosedGate, CriterionStability, EvidenceState, Flip, GateReason, GateVerdict,
    MethodVerdict, OptionProspects, OptionWeighing, ParticipantWeighing, Performance, Prospects,
    Reason, Recommendation, Review, Verdict, Weighing, WhatIfTable, Worth,
};
pub use weights::LEAST_COST_WEIGHT;
pub use what_ifs::{moved, what_ifs};
pub use worth::{OptionWorth, worths};

use crate::model::Measure;
use crate::outcome::Outcome;
use crate::scenario::{Participant, Scenario};
use crate::uncertainty::ranges::Cell;
use weights::{Panel, Weighting};

/// What follows at the scenario's own figures; `outcome` is that of the same scenario.
///
/// A gate that asks for another percentile than the median is judged on the scenario's figures
/// here, and on the draws where there are some.
pub fn weigh(scenario: &Scenario, outcome: &Outcome) -> Weighing {
    weigh_with(scenario, outcome, &|place| {
        gates::verdicts(scenario, outcome, place)
    })
}

/// The weighing whose verdicts are given by the place of the option.
fn weigh_with(
    scenario: &Scenario,
    outcome: &Outcome,
    verdicts: &dyn Fn(usize) -> Vec<GateVerdict>,
) -> Weighing {
    let priorities = &scenario.priorities;
    let panel = Panel::of(priorities, &mut |_, figure| Cell::Fixed(figure.value));
    let weighting = panel.group(&at_base);
    let options: Vec<OptionWeighing> = (0..scenario.options.len())
        .map(|place| option(scenario, outcome, place, &weighting, verdicts(place)))
        .collect();
    let ranking = ranking(&options);
    let participants = priorities
        .participants
        .iter()
        .enumerate()
        .map(|(place, participant)| {
            let own = panel.participant(place, &at_base);
            weighed_by(scenario, participant, own, &weighting, &options)
        })
        .collect();
    let criteria: Vec<String> = priorities.criteria.iter().map(|it| it.id.clone()).collect();
    let axis = &priorities.money_axis;
    Weighing {
        cost_role: priorities.cost_role,
        usd_per_point: weighting.usd_per_point,
        stability: stability::stability(&criteria, axis, &options, &ranking, &weighting),
        agreement: agreement::agreement(&options, &ranking, &weighting, axis),
        cost_weight: weighting.cost,
        weights: weighting.criteria,
        options,
        ranking,
        participants,
    }
}

fn at_base(cell: Cell) -> f64 {
    match cell {
        Cell::Fixed(value) => value,
        // At the scenario's own figures nothing is drawn.
        Cell::Drawn(_) => f64::NAN,
    }
}

fn option(
    scenario: &Scenario,
    outcome: &Outcome,
    place: usize,
    weighting: &Weighting,
    gates: Vec<GateVerdict>,
) -> OptionWeighing {
    let option = &scenario.options[place];
    let found = outcome.options.get(place);
    let performances: Vec<Performance> = scenario
        .priorities
        .criteria
        .iter()
        .zip(&weighting.criteria)
        .map(|(criterion, weight)| {
            let at = values::figure(criterion, option, |measure| found?.get(measure));
            let value = values::value(criterion, at.figure);
            Performance {
                criterion: criterion.id.clone(),
                evidence: at.evidence,
                figure: at.figure,
                value,
                points: 100.0 * weight * value,
                clips: values::clips(criterion, at.figure),
            }
        })
        .collect();
    let value_points = performances.iter().map(|it| it.points).sum();
    let npv_usd = found.and_then(|found| found.get(Measure::NetPresentValue));
    let is_open = !gates
        .iter()
        .any(|it| matches!(it.verdict, Verdict::Closed(_)));
    OptionWeighing {
        id: option.id.clone(),
        gates,
        value_points,
        npv_usd,
        net_benefit_usd: npv_usd.map(|cost| weighting.usd_per_point * value_points - cost),
        is_in_the_running: is_open && npv_usd.is_some(),
        performances,
    }
}

/// Places of the options in the running by falling net benefit; of options that tie the one whose
/// id comes first, so that their order decides nothing.
fn ranking(options: &[OptionWeighing]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..options.len())
        .filter(|place| options[*place].is_in_the_running)
        .collect();
    let benefit = |place: usize| options[place].net_benefit_usd.unwrap_or(f64::NEG_INFINITY);
    places.sort_by(|one, other| {
        benefit(*other)
            .total_cmp(&benefit(*one))
            .then_with(|| options[*one].id.cmp(&options[*other].id))
    });
    places
}

/// What would follow from one participant's weights alone.
fn weighed_by(
    scenario: &Scenario,
    participant: &Participant,
    own: Weighting,
    group: &Weighting,
    options: &[OptionWeighing],
) -> ParticipantWeighing {
    let net_benefit = |option: &OptionWeighing| {
        let values = option.performances.iter().zip(&own.criteria);
        let points: f64 = values.map(|(it, weight)| 100.0 * weight * it.value).sum();
        Some(own.usd_per_point * points - option.npv_usd?)
    };
    let theirs: Vec<OptionWeighing> = options
        .iter()
        .map(|option| OptionWeighing {
            net_benefit_usd: net_benefit(option),
            ..option.clone()
        })
        .collect();
    ParticipantWeighing {
        id: participant.id.clone(),
        best: ranking(&theirs).first().copied(),
        distance: own.distance(group),
        consistency: weights::consistency(&scenario.priorities, participant),
        cost_weight: own.cost,
        usd_per_point: own.usd_per_point,
        weights: own.criteria,
    }
}

impl Weighing {
    /// Agreement with the choice of smallest largest regret over a table of futures beside the
    /// other methods.
    pub fn agreement_with(&self, table: &WhatIfTable) -> Agreement {
        let mut agreement = self.agreement.clone();
        if let (Some(minimax), Some(best)) = (table.minimax, self.ranking.first()) {
            agreement.methods.push(MethodVerdict {
                method: "minimax-regret",
                best: minimax,
                agrees: minimax == *best,
            });
        }
        agreement
    }
}
