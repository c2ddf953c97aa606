//! What must hold of the methods of the decision, of queues and of samples for any input.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use proptest::collection::vec;
use proptest::prelude::*;
use weighbridge_engine::decision::{
    Acceptability, Direction, Dominance, Objective, PairwiseMatrix, PayoffTable, Preference,
    PriorityMethod, Prospect, RandomIndex, RankScheme, Scaling, Study, Swing, Table, ValueFunction,
    WeightSpace, Weights, dominators, non_dominated, odds, promethee_ii, ranking, topsis, tornado,
    weight_stability, weighted_sum,
};
use weighbridge_engine::queueing::{Queue, QueueState, SingleServer, Steady, WaitTarget, erlang_b};
use weighbridge_engine::uncertainty::Distribution;
use weighbridge_engine::uncertainty::latin_hypercube::{Placement, latin_hypercube};
use weighbridge_engine::uncertainty::sobol::{MOST_DIMENSIONS, scrambled_sobol};

const ROUNDING: f64 = 1e-9;

fn table(
    options: std::ops::Range<usize>,
    criteria: std::ops::Range<usize>,
    figure: std::ops::Range<f64>,
) -> impl Strategy<Value = Vec<Vec<f64>>> {
    // Coarse figures now and then, so that ties come up.
    (criteria, any::<bool>()).prop_flat_map(move |(count, coarse)| {
        let figure = figure
            .clone()
            .prop_map(move |x| if coarse { x.round() } else { x });
        vec(vec(figure, count), options.clone())
    })
}

fn values() -> impl Strategy<Value = Vec<Vec<f64>>> {
    table(1..6, 1..6, 0.0..1.0)
}

/// Weights of which none is zero.
fn weights_for(criteria: usize, seed: u64) -> Weights {
    let raw: Vec<f64> = (0..criteria)
        .map(|place| 1.0 + ((seed >> (8 * (place % 8))) & 255) as f64)
        .collect();
    Weights::new(&raw).unwrap()
}

fn directions_for(criteria: usize, seed: u64) -> Vec<Direction> {
    (0..criteria)
        .map(|place| match seed >> place & 1 {
            0 => Direction::Higher,
            _ => Direction::Lower,
        })
        .collect()
}

