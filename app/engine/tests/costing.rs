//! Cost of whole scenarios: golden figures, and the three kinds of number agreeing to the bit.
#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "each file of tests uses some of them")]
mod samples;

use weighbridge_engine::break_even::{VOLUME, break_even, sweep, usual_range};
use weighbridge_engine::evaluate;
use weighbridge_engine::evaluate::run;
use weighbridge_engine::explain::{ResultPart, ResultRef, explain};
use weighbridge_engine::figure::Figure;
use weighbridge_engine::incremental::incremental;
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::number::Lanes;
use weighbridge_engine::scenario::{
    Api, Billing, InputPath, OptionId, Plan, PriceLaw, Purchase, Rented, Retirement, Setting,
    Successor, ThroughputSource,
};

use samples::{all_kinds, blank, hosted, option, set};

fn get(outcome: &weighbridge_engine::Outcome, id: &str, measure: Measure) -> f64 {
    let id = OptionId::parse(id).unwrap();
    outcome.option(&id).unwrap().get(measure).unwrap()
}

#[test]
fn hosted_tokens_people_and_setup_make_the_published_monthly_cost() {
    let mut scenario = blank();
    set(&mut scenario, "workload.requests_per_month", 1e6);
    set(&mut scenario, "workload.input_tokens_per_request", 2000.0);
    set(&mut scenario, "workload.output_tokens_per_request", 500.0);
    scenario.options.push(hosted("hosted", 0.18, 0.54));
    set(
        &mut scenario,
        "options.hosted.people.platform_engineer_fte",
        0.05,
    );
    set(
        &mut scenario,
        "options.hosted.transition.implementation_usd",
        15_000.0,
    );
    let outcome = evaluate(&scenario);
    let average = get(&outcome, "hosted", Measure::AverageMonthlyCost);
    assert!((average - 1_946.666_666_67).abs() < 1e-6, "{average}");
    let usage = outcome.options[0].line_usd(CostLine::Usage).unwrap() / 36.0;
    assert!((usage - 630.0).abs() < 1e-9, "{usage}");
}

#[test]
fn one_token_above_capacity_needs_a_second_unit() {
    for (tokens, units) in [
        (81_000_000.0, 1.0),
        (81_000_001.0, 2.0),
        (162_000_000.0, 2.0),
    ] {
        let mut scenario = blank();
        set(&mut scenario, "workload.requests_per_month", tokens);
        set(&mut scenario, "workload.input_tokens_per_request", 1.0);
        set(&mut scenario, "workload.output_tokens_per_request", 0.0);
        set(&mut scenario, "workload.peak_factor", 1.0);
        let mut plan = Rented::default();
        plan.hosting.throughput = ThroughputSource::Entered;
        plan.hosting.serving.entered_tokens_per_second = Figure::entered(81e6 / (730.0 * 3600.0));
        plan.hosting.serving.planned_utilisation = Figure::entered(1.0);
        plan.rented.spare_replicas = Figure::entered(0.0);
        scenario
            .options
            .push(option("units", Plan::RentedGpu(plan)));
        let outcome = evaluate(&scenario);
        assert_eq!(
            get(&outcome, "units", Measure::ReplicasFirstMonth),
            units,
            "{tokens}"
        );
    }
}

#[test]
fn an_idle_gpu_is_paid_for_and_an_idle_interface_is_not() {
    let mut scenario = blank();
    set(&mut scenario, "workload.requests_per_month", 3000.0);
    set(&mut scenario, "workload.input_tokens_per_request", 700.0);
    set(&mut scenario, "workload.output_tokens_per_request", 300.0);
    let mut plan = Rented {
        billing: Billing::ActiveHours,
        ..Rented::default()
    };
    plan.rented.usd_per_gpu_hour = Figure::entered(2.0);
    plan.rented.billed_hours_per_month = Figure::entered(600.0);
    plan.rented.spare_replicas = Figure::entered(0.0);
    scenario
        .options
        .push(option("rented", Plan::RentedGpu(plan)));
    scenario.options.push(hosted("api", 1.5, 2.0));
    let outcome = evaluate(&scenario);
    assert_eq!(get(&outcome, "rented", Measure::AverageMonthlyCost), 1200.0);
    let api = get(&outcome, "api", Measure::AverageMonthlyCost);
    assert!((api - 3000.0 * (700.0 * 1.5 + 300.0 * 2.0) / 1e6).abs() < 1e-9);
}

