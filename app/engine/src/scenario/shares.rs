//! Shares that must fit together: rules that no single field can check.

use super::path::InputPath;
use super::{DecisionOption, Plan, Scenario};

/// Two shares of one whole that exceed it.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareFault {
    /// The first share.
    pub first: InputPath,
    /// The second share.
    pub second: InputPath,
    /// Their sum.
    pub sum: f64,
}

/// Shares of one whole whose sum exceeds one.
pub fn share_faults(scenario: &Scenario) -> Vec<ShareFault> {
    let mut faults = Vec::new();
    let workload = &scenario.workload;
    let sum = workload.cached_input_share.value + workload.cache_write_share.value;
    if sum > 1.0 {
        faults.push(ShareFault {
            first: InputPath::new("workload.cached_input_share"),
            second: InputPath::new("workload.cache_write_share"),
            sum,
        });
    }
    faults.extend(scenario.options.iter().filter_map(rent_fault));
    faults
}

fn rent_fault(option: &DecisionOption) -> Option<ShareFault> {
    let Plan::RentedGpu(plan) = &option.plan else {
        return None;
    };
    let sum = plan.rented.reserved_share.value + plan.rented.spot_share.value;
    (sum > 1.0).then(|| ShareFault {
        first: InputPath::new(format!("options.{}.rented.reserved_share", option.id)),
        second: InputPath::new(format!("options.{}.rented.spot_share", option.id)),
        sum,
    })
}