proptest! {
    #[test]
    fn more_of_a_benefit_never_lowers_the_rank(
        rows in values(), seed in any::<u64>(), option in any::<prop::sample::Index>(),
        criterion in any::<prop::sample::Index>(), more in 0.0..1.0_f64,
    ) {
        let weights = weights_for(rows[0].len(), seed);
        let (option, criterion) = (option.index(rows.len()), criterion.index(rows[0].len()));
        let place = |rows: &[Vec<f64>]| {
            let scores = weighted_sum(&Table::new(rows.to_vec()).unwrap(), &weights).unwrap();
            ranking(&scores).iter().position(|place| *place == option).unwrap()
        };
        let before = place(&rows);
        let mut raised = rows;
        raised[option][criterion] += more;
        prop_assert!(place(&raised) <= before);
    }

    #[test]
    fn scaling_all_weights_changes_nothing(
        rows in values(), raw in vec(0.01..100.0_f64, 6), factor in 0.001..1000.0_f64,
    ) {
        let table = Table::new(rows).unwrap();
        let raw = &raw[..table.criteria()];
        let scaled: Vec<f64> = raw.iter().map(|weight| weight * factor).collect();
        let one = weighted_sum(&table, &Weights::new(raw).unwrap()).unwrap();
        let other = weighted_sum(&table, &Weights::new(&scaled).unwrap()).unwrap();
        for (one, other) in one.iter().zip(&other) {
            prop_assert!((one - other).abs() < 1e-12);
        }
    }

    #[test]
    fn a_further_option_leaves_anchored_scores_as_they_are_to_the_bit(
        rows in table(1..6, 1..6, -100.0..100.0), further in vec(-1e9..1e9_f64, 6),
        seed in any::<u64>(), worst in -50.0..0.0_f64, best in 1.0..50.0_f64,
    ) {
        let worth = ValueFunction::new(worst, best).unwrap();
        let weights = weights_for(rows[0].len(), seed);
        let scores = |rows: &[Vec<f64>]| {
            let worths = rows.iter().map(|row| row.iter().map(|x| worth.value(*x)).collect());
            weighted_sum(&Table::new(worths.collect()).unwrap(), &weights).unwrap()
        };
        let before = scores(&rows);
        let mut longer = rows.clone();
        longer.push(further[..rows[0].len()].to_vec());
        let after = scores(&longer);
        for (before, after) in before.iter().zip(&after) {
            prop_assert_eq!(before.to_bits(), after.to_bits());
        }
        prop_assert!(after.iter().all(|score| (0.0..=1.0 + 1e-12).contains(score)));
    }

    #[test]
    fn weights_sum_to_one_and_follow_their_order(
        ranks in vec(1.0..9.0_f64, 1..9),
        scheme in prop::sample::select(vec![
            RankScheme::OrderCentroid, RankScheme::Sum, RankScheme::Reciprocal,
        ]),
    ) {
        let ranks: Vec<f64> = ranks.iter().map(|rank| rank.round()).collect();
        let weights = Weights::from_ranks(&ranks, scheme).unwrap();
        let list = weights.as_slice();
        prop_assert!((list.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for one in 0..ranks.len() {
            for other in 0..ranks.len() {
                if ranks[one] < ranks[other] {
                    prop_assert!(list[one] > list[other]);
                }
                if ranks[one] == ranks[other] {
                    prop_assert_eq!(list[one], list[other]);
                }
            }
        }
    }

    #[test]
    fn comparisons_that_agree_give_back_the_weights_behind_them(
        strengths in vec(0.2..5.0_f64, 1..8),
        method in prop::sample::select(vec![
            PriorityMethod::Eigenvector, PriorityMethod::GeometricMean, PriorityMethod::ColumnMean,
        ]),
    ) {
        let matrix =
            PairwiseMatrix::from_judgements(strengths.len(), |a, b| strengths[a] / strengths[b]);
        let matrix = matrix.unwrap();
        let wanted = Weights::new(&strengths).unwrap();
        let got = matrix.weights(method).unwrap();
        for (got, wanted) in got.as_slice().iter().zip(wanted.as_slice()) {
            prop_assert!((got - wanted).abs() < 1e-10);
        }
        let consistency = matrix.consistency(&got, &RandomIndex::saaty_1980()).unwrap();
        prop_assert!(consistency.ratio < 1e-10);
        prop_assert_eq!(matrix.clashing_triad(), None);
    }

    #[test]
    fn closeness_is_a_share_and_dominated_options_are_not_nearer(
        rows in table(2..6, 1..6, -100.0..100.0), seed in any::<u64>(),
    ) {
        let table = Table::new(rows).unwrap();
        let directions = directions_for(table.criteria(), seed);
        let weights = weights_for(table.criteria(), seed);
        for scaling in [Scaling::Vector, Scaling::None] {
            let Ok(closeness) = topsis(&table, &directions, &weights, scaling) else {
                prop_assert!(table.rows().windows(2).all(|pair| pair[0] == pair[1]));
                continue;
            };
            prop_assert!(closeness.iter().all(|share| (0.0..=1.0).contains(share)));
            for (option, dominators) in dominators(&table, &directions).unwrap().iter().enumerate() {
                for dominator in dominators {
                    prop_assert!(closeness[*dominator] >= closeness[option] - ROUNDING);
                }
            }
        }
    }

    #[test]
    fn net_flows_sum_to_zero_and_dominance_is_kept(
        rows in table(1..6, 1..6, -100.0..100.0), seed in any::<u64>(),
        indifference in 0.0..20.0_f64, further in 0.0..20.0_f64,
    ) {
        let table = Table::new(rows).unwrap();
        let full = indifference + further;
        let shapes = [
            Preference::Usual,
            Preference::UShape { indifference },
            Preference::VShape { full },
            Preference::Level { indifference, full },
            Preference::Linear { indifference, full },
            Preference::Gaussian { inflection: full + 0.1 },
        ];
        let preferences: Vec<Preference> =
            (0..table.criteria()).map(|place| shapes[(seed as usize + place) % 6]).collect();
        let directions = directions_for(table.criteria(), seed);
        let weights = weights_for(table.criteria(), seed);
        let flows = promethee_ii(&table, &directions, &weights, &preferences).unwrap();
        prop_assert!(flows.net.iter().sum::<f64>().abs() < ROUNDING);
        let range = 0.0..=1.0 + ROUNDING;
        prop_assert!(flows.leaving.iter().chain(&flows.entering).all(|flow| range.contains(flow)));
        for (option, dominators) in dominators(&table, &directions).unwrap().iter().enumerate() {
            for dominator in dominators {
                prop_assert!(flows.net[*dominator] >= flows.net[option] - ROUNDING);
            }
        }
    }

    #[test]
    fn somebody_is_never_dominated_and_the_winner_is_not(
        rows in table(1..7, 1..5, 0.0..6.0), seed in any::<u64>(),
    ) {
        let table = Table::new(rows).unwrap();
        let directions = vec![Direction::Higher; table.criteria()];
        let front = non_dominated(&table, &directions).unwrap();
        prop_assert!(!front.is_empty());
        let scores = weighted_sum(&table, &weights_for(table.criteria(), seed)).unwrap();
        prop_assert!(front.contains(&ranking(&scores)[0]));
    }

    #[test]
    fn the_ranking_holds_inside_its_interval_and_not_beyond(
        rows in table(2..6, 2..6, 0.0..1.0), seed in any::<u64>(),
        criterion in any::<prop::sample::Index>(), way in 0.0..1.0_f64,
    ) {
        let table = Table::new(rows).unwrap();
        let weights = weights_for(table.criteria(), seed);
        let criterion = criterion.index(table.criteria());
        let found = weight_stability(&table, &weights, criterion).unwrap();
        let scores_at = |weight: f64| {
            weighted_sum(&table, &weights.with(criterion, weight).unwrap()).unwrap()
        };
        let (low, high) = found.best_interval;
        let (inner_low, inner_high) = found.ranking_interval;
        let present = weights.as_slice()[criterion];
        prop_assert!(low <= inner_low && inner_low <= present);
        prop_assert!(present <= inner_high && inner_high <= high);
        let best = found.ranking[0];
        let most = |scores: &[f64]| scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let inside = scores_at(low + way * (high - low));
        prop_assert!(inside[best] >= most(&inside) - ROUNDING);
        let inside = scores_at(inner_low + way * (inner_high - inner_low));
        let in_order = |pair: &[usize]| inside[pair[0]] >= inside[pair[1]] - ROUNDING;
        prop_assert!(found.ranking.windows(2).all(in_order));
        for beyond in [low - 1e-6, high + 1e-6] {
            if (0.0..=1.0).contains(&beyond) {
                let outside = scores_at(beyond);
                prop_assert!(outside[best] <= most(&outside));
                prop_assert!(outside.iter().any(|score| *score >= outside[best]));
            }
        }
    }

    #[test]
    fn regret_is_never_negative_and_knowing_is_worth_the_least_of_it(
        rows in table(1..6, 1..6, -1000.0..1000.0), seed in any::<u64>(), costs in any::<bool>(),
    ) {
        let payoffs = Table::new(rows).unwrap();
        let chances = weights_for(payoffs.criteria(), seed);
        let objective = if costs { Objective::Cost } else { Objective::Gain };
        let table = PayoffTable::new(payoffs, objective);
        prop_assert!(table.regrets().iter().flatten().all(|regret| *regret >= 0.0));
        let found = table.expectation(chances.as_slice()).unwrap();
        let gain = (found.with_perfect_information - found.values[found.best]) * objective.sign();
        prop_assert!(found.evpi() >= 0.0);
        prop_assert!((found.evpi() - gain).abs() < 1e-8);
        prop_assert!(found.regrets.iter().all(|regret| *regret >= found.evpi() - 1e-8));
        let largest = table.largest_regrets();
        let least = largest.iter().copied().fold(f64::INFINITY, f64::min);
        prop_assert!(largest[table.minimax_regret()] <= least + 1e-8);
    }

    #[test]
    fn a_study_is_worth_something_and_at_most_perfect_information(
        rows in table(1..5, 2..5, -1000.0..1000.0), seed in any::<u64>(), results in 1..4_usize,
    ) {
        let payoffs = Table::new(rows).unwrap();
        let states = payoffs.criteria();
        let chances = |count: usize, turn: u32| {
            weights_for(count, seed.rotate_left(turn)).as_slice().to_vec()
        };
        let study = Study {
            payoffs,
            objective: Objective::Gain,
            prior: chances(states, 0),
            likelihood: (0..states).map(|state| chances(results, 7 * state as u32 + 1)).collect(),
            cost: 0.0,
        };
        let found = study.value().unwrap();
        prop_assert!(found.evsi >= 0.0 && found.evsi <= found.evpi + 1e-8);
        if results == 1 {
            prop_assert!(found.evsi < 1e-8);
        }
    }

    #[test]
    fn odds_are_shares_and_a_duplicate_has_the_same_regret(
        draws in vec(vec(-1e6..1e6_f64, 40), 1..5),
    ) {
        let mut columns: Vec<&[f64]> = draws.iter().map(Vec::as_slice).collect();
        let alone = odds(&columns).unwrap();
        columns.push(&draws[0]);
        let doubled = odds(&columns).unwrap();
        prop_assert_eq!(
            doubled.expected_regret[0].to_bits(),
            doubled.expected_regret[draws.len()].to_bits()
        );
        // To the bit: a duplicate changes nobody's regret.
        prop_assert_eq!(&doubled.expected_regret[..draws.len()], &alone.expected_regret[..]);
        prop_assert!((doubled.best_chance.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(alone.evpi() >= 0.0);
        prop_assert!(alone.expected_regret.iter().all(|regret| *regret >= alone.evpi()));
    }

    #[test]
    fn knowing_is_worth_less_as_ranges_shrink(
        draws in vec((-1.0..1.0_f64, -1.0..1.0_f64), 30), gap in 0.1..1.0_f64,
    ) {
        let evpi = |spread: f64| {
            let one: Vec<f64> = draws.iter().map(|(x, _)| gap + spread * x).collect();
            let other: Vec<f64> = draws.iter().map(|(_, y)| spread * y).collect();
            odds(&[&one, &other]).unwrap().evpi()
        };
        prop_assert!(evpi(0.5) <= evpi(1.0) + ROUNDING);
        prop_assert_eq!(evpi(0.04 * gap), 0.0);
    }

    #[test]
    fn better_draws_dominate_and_dominance_has_one_direction(
        draws in vec(-1e3..1e3_f64, 1..30), more in vec(0.0..10.0_f64, 30), other in vec(-1e3..1e3_f64, 1..30),
    ) {
        let base = Prospect::from_draws(&draws).unwrap();
        let raised: Vec<f64> = draws.iter().zip(&more).map(|(x, more)| x + 1e-3 + more).collect();
        let better = Prospect::from_draws(&raised).unwrap();
        prop_assert_eq!(better.dominates(&base), Dominance::First);
        prop_assert_eq!(base.dominates(&better), Dominance::None);
        prop_assert_eq!(base.dominates(&base), Dominance::None);
        let other = Prospect::from_draws(&other).unwrap();
        prop_assert!(
            base.dominates(&other) == Dominance::None || other.dominates(&base) == Dominance::None
        );
    }

    #[test]
    fn tornado_ends_are_direct_evaluations(
        base in vec(-10.0..10.0_f64, 1..6), reach in vec((-5.0..0.0_f64, 0.0..5.0_f64), 6),
    ) {
        let model = |x: &[f64]| x.iter().enumerate().map(|(i, x)| x * x * (i as f64 - 1.5)).sum::<f64>();
        let with = |input: usize, value: f64| {
            let mut point = base.clone();
            point[input] = value;
            model(&point)
        };
        let swings: Vec<Swing> = base
            .iter()
            .zip(&reach)
            .map(|(x, (down, up))| Swing { low: x + down, high: x + up })
            .collect();
        let bars = tornado(&swings, with).unwrap();
        prop_assert_eq!(bars.len(), base.len());
        prop_assert!(bars.windows(2).all(|pair| pair[0].length() >= pair[1].length()));
        for bar in bars {
            prop_assert_eq!(bar.at_low.to_bits(), with(bar.input, swings[bar.input].low).to_bits());
            prop_assert_eq!(bar.at_high.to_bits(), with(bar.input, swings[bar.input].high).to_bits());
        }
    }

    #[test]
    fn little_s_law_holds_and_waits_fall_with_servers_and_rise_with_load(
        load in 0.01..400.0_f64, service_rate in 0.001..100.0_f64, spare in 1..40_u64,
    ) {
        let servers = load as u64 + spare;
        let state = |load: f64, servers: u64| -> QueueState {
            let queue = Queue { arrival_rate: load * service_rate, service_rate, servers };
            queue.state().unwrap().settled().unwrap()
        };
        let here = state(load, servers);
        let arrivals = load * service_rate;
        prop_assert!((here.mean_inside - arrivals * here.mean_time).abs() <= 1e-9 * here.mean_inside);
        // Those inside are those who wait and, on average, as many as the load.
        prop_assert!((here.mean_inside - here.mean_waiting - load).abs() <= 1e-8 * here.mean_inside);
        prop_assert!((0.0..=1.0).contains(&here.wait_chance));
        prop_assert!(state(load, servers + 1).mean_wait <= here.mean_wait);
        prop_assert!(state(0.9 * load, servers).mean_wait <= here.mean_wait);
        let quantile = here.wait_quantile(0.95);
        prop_assert!(quantile == 0.0 || (here.longer_wait_chance(quantile) - 0.05).abs() < 1e-9);
        // One more server turns fewer away, one less turns more away.
        prop_assert!(erlang_b(load, servers + 1).unwrap() <= erlang_b(load, servers).unwrap());
    }

    #[test]
    fn one_server_agrees_with_the_formula_for_any_service_time(
        utilisation in 0.01..0.99_f64, mean_service in 0.01..100.0_f64, variation in 0.0..9.0_f64,
    ) {
        let arrival_rate = utilisation / mean_service;
        let queue = Queue { arrival_rate, service_rate: 1.0 / mean_service, servers: 1 };
        let single = SingleServer { arrival_rate, mean_service, service_variation: variation };
        let (Steady::Settles(one), Steady::Settles(other)) = (
            queue.general_mean_wait(1.0, variation).unwrap(),
            single.mean_wait().unwrap(),
        ) else {
            return Err(TestCaseError::fail("a load below one settles"));
        };
        prop_assert!((one - other).abs() <= 1e-9 * one);
        let random = queue.state().unwrap().settled().unwrap();
        prop_assert!((random.wait_chance - utilisation).abs() < 1e-12);
    }

    #[test]
    fn the_fewest_servers_meet_the_target_and_one_fewer_do_not(
        load in 0.0..300.0_f64, share in 0.01..0.999_f64, time in 0.0..2.0_f64, kind in 0..3,
        most in prop::option::of(0.2..1.0_f64),
    ) {
        let target = match kind {
            0 => WaitTarget::StartedWithin { share, time },
            1 => WaitTarget::MeanWait(time + 0.001),
            _ => WaitTarget::WaitChance(share),
        };
        let servers = target.fewest_servers(load, 1.0, most).unwrap();
        let meets = |servers: u64| {
            let queue = Queue { arrival_rate: load, service_rate: 1.0, servers };
            servers > 0
                && queue.utilisation().unwrap() <= most.unwrap_or(1.0) * (1.0 + 1e-12)
                && queue.state().unwrap().settled().is_some_and(|state| target.is_met_by(&state))
        };
        prop_assert!(meets(servers));
        prop_assert!(!meets(servers - 1));
    }

    #[test]
    fn quantiles_rise_and_a_lognormal_has_its_median_in_the_geometric_middle(
        low in 0.01..100.0_f64, factor in 1.0..50.0_f64, p in 0.001..0.999_f64, step in 0.0..0.5_f64,
    ) {
        let high = low * factor;
        let shape = Distribution::lognormal_from_p10_p90(low, high).unwrap();
        let middle = (low * high).sqrt();
        prop_assert!((shape.quantile(0.5) - middle).abs() <= 1e-12 * middle);
        let further = (p + step).min(0.9999);
        for shape in [
            shape,
            Distribution::pert(low, 0.5 * (low + high), high).unwrap(),
            Distribution::triangular(low, low, high).unwrap(),
            Distribution::two_piece(low, middle, high).unwrap(),
        ] {
            prop_assert!(shape.quantile(p) <= shape.quantile(further) * (1.0 + 1e-12));
        }
    }

    #[test]
    fn a_hypercube_has_one_point_in_each_stratum_whatever_the_id(
        seed in any::<u64>(), id in ".{0,30}", count in 1..500_u32, middle in any::<bool>(),
    ) {
        let placement = if middle { Placement::Middle } else { Placement::Random };
        let points = latin_hypercube(seed, &id, count, placement);
        let mut strata: Vec<u32> =
            points.iter().map(|point| (point * f64::from(count)) as u32).collect();
        strata.sort_unstable();
        prop_assert!(strata.into_iter().eq(0..count));
        prop_assert_eq!(points, latin_hypercube(seed, &id, count, placement));
    }

    #[test]
    fn a_scrambled_sequence_has_one_point_in_each_stratum(
        seed in any::<u64>(), dimension in 0..MOST_DIMENSIONS, power in 0..10_u32,
    ) {
        let count = 1 << power;
        let points = scrambled_sobol(seed, dimension, count).unwrap();
        let mut strata: Vec<u32> =
            points.iter().map(|point| (point * f64::from(count)) as u32).collect();
        strata.sort_unstable();
        prop_assert!(strata.into_iter().eq(0..count));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn acceptabilities_sum_to_one_and_the_dominated_are_never_first(
        rows in table(1..5, 1..5, 0.0..4.0), ordered in any::<bool>(),
    ) {
        let table = Table::new(rows).unwrap();
        let mut space = WeightSpace::all(table.criteria()).unwrap();
        if ordered {
            space = space.ordered((0..table.criteria()).rev().collect()).unwrap();
        }
        let found = Acceptability::new(&table, &space, 512, 1).unwrap();
        let options = table.options();
        for one in 0..options {
            let row: f64 = found.by_rank[one].iter().sum();
            let column: f64 = found.by_rank.iter().map(|row| row[one]).sum();
            prop_assert!((row - 1.0).abs() < ROUNDING && (column - 1.0).abs() < ROUNDING);
            prop_assert_eq!(found.central_weights[one].is_some(), found.by_rank[one][0] > 0.0);
            for weights in found.central_weights[one].iter() {
                prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < ROUNDING);
            }
        }
        let upwards = vec![Direction::Higher; table.criteria()];
        for (option, dominators) in dominators(&table, &upwards).unwrap().iter().enumerate() {
            let beaten = dominators.iter().any(|place| {
                let pairs = table.rows()[*place].iter().zip(&table.rows()[option]);
                pairs.into_iter().all(|(dominator, other)| dominator > other)
            });
            if beaten {
                prop_assert_eq!(found.by_rank[option][0], 0.0);
            }
        }
        prop_assert_eq!(&found, &Acceptability::new(&table, &space, 512, 1).unwrap());
    }
}
