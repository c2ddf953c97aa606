//! Odds, second looks and maps of decisions small enough to be worked out by hand.
#![allow(clippy::unwrap_used)]

mod weighing_cases;

use std::ops::ControlFlow;

use weighbridge_engine::evaluate;
use weighbridge_engine::figure::RangeShape;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    DecisionOption, Evidence, GateTest, InputPath, OptionId, Plan, Rented,
};
use weighbridge_engine::weighing::{
    GateReason, Verdict, map, prospects, review, sensitivity, spider, weigh_sampled, worths,
};
use weighing_cases::{
    close, coin, criterion, gate, judge, option, prospects_of, sampled, set, spread, two, weighed,
    year,
};

const FEE_OF_B: &str = "options.b.licence.licence_usd_per_month";

/// A costs 1,200; B costs 600 or 2,400, each as likely.
fn gamble() -> weighbridge_engine::Scenario {
    let mut scenario = year();
    scenario.options = vec![option("a", 100.0), option("b", 100.0)];
    coin(&mut scenario, FEE_OF_B, 50.0, 200.0);
    scenario
}

#[test]
fn regret_and_perfect_information_of_a_coin() {
    let found = prospects_of(&gamble(), 2_000);
    let [a, b] = found.options.as_slice() else {
        panic!("two options");
    };
    close(a.best_share, 0.5);
    close(b.cheapest_share, 0.5);
    assert_eq!((a.best_futures, b.best_futures), (25, 25));
    close(a.expected_regret_usd.unwrap(), 300.0);
    close(b.expected_regret_usd.unwrap(), 600.0);
    let (evpi, error) = found.evpi_usd.unwrap();
    close(evpi, 300.0);
    // 600 or nothing, each as likely: a standard deviation of 300.
    assert!((error - 300.0 / 2_000.0_f64.sqrt()).abs() < 0.01, "{error}");
    assert_eq!(found.worth.len(), 1);
    assert_eq!(found.worth[0].quantity, FEE_OF_B);
    assert!((found.worth[0].evppi_usd - 300.0).abs() < 1e-6);
    close(b.npv_usd.unwrap().mean, 1_500.0);
    close(found.savings_usd[0], -600.0);
    assert_eq!(b.exceedance.first().unwrap(), &(600.0, 0.5));
}

#[test]
fn a_judgement_that_nobody_made_is_worth_finding_out() {
    let mut scenario = year();
    scenario.options = vec![option("a", 100.0), option("b", 100.0), option("c", 900.0)];
    scenario.priorities.criteria = vec![criterion("control", 60.0)];
    judge(&mut scenario, "a", "control", 50.0);
    judge(&mut scenario, "c", "control", 0.0);
    set(&mut scenario, "money_axis.usd_per_point", 100.0);
    let found = prospects_of(&scenario, 4_000);
    // The difference is spread evenly from −5,000 to 5,000: half of its mean size is 1,250.
    let (evpi, _) = found.evpi_usd.unwrap();
    assert!((evpi - 1_250.0).abs() < 2.0, "{evpi}");
    let worth = &found.worth[0];
    assert!(
        (worth.evppi_usd - 1_250.0).abs() < 5.0,
        "{}",
        worth.evppi_usd
    );
    assert_eq!(
        worth.paths,
        [InputPath::new("options.b.assessment.control")]
    );
    let (option, criterion) = worth.unknown.clone().unwrap();
    assert_eq!((option.as_str(), criterion.as_str()), ("b", "control"));
    assert!((found.options[1].value_points.p50 - 50.0).abs() < 0.05);
}

