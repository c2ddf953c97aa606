//! Scenarios for tests, spelled out without a catalogue.
#![allow(clippy::unwrap_used, unreachable_pub)]

use weighbridge_engine::Scenario;
use weighbridge_engine::figure::{Figure, Range, RangeReading};
use weighbridge_engine::scenario::{
    Api, Cascade, CascadeMode, CascadePlan, ContextTier, DecisionOption, Device, InputPath,
    OptionId, Owned, Plan, Rented, VolumeDiscount,
};

/// A scenario of November 2026 over 36 months without options.
pub fn blank() -> Scenario {
    Scenario::new("test", "2026-11-24".parse().unwrap())
}

/// Sets a figure by path.
pub fn set(scenario: &mut Scenario, path: &str, value: f64) {
    scenario
        .set_figure(&InputPath::new(path), Figure::entered(value))
        .unwrap();
}

/// Sets a figure by path, with its P10 and P90.
pub fn ranged(scenario: &mut Scenario, path: &str, low: f64, base: f64, high: f64) {
    let range = Some(Range::new(low, high, RangeReading::Percentiles10And90));
    let figure = Figure {
        range,
        ..Figure::entered(base)
    };
    scenario.set_figure(&InputPath::new(path), figure).unwrap();
}

/// An option of an id that costs nothing beside its plan.
pub fn option(id: &str, plan: Plan) -> DecisionOption {
    DecisionOption::new(OptionId::parse(id).unwrap(), id, plan)
}

/// A hosted model at two prices per million tokens.
pub fn hosted(id: &str, input: f64, output: f64) -> DecisionOption {
    let mut api = Api::default();
    api.token_plan.input_usd_per_million_tokens = Figure::entered(input);
    api.token_plan.cached_input_usd_per_million_tokens = Figure::entered(input / 2.0);
    api.token_plan.cache_write_usd_per_million_tokens = Figure::entered(input);
    api.token_plan.output_usd_per_million_tokens = Figure::entered(output);
    option(id, Plan::HostedOpenModel(api))
}

/// Gives every option a colour of its own, by its place.
pub fn number_colours(scenario: &mut Scenario) {
    for (option, colour) in scenario.options.iter_mut().zip(0..) {
        option.colour = colour;
    }
}

/// One option of every kind, with growth, standing costs and tiers.
pub fn all_kinds() -> Scenario {
    let mut scenario = blank();
    let tier = ContextTier {
        above_input_tokens: Figure::entered(200_000.0),
        input_usd_per_million_tokens: Figure::entered(6.0),
        cached_input_usd_per_million_tokens: Figure::entered(3.0),
        cache_write_usd_per_million_tokens: Figure::entered(6.0),
        output_usd_per_million_tokens: Figure::entered(15.0),
    };
    let discount = VolumeDiscount {
        from_usd_per_month: Figure::entered(1e9 / 2.0),
        discount: Figure::entered(0.1),
    };
    let mut api = hosted("api", 3.0, 12.0);
    if let Plan::HostedOpenModel(plan) = &mut api.plan {
        plan.tiers.push(tier);
        plan.volume_discounts.push(discount);
    }
    scenario.options.push(api);
    scenario.options.push(hosted("hosted", 0.2, 0.6));
    scenario
        .options
        .push(option("rented", Plan::RentedGpu(Rented::default())));
    scenario
        .options
        .push(option("owned", Plan::OnPremises(Owned::default())));
    scenario
        .options
        .push(option("device", Plan::OnDevice(Device::default())));
    let cascade = CascadePlan {
        single_sample_solved_share: Figure::entered(0.726),
        verifier_usd_per_sample: Figure::entered(0.0001),
        failure_usd_per_task: Figure::entered(0.5),
        ..CascadePlan::default()
    };
    scenario.options.push(option(
        "sampled",
        Plan::Cascade(Cascade {
            small: OptionId::parse("hosted").unwrap(),
            large: Some(OptionId::parse("api").unwrap()),
            mode: CascadeMode::SampleAndVerify,
            cascade,
        }),
    ));
    number_colours(&mut scenario);
    set(&mut scenario, "workload.growth_per_month", 0.03);
    set(&mut scenario, "workload.cached_input_share", 0.3);
    set(&mut scenario, "workload.cache_write_share", 0.1);
    set(&mut scenario, "workload.batch_share", 0.2);
    set(&mut scenario, "workload.failed_call_share", 0.02);
    for id in ["api", "hosted", "rented", "owned", "device", "sampled"] {
        set(
            &mut scenario,
            &format!("options.{id}.people.ml_engineer_fte"),
            0.2,
        );
        set(
            &mut scenario,
            &format!("options.{id}.transition.implementation_usd"),
            15_000.0,
        );
        set(
            &mut scenario,
            &format!("options.{id}.transition.exit_reprompting_usd"),
            20_000.0,
        );
        set(
            &mut scenario,
            &format!("options.{id}.transition.exit_parallel_run_months"),
            2.0,
        );
        set(
            &mut scenario,
            &format!("options.{id}.customisation.people_usd"),
            9_000.0,
        );
        set(
            &mut scenario,
            &format!("options.{id}.customisation.repeats_per_year"),
            2.0,
        );
        set(
            &mut scenario,
            &format!("options.{id}.maintenance.security_patches_per_year"),
            12.0,
        );
        set(
            &mut scenario,
            &format!("options.{id}.maintenance.usd_per_security_patch"),
            300.0,
        );
    }
    scenario
}