#[test]
fn a_traced_run_gives_the_same_bits_and_its_units_fit() {
    let scenario = all_kinds();
    let outcome = evaluate(&scenario);
    for option in &outcome.options {
        for measure in Measure::ALL {
            let figures = option.result.as_ref().unwrap();
            let Some(plain) = figures.get(*measure) else {
                continue;
            };
            let part = ResultPart::Measure(*measure);
            let result = ResultRef {
                option: option.id.clone(),
                part,
            };
            let explanation = explain(&scenario, &result);
            let Some(explanation) = explanation else {
                continue;
            };
            let name = result.name();
            assert!(explanation.units_fit, "{name}: units do not fit");
            assert!(
                explanation.unit().same(measure.unit()),
                "{name}: {}",
                explanation.unit()
            );
            assert_eq!(explanation.value().to_bits(), plain.to_bits(), "{name}");
            assert_eq!(
                explanation.recompute().to_bits(),
                plain.to_bits(),
                "{name} again"
            );
        }
    }
}

#[test]
fn lanes_give_the_same_bits_as_single_runs() {
    let scenario = all_kinds();
    let factors = [1.0, 0.5, 2.0, 10.0, 0.1, 3.3, 7.7, 1e-3];
    let lanes = scenario.inputs(&mut |at, figure| {
        let scaled = at.spec.name == "requests_per_month";
        Lanes::<false>(factors.map(|factor| {
            if scaled {
                figure.value * factor
            } else {
                figure.value
            }
        }))
    });
    let together = run(&scenario, &lanes);
    for (lane, factor) in factors.into_iter().enumerate() {
        let mut alone = scenario.clone();
        let requests = scenario.workload.requests_per_month.value * factor;
        set(&mut alone, "workload.requests_per_month", requests);
        for (one, many) in run(&alone, &alone.values()).iter().zip(&together) {
            let (one, many) = (one.as_ref().unwrap(), many.as_ref().unwrap());
            for measure in Measure::ALL {
                let (one, many) = (one.get(*measure), many.get(*measure));
                assert_eq!(one.is_some(), many.is_some(), "{}", measure.key());
                if let (Some(one), Some(many)) = (one, many) {
                    assert_eq!(one.to_bits(), many.0[lane].to_bits(), "{}", measure.key());
                }
            }
        }
    }
}

#[test]
fn every_input_is_reachable_by_its_path() {
    let scenario = all_kinds();
    let mut count = 0;
    scenario.each_figure(&mut |at, figure| {
        let path = at.path();
        assert_eq!(scenario.figure(&path), Some(figure), "{path}");
        assert_eq!(
            scenario.spec(&path).map(|spec| spec.name),
            Some(at.spec.name),
            "{path}"
        );
        count += 1;
    });
    assert!(count > 250, "{count}");
}

#[test]
fn choices_are_set_by_word_and_bad_ones_are_refused() {
    let mut scenario = all_kinds();
    let set = |scenario: &mut weighbridge_engine::Scenario, path: &str, value: Setting| {
        scenario.set(&InputPath::new(path), &value)
    };
    let word = |text: &str| Setting::Word(text.to_owned());
    set(
        &mut scenario,
        "options.rented.billing",
        word("scale-to-zero"),
    )
    .unwrap();
    set(
        &mut scenario,
        "question.horizon_months",
        Setting::Number(60.0),
    )
    .unwrap();
    set(&mut scenario, "question.currency", word("BRL")).unwrap();
    assert_eq!(scenario.question.horizon_months, 60);
    for (path, value) in [
        ("options.rented.billing", word("sometimes")),
        ("options.rented.price_law", word("newest-of-tier")),
        ("options.nobody.billing", word("always-on")),
        ("question.horizon_months", Setting::Number(11.0)),
        ("question.horizon_months", Setting::Number(36.5)),
        ("workload.batch_share", Setting::Number(1.5)),
        ("workload.batch_share", Setting::Number(f64::NAN)),
        ("workload.users", Setting::Number(10.5)),
        ("workload.batch_share", word("half")),
        ("workload", Setting::Number(1.0)),
    ] {
        let before = scenario.clone();
        assert!(
            set(&mut scenario, path, value.clone()).is_err(),
            "{path} {value:?}"
        );
        assert_eq!(scenario, before);
    }
}

