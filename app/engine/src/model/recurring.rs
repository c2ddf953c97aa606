//! Costs that stand beside the plan: people, upkeep, customisation, licence, moving in and out.

use weighbridge_units::{Base, Unit};

use super::{CostLine, Ledger, Run, one_month};
use crate::number::Number;
use crate::scenario::OptionInputs;
use crate::term::Term;

impl<V: Number> Run<'_, V> {
    /// Writes what an option costs beside its plan, whose last month costs so much to run.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write_standing_costs<L: Ledger<V>>(
        &self,
        ledger: &mut L,
        option: &OptionInputs<V>,
        last_month_running: V,
    ) {
        let first_round = option.customisation.compute_usd
            + option.customisation.data_usd
            + option.customisation.people_usd;
        ledger.pay_at_start(
            CostLine::Customisation,
            first_round.named(Term::CustomisationCost),
        );
        let moving_in = option.transition.implementation_usd + option.transition.migration_usd;
        ledger.pay_at_start(CostLine::Migration, moving_in.named(Term::MigrationCost));
        for (line, amount) in self.monthly_costs(option) {
            ledger.pay_every_month(line, amount);
        }
        let leaving = exit_cost(option, last_month_running);
        if let Some(last) = self.horizon().checked_sub(1) {
            ledger.pay(last, CostLine::Exit, leaving, &self.calendar.discount);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn monthly_costs(&self, option: &OptionInputs<V>) -> [(CostLine, V); 4] {
        let year = V::literal(12.0, Unit::MONTHS.per(Base::Year));
        let (people, salaries) = (&option.people, &self.inputs.salaries);
        let work = people.platform_engineer_fte * salaries.platform_engineer_usd_per_month
            + people.ml_engineer_fte * salaries.ml_engineer_usd_per_month
            + people.governance_fte * salaries.governance_usd_per_month;
        let upkeep = &option.maintenance;
        let updates = upkeep.model_updates_per_year * upkeep.usd_per_model_update / year;
        let patches = upkeep.security_patches_per_year * upkeep.usd_per_security_patch / year;
        let maintenance = updates
            + patches
            + upkeep.performance_work_usd_per_month
            + upkeep.services_usd_per_month;
        let rounds = &option.customisation;
        let first_round = rounds.compute_usd + rounds.data_usd + rounds.people_usd;
        let repeats = first_round * rounds.repeat_cost_share * rounds.repeats_per_year / year;
        let month = one_month::<V>();
        let fees = option.licence.licence_usd_per_month * month;
        [
            (CostLine::People, (work * month).named(Term::PeopleCost)),
            (
                CostLine::Maintenance,
                (maintenance * month).named(Term::MaintenanceCost),
            ),
            (
                CostLine::Customisation,
                (repeats * month).named(Term::CustomisationCost),
            ),
            (CostLine::Licence, fees.named(Term::LicenceCost)),
        ]
    }
}

/// Expected cost of leaving at the end: prompts, tests, data, and running both side by side
/// at the last month's running cost.
#[cfg_attr(not(debug_assertions), inline(always))]
fn exit_cost<V: Number>(option: &OptionInputs<V>, last_month_running: V) -> V {
    let leaving = &option.transition;
    let side_by_side = leaving.exit_parallel_run_months / one_month() * last_month_running;
    let work =
        leaving.exit_reprompting_usd + leaving.exit_reevaluation_usd + leaving.exit_egress_usd;
    ((work + side_by_side) * leaving.exit_probability).named(Term::ExitCost)
}
