//! Odds, regret, value of information and sensitivity from one sample.
#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "each file of tests uses some of them")]
mod samples;

use std::num::NonZero;

use proptest::prelude::*;
use samples::{all_kinds, hosted, ranged, set};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Quality;
use weighbridge_engine::evaluate;
use weighbridge_engine::figure::{Figure, Origin, PresetOrigin, Range, RangeReading};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, OptionId, Plan};
use weighbridge_engine::uncertainty::odds::{FUTURES, exceedance, odds, quantile};
use weighbridge_engine::uncertainty::regret::{in_the_running, regret};
use weighbridge_engine::uncertainty::sensitivity::{
    SensitivityError, difference_by_draw, rank_shares, sensitivity,
};
use weighbridge_engine::uncertainty::value_of_information::what_to_find_out;
use weighbridge_engine::uncertainty::{
    Distribution, OptionSample, Sample, Settings, UncertainQuantity, draw, evaluate_draws,
    evaluate_draws_into, sample,
};

/// Options whose order is in doubt: a price list, a cheaper one with much work around it, rent.
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
        "options.hosted.people.ml_engineer_fte",
        0.1,
        0.3,
        1.5,
    );
    ranged(
        &mut scenario,
        "options.rented.rented.usd_per_gpu_hour",
        0.4,
        1.0,
        3.0,
    );
    ranged(
        &mut scenario,
        "options.device.device.devices",
        20.0,
        100.0,
        400.0,
    );
    scenario
}

fn taken(scenario: &Scenario, draws: u32, seed: u64) -> Sample {
    let threads = NonZero::<usize>::MIN;
    sample(
        scenario,
        Settings {
            draws,
            seed,
            threads,
            ..Settings::default()
        },
    )
    .unwrap()
}

fn id(id: &str) -> OptionId {
    OptionId::parse(id).unwrap()
}

fn place(sample: &Sample, id: &str) -> usize {
    let mut options = sample.options.iter();
    options.position(|option| option.id.as_str() == id).unwrap()
}

/// A sample made of costs alone, every option fitting in every draw.
fn made(costs: &[Vec<f64>]) -> Sample {
    let options = costs.iter().enumerate().map(|(place, costs)| OptionSample {
        id: id(&format!("option-{place}")),
        npv_usd: costs.clone(),
        cumulative_usd: vec![costs.clone()],
        fits: vec![true; costs.len()],
        measures: Vec::new(),
        lines: Vec::new(),
    });
    Sample {
        draws: costs[0].len(),
        quantities: vec![UncertainQuantity {
            id: "cost".to_owned(),
            stream: "cost".to_owned(),
            distribution: Distribution::Point(0.0),
            paths: Vec::new(),
            bounds: (0.0, 1e6),
            whole: false,
            moves_costs: true,
        }],
        values: vec![costs[0].clone()],
        options: options.collect(),
    }
}

proptest! {
    #[test]
    fn certainty_is_worth_no_less_than_nothing_and_no_more_than_any_regret(
        costs in (1_usize..6, 1_usize..40).prop_flat_map(|(options, draws)| {
            prop::collection::vec(prop::collection::vec(-1e6..1e6, draws), options)
        })
    ) {
        let sample = made(&costs);
        let regret = regret(&sample).unwrap();
        prop_assert!(regret.evpi_usd >= 0.0);
        for expected in regret.expected_usd.iter().flatten() {
            prop_assert!(regret.evpi_usd <= *expected);
        }
        let odds = odds(&sample);
        let shares: f64 = odds.options.iter().map(|option| option.cheapest_share).sum();
        prop_assert!((shares - 1.0).abs() < 1e-9);
        let futures: u32 = odds.options.iter().map(|option| option.cheapest_futures).sum();
        prop_assert_eq!(futures, FUTURES);
        let worth = what_to_find_out(&sample);
        prop_assert_eq!(worth.len(), 1);
        prop_assert!(worth[0].evppi_usd >= 0.0);
    }

    #[test]
    fn a_dominated_option_is_never_cheapest(
        costs in prop::collection::vec(1.0..1e6, 1..60), more in 1e-3..1e5,
    ) {
        let dearer = costs.iter().map(|cost| cost + more).collect();
        let odds = odds(&made(&[dearer, costs]));
        prop_assert_eq!(odds.options[0].cheapest_share, 0.0);
        prop_assert_eq!(odds.options[0].cheapest_futures, 0);
    }
}

