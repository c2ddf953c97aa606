//! Samples: common draws, stable under change, the same on one thread or several.
#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "each file of tests uses some of them")]
mod samples;

use std::num::NonZero;

use samples::{all_kinds, hosted, ranged, set};
use weighbridge_engine::Scenario;
use weighbridge_engine::evaluate;
use weighbridge_engine::model::Measure;
use weighbridge_engine::uncertainty::{DrawFault, Sample, Settings, sample};

fn uncertain() -> Scenario {
    let mut scenario = all_kinds();
    ranged(&mut scenario, "workload.requests_per_month", 4e5, 1e6, 3e6);
    ranged(
        &mut scenario,
        "options.api.token_plan.output_usd_per_million_tokens",
        8.0,
        12.0,
        14.0,
    );
    ranged(
        &mut scenario,
        "options.rented.rented.usd_per_gpu_hour",
        2.0,
        3.0,
        5.0,
    );
    scenario
}

fn settings(draws: u32, threads: usize) -> Settings {
    Settings {
        draws,
        seed: 7,
        threads: NonZero::new(threads).unwrap(),
        ..Settings::default()
    }
}

fn npv_bits(sample: &Sample, id: &str) -> Vec<u64> {
    let option = sample
        .options
        .iter()
        .find(|option| option.id.as_str() == id)
        .unwrap();
    option.npv_usd.iter().map(|value| value.to_bits()).collect()
}

#[test]
fn threads_change_no_bit() {
    let scenario = uncertain();
    let one = sample(&scenario, settings(1003, 1)).unwrap();
    for threads in [2, 3, 200] {
        let many = sample(&scenario, settings(1003, threads)).unwrap();
        for option in &one.options {
            let id = option.id.as_str();
            assert_eq!(option.npv_usd.len(), 1003);
            assert_eq!(npv_bits(&one, id), npv_bits(&many, id), "{id} on {threads}");
        }
    }
}

#[test]
fn each_draw_is_a_direct_evaluation() {
    let scenario = uncertain();
    let sample = sample(&scenario, settings(20, 1)).unwrap();
    for draw in [0, 7, 8, 19] {
        let mut there = scenario.clone();
        for (quantity, values) in sample.quantities.iter().zip(&sample.values) {
            for path in &quantity.paths {
                set(&mut there, path.as_str(), values[draw]);
            }
        }
        let outcome = evaluate(&there);
        for (option, direct) in sample.options.iter().zip(&outcome.options) {
            let npv = direct.get(Measure::NetPresentValue).unwrap();
            assert_eq!(
                option.npv_usd[draw].to_bits(),
                npv.to_bits(),
                "{} {draw}",
                option.id
            );
            let last = option.cumulative_usd.last().unwrap()[draw];
            assert_eq!(
                last.to_bits(),
                direct.get(Measure::Total).unwrap().to_bits()
            );
        }
    }
}

#[test]
fn other_options_come_and_go_without_moving_a_draw() {
    let scenario = uncertain();
    let before = sample(&scenario, settings(100, 1)).unwrap();
    let mut more = scenario.clone();
    more.options.insert(0, hosted("newcomer", 1.0, 2.0));
    ranged(
        &mut more,
        "options.newcomer.token_plan.input_usd_per_million_tokens",
        0.5,
        1.0,
        2.0,
    );
    more.options.reverse();
    more.options[0].name = "renamed".to_owned();
    let after = sample(&more, settings(100, 1)).unwrap();
    for option in &before.options {
        assert_eq!(
            npv_bits(&before, option.id.as_str()),
            npv_bits(&after, option.id.as_str())
        );
    }
}

#[test]
fn the_quantiles_of_an_input_are_those_of_its_range() {
    let sample = sample(&uncertain(), settings(10_000, 2)).unwrap();
    let place = sample
        .quantities
        .iter()
        .position(|quantity| quantity.id == "workload.requests_per_month")
        .unwrap();
    let mut values = sample.values[place].clone();
    values.sort_by(f64::total_cmp);
    for (share, expected) in [(0.1, 4e5), (0.5, 1e6), (0.9, 3e6)] {
        let found = values[(share * 10_000.0) as usize];
        assert!((found / expected - 1.0).abs() < 0.002, "{share} {found}");
    }
    assert!(values[0] >= 0.0, "never below what the field allows");
}

#[test]
fn a_range_out_of_order_is_named() {
    let mut scenario = uncertain();
    ranged(&mut scenario, "workload.requests_per_month", 3e6, 1e6, 4e5);
    let fault = sample(&scenario, settings(8, 1)).unwrap_err();
    let DrawFault::Range(fault) = fault else {
        unreachable!("{fault}")
    };
    assert_eq!(fault.path.as_str(), "workload.requests_per_month");
    let why = fault.fault.message(fault.reading);
    assert_eq!(why.key, "fault-range-high-below-low-percentiles");
}