#[test]
fn a_tier_holds_for_all_tokens_of_a_long_request() {
    let price = |input_tokens: f64| {
        let mut scenario = all_kinds();
        set(
            &mut scenario,
            "workload.input_tokens_per_request",
            input_tokens,
        );
        set(&mut scenario, "workload.growth_per_month", 0.0);
        let outcome = evaluate(&scenario);
        outcome
            .option(&OptionId::parse("api").unwrap())
            .unwrap()
            .line_usd(CostLine::Usage)
            .unwrap()
    };
    let (below, above) = (price(200_000.0), price(200_001.0));
    assert!(above / below > 1.5, "{below} {above}");
}

#[test]
fn a_retired_model_moves_to_its_successor_in_that_month() {
    let mut scenario = blank();
    set(&mut scenario, "workload.requests_per_month", 1000.0);
    set(&mut scenario, "workload.input_tokens_per_request", 1000.0);
    set(&mut scenario, "workload.output_tokens_per_request", 0.0);
    let mut going = hosted("going", 10.0, 10.0);
    let next = Successor {
        input_usd_per_million_tokens: Figure::entered(5.0),
        move_usd: Figure::entered(1234.0),
        ..Successor::default()
    };
    let Plan::HostedOpenModel(api) = &mut going.plan else {
        unreachable!()
    };
    api.retirement = Some(Retirement {
        sold_until: "2027-01-14".parse().unwrap(),
        successor_name: Some("next".to_owned()),
        successor: Some(next),
    });
    scenario.options.push(going);
    let outcome = evaluate(&scenario);
    let figures = outcome.options[0].result.as_ref().unwrap();
    let usage: Vec<f64> = figures
        .flow
        .months
        .iter()
        .map(|month| month.get(CostLine::Usage))
        .take(4)
        .collect();
    assert_eq!(
        usage,
        [10.0, 10.0, 5.0, 5.0],
        "the scenario starts in November 2026"
    );
    assert_eq!(figures.flow.months[2].get(CostLine::Migration), 1234.0);
    assert!(outcome.findings.iter().any(|finding| matches!(
        finding,
        weighbridge_engine::finding::Finding::MovesToSuccessor { .. }
    )));
}

#[test]
fn price_laws_move_the_bill_and_the_fixed_one_does_not() {
    let bill = |law: PriceLaw| {
        let mut scenario = blank();
        scenario.options.push(hosted("api", 2.0, 2.0));
        if let Plan::HostedOpenModel(api) = &mut scenario.options[0].plan {
            api.price_law = law;
            api.token_plan.newest_of_tier_change_per_year = Figure::entered(-0.2);
            api.token_plan.equal_capability_change_per_year = Figure::entered(-0.8);
        }
        let outcome = evaluate(&scenario);
        let figures = outcome.options[0].result.as_ref().unwrap();
        let months = &figures.flow.months;
        months[12].get(CostLine::Usage) / months[0].get(CostLine::Usage)
    };
    assert_eq!(bill(PriceLaw::FixedDatedModel), 1.0);
    assert!((bill(PriceLaw::NewestOfTier) - 0.8).abs() < 1e-12);
    assert!((bill(PriceLaw::EqualCapability) - 0.2).abs() < 1e-12);
}

#[test]
fn bought_and_financed_servers_cost_the_same_at_the_discount_rate() {
    let present = |purchase: Purchase| {
        let mut scenario = all_kinds();
        scenario.question.horizon_months = 48;
        set(&mut scenario, "finance.discount_rate_per_year", 0.08);
        set(&mut scenario, "workload.growth_per_month", 0.0);
        let id = OptionId::parse("owned").unwrap();
        let option = scenario.option_mut(&id).unwrap();
        let Plan::OnPremises(owned) = &mut option.plan else {
            unreachable!()
        };
        owned.purchase = purchase;
        owned.useful_life_months = 48;
        owned.owned.cost_of_capital_per_year = Figure::entered(0.08);
        let outcome = evaluate(&scenario);
        get(&outcome, "owned", Measure::NetPresentValue)
    };
    let (bought, financed) = (present(Purchase::Bought), present(Purchase::Financed));
    assert!(
        (bought / financed - 1.0).abs() < 1e-9,
        "{bought} {financed}"
    );
}