#[test]
fn no_quantity_is_worth_more_than_all_of_them() {
    for seed in 1..=3 {
        let sample = taken(&uncertain(), 1_000, seed);
        let regret = regret(&sample).unwrap();
        assert!(regret.evpi_usd > 0.0 && regret.evpi_standard_error_usd > 0.0);
        let values = what_to_find_out(&sample);
        assert_eq!(values.len(), sample.quantities.len());
        assert!(values[0].evppi_usd > 0.0);
        for pair in values.windows(2) {
            assert!(pair[0].evppi_usd >= pair[1].evppi_usd);
        }
        for value in values {
            let error = value.standard_error_usd + regret.evpi_standard_error_usd;
            assert!(value.evppi_usd >= 0.0);
            assert!(value.evppi_usd <= regret.evpi_usd + 3.0 * error);
        }
    }
}

#[test]
fn the_value_of_knowing_agrees_with_choosing_anew_at_every_value() {
    // Two nested loops, the way that the regression replaces.
    let mut scenario = uncertain();
    scenario.question.horizon_months = 12;
    let compared = ["api", "hosted", "rented"];
    scenario
        .options
        .retain(|option| compared.contains(&option.id.as_str()));
    let outer = taken(&scenario, 2_000, 1);
    let path = "options.hosted.people.ml_engineer_fte";
    let quantities = &outer.quantities;
    let quantity = quantities.iter().position(|one| one.id == path).unwrap();
    let found = what_to_find_out(&outer);
    let found = found
        .iter()
        .find(|value| value.quantity == quantity)
        .unwrap();
    let mean = |sample: &Sample, place: usize| {
        sample.options[place].npv_usd.iter().sum::<f64>() / sample.draws as f64
    };
    let running = in_the_running(&outer);
    let least = |sample: &Sample| {
        let means = running.iter().map(|place| mean(sample, *place));
        means.fold(f64::INFINITY, f64::min)
    };
    let points = 25;
    let known: f64 = (0..points)
        .map(|point| {
            let mut there = scenario.clone();
            let share = (f64::from(point) + 0.5) / f64::from(points);
            set(&mut there, path, quantities[quantity].value_at(share));
            least(&taken(&there, 200, 1))
        })
        .sum::<f64>()
        / f64::from(points);
    let nested = least(&outer) - known;
    let error = found.standard_error_usd;
    assert!(
        (found.evppi_usd - nested).abs() < 3.0 * error + 0.02 * nested,
        "{found:?} {nested}"
    );
    assert!(
        nested > 10.0 * error,
        "the case tells something: {nested} {error}"
    );
}

#[test]
fn duplicates_have_the_same_regret_to_the_bit() {
    let mut scenario = uncertain();
    let preset = |field: &str| {
        Origin::Preset(PresetOrigin {
            record: "price-of-somebody".to_owned(),
            field: field.to_owned(),
            source: "a price list".to_owned(),
            as_of: "2026-11".parse().unwrap(),
            quality: Quality::ALL[0],
        })
    };
    let path = InputPath::new("options.hosted.token_plan.output_usd_per_million_tokens");
    let figure = Figure {
        range: Some(Range::new(0.4, 1.2, RangeReading::Percentiles10And90)),
        origin: preset("output"),
        ..Figure::entered(0.6)
    };
    scenario.set_figure(&path, figure).unwrap();
    set(&mut scenario, "options.hosted.people.ml_engineer_fte", 0.3);
    let mut copy = scenario.option(&id("hosted")).unwrap().clone();
    copy.id = id("copy");
    scenario.options.push(copy);
    let sample = taken(&scenario, 1_000, 3);
    let regret = regret(&sample).unwrap();
    let of = |id: &str| regret.expected_usd[place(&sample, id)].unwrap();
    assert!(of("hosted") > 0.0);
    assert_eq!(of("hosted").to_bits(), of("copy").to_bits());
    let odds = odds(&sample);
    let share = |id: &str| odds.options[place(&sample, id)].cheapest_share;
    assert_eq!(share("hosted"), share("copy"));
    assert!(share("hosted") > 0.0 && share("hosted") <= 0.5);
}

