//! A small model first, a large one when needed; or several samples and a verifier.

use weighbridge_units::Unit;

use super::serving::ServingModel;
use super::{CashFlow, CostLine, Ledger, Obstacle, Run, months};
use crate::number::Number;
use crate::scenario::{Cascade, CascadeMode, CascadePlan, OptionId, Plan};
use crate::term::Term;

impl<V: Number, S: ServingModel> Run<'_, V, S> {
    /// Both parts with their own standing costs, plus checking and failures.
    ///
    /// The small part sees every call once, or `k` times where samples are drawn; the large
    /// part sees the share that goes on.
    pub(super) fn cascade_flow<L: Ledger<V>>(
        &self,
        structure: &Cascade,
        cascade: &CascadePlan<V>,
    ) -> Result<CashFlow<V, L>, Obstacle> {
        let solved_by_samples = coverage(cascade);
        let (multiple, escalated) = match structure.mode {
            CascadeMode::Escalate => (V::one(), cascade.escalation_share),
            CascadeMode::SampleAndVerify => (cascade.samples, solved_by_samples.complement()),
        };
        let escalated = escalated.named(Term::EscalatedShare);
        let mut flow: CashFlow<V, L> = self.part(&structure.small, multiple)?;
        let large = structure.large.as_ref();
        if let Some(large) = large {
            let part = self.part(large, escalated)?;
            flow.add_flow(&part);
        }
        if structure.mode == CascadeMode::SampleAndVerify {
            let solved = match large {
                Some(_) => solved_by_samples + escalated * cascade.large_model_solved_share,
                None => solved_by_samples,
            }
            .named(Term::SolvedShare);
            self.add_checking(&mut flow, cascade, solved);
            flow.solved_share = Some(solved);
        }
        Ok(flow)
    }

    fn part<L: Ledger<V>>(&self, id: &OptionId, multiple: V) -> Result<CashFlow<V, L>, Obstacle> {
        let place = self
            .scenario
            .position(id)
            .ok_or_else(|| Obstacle::MissingPart { id: id.to_string() })?;
        let option = &self.scenario.options[place];
        if matches!(option.plan, Plan::Cascade(_)) {
            return Err(Obstacle::NestedCascade { id: id.to_string() });
        }
        let inputs = &self.inputs.options[place];
        let mut flow = self.plain_flow(option, inputs, multiple);
        self.add_standing_costs(&mut flow, inputs);
        Ok(flow)
    }

    fn add_checking<L: Ledger<V>>(
        &self,
        flow: &mut CashFlow<V, L>,
        cascade: &CascadePlan<V>,
        solved: V,
    ) {
        let per_task = self.inputs.workload.requests_per_task;
        for (index, month) in months(self.horizon()) {
            let demand = &self.demand.months[index];
            let checks = demand.calls * cascade.samples * cascade.verifier_usd_per_sample;
            let checks = checks.named_in(Term::VerificationCost, month);
            let failures =
                demand.requests / per_task * solved.complement() * cascade.failure_usd_per_task;
            let failures = failures.named_in(Term::FailureCost, month);
            flow.months
                .add(index, CostLine::Verification, checks + failures);
        }
    }
}

/// Share of tasks that `k` samples and the verifier solve.
///
/// `coverage(k) = coverage(1)^(k^b)`, times the share of right samples that the verifier
/// recognises.
///
/// # Source
/// The exponentiated power law of Brown et al. 2024, arXiv:2407.21787, section 3.1; the
/// exponent for one family of tasks must be measured or assumed.
fn coverage<V: Number>(cascade: &CascadePlan<V>) -> V {
    let reach = cascade.samples.power(cascade.coverage_exponent);
    let covered = cascade.single_sample_solved_share.power(reach);
    (covered * cascade.verifier_recall).at_most(V::literal(1.0, Unit::NONE))
}
