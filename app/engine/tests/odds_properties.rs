//! What must hold for any ranges, by both methods of sampling.
#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "each file of tests uses some of them")]
mod samples;

use std::num::NonZero;

use proptest::prelude::*;
use samples::{all_kinds, hosted};
use weighbridge_engine::Scenario;
use weighbridge_engine::evaluate;
use weighbridge_engine::figure::{Figure, Range, RangeReading, RangeShape};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    Assessment, Correlation, InputPath, LocalText, OptionId, SamplingMethod,
};
use weighbridge_engine::uncertainty::curves::savings;
use weighbridge_engine::uncertainty::odds::odds;
use weighbridge_engine::uncertainty::regret::{in_the_running, regret};
use weighbridge_engine::uncertainty::sensitivity::sensitivity;
use weighbridge_engine::uncertainty::value_of_information::{evppi_of_group, what_to_find_out};
use weighbridge_engine::uncertainty::{
    CorrelationFault, DrawFault, Draws, Quantities, Sample, Settings, append_dimensions, curves,
    draw, indices, sample,
};

const PATHS: [&str; 8] = [
    "workload.requests_per_month",
    "workload.output_tokens_per_request",
    "salaries.ml_engineer_usd_per_month",
    "options.api.token_plan.output_usd_per_million_tokens",
    "options.hosted.people.ml_engineer_fte",
    "options.hosted.transition.implementation_usd",
    "options.rented.rented.usd_per_gpu_hour",
    "options.device.device.devices",
];

/// A range of any shape as shares of its figure, which it holds.
#[derive(Debug, Clone)]
struct AnyRange {
    low: f64,
    high: f64,
    reading: RangeReading,
    shape: RangeShape,
}

impl AnyRange {
    /// The figure at a path with the range around it.
    fn put(&self, scenario: &mut Scenario, path: &str) {
        let path = InputPath::new(path);
        let value = scenario.figure(&path).unwrap().value;
        let (low, high) = (value * self.low, value * self.high);
        let shape = match &self.shape {
            RangeShape::Cases(_) => {
                RangeShape::Cases(vec![(low, 0.25), (value, 0.5), (high, 0.25)])
            }
            shape => shape.clone(),
        };
        let range = Some(Range {
            shape,
            ..Range::new(low, high, self.reading)
        });
        let figure = Figure {
            range,
            ..Figure::entered(value)
        };
        scenario.set_figure(&path, figure).unwrap();
    }
}

fn any_range() -> impl Strategy<Value = AnyRange> {
    let shapes = prop_oneof![
        Just(RangeShape::Usual),
        Just(RangeShape::Uniform),
        Just(RangeShape::Triangular),
        Just(RangeShape::Pert),
        Just(RangeShape::Normal),
        Just(RangeShape::Lognormal),
        Just(RangeShape::Trigen),
        Just(RangeShape::Cases(Vec::new())),
    ];
    (0.2..1.0, 1.01..4.0, any::<bool>(), shapes).prop_map(|(low, high, bounds, shape)| AnyRange {
        low,
        high,
        reading: if bounds && shape.takes_bounds() {
            RangeReading::Bounds
        } else {
            RangeReading::Percentiles10And90
        },
        shape,
    })
}

/// A scenario with ranges at some of the paths, at least at two.
fn any_scenario() -> impl Strategy<Value = Scenario> {
    let ranges = prop::collection::vec(prop::option::weighted(0.6, any_range()), PATHS.len() - 2);
    (any_range(), any_range(), ranges).prop_map(|(first, second, others)| {
        let mut scenario = all_kinds();
        scenario.question.horizon_months = 12;
        let all = [Some(first), Some(second)].into_iter().chain(others);
        for (path, range) in PATHS.iter().zip(all) {
            if let Some(range) = range {
                range.put(&mut scenario, path);
            }
        }
        scenario
    })
}

fn any_method() -> impl Strategy<Value = SamplingMethod> {
    prop_oneof![
        Just(SamplingMethod::LatinHypercube),
        Just(SamplingMethod::Sobol)
    ]
}

fn settings(method: SamplingMethod, draws: u32, seed: u64) -> Settings {
    Settings {
        draws,
        seed,
        method,
        ..Settings::default()
    }
}

fn id(id: &str) -> OptionId {
    OptionId::parse(id).unwrap()
}

fn place(sample: &Sample, id: &str) -> usize {
    let mut options = sample.options.iter();
    options.position(|option| option.id.as_str() == id).unwrap()
}