#[test]
fn an_option_that_does_not_fit_is_out_of_the_odds() {
    let mut scenario = uncertain();
    // Weights of 70 to 90 GB on a device with 80 GB: it fits in about half of the draws.
    ranged(
        &mut scenario,
        "options.rented.serving.parameters_total_billion",
        30.0,
        34.0,
        48.0,
    );
    set(
        &mut scenario,
        "options.rented.rented.usd_per_gpu_hour",
        0.001,
    );
    let sample = taken(&scenario, 2_000, 1);
    let found = odds(&sample);
    let rented = &found.options[place(&sample, "rented")];
    assert!(rented.fits_share > 0.1 && rented.fits_share < 0.9);
    assert!(rented.cheapest_share > 0.0 && rented.cheapest_share <= rented.fits_share);
    let sum: u32 = found
        .options
        .iter()
        .map(|option| option.cheapest_futures)
        .sum();
    assert_eq!(sum + found.none_futures, FUTURES);

    // And one that never fits is in nobody's way.
    set(
        &mut scenario,
        "options.rented.serving.parameters_total_billion",
        400.0,
    );
    let sample = taken(&scenario, 500, 1);
    let rented = place(&sample, "rented");
    assert_eq!(odds(&sample).options[rented].cheapest_share, 0.0);
    assert_eq!(regret(&sample).unwrap().expected_usd[rented], None);
    scenario
        .options
        .retain(|option| option.id.as_str() == "rented");
    let alone = taken(&scenario, 100, 1);
    assert_eq!(odds(&alone).none_futures, FUTURES);
    assert_eq!(regret(&alone), None);
}

#[test]
fn a_cascade_fits_where_both_its_parts_do() {
    let mut scenario = uncertain();
    if let Plan::Cascade(cascade) = &mut scenario.option_mut(&id("sampled")).unwrap().plan {
        cascade.large = Some(id("rented"));
    }
    set(
        &mut scenario,
        "options.rented.serving.parameters_total_billion",
        400.0,
    );
    let sample = taken(&scenario, 50, 1);
    let sampled = &sample.options[place(&sample, "sampled")];
    assert!(sampled.fits.iter().all(|fits| !fits));
}

#[test]
fn an_earlier_sample_gives_its_memory_and_nothing_else() {
    let one = NonZero::<usize>::MIN;
    let mut broken = uncertain();
    broken.question.horizon_months = 24;
    broken
        .options
        .retain(|option| option.id.as_str() != "hosted");
    let mut options = Vec::new();
    for (scenario, count) in [(uncertain(), 100), (broken, 37), (uncertain(), 205)] {
        let settings = Settings {
            draws: count,
            seed: 4,
            ..Settings::default()
        };
        let draws = draw(&scenario, settings).unwrap();
        evaluate_draws_into(&scenario, &draws, one, &mut options);
        let fresh = evaluate_draws(&scenario, &draws, NonZero::new(2).unwrap());
        assert_eq!(options.len(), fresh.len());
        for (option, fresh) in options.iter().zip(&fresh) {
            assert_eq!(option.id, fresh.id);
            assert_eq!(option.npv_usd, fresh.npv_usd);
            assert_eq!(option.cumulative_usd, fresh.cumulative_usd);
            assert_eq!(option.fits, fresh.fits);
            // A cascade without one of its parts has no cost.
            let costed = evaluate(&scenario)
                .option(&option.id)
                .unwrap()
                .result
                .is_ok();
            assert_eq!(
                option.npv_usd.len(),
                if costed { count as usize } else { 0 }
            );
        }
    }
}

#[test]
fn others_change_nothing_about_an_option() {
    let scenario = uncertain();
    let before = taken(&scenario, 500, 9);
    let mut more = scenario.clone();
    more.options.insert(0, hosted("newcomer", 0.1, 0.2));
    more.options.reverse();
    more.options[2].name = "renamed".to_owned();
    let after = taken(&more, 500, 9);
    let (of_before, of_after) = (odds(&before), odds(&after));
    for (option, found) in before.options.iter().zip(&of_before.options) {
        let there = place(&after, option.id.as_str());
        assert_eq!(found.npv_usd, of_after.options[there].npv_usd);
        assert_eq!(found.cumulative_usd, of_after.options[there].cumulative_usd);
        assert_eq!(found.fits_share, of_after.options[there].fits_share);
    }
}

