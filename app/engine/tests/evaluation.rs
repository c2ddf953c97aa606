//! Draws evaluated in lanes: the same bits on any processor, and no more kept than asked for.
#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "each file of tests uses some of them")]
mod samples;

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use samples::{all_kinds, ranged, set};
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::scenario::{Billing, OptionId, Plan, Purchase};
use weighbridge_engine::uncertainty::{
    Draws, Evaluation, Keep, OptionSample, Percentiles, Settings, draw, evaluate_draws_with,
    results,
};
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_processor::Instructions;

const EVERYTHING: Keep<'static> = Keep {
    cumulative: true,
    measures: Measure::ALL,
    lines: &CostLine::ALL,
};

fn one() -> NonZero<usize> {
    NonZero::<usize>::MIN
}

/// All kinds of options, with ranges that reach the formula of each.
fn uncertain() -> Scenario {
    let mut scenario = all_kinds();
    for (path, low, base, high) in [
        ("workload.requests_per_month", 4e5, 1e6, 3e6),
        ("workload.growth_per_month", -0.01, 0.02, 0.05),
        ("workload.output_tokens_per_request", 100.0, 300.0, 900.0),
        ("finance.discount_rate_per_year", 0.04, 0.08, 0.12),
        (
            "options.api.token_plan.newest_of_tier_change_per_year",
            -0.4,
            -0.2,
            0.0,
        ),
        ("options.rented.rented.usd_per_gpu_hour", 2.0, 3.0, 5.0),
        (
            "options.rented.rented.rent_change_per_year",
            -0.2,
            -0.1,
            0.1,
        ),
        ("options.owned.owned.server_price_usd", 2e5, 3e5, 4e5),
        (
            "options.owned.owned.cost_of_capital_per_year",
            0.0,
            0.08,
            0.1,
        ),
        (
            "options.rented.serving.parameters_active_billion",
            10.0,
            17.0,
            20.0,
        ),
    ] {
        ranged(&mut scenario, path, low, base, high);
    }
    set(
        &mut scenario,
        "options.rented.serving.parameters_total_billion",
        40.0,
    );
    scenario
}

fn drawn(scenario: &Scenario, count: u32) -> Draws {
    let settings = Settings {
        draws: count,
        ..Settings::default()
    };
    draw(scenario, settings).unwrap()
}

fn evaluated(scenario: &Scenario, draws: &Draws, how: &Evaluation<'_>) -> Vec<OptionSample> {
    let mut options = Vec::new();
    let flow = evaluate_draws_with(scenario, draws, how, &mut options);
    assert!(flow.is_continue());
    options
}

/// Everything that is kept of an option, as bits.
fn bits(option: &OptionSample) -> Vec<u64> {
    let columns = [&option.npv_usd].into_iter();
    let columns = columns
        .chain(&option.cumulative_usd)
        .chain(option.measures.iter().map(|(_, column)| column))
        .chain(option.lines.iter().map(|(_, column)| column));
    columns.flatten().map(|value| value.to_bits()).collect()
}