/// The draws of a quantity to the bit.
fn bits(draws: &Draws, id: &str) -> Vec<u64> {
    let place = draws.quantities.iter().position(|one| one.id == id);
    let values = &draws.values[place.unwrap()];
    values.iter().map(|value| value.to_bits()).collect()
}

fn sorted(values: &[u64]) -> Vec<u64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted
}

/// Spearman's rank correlation; ties share the mean of their ranks.
fn rank_correlation(one: &[f64], other: &[f64]) -> f64 {
    let ranks = |values: &[f64]| -> Vec<f64> {
        values
            .iter()
            .map(|value| {
                let below = values.iter().filter(|other| *other < value).count();
                let same = values.iter().filter(|other| *other == value).count();
                below as f64 + (same as f64 - 1.0) / 2.0
            })
            .collect()
    };
    let (one, other) = (ranks(one), ranks(other));
    let middle = (one.len() as f64 - 1.0) / 2.0;
    let dot = |a: &[f64], b: &[f64]| -> f64 {
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - middle) * (b - middle))
            .sum()
    };
    dot(&one, &other) / (dot(&one, &one) * dot(&other, &other)).sqrt()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_added_renamed_or_moved_changes_no_draw_of_the_others(
        scenario in any_scenario(), range in any_range(), method in any_method(), seed: u64,
    ) {
        let mut before = scenario;
        append_dimensions(&mut before).unwrap();
        let settings = settings(method, 65, seed);
        let drawn = draw(&before, settings).unwrap();
        let mut after = before.clone();
        after.options.insert(0, hosted("a-newcomer", 1.0, 2.0));
        range.put(&mut after, "options.a-newcomer.token_plan.input_usd_per_million_tokens");
        range.put(&mut after, "salaries.platform_engineer_usd_per_month");
        after.options.reverse();
        after.options[1].name = "renamed".to_owned();
        let again = draw(&after, settings).unwrap();
        prop_assert_eq!(again.quantities.len(), drawn.quantities.len() + 2);
        for quantity in &drawn.quantities {
            prop_assert_eq!(bits(&drawn, &quantity.id), bits(&again, &quantity.id));
        }
        // Appended dimensions are the same whether or not they were appended before.
        append_dimensions(&mut after).unwrap();
        prop_assert!(after.sampling.dimensions.starts_with(&before.sampling.dimensions));
        let appended = draw(&after, settings).unwrap();
        prop_assert_eq!(appended.values, again.values);
    }

    #[test]
    fn draws_stay_in_their_fields_and_on_their_sides(
        scenario in any_scenario(), method in any_method(), seed: u64,
    ) {
        let draws = draw(&scenario, settings(method, 128, seed)).unwrap();
        for (quantity, values) in draws.quantities.iter().zip(&draws.values) {
            let (least, most) = quantity.bounds;
            prop_assert!(values.iter().all(|value| (least..=most).contains(value)));
            let figure = scenario.figure(&quantity.paths[0]).unwrap();
            let range = figure.range.as_ref().unwrap();
            let rounding = if quantity.whole { 0.5 } else { 1e-9 * range.high };
            let below = values.iter().filter(|value| **value < range.low - rounding).count();
            let above = values.iter().filter(|value| **value > range.high + rounding).count();
            let most = match (range.reading, &range.shape) {
                (_, RangeShape::Cases(_)) | (RangeReading::Bounds, _) => 0,
                // One draw in ten of 128, by strata.
                _ => 13,
            };
            prop_assert!(below <= most && above <= most, "{quantity:?}");
        }
    }

    #[test]
    fn correlations_are_reached_and_change_no_margin(
        scenario in any_scenario(), method in any_method(), seed: u64, rank in -0.9..0.9,
    ) {
        let mut scenario = scenario;
        // Cases have ties, which hold a rank correlation down.
        let smooth = AnyRange {
            low: 0.5,
            high: 2.0,
            reading: RangeReading::Percentiles10And90,
            shape: RangeShape::Usual,
        };
        smooth.put(&mut scenario, PATHS[0]);
        smooth.put(&mut scenario, PATHS[1]);
        let settings = settings(method, 1_000, seed);
        let free = draw(&scenario, settings).unwrap();
        scenario.sampling.correlations = vec![Correlation {
            first: PATHS[0].to_owned(),
            second: PATHS[1].to_owned(),
            rank,
        }];
        let bound = draw(&scenario, settings).unwrap();
        let pair = [PATHS[0], PATHS[1]].map(|path| bound.values_at(&InputPath::new(path)).unwrap());
        let found = rank_correlation(pair[0], pair[1]);
        prop_assert!((found - rank).abs() < 0.03, "{found} {rank}");
        for quantity in &free.quantities {
            let (before, after) = (bits(&free, &quantity.id), bits(&bound, &quantity.id));
            if PATHS[..2].contains(&quantity.id.as_str()) {
                prop_assert_eq!(sorted(&before), sorted(&after));
            } else {
                prop_assert_eq!(before, after);
            }
        }
    }

    #[test]
    fn a_copy_has_the_regret_of_its_original_and_moves_with_it_when_edited(
        scenario in any_scenario(), range in any_range(), method in any_method(), seed: u64,
    ) {
        let path = "options.hosted.people.ml_engineer_fte";
        let mut scenario = scenario;
        let smooth = AnyRange { shape: RangeShape::Usual, ..range.clone() };
        smooth.put(&mut scenario, path);
        let mut copy = scenario.option(&id("hosted")).unwrap().clone();
        copy.id = id("copy");
        let name = |figure: &mut Figure, path: &str| {
            if let Some(range) = &mut figure.range {
                range.quantity = Some(path.to_owned());
            }
        };
        name(&mut copy.people.ml_engineer_fte, path);
        name(
            &mut copy.transition.implementation_usd,
            "options.hosted.transition.implementation_usd",
        );
        scenario.options.push(copy);
        let settings = settings(method, 200, seed);
        let same = sample(&scenario, settings).unwrap();
        let regrets = regret(&same).unwrap().expected_usd;
        let of = |id: &str| regrets[place(&same, id)].unwrap().to_bits();
        prop_assert_eq!(of("hosted"), of("copy"));

        let edited = &mut scenario.option_mut(&id("copy")).unwrap().people.ml_engineer_fte;
        edited.value *= 2.0;
        let edited = edited.range.as_mut().unwrap();
        (edited.low, edited.high) = (edited.low * 1.5, edited.high * 3.0);
        let moved = draw(&scenario, settings).unwrap();
        let quantities = Quantities::of(&scenario).unwrap();
        let [one, other] = [path, "options.copy.people.ml_engineer_fte"].map(InputPath::new);
        prop_assert_ne!(quantities.place_of(&one), quantities.place_of(&other));
        let [one, other] = [one, other].map(|path| moved.values_at(&path).unwrap());
        prop_assert!(rank_correlation(one, other) > 0.999);
        prop_assert_ne!(one, other);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn knowing_all_is_worth_at_least_nothing_at_most_any_regret_and_more_than_knowing_some(
        scenario in any_scenario(), method in any_method(), seed: u64,
    ) {
        let sample = sample(&scenario, settings(method, 500, seed)).unwrap();
        let regret = regret(&sample).unwrap();
        prop_assert!(regret.evpi_usd >= 0.0);
        for expected in regret.expected_usd.iter().flatten() {
            prop_assert!(regret.evpi_usd <= *expected);
        }
        let least = |worth: f64, error: f64| {
            let error = error + regret.evpi_standard_error_usd;
            (0.0..=regret.evpi_usd + 4.0 * error).contains(&worth)
        };
        for one in what_to_find_out(&sample) {
            prop_assert!(least(one.evppi_usd, one.standard_error_usd), "{one:?} {regret:?}");
        }
        let benefits: Vec<Vec<f64>> = in_the_running(&sample)
            .iter()
            .map(|place| sample.options[*place].npv_usd.iter().map(|cost| -cost).collect())
            .collect();
        let group: Vec<&[f64]> = sample.values.iter().take(2).map(Vec::as_slice).collect();
        let (worth, error) = evppi_of_group(&group, &benefits, &mut || true).unwrap();
        prop_assert!(least(worth, error), "{worth} {error} {regret:?}");
    }

    #[test]
    fn the_ends_of_a_tornado_are_direct_evaluations(scenario in any_scenario()) {
        let mut scenario = scenario;
        // One stream with two ranges: both move, at the same share.
        let path = "options.rented.rented.usd_per_gpu_hour";
        let own = "options.hosted.people.ml_engineer_fte";
        for (path, low, high) in [(path, 2.0, 5.0), (own, 0.1, 1.5)] {
            let range = Range {
                quantity: Some("shared".to_owned()),
                ..Range::new(low, high, RangeReading::Percentiles10And90)
            };
            let figure = Figure { range: Some(range), ..Figure::entered(low * 1.5) };
            scenario.set_figure(&InputPath::new(path), figure).unwrap();
        }
        let found = sensitivity(&scenario, &id("hosted"), &id("rented")).unwrap();
        let all = Quantities::of(&scenario).unwrap().list;
        let difference = |scenario: &Scenario| {
            let outcome = evaluate(scenario);
            let cost = |name| outcome.option(&id(name)).unwrap().get(Measure::NetPresentValue);
            cost("hosted").unwrap() - cost("rented").unwrap()
        };
        let mut together = 0;
        for bar in &found.bars {
            let first = &found.quantities[bar.input];
            let stream: Vec<_> = all.iter().filter(|one| one.stream == first.stream).collect();
            together += usize::from(stream.len() == 2);
            for (share, value, result) in
                [(0.1, bar.tried.low, bar.at_low), (0.9, bar.tried.high, bar.at_high)]
            {
                prop_assert_eq!(value, first.value_at(share));
                let mut there = scenario.clone();
                for quantity in &stream {
                    for path in &quantity.paths {
                        let figure = Figure::entered(quantity.value_at(share));
                        there.set_figure(path, figure).unwrap();
                    }
                }
                prop_assert_eq!(result.to_bits(), difference(&there).to_bits(), "{}", first.id);
            }
        }
        prop_assert_eq!(together, 1);
    }

    #[test]
    fn indices_can_be_had_of_any_ranges_and_stopped(scenario in any_scenario(), seed: u64) {
        let (chosen, other) = (id("api"), id("hosted"));
        let found = indices(&scenario, &chosen, &other, 256, seed, &mut || true).unwrap();
        let found = found.unwrap();
        prop_assert!(found.indices.variance > 0.0);
        // Estimates of first-order indices scatter; squares of differences are never negative.
        prop_assert!(found.indices.total.iter().all(|total| *total >= 0.0));
        let stopped = indices(&scenario, &chosen, &other, 256, seed, &mut || false).unwrap();
        prop_assert_eq!(stopped, None);
    }

    #[test]
    fn curves_pass_through_the_odds_of_the_case(
        scenario in any_scenario(), method in any_method(), seed: u64,
    ) {
        let settings = settings(method, 64, seed);
        let draws = draw(&scenario, settings).unwrap();
        let whole = sample(&scenario, settings).unwrap();
        let base = scenario.workload.requests_per_month.value;
        let volumes = [0.01 * base, base, 50.0 * base];
        let one = NonZero::<usize>::MIN;
        let mut asked = 0;
        let found = curves(&scenario, &draws, &volumes, one, &savings, &mut || {
            asked += 1;
            true
        });
        let found = found.unwrap();
        prop_assert_eq!(asked, volumes.len());
        let here = &found[1];
        let odds = odds(&whole);
        let shares: Vec<f64> = odds.options.iter().map(|option| option.cheapest_share).collect();
        prop_assert_eq!(&here.cheapest_share, &shares);
        prop_assert_eq!(&here.expected_loss_usd, &regret(&whole).unwrap().expected_usd);
        for point in &found {
            let sum: f64 = point.cheapest_share.iter().sum();
            prop_assert!((sum + point.none_share - 1.0).abs() < 1e-9);
            let best: f64 = point.best_share.iter().flatten().sum();
            prop_assert!((best - 1.0).abs() < 1e-9);
        }
        // The case moved to another volume, with its range in proportion, says the same.
        let mut there = scenario.clone();
        let requests = &mut there.workload.requests_per_month;
        requests.value *= 50.0;
        if let Some(range) = &mut requests.range {
            (range.low, range.high) = (range.low * 50.0, range.high * 50.0);
            if let RangeShape::Cases(cases) = &mut range.shape {
                cases.iter_mut().for_each(|(value, _)| *value *= 50.0);
            }
        }
        let moved = sample(&there, settings).unwrap();
        let losses = regret(&moved).unwrap().expected_usd;
        for (loss, direct) in found[2].expected_loss_usd.iter().zip(losses) {
            let (loss, direct) = (loss.unwrap(), direct.unwrap());
            prop_assert!((loss - direct).abs() <= 1e-9 * direct.abs().max(1.0), "{loss} {direct}");
        }
        let stopped = curves(&scenario, &draws, &volumes, one, &savings, &mut || false);
        prop_assert_eq!(stopped, None);
    }
}