#[test]
fn servers_are_replaced_at_the_end_of_their_life() {
    let mut scenario = all_kinds();
    scenario.question.horizon_months = 60;
    set(&mut scenario, "workload.growth_per_month", 0.0);
    set(&mut scenario, "options.owned.owned.residual_share", 0.0);
    let id = OptionId::parse("owned").unwrap();
    if let Plan::OnPremises(owned) = &mut scenario.option_mut(&id).unwrap().plan {
        owned.useful_life_months = 24;
    }
    let outcome = evaluate(&scenario);
    let figures = outcome.option(&id).unwrap().result.as_ref().unwrap();
    let months = &figures.flow.months;
    let quiet = months[10].get(CostLine::Infrastructure);
    let start = figures.flow.start.get(CostLine::Infrastructure);
    assert!((months[23].get(CostLine::Infrastructure) - quiet - start).abs() < 1e-6);
    assert!((months[47].get(CostLine::Infrastructure) - quiet - start).abs() < 1e-6);
    let last = months[59].get(CostLine::Infrastructure) - quiet;
    assert!(
        (last + start / 2.0).abs() < 1e-6,
        "half the third generation's value is left"
    );
}

#[test]
fn k_samples_cost_k_times_as_much() {
    let cost = |samples: f64| {
        let mut scenario = all_kinds();
        set(&mut scenario, "options.sampled.cascade.samples", samples);
        let id = OptionId::parse("sampled").unwrap();
        if let Plan::Cascade(cascade) = &mut scenario.option_mut(&id).unwrap().plan {
            cascade.large = None;
        }
        let outcome = evaluate(&scenario);
        let sampled = outcome
            .option(&OptionId::parse("sampled").unwrap())
            .unwrap();
        (
            sampled.line_usd(CostLine::Usage).unwrap(),
            sampled.get(Measure::SolvedShare).unwrap(),
        )
    };
    let (one, solved_by_one) = cost(1.0);
    let (hundred, solved_by_hundred) = cost(100.0);
    assert!((hundred / one - 100.0).abs() < 1e-9);
    assert!((solved_by_one - 0.726).abs() < 1e-12);
    assert!(
        (solved_by_hundred - 0.905).abs() < 0.01,
        "{solved_by_hundred}"
    );
}

#[test]
fn the_order_of_options_changes_no_figure() {
    let scenario = all_kinds();
    let mut turned = scenario.clone();
    turned.options.reverse();
    let (one, other) = (evaluate(&scenario), evaluate(&turned));
    for option in &one.options {
        let twin = other.option(&option.id).unwrap();
        for measure in Measure::ALL {
            let bits = |value: Option<f64>| value.map(f64::to_bits);
            assert_eq!(
                bits(option.get(*measure)),
                bits(twin.get(*measure)),
                "{}",
                measure.key()
            );
        }
    }
}