#[test]
fn every_set_of_instructions_gives_the_same_bits() {
    let mut scenarios = vec![uncertain(), uncertain()];
    let scenario = &mut scenarios[1];
    for option in &mut scenario.options {
        match &mut option.plan {
            Plan::RentedGpu(plan) => plan.billing = Billing::ScaleToZero,
            Plan::OnPremises(plan) => plan.purchase = Purchase::Financed,
            _ => {}
        }
    }
    for scenario in &scenarios {
        let draws = drawn(scenario, 1013);
        for keep in [Keep::default(), EVERYTHING] {
            let mut how = Evaluation::on(one());
            how.keep = keep;
            how.instructions = Instructions::Common;
            let common = evaluated(scenario, &draws, &how);
            for instructions in Instructions::ALL {
                for threads in [1, 2, 5] {
                    how.instructions = instructions;
                    how.threads = NonZero::new(threads).unwrap();
                    let found = evaluated(scenario, &draws, &how);
                    for (found, common) in found.iter().zip(&common) {
                        assert_eq!(found.npv_usd.len(), 1013);
                        assert_eq!(bits(found), bits(common), "{instructions:?} {}", found.id);
                        assert_eq!(found.fits, common.fits, "{instructions:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_figure_of_a_draw_is_that_of_a_direct_evaluation() {
    let scenario = uncertain();
    let draws = drawn(&scenario, 21);
    let mut how = Evaluation::on(one());
    how.keep = EVERYTHING;
    let options = evaluated(&scenario, &draws, &how);
    let mut columns = 0;
    for draw in [0, 7, 8, 20] {
        let mut there = scenario.clone();
        for (quantity, values) in draws.quantities.iter().zip(&draws.values) {
            for path in &quantity.paths {
                set(&mut there, path.as_str(), values[draw]);
            }
        }
        let outcome = evaluate(&there);
        for (option, direct) in options.iter().zip(&outcome.options) {
            for measure in Measure::ALL {
                let kept = option
                    .measure(*measure)
                    .map(|column| column[draw].to_bits());
                let direct = direct.get(*measure).map(f64::to_bits);
                assert_eq!(kept, direct, "{} {}", option.id, measure.key());
                columns += usize::from(kept.is_some());
            }
            for (line, column) in &option.lines {
                let direct = direct.line_usd(*line).unwrap();
                assert_eq!(column[draw].to_bits(), direct.to_bits(), "{}", line.key());
            }
            let months = option
                .cumulative_usd
                .iter()
                .map(|month| month[draw].to_bits());
            let direct = direct.cumulative_usd().iter().map(|cost| cost.to_bits());
            assert!(months.eq(direct), "{}", option.id);
        }
    }
    assert!(columns > 4 * 6 * 12, "{columns}");
}

#[test]
fn nothing_is_kept_that_nobody_asks_for() {
    let scenario = uncertain();
    let draws = drawn(&scenario, 50);
    let mut how = Evaluation::on(one());
    how.keep = EVERYTHING;
    let mut options = evaluated(&scenario, &draws, &how);
    let all = options.clone();
    how.keep = Keep {
        measures: &[Measure::TimeToFirstToken],
        ..Keep::default()
    };
    let flow = evaluate_draws_with(&scenario, &draws, &how, &mut options);
    assert!(flow.is_continue());
    for (option, all) in options.iter().zip(&all) {
        assert_eq!(option.npv_usd, all.npv_usd);
        assert!(option.cumulative_usd.is_empty() && option.lines.is_empty());
        assert_eq!(option.measures.len(), 1);
        let time = Measure::TimeToFirstToken;
        assert_eq!(option.measure(time), all.measure(time));
        assert_eq!(option.measure(Measure::Total), None);
    }
    let api = OptionId::parse("api").unwrap();
    let api = options.iter().find(|option| option.id == api).unwrap();
    assert_eq!(api.measure(Measure::TimeToFirstToken), None);
}

#[test]
fn a_run_ends_soon_after_nobody_wants_it() {
    let scenario = uncertain();
    let draws = drawn(&scenario, 6000);
    let asked = AtomicUsize::new(0);
    let go_on = || asked.fetch_add(1, Ordering::Relaxed) < 3;
    let mut options = Vec::new();
    for threads in [1, 2] {
        asked.store(0, Ordering::Relaxed);
        let mut how = Evaluation::on(NonZero::new(threads).unwrap());
        how.go_on = &go_on;
        let flow = evaluate_draws_with(&scenario, &draws, &how, &mut options);
        assert!(flow.is_break());
        assert!(asked.load(Ordering::Relaxed) <= 5);
    }
    let how = Evaluation::on(one());
    assert!(evaluate_draws_with(&scenario, &draws, &how, &mut options).is_continue());
}

#[test]
fn results_are_the_spreads_of_what_a_sample_could_keep() {
    let scenario = uncertain();
    let draws = drawn(&scenario, 200);
    let mut shares = Vec::new();
    let found = results(&scenario, &draws, one(), &mut |share| {
        shares.push(share);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(shares.last(), Some(&1.0));
    let mut how = Evaluation::on(one());
    how.keep = EVERYTHING;
    let options = evaluated(&scenario, &draws, &how);
    assert_eq!(found.len(), options.len());
    for (found, option) in found.iter().zip(&options) {
        assert_eq!(found.id, option.id);
        let measures = option.measures.iter();
        let expected: Vec<_> = measures
            .filter_map(|(measure, values)| Some((*measure, Percentiles::of(values)?)))
            .collect();
        assert!(expected.len() >= 10, "{}", option.id);
        assert_eq!(found.measures, expected);
        let lines = option.lines.iter();
        let expected: Vec<_> = lines
            .filter_map(|(line, values)| Some((*line, Percentiles::of(values)?)))
            .collect();
        assert_eq!(expected.len(), CostLine::COUNT);
        assert_eq!(found.lines, expected);
    }
    // A request costs without end where nothing is asked, which does not hide the other draws.
    let percentiles = |draws: &[f64]| Percentiles::of(draws).map(|of| (of.p10, of.p50, of.p90));
    let draws_of = |last: f64| [vec![1.0; 6], vec![2.0; 14], vec![last]].concat();
    assert_eq!(percentiles(&draws_of(f64::INFINITY)), Some((1.0, 2.0, 2.0)));
    assert_eq!(percentiles(&draws_of(f64::NAN)), None);
    assert_eq!(percentiles(&[f64::INFINITY; 3]), None);
    assert_eq!(percentiles(&[]), None);
    let stopped = results(&scenario, &draws, one(), &mut |_| ControlFlow::Break(()));
    assert_eq!(stopped, None);
}