#[test]
fn weightings_are_split_where_options_are_worth_the_same() {
    let mut scenario = year();
    scenario.options = vec![option("a", 100.0), option("b", 100.0), option("c", 500.0)];
    scenario.priorities.criteria = vec![criterion("control", 10.0), criterion("speed", 90.0)];
    for (id, control, speed) in [("a", 100.0, 0.0), ("b", 0.0, 100.0), ("c", 0.0, 0.0)] {
        judge(&mut scenario, id, "control", control);
        judge(&mut scenario, id, "speed", speed);
    }
    set(&mut scenario, "money_axis.usd_per_point", 50.0);
    let found = prospects_of(&scenario, 16_000);
    assert_eq!(found.ranked, [0, 1, 2]);
    for (rank, wanted) in
        found
            .rank_shares
            .iter()
            .zip([[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]])
    {
        for (share, wanted) in rank.iter().zip(wanted) {
            assert!((share - wanted).abs() < 0.001, "{share} {wanted}");
        }
    }
    let central = found.central_weights[0].clone().unwrap();
    assert!((central[0] - 0.75).abs() < 0.001, "{central:?}");
    assert_eq!(found.central_weights[2], None);
    assert!(found.options[0].dominates.contains(&2));
    assert!(found.options[0].dominates.len() == 1);
}

#[test]
fn a_second_look_is_worth_what_it_saves() {
    let mut scenario = gamble();
    set(&mut scenario, "review.after_months", 6.0);
    let sample = sampled(&scenario, 1_000);
    // Start on A for 600, then 300 on B where it is cheap and 600 on A where it is not.
    let found = review(&scenario, &sample).unwrap();
    close(found.start_with[0].1, -1_050.0);
    close(found.start_with[1].1, -1_200.0);
    close(found.without_review[0].1, -1_200.0);
    close(found.without_review[1].1, -1_500.0);
    close(found.value_of_waiting_usd, 150.0);
    assert_eq!(found.change_to, [(0, 0.5), (1, 0.5)]);

    // Leaving costs 40: prompts 30, and a tenth of a month side by side.
    for (field, value) in [
        ("exit_probability", 0.0),
        ("exit_reprompting_usd", 30.0),
        ("exit_parallel_run_months", 0.1),
    ] {
        set(
            &mut scenario,
            &format!("options.a.transition.{field}"),
            value,
        );
    }
    let sample = sampled(&scenario, 1_000);
    let found = review(&scenario, &sample).unwrap();
    close(found.value_of_waiting_usd, 130.0);

    // Half of it known: as often nobody knows more, and stays.
    set(&mut scenario, "review.known_share", 0.5);
    let found = review(&scenario, &sample).unwrap();
    close(found.value_of_waiting_usd, 65.0);
    assert_eq!(found.change_to, [(0, 0.75), (1, 0.25)]);

    // A successor's own start is paid when it takes over: 300 more leave nothing to gain.
    set(
        &mut scenario,
        "options.b.transition.implementation_usd",
        300.0,
    );
    let sample = sampled(&scenario, 1_000);
    let found = review(&scenario, &sample).unwrap();
    close(found.value_of_waiting_usd, 0.0);

    set(&mut scenario, "review.after_months", 0.0);
    assert_eq!(review(&scenario, &sample), None);
}

#[test]
fn a_gate_is_judged_once_at_its_percentile_with_its_share_beside_it() {
    let mut scenario = two();
    scenario.priorities.gates = vec![gate("skills", GateTest::Skills, 1.0)];
    set(&mut scenario, "options.a.people.ml_engineer_fte", 0.5);
    let shape = RangeShape::Cases(vec![(0.5, 0.8), (2.0, 0.2)]);
    spread(
        &mut scenario,
        "options.a.people.ml_engineer_fte",
        (0.5, 2.0),
        shape,
    );
    let sample = sampled(&scenario, 1_000);
    let outcome = evaluate(&scenario);
    let found = prospects_of(&scenario, 1_000);
    close(found.options[0].closed_shares[0].share.unwrap(), 0.2);
    assert_eq!(found.options[1].closed_shares[0].share, None);
    assert_eq!(found.ranked, [0, 1]);
    for (percentile, passes) in [(0.5, true), (0.8, true), (0.81, false), (0.9, false)] {
        scenario.priorities.gates[0].percentile = percentile;
        let found = weigh_sampled(&scenario, &outcome, &sample);
        let verdict = &found.options[0].gates[0].verdict;
        assert_eq!(*verdict == Verdict::Passed, passes, "{percentile}");
        if !passes {
            let reason = GateReason::Skills {
                fte: 2.0,
                limit: 1.0,
            };
            assert_eq!(*verdict, Verdict::Closed(reason));
        }
    }
    // What is out takes no future.
    let found = prospects_of(&scenario, 1_000);
    assert_eq!(found.ranked, [1]);
    assert_eq!(found.options[0].expected_regret_usd, None);
    assert_eq!(found.options[1].best_futures, 50);
}

