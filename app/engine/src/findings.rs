//! Looks a scenario and its outcomes over for what a careful reader should know.

use std::collections::BTreeSet;

use weighbridge_units::PartialDate;

use crate::catalogue::OLD_AFTER_DAYS;
use crate::figure::Origin;
use crate::finding::Finding;
use crate::model::Measure;
use crate::outcome::OptionOutcome;
use crate::scenario::{
    Api, DecisionOption, OptionId, Plan, Scenario, SelfHosted, ThroughputSource, share_faults,
};

/// Busier than this, a plan has no room for what nobody foresaw.
const HOPEFUL_UTILISATION: f64 = 0.85;

/// Less busy than this, most of what is paid stands idle.
const IDLE_UTILISATION: f64 = 0.1;

/// The findings of an evaluation: those of the scenario first, then by option, grave ones first.
pub(crate) fn collect(scenario: &Scenario, outcomes: &[OptionOutcome]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for fault in share_faults(scenario) {
        let option = fault
            .first
            .as_str()
            .strip_prefix("options.")
            .and_then(|rest| {
                let id = rest.split('.').next()?;
                OptionId::parse(id)
            });
        findings.push(Finding::SharesExceedWhole {
            option,
            sum: fault.sum,
        });
    }
    for (option, outcome) in scenario.options.iter().zip(outcomes) {
        about_option(scenario, option, outcome, &mut findings);
    }
    about_measurements(scenario, &mut findings);
    about_presets(scenario, &mut findings);
    findings.sort_by_key(|finding| {
        let place = finding
            .option()
            .and_then(|id| scenario.position(id))
            .map_or(0, |place| place + 1);
        (place, !finding.is_grave())
    });
    findings
}

fn about_option(
    scenario: &Scenario,
    option: &DecisionOption,
    outcome: &OptionOutcome,
    findings: &mut Vec<Finding>,
) {
    let id = || option.id.clone();
    if let Err(obstacle) = &outcome.result {
        findings.push(Finding::CascadeBroken {
            option: id(),
            obstacle: obstacle.clone(),
        });
    }
    let workload = &scenario.workload;
    let needed_tokens =
        workload.input_tokens_per_request.value + workload.output_tokens_per_request.value;
    if let Some(context_tokens) = option.model.as_ref().and_then(|model| model.context_tokens)
        && needed_tokens > context_tokens as f64
    {
        findings.push(Finding::ContextTooLong {
            option: id(),
            needed_tokens,
            context_tokens,
        });
    }
    match &option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => {
            findings.extend(about_retirement(scenario, option, api));
            about_latency(scenario, option, outcome, findings);
        }
        Plan::RentedGpu(plan) => about_hosting(scenario, option, outcome, &plan.hosting, findings),
        Plan::OnPremises(plan) => about_hosting(scenario, option, outcome, &plan.hosting, findings),
        Plan::OnDevice(plan) => about_hosting(scenario, option, outcome, &plan.hosting, findings),
        Plan::Cascade(_) => {}
    }
}

fn about_retirement(scenario: &Scenario, option: &DecisionOption, api: &Api) -> Option<Finding> {
    let retirement = api.retirement.as_ref()?;
    let offset = scenario
        .question
        .date
        .months_until(retirement.sold_until)
        .max(0);
    if offset >= i32::from(scenario.question.horizon_months) {
        return None;
    }
    let (id, sold_until) = (option.id.clone(), retirement.sold_until);
    Some(match (&retirement.successor, &retirement.successor_name) {
        (Some(_), Some(name)) => Finding::MovesToSuccessor {
            option: id,
            sold_until,
            successor: name.clone(),
        },
        _ => Finding::RetiresWithoutSuccessor {
            option: id,
            sold_until,
        },
    })
}

