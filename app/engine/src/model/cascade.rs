//! A small model first, a large one when needed; or several samples and a verifier.

use weighbridge_units::Unit;

use super::{CostLine, Ledger, Obstacle, Part, Run, Slot, month_number};
use crate::number::Number;
use crate::scenario::{Cascade, CascadeMode, CascadePlan, OptionId, Plan, Scenario};
use crate::term::Term;

/// The parts of a cascade and how they share the work.
pub(super) struct Shares<'a, V> {
    pub(super) parts: [Option<Part<V>>; 2],
    plan: &'a CascadePlan<V>,
    /// Share of tasks solved, where samples are drawn and checked.
    solved: Option<V>,
}

impl<V: Number> Run<'_, V> {
    /// Both parts, which come with their own standing costs.
    ///
    /// The small part sees every call once, or `k` times where samples are drawn; the large
    /// part sees the share that goes on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn cascade<'a>(
        &self,
        structure: &Cascade,
        cascade: &'a CascadePlan<V>,
    ) -> Result<Shares<'a, V>, Obstacle> {
        let solved_by_samples = coverage(cascade);
        let (multiple, escalated) = match structure.mode {
            CascadeMode::Escalate => (None, cascade.escalation_share),
            CascadeMode::SampleAndVerify => (Some(cascade.samples), solved_by_samples.complement()),
        };
        let escalated = escalated.named(Term::EscalatedShare);
        let small = part_of(self.scenario, &structure.small)?;
        let large = match &structure.large {
            Some(large) => Some(part_of(self.scenario, large)?),
            None => None,
        };
        let solved = match (structure.mode, large) {
            (CascadeMode::Escalate, _) => None,
            (CascadeMode::SampleAndVerify, Some(_)) => {
                Some(solved_by_samples + escalated * cascade.large_model_solved_share)
            }
            (CascadeMode::SampleAndVerify, None) => Some(solved_by_samples),
        };
        let part = |place, multiple| Part { place, multiple };
        Ok(Shares {
            parts: [
                Some(part(small, multiple)),
                large.map(|large| part(large, Some(escalated))),
            ],
            plan: cascade,
            solved: solved.map(|solved| solved.named(Term::SolvedShare)),
        })
    }

    /// Writes what checking samples and unsolved tasks cost; the share of tasks solved.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write_checking<L: Ledger<V>>(
        &self,
        ledger: &mut L,
        shares: &Shares<'_, V>,
    ) -> Option<V> {
        let solved = shares.solved?;
        let per_task = self.inputs.workload.requests_per_task;
        let per_call = shares.plan.samples * shares.plan.verifier_usd_per_sample;
        let mut worth = V::zero(Unit::USD);
        for (index, slot) in ledger.by_month(&self.calendar.discount) {
            let month = month_number(index);
            let demand = &self.calendar.demand.months[index];
            let checks = (demand.calls * per_call).named_in(Term::VerificationCost, month);
            let failures =
                demand.requests / per_task * solved.complement() * shares.plan.failure_usd_per_task;
            let failures = failures.named_in(Term::FailureCost, month);
            worth = worth + slot.pay([(CostLine::Verification, checks + failures)]);
        }
        ledger.add_worth(worth);
        Some(solved)
    }
}

/// The place of a part among the options.
fn part_of(scenario: &Scenario, id: &OptionId) -> Result<usize, Obstacle> {
    let place = scenario
        .position(id)
        .ok_or_else(|| Obstacle::MissingPart { id: id.to_string() })?;
    match scenario.options[place].plan {
        Plan::Cascade(_) => Err(Obstacle::NestedCascade { id: id.to_string() }),
        _ => Ok(place),
    }
}

/// Why a plan has no cost, where it has none.
pub fn obstacle(scenario: &Scenario, plan: &Plan) -> Option<Obstacle> {
    let Plan::Cascade(structure) = plan else {
        return None;
    };
    let parts = [Some(&structure.small), structure.large.as_ref()];
    parts
        .into_iter()
        .flatten()
        .find_map(|part| part_of(scenario, part).err())
}

/// Share of tasks that `k` samples and the verifier solve.
///
/// `coverage(k) = coverage(1)^(k^b)`, times the share of right samples that the verifier
/// recognises.
///
/// # Source
/// The exponentiated power law of Brown et al. 2024, arXiv:2407.21787, section 3.1; the
/// exponent for one family of tasks must be measured or assumed.
#[inline(always)]
fn coverage<V: Number>(cascade: &CascadePlan<V>) -> V {
    let reach = cascade.samples.power(cascade.coverage_exponent);
    let covered = cascade.single_sample_solved_share.power(reach);
    (covered * cascade.verifier_recall).at_most(V::literal(1.0, Unit::NONE))
}