#[test]
fn weights_and_worth_of_a_point_are_drawn_like_any_other_input() {
    let mut scenario = two();
    // At 100/3 USD a point both are worth the same; half of the range lies below.
    let axis = "money_axis.usd_per_point";
    spread(
        &mut scenario,
        axis,
        (100.0 / 3.0 - 20.0, 100.0 / 3.0 + 20.0),
        RangeShape::Uniform,
    );
    let found = prospects_of(&scenario, 2_000);
    assert!((found.options[1].best_share - 0.5).abs() < 0.001);
    assert_eq!(found.options[0].cheapest_share, 1.0);
    assert_eq!(found.worth[0].quantity, axis);
    // Half of the mean size of 36 points times up to 20 USD either way.
    assert!((found.worth[0].evppi_usd - 180.0).abs() < 1.0);
}

#[test]
fn bars_are_direct_evaluations_and_switches_lie_where_the_choice_turns() {
    let mut scenario = two();
    spread(&mut scenario, FEE_OF_B, (100.0, 300.0), RangeShape::Uniform);
    let control = "options.b.assessment.control";
    spread(&mut scenario, control, (40.0, 100.0), RangeShape::Uniform);
    scenario.options[0]
        .assessments
        .retain(|it| it.criterion == "control");
    let [a, b] = ["a", "b"].map(|id| OptionId::parse(id).unwrap());
    let go_on = &mut || ControlFlow::Continue(());
    let found = sensitivity(&scenario, &b, &a, go_on).unwrap().unwrap();
    close(found.difference_usd, -600.0);
    assert_eq!(
        found.quantities.len(),
        3,
        "the judgement nobody made has a bar"
    );
    for bar in &found.bars {
        let path = &found.quantities[bar.input].paths[0];
        for (value, wanted) in [(bar.tried.low, bar.at_low), (bar.tried.high, bar.at_high)] {
            let mut there = scenario.clone();
            set(&mut there, path.as_str(), value);
            let worths = worths(&there);
            let difference =
                worths[0].net_benefit_usd.unwrap() - worths[1].net_benefit_usd.unwrap();
            assert_eq!(difference.to_bits(), wanted.to_bits(), "{path}");
        }
    }
    let of = |path: &str| {
        let place = found.quantities.iter().position(|it| it.id == path);
        found.switches[place.unwrap()].points()
    };
    assert!((of(FEE_OF_B)[0] - 250.0).abs() < 1e-6);
    assert!((of(control)[0] - 60.0).abs() < 1e-6);
    let ids = vec![control.to_owned(), FEE_OF_B.to_owned()];
    let lines = spider(&scenario, &b, &a, &ids, 21, go_on).unwrap().unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].quantity, control);
    assert_eq!(lines[0].points.len(), 21);
    close(
        lines[0].points[10].2,
        50.0 * (0.6 * (20.0 - 70.0)) + 1_200.0,
    );
    let stop = &mut || ControlFlow::Break(());
    assert!(sensitivity(&scenario, &b, &a, stop).unwrap().is_none());
    assert!(spider(&scenario, &b, &a, &ids, 21, stop).unwrap().is_none());
}