#[test]
fn the_figures_of_the_sample_keep_their_bits() {
    let outcome = evaluate(&all_kinds());
    let digest = outcome
        .options
        .iter()
        .flat_map(|option| Measure::ALL.iter().map(|measure| option.get(*measure)))
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, value| {
            (hash ^ value.map_or(0, f64::to_bits)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    // Changes with the arithmetic, never with the machine or the build profile.
    assert_eq!(digest, GOLDEN_DIGEST, "{digest:#018x}");
}

const GOLDEN_DIGEST: u64 = 0x2060_5b38_b8c3_3cf4;

#[test]
fn a_broken_cascade_is_said_and_the_others_stand() {
    let mut scenario = all_kinds();
    scenario
        .options
        .retain(|option| option.id.as_str() != "hosted");
    let outcome = evaluate(&scenario);
    let sampled = outcome
        .option(&OptionId::parse("sampled").unwrap())
        .unwrap();
    assert!(sampled.result.is_err());
    assert!(!sampled.is_feasible());
    assert!(outcome.cheapest().is_some());
}

#[test]
fn an_api_default_costs_nothing_and_divides_by_nothing() {
    let mut scenario = blank();
    set(&mut scenario, "workload.requests_per_month", 0.0);
    scenario
        .options
        .push(option("empty", Plan::ProprietaryApi(Api::default())));
    let outcome = evaluate(&scenario);
    assert_eq!(get(&outcome, "empty", Measure::NetPresentValue), 0.0);
    assert_eq!(outcome.options[0].get(Measure::PerRequest), None);
}

#[test]
fn renting_beats_the_interface_in_stretches_between_replica_steps() {
    let mut scenario = blank();
    set(&mut scenario, "workload.requests_per_month", 1e6);
    set(&mut scenario, "workload.input_tokens_per_request", 1.0);
    set(&mut scenario, "workload.output_tokens_per_request", 0.0);
    set(&mut scenario, "workload.peak_factor", 1.0);
    scenario.options.push(hosted("api", 4.0, 4.0));
    // 900 M tokens a month and replica, 2,600 USD each and 3,000 USD fixed: published case be-03.
    let mut plan = Rented::default();
    plan.hosting.throughput = ThroughputSource::Entered;
    plan.hosting.serving.entered_tokens_per_second = Figure::entered(900e6 / (730.0 * 3600.0));
    plan.hosting.serving.planned_utilisation = Figure::entered(1.0);
    plan.rented.spare_replicas = Figure::entered(0.0);
    plan.rented.minimum_replicas = Figure::entered(0.0);
    plan.rented.usd_per_gpu_hour = Figure::entered(2600.0 / 730.0);
    scenario
        .options
        .push(option("rented", Plan::RentedGpu(plan)));
    set(
        &mut scenario,
        "options.rented.maintenance.services_usd_per_month",
        3000.0,
    );
    let (rented, api) = (
        OptionId::parse("rented").unwrap(),
        OptionId::parse("api").unwrap(),
    );
    let found = break_even(
        &scenario,
        &rented,
        &api,
        &InputPath::new(VOLUME),
        (1e6, 1e10),
    )
    .unwrap();
    let millions: Vec<(f64, f64)> = found
        .cheaper
        .iter()
        .map(|stretch| (stretch.start / 1e6, stretch.end / 1e6))
        .collect();
    let expected = [(3350.0, 3600.0), (4000.0, 4500.0), (4650.0, 10_000.0)];
    assert_eq!(millions.len(), 3, "{millions:?}");
    for ((start, end), (low, high)) in millions.into_iter().zip(expected) {
        assert!(
            (start - low).abs() < 1e-3 && (end - high).abs() < 1e-3,
            "{start} {end}"
        );
    }
    assert!(!found.cheaper_here());
    assert_eq!(found.crossings().len(), 5);
}

#[test]
fn a_break_even_over_a_price_is_where_costs_are_equal() {
    let scenario = all_kinds();
    let (api, hosted) = (
        OptionId::parse("api").unwrap(),
        OptionId::parse("hosted").unwrap(),
    );
    let path = InputPath::new("options.hosted.token_plan.input_usd_per_million_tokens");
    let found = break_even(&scenario, &hosted, &api, &path, (0.0, 100.0)).unwrap();
    assert_eq!(found.crossings().len(), 1);
    let mut there = scenario.clone();
    there
        .set_figure(&path, Figure::entered(found.crossings()[0]))
        .unwrap();
    let outcome = evaluate(&there);
    let (one, other) = (
        get(&outcome, "api", Measure::NetPresentValue),
        get(&outcome, "hosted", Measure::NetPresentValue),
    );
    assert!((one / other - 1.0).abs() < 1e-6, "{one} {other}");
    let unknown = InputPath::new("options.hosted.nothing.here");
    assert!(break_even(&scenario, &hosted, &api, &unknown, (0.0, 1.0)).is_err());
}

#[test]
fn a_sweep_evaluates_each_value_directly() {
    let scenario = all_kinds();
    let path = InputPath::new(VOLUME);
    let (low, high) = usual_range(&scenario, &path).unwrap();
    let swept = sweep(&scenario, &path, &[low, high]).unwrap();
    let mut there = scenario.clone();
    there.set_figure(&path, Figure::entered(high)).unwrap();
    let direct = evaluate(&there);
    for (place, option) in direct.options.iter().enumerate() {
        assert_eq!(
            swept.points[1].1[place],
            option.get(Measure::AverageMonthlyCost)
        );
    }
}

#[test]
fn the_saving_of_owning_is_a_flow_with_a_payback() {
    let mut scenario = all_kinds();
    set(&mut scenario, "workload.requests_per_month", 20e6);
    let outcome = evaluate(&scenario);
    let (owned, api) = (
        OptionId::parse("owned").unwrap(),
        OptionId::parse("api").unwrap(),
    );
    let saving = incremental(&outcome, &owned, &api, 0.08).unwrap().unwrap();
    let expected = get(&outcome, "api", Measure::NetPresentValue)
        - get(&outcome, "owned", Measure::NetPresentValue);
    assert!((saving.npv_usd / expected - 1.0).abs() < 1e-9);
    assert!(saving.flows_usd[0] < 0.0 && saving.npv_usd > 0.0);
    let (simple, discounted) = (
        saving.payback_months.simple,
        saving.payback_months.discounted,
    );
    assert!(simple.unwrap() <= discounted.unwrap());
    assert_eq!(saving.irr_per_year.len(), 1);
}