#[test]
fn indices_share_out_the_variance_of_a_sum_by_its_parts() {
    let mut scenario = all_kinds();
    let parts = [
        ("options.api.transition.implementation_usd", 1.0),
        ("options.hosted.transition.implementation_usd", 2.0),
        ("options.hosted.customisation.people_usd", 0.0),
    ];
    for (path, width) in parts {
        let range = Range {
            shape: RangeShape::Uniform,
            // The last moves with the second, as one stream with a range of its own.
            quantity: (width != 1.0).then(|| "work".to_owned()),
            ..Range::new(
                10_000.0,
                10_000.0 + 8_000.0 * f64::max(width, 0.5),
                RangeReading::Bounds,
            )
        };
        let figure = Figure {
            range: Some(range),
            ..Figure::entered(10_000.0)
        };
        scenario.set_figure(&InputPath::new(path), figure).unwrap();
    }
    for repeated in ["api", "hosted"] {
        let path = format!("options.{repeated}.customisation.repeats_per_year");
        let path = InputPath::new(path);
        scenario.set_figure(&path, Figure::entered(0.0)).unwrap();
    }
    let found = indices(&scenario, &id("api"), &id("hosted"), 1_024, 3, &mut || true);
    let found = found.unwrap().unwrap();
    // Widths of 8,000 on one side, of 16,000 and 4,000 together on the other.
    let streams: Vec<_> = found.quantities.iter().map(|one| &one.stream).collect();
    assert_eq!(
        streams,
        ["options.api.transition.implementation_usd", "work"]
    );
    let (alone, together) = (64.0, 400.0);
    let wanted = [alone / (alone + together), together / (alone + together)];
    for (place, wanted) in wanted.into_iter().enumerate() {
        for index in [found.indices.first[place], found.indices.total[place]] {
            assert!((index - wanted).abs() < 0.01, "{index} {wanted}");
        }
    }
    let variance = (alone + together) * 1e6 / 12.0;
    assert!(
        (found.indices.variance / variance - 1.0).abs() < 0.01,
        "{found:?}"
    );
}