#[test]
fn results_are_drawn_where_a_criterion_or_a_gate_looks_at_them() {
    let mut scenario = year();
    let plan = Plan::RentedGpu(Rented::default());
    scenario.options = vec![DecisionOption::new(
        OptionId::parse("rented").unwrap(),
        "rented",
        plan,
    )];
    assert!(evaluate(&scenario).options[0].fits);
    let bandwidth = "options.rented.serving.bandwidth_gigabytes_per_second_per_gpu";
    let here = scenario.figure(&InputPath::new(bandwidth)).unwrap().value;
    let time = |value: f64| time_with(&scenario, bandwidth, value);
    let (slow, fast) = (time(here / 2.0), time(here));
    assert!(slow > fast, "{slow} {fast}");
    let mut speed = criterion("speed", 50.0);
    speed.evidence = Evidence::Result(Measure::TimePerOutputToken);
    (speed.worst, speed.best) = (2.0 * slow, 0.0);
    scenario.priorities.criteria = vec![speed];
    scenario.priorities.gates = vec![gate("speed", GateTest::WritingSpeed, 0.0)];
    let target = 2.0 / (slow + fast);
    set(&mut scenario, "workload.target_tokens_per_second", target);
    let (slow, fast) = (
        time_with(&scenario, bandwidth, here / 2.0),
        time_with(&scenario, bandwidth, here),
    );
    coin(&mut scenario, bandwidth, here / 2.0, here);
    let found = prospects_of(&scenario, 1_000);
    let of_rented = &found.options[0];
    let value = |seconds: f64| 100.0 * (1.0 - seconds / scenario.priorities.criteria[0].worst);
    close(of_rented.value_points.p10, value(slow.max(fast)));
    close(of_rented.value_points.p90, value(slow.min(fast)));
    let misses = |seconds: f64| f64::from(u8::from(1.0 / seconds < target * (1.0 - 1e-9)));
    let share = 0.5 * (misses(slow) + misses(fast));
    close(of_rented.closed_shares[0].share.unwrap(), share);
}

/// Seconds between tokens of the first option with an input at a value.
fn time_with(scenario: &weighbridge_engine::Scenario, path: &str, value: f64) -> f64 {
    let mut there = scenario.clone();
    set(&mut there, path, value);
    evaluate(&there).options[0]
        .get(Measure::TimePerOutputToken)
        .unwrap()
}

#[test]
fn a_map_shows_the_cheaper_side_of_the_diagonal() {
    let mut scenario = year();
    scenario.options = vec![option("a", 100.0), option("b", 100.0)];
    let [x, y] =
        ["a", "b"].map(|id| InputPath::new(format!("options.{id}.licence.licence_usd_per_month")));
    let weighing = weighed(&scenario);
    let go_on = &mut |_| ControlFlow::Continue(());
    let ranges = [(0.0, 100.0), (0.0, 100.0)];
    let found = map(&scenario, &weighing, [&x, &y], ranges, [10, 10], go_on);
    let found = found.unwrap().unwrap();
    close(found.x.values[0], 5.0);
    assert_eq!(found.x.here, 100.0);
    for (row, leads) in found.best.iter().zip(&found.lead_usd) {
        assert_eq!(row.len(), leads.len());
    }
    for row in 0..10 {
        for column in 0..10 {
            // Ties go to the id that comes first.
            let wanted = usize::from(column > row);
            assert_eq!(found.best[row][column], Some(wanted), "{row} {column}");
            let lead = 12.0 * (found.x.values[column] - found.y.values[row]).abs();
            close(found.lead_usd[row][column].unwrap(), lead);
        }
    }
    assert_eq!(found.present(), [0, 1]);
    let wide = [(1.0, 1_000.0), (0.0, 100.0)];
    let found = map(&scenario, &weighing, [&x, &y], wide, [3, 1], go_on);
    let found = found.unwrap().unwrap();
    assert!(found.x.is_logarithmic && !found.y.is_logarithmic);
    close(found.x.values[1], 1_000.0_f64.sqrt());
    let stop = &mut |_| ControlFlow::Break(());
    let stopped = map(&scenario, &weighing, [&x, &y], ranges, [10, 10], stop);
    assert_eq!(stopped, Ok(None));
    let nowhere = InputPath::new("workload.nothing");
    assert!(map(&scenario, &weighing, [&nowhere, &y], ranges, [2, 2], go_on).is_err());
}

#[test]
fn a_run_that_is_overtaken_stops() {
    let scenario = gamble();
    let sample = sampled(&scenario, 500);
    for most in [0.0, 0.2, 0.35, 0.45] {
        let go_on = &mut |done| {
            if done > most {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let found = prospects(&scenario, &sample, go_on);
        assert_eq!(found.is_none(), most < 0.4, "{most}");
    }
}