#[test]
fn spreads_and_bands_are_quantiles_of_the_draws() {
    let sample = taken(&uncertain(), 1_001, 1);
    for (option, odds) in sample.options.iter().zip(odds(&sample).options) {
        let spread = odds.npv_usd.unwrap();
        let mut sorted = option.npv_usd.clone();
        sorted.sort_by(f64::total_cmp);
        assert_eq!(
            [spread.p10, spread.p50, spread.p90],
            [sorted[100], sorted[500], sorted[900]]
        );
        let rounding = 1e-12 * sorted[1_000];
        assert!(spread.mean >= sorted[0] - rounding && spread.mean <= sorted[1_000] + rounding);
        let band = odds.cumulative_usd;
        assert_eq!(band.p50.len(), 37);
        for (month, draws) in option.cumulative_usd.iter().enumerate() {
            assert_eq!(band.p90[month], quantile(draws, 0.9));
            assert!(band.p10[month] <= band.p50[month] && band.p50[month] <= band.p90[month]);
        }
        let curve = exceedance(&option.npv_usd, 21);
        let above = sorted.iter().filter(|cost| **cost > sorted[500]).count();
        assert_eq!(curve[10], (sorted[500], above as f64 / 1_001.0));
    }
}

#[test]
fn the_ends_of_a_tornado_are_direct_evaluations() {
    let scenario = uncertain();
    let found = sensitivity(&scenario, &id("hosted"), &id("rented")).unwrap();
    let difference = |scenario: &Scenario| {
        let outcome = evaluate(scenario);
        let cost = |name| {
            outcome
                .option(&id(name))
                .unwrap()
                .get(Measure::NetPresentValue)
        };
        cost("hosted").unwrap() - cost("rented").unwrap()
    };
    assert_eq!(found.difference_usd, difference(&scenario));
    // What belongs to other options moves nothing and has no bar.
    assert_eq!(found.bars.len(), 3);
    let mut flips = 0;
    for bar in &found.bars {
        let quantity = &found.quantities[bar.input];
        for (value, result) in [(bar.tried.low, bar.at_low), (bar.tried.high, bar.at_high)] {
            let mut there = scenario.clone();
            for path in &quantity.paths {
                set(&mut there, path.as_str(), value);
            }
            assert_eq!(
                result.to_bits(),
                difference(&there).to_bits(),
                "{}",
                quantity.id
            );
        }
        let switch = &found.switches[bar.input];
        if bar.crosses_zero() {
            flips += 1;
            assert!(!switch.points().is_empty(), "{}", quantity.id);
        }
        for point in switch.points() {
            let at = |value: f64| {
                let mut there = scenario.clone();
                set(&mut there, quantity.paths[0].as_str(), value);
                difference(&there)
            };
            let near = 1e-6 * point;
            assert!(
                at(point - near) * at(point + near) < 0.0,
                "{} {point}",
                quantity.id
            );
        }
    }
    assert!(flips > 0, "{found:?}");
    assert!(
        found
            .bars
            .windows(2)
            .all(|pair| pair[0].length() >= pair[1].length())
    );
    let missing = sensitivity(&scenario, &id("hosted"), &id("nobody"));
    assert_eq!(missing, Err(SensitivityError::NoCost(id("nobody"))));
}

#[test]
fn shares_of_the_spread_sum_to_one_and_name_the_strongest() {
    let scenario = uncertain();
    let sample = taken(&scenario, 2_000, 1);
    let difference = difference_by_draw(&sample, &id("hosted"), &id("rented")).unwrap();
    let shares = rank_shares(&sample, &sample.quantities, &difference);
    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    let strongest = (0..shares.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b]));
    let bars = sensitivity(&scenario, &id("hosted"), &id("rented")).unwrap();
    let longest = &bars.quantities[bars.bars[0].input].id;
    assert_eq!(&sample.quantities[strongest.unwrap()].id, longest);
    assert_eq!(
        rank_shares(&sample, &sample.quantities, &vec![1.0; 2_000]),
        vec![0.0; shares.len()]
    );
    assert_eq!(
        difference_by_draw(&sample, &id("hosted"), &id("nobody")),
        None
    );
}