#[test]
fn judgements_are_drawn_and_limits_are_not() {
    let mut scenario = all_kinds();
    let judgement = |value: f64| Figure {
        range: Some(Range::new(
            value - 20.0,
            value + 20.0,
            RangeReading::Percentiles10And90,
        )),
        ..Figure::entered(value)
    };
    scenario.options[0].assessments.push(Assessment {
        criterion: "control".to_owned(),
        figure: judgement(70.0),
        why: LocalText::default(),
    });
    scenario.priorities.money_axis.usd_per_point = judgement(1_000.0);
    scenario.priorities.money_axis.worst_cost_usd = judgement(1_000.0);
    scenario.priorities.review.after_months = judgement(30.0);
    let sample = sample(&scenario, Settings::default()).unwrap();
    let at = |path: &str| sample.values_at(&InputPath::new(path));
    let values = at("options.api.assessment.control").unwrap();
    assert_eq!(values.len(), sample.draws);
    assert!(values.iter().all(|value| (0.0..=100.0).contains(value)));
    assert!(at("money_axis.usd_per_point").is_some());
    assert_eq!(at("money_axis.worst_cost_usd"), None);
    assert_eq!(at("review.after_months"), None);
    assert_eq!(sample.quantities.len(), 2);
    // None of them moves a cost.
    assert!(what_to_find_out(&sample).is_empty());
    let found = sensitivity(&scenario, &id("api"), &id("hosted")).unwrap();
    assert!(found.bars.is_empty());
}