fn about_hosting(
    scenario: &Scenario,
    option: &DecisionOption,
    outcome: &OptionOutcome,
    hosting: &SelfHosted,
    findings: &mut Vec<Finding>,
) {
    let id = || option.id.clone();
    if !outcome.fits {
        let weights = outcome.get(Measure::WeightGigabytes).unwrap_or(0.0);
        let cache = outcome
            .get(Measure::CacheGigabytesPerSequence)
            .unwrap_or(0.0);
        let available = outcome.get(Measure::MemoryGigabytes).unwrap_or(0.0);
        findings.push(Finding::MemoryShort {
            option: id(),
            needed_gigabytes: weights + cache,
            available_gigabytes: available,
        });
        return;
    }
    if hosting.throughput == ThroughputSource::Estimated {
        // An estimate that gave way to a measurement is none.
        let origin = &hosting.serving.throughput_speed_factor.origin;
        if !matches!(origin, Origin::Measured { .. }) {
            findings.push(Finding::ThroughputEstimated {
                option: id(),
                error_share: match origin {
                    Origin::Estimated { error_share, .. } => *error_share,
                    _ => None,
                },
            });
        }
        about_latency(scenario, option, outcome, findings);
    }
    if let Some(utilisation) = outcome.get(Measure::Utilisation) {
        if utilisation > HOPEFUL_UTILISATION {
            findings.push(Finding::Hopeful {
                option: id(),
                utilisation,
            });
        } else if utilisation < IDLE_UTILISATION {
            findings.push(Finding::MostlyIdle {
                option: id(),
                utilisation,
            });
        }
    }
}

fn about_latency(
    scenario: &Scenario,
    option: &DecisionOption,
    outcome: &OptionOutcome,
    findings: &mut Vec<Finding>,
) {
    let workload = &scenario.workload;
    let target = workload.target_time_to_first_token_seconds.value;
    if let Some(estimated) = outcome.get(Measure::TimeToFirstToken)
        && target > 0.0
        && estimated > target
    {
        findings.push(Finding::TimeToFirstTokenMissed {
            option: option.id.clone(),
            estimated_seconds: estimated,
            target_seconds: target,
        });
    }
    let target = workload.target_tokens_per_second.value;
    if let Some(time) = outcome.get(Measure::TimePerOutputToken)
        && target > 0.0
        && 1.0 / time < target * (1.0 - 1e-9)
    {
        findings.push(Finding::WritingSpeedMissed {
            option: option.id.clone(),
            estimated_tokens_per_second: 1.0 / time,
            target_tokens_per_second: target,
        });
    }
}

/// Measurements that want a second look; one that is left aside wants none.
fn about_measurements(scenario: &Scenario, findings: &mut Vec<Finding>) {
    for measurement in scenario.measurements.iter().filter(|one| one.is_in_use) {
        let source = || measurement.source.clone();
        if measurement.is_busy {
            findings.push(Finding::MeasuredWhileBusy { source: source() });
            continue;
        }
        if let Some(times) = measurement.far_off() {
            findings.push(Finding::MeasuredFarOff {
                source: source(),
                times,
            });
        }
        if measurement.is_old(scenario.question.date) {
            findings.push(Finding::MeasuredLongAgo {
                source: source(),
                on: measurement.on,
            });
        }
    }
}

/// Old and doubtful presets, counted by record: several figures of one record count once.
///
/// A record of which only the year or month is known is old once that whole span is.
fn about_presets(scenario: &Scenario, findings: &mut Vec<Finding>) {
    let date = scenario.question.date;
    let owners =
        std::iter::once(None).chain(scenario.options.iter().map(|option| Some(&option.id)));
    for owner in owners {
        let mut old: BTreeSet<(PartialDate, &str)> = BTreeSet::new();
        let mut doubtful: BTreeSet<&str> = BTreeSet::new();
        scenario.each_figure(&mut |place, figure| {
            if let Origin::Preset(preset) = &figure.origin
                && place.option == owner
            {
                if preset.as_of.latest().days_until(date) > OLD_AFTER_DAYS {
                    old.insert((preset.as_of, &preset.record));
                }
                if preset.quality.is_doubtful() {
                    doubtful.insert(&preset.record);
                }
            }
        });
        if let Some((oldest, _)) = old.first() {
            let (option, oldest) = (owner.cloned(), *oldest);
            findings.push(Finding::OldPresets {
                option,
                records: old.len(),
                oldest,
            });
        }
        if !doubtful.is_empty() {
            findings.push(Finding::DoubtfulPresets {
                option: owner.cloned(),
                records: doubtful.len(),
            });
        }
    }
}
