//! Options that ask a small model first.

use super::framework::settle;
use super::starting::apply_starting_values;
use crate::catalogue::Catalogue;
use crate::scenario::{
    Cascade, CascadeMode, CascadePlan, DecisionOption, OptionId, Plan, Scenario,
};

/// A cascade of two options, or of samples of one.
pub fn cascade_option(
    scenario: &Scenario,
    catalogue: &Catalogue,
    name: &str,
    small: &OptionId,
    large: Option<&OptionId>,
) -> DecisionOption {
    let plan = Plan::Cascade(Cascade {
        small: small.clone(),
        large: large.cloned(),
        mode: if large.is_some() {
            CascadeMode::Escalate
        } else {
            CascadeMode::SampleAndVerify
        },
        cascade: CascadePlan::default(),
    });
    let mut option = DecisionOption::new(scenario.fresh_id(name), name, plan);
    option.colour = scenario.fresh_colour();
    apply_starting_values(&mut option, catalogue);
    settle(scenario, option)
}