#[test]
fn correlations_that_contradict_each_other_are_a_fault_and_those_of_nobody_wait() {
    let mut scenario = all_kinds();
    let smooth = AnyRange {
        low: 0.5,
        high: 2.0,
        reading: RangeReading::Percentiles10And90,
        shape: RangeShape::Usual,
    };
    for path in &PATHS[..2] {
        smooth.put(&mut scenario, path);
    }
    let settings = Settings::default();
    let free = draw(&scenario, settings).unwrap();
    let pair = |first: &str, second: &str, rank: f64| Correlation {
        first: first.to_owned(),
        second: second.to_owned(),
        rank,
    };
    scenario.sampling.correlations = vec![
        pair(PATHS[0], "options.gone.people.ml_engineer_fte", 0.5),
        pair(PATHS[1], "options.gone.people.ml_engineer_fte", 0.5),
    ];
    assert_eq!(draw(&scenario, settings).unwrap().values, free.values);
    let third = pair(PATHS[0], PATHS[1], -0.9);
    scenario.sampling.correlations.push(third);
    let fault = draw(&scenario, settings).unwrap_err();
    let DrawFault::Correlation(CorrelationFault::Contradiction { pairs, .. }) = fault else {
        unreachable!("{fault}")
    };
    assert_eq!(pairs.len(), 3);
}
