//! What must hold of a weighing for any judgements, weights, fees and ranges.
#![allow(clippy::unwrap_used)]

mod weighing_cases;

use proptest::collection::vec;
use proptest::prelude::*;
use weighbridge_engine::Scenario;
use weighbridge_engine::figure::RangeShape;
use weighbridge_engine::scenario::{COST, Change, CostRole, LocalText, Move, OptionId, WhatIf};
use weighbridge_engine::weighing::{OptionProspects, Prospects, Weighing, review, what_ifs};

use weighing_cases::{
    criterion, judge, option, participant, prospects_of, sampled, set, spread, weighed, year,
};

/// Draws of a sample here.
const DRAWS: u32 = 200;

/// One option: its fee a month, how far it may lie off as a share, and its judgements, of which
/// some are missing.
type Drafted = (f64, f64, Vec<Option<f64>>);

fn draft(criteria: usize) -> impl Strategy<Value = Drafted> {
    let judgement = prop_oneof![4 => (0.0..100.0_f64).prop_map(Some), 1 => Just(None)];
    (10.0..1_000.0_f64, 0.0..0.9_f64, vec(judgement, criteria))
}

fn case() -> impl Strategy<Value = Scenario> {
    (1..5_usize)
        .prop_flat_map(|criteria| {
            (
                vec(draft(criteria), 2..5),
                vec(1.0..100.0_f64, criteria),
                0.0..500.0_f64,
            )
        })
        .prop_map(|(drafts, weights, usd_per_point)| {
            let mut scenario = year();
            scenario.priorities.criteria = weights
                .iter()
                .enumerate()
                .map(|(place, weight)| criterion(&format!("c{place}"), *weight))
                .collect();
            set(&mut scenario, "money_axis.usd_per_point", usd_per_point);
            for (place, drafted) in drafts.iter().enumerate() {
                add(&mut scenario, &format!("o{place}"), drafted);
            }
            scenario
        })
}

fn add(scenario: &mut Scenario, id: &str, (fee, off, judgements): &Drafted) {
    scenario.options.push(option(id, *fee));
    let path = format!("options.{id}.licence.licence_usd_per_month");
    let ends = (fee * (1.0 - off), fee * (1.0 + off));
    spread(scenario, &path, ends, RangeShape::Triangular);
    for (place, points) in judgements.iter().enumerate() {
        if let Some(points) = points {
            judge(scenario, id, &format!("c{place}"), *points);
        }
    }
}

/// What a weighing says of an option, to the bit.
fn of_option(weighing: &Weighing, id: &str) -> String {
    format!(
        "{:?}",
        weighing.option(&OptionId::parse(id).unwrap()).unwrap()
    )
}

/// What the odds say of an option by itself, to the bit.
fn own_figures(prospects: &Prospects, id: &str) -> String {
    let option = by_id(prospects, id);
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        option.npv_usd,
        option.value_points,
        option.net_benefit_usd,
        option.cumulative_usd,
        option.exceedance
    )
}

fn by_id<'a>(prospects: &'a Prospects, id: &str) -> &'a OptionProspects {
    let mut options = prospects.options.iter();
    options.find(|option| option.id.as_str() == id).unwrap()
}

fn ids(scenario: &Scenario) -> Vec<String> {
    let ids = scenario.options.iter().map(|option| option.id.to_string());
    ids.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn adding_or_renaming_an_option_leaves_the_others_as_they_are(
        scenario in case(),
        fee in 10.0..1_000.0_f64,
        name in "[a-z]{1,8}",
    ) {
        let mut more = scenario.clone();
        more.options[0].name = name;
        let drafted = (fee, 0.5, vec![Some(50.0); scenario.priorities.criteria.len()]);
        add(&mut more, "added", &drafted);
        let (before, after) = (weighed(&scenario), weighed(&more));
        let (odds_before, odds_after) = (prospects_of(&scenario, DRAWS), prospects_of(&more, DRAWS));
        for id in ids(&scenario) {
            prop_assert_eq!(of_option(&before, &id), of_option(&after, &id));
            prop_assert_eq!(own_figures(&odds_before, &id), own_figures(&odds_after, &id));
        }
    }

    #[test]
    fn the_order_of_the_options_changes_nothing(scenario in case()) {
        let mut turned = scenario.clone();
        turned.options.reverse();
        let (one, other) = (weighed(&scenario), weighed(&turned));
        let chosen = |weighing: &Weighing| weighing.best().map(|best| best.id.clone());
        prop_assert_eq!(chosen(&one), chosen(&other));
        let (odds, odds_turned) = (prospects_of(&scenario, DRAWS), prospects_of(&turned, DRAWS));
        for id in ids(&scenario) {
            prop_assert_eq!(of_option(&one, &id), of_option(&other, &id));
            prop_assert_eq!(own_figures(&odds, &id), own_figures(&odds_turned, &id));
            let (here, there) = (by_id(&odds, &id), by_id(&odds_turned, &id));
            prop_assert_eq!(here.expected_regret_usd, there.expected_regret_usd);
            prop_assert_eq!(here.best_share, there.best_share);
            prop_assert_eq!(here.best_futures, there.best_futures);
            prop_assert_eq!(here.cheapest_futures, there.cheapest_futures);
        }
        prop_assert_eq!(odds.evpi_usd, odds_turned.evpi_usd);
        prop_assert_eq!(format!("{:?}", odds.worth), format!("{:?}", odds_turned.worth));
    }

    #[test]
    fn a_dominated_option_never_ranks_first(
        scenario in case(),
        dearer in 1.0..100.0_f64,
        worse in 0.0..1.0_f64,
    ) {
        let mut scenario = scenario;
        for option in &mut scenario.options {
            for criterion in &scenario.priorities.criteria {
                if !option.assessments.iter().any(|it| it.criterion == criterion.id) {
                    option.assessments.push(weighbridge_engine::scenario::Assessment {
                        criterion: criterion.id.clone(),
                        figure: weighbridge_engine::figure::Figure::entered(50.0),
                        why: LocalText::plain(""),
                    });
                }
            }
        }
        let mut dominated = scenario.options[0].clone();
        dominated.id = OptionId::parse("dominated").unwrap();
        dominated.licence.licence_usd_per_month.value += dearer;
        dominated.licence.licence_usd_per_month.range = None;
        for assessment in &mut dominated.assessments {
            assessment.figure.value *= worse;
        }
        scenario.options.insert(0, dominated);
        let found = weighed(&scenario);
        prop_assert_ne!(found.best().unwrap().id.as_str(), "dominated");
        let odds = prospects_of(&scenario, DRAWS);
        prop_assert_eq!(odds.rank_shares[0][0], 0.0);
        prop_assert!(odds.central_weights[0].is_none());
    }

    #[test]
    fn shares_sum_to_one_and_futures_to_all(scenario in case()) {
        let found = prospects_of(&scenario, DRAWS);
        let best: f64 = found.options.iter().map(|it| it.best_share).sum();
        let cheapest: f64 = found.options.iter().map(|it| it.cheapest_share).sum();
        prop_assert!((best - 1.0).abs() < 1e-9 && (cheapest - 1.0).abs() < 1e-9);
        prop_assert_eq!(found.options.iter().map(|it| it.best_futures).sum::<u32>(), 50);
        prop_assert_eq!(found.options.iter().map(|it| it.cheapest_futures).sum::<u32>(), 50);
        for rank in 0..found.ranked.len() {
            let of_option: f64 = found.rank_shares[rank].iter().sum();
            let of_rank: f64 = found.rank_shares.iter().map(|shares| shares[rank]).sum();
            prop_assert!((of_option - 1.0).abs() < 1e-9 && (of_rank - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn information_is_worth_something_and_never_more_than_all_of_it(scenario in case()) {
        let found = prospects_of(&scenario, DRAWS);
        let (evpi, _) = found.evpi_usd.unwrap();
        prop_assert!(evpi >= 0.0);
        for option in &found.options {
            prop_assert!(evpi <= option.expected_regret_usd.unwrap() + 1e-9);
        }
        for worth in &found.worth {
            prop_assert!(worth.evppi_usd >= 0.0);
            prop_assert!(worth.evppi_usd <= evpi, "{:?} {evpi}", worth);
        }
        prop_assert!(found.worth.is_sorted_by(|one, next| one.evppi_usd >= next.evppi_usd));
    }

    #[test]
    fn a_duplicate_is_regretted_alike(scenario in case()) {
        let mut twice = scenario.clone();
        // Judged alike by everybody, and with the same fee in every draw.
        for option in &mut twice.options {
            option.licence.licence_usd_per_month.range = None;
        }
        let points: Vec<f64> = (0..scenario.priorities.criteria.len()).map(|it| it as f64).collect();
        twice.options[0].assessments.clear();
        for (place, points) in points.iter().enumerate() {
            judge(&mut twice, "o0", &format!("c{place}"), *points);
        }
        let mut copy = twice.options[0].clone();
        copy.id = OptionId::parse("copy").unwrap();
        twice.options.push(copy);
        let found = prospects_of(&twice, DRAWS);
        let regret = |id: &str| by_id(&found, id).expected_regret_usd.map(f64::to_bits);
        prop_assert_eq!(regret("o0"), regret("copy"));
        prop_assert_eq!(by_id(&found, "o0").best_share, by_id(&found, "copy").best_share);
    }

    #[test]
    fn cost_enters_once_whichever_way(scenario in case(), cost in 1.0..100.0_f64) {
        let mut weighing_cost = scenario.clone();
        let mut swings: Vec<(String, f64)> = scenario
            .priorities
            .criteria
            .iter()
            .map(|it| (it.id.clone(), it.starting_weight.value))
            .collect();
        swings.push((COST.to_owned(), cost));
        let swings: Vec<(&str, f64)> = swings.iter().map(|(id, it)| (id.as_str(), *it)).collect();
        weighing_cost.priorities.cost_role = CostRole::Criterion;
        weighing_cost.priorities.participants = vec![participant("one", &swings)];
        set(&mut weighing_cost, "money_axis.worst_cost_usd", 20_000.0);
        let as_criterion = weighed(&weighing_cost);
        let mut on_axis = scenario;
        set(&mut on_axis, "money_axis.usd_per_point", as_criterion.usd_per_point);
        let on_axis = weighed(&on_axis);
        for (one, other) in as_criterion.options.iter().zip(&on_axis.options) {
            let (one, other) = (one.net_benefit_usd.unwrap(), other.net_benefit_usd.unwrap());
            prop_assert!((one - other).abs() <= 1e-9 * one.abs().max(1.0));
        }
        // Every cost here lies inside the anchors, so the weighted sum says the same.
        let sum = &as_criterion.agreement.methods[0];
        prop_assert_eq!(sum.method, "weighted-sum");
        prop_assert!(sum.agrees);
    }

    #[test]
    fn weights_inside_the_interval_choose_the_same(scenario in case(), share in 0.001..0.999_f64) {
        let found = weighed(&scenario);
        let best = found.ranking[0];
        for (place, stability) in found.stability.iter().enumerate() {
            if found.weights.len() < 2 {
                continue;
            }
            let chosen_at = |weight: f64| {
                let mut there = scenario.clone();
                for (other, criterion) in there.priorities.criteria.iter_mut().enumerate() {
                    let rest = 1.0 - found.weights[place];
                    criterion.starting_weight.value = if other == place {
                        100.0 * weight
                    } else {
                        100.0 * (1.0 - weight) * found.weights[other] / rest
                    };
                }
                weighed(&there).ranking[0]
            };
            let (low, high) = stability.interval;
            prop_assert!(low <= stability.weight && stability.weight <= high);
            prop_assert_eq!(chosen_at(low + share * (high - low)), best);
            if let Some(below) = stability.below && low > 1e-3 {
                prop_assert_eq!(chosen_at(low - 1e-7), below);
            }
            if let Some(above) = stability.above && high < 0.999 {
                prop_assert_eq!(chosen_at(high + 1e-7), above);
            }
        }
    }

    #[test]
    fn a_second_look_never_costs(scenario in case(), known in 0.0..1.0_f64, months in 1..11_u16) {
        let mut scenario = scenario;
        set(&mut scenario, "review.after_months", f64::from(months));
        set(&mut scenario, "review.known_share", 1.0);
        let sample = sampled(&scenario, DRAWS);
        let all = review(&scenario, &sample).unwrap().value_of_waiting_usd;
        set(&mut scenario, "review.known_share", known);
        let found = review(&scenario, &sample).unwrap();
        prop_assert!(found.value_of_waiting_usd >= 0.0);
        prop_assert!(found.value_of_waiting_usd <= all + 1e-9 * all.max(1.0));
        let shares: f64 = found.change_to.iter().map(|(_, share)| share).sum();
        prop_assert!((shares - 1.0).abs() < 1e-9);
        for ((place, with), (same, without)) in found.start_with.iter().zip(&found.without_review) {
            prop_assert_eq!(place, same);
            prop_assert!(*with >= without - 1e-9 * without.abs());
        }
    }

    #[test]
    fn regret_is_nought_for_the_best_of_a_future(
        scenario in case(),
        factors in vec(0.0..5.0_f64, 1..4),
    ) {
        let mut scenario = scenario;
        scenario.priorities.what_ifs = factors
            .iter()
            .enumerate()
            .map(|(place, factor)| WhatIf {
                id: format!("f{place}"),
                name: LocalText::plain(""),
                story: LocalText::plain(""),
                moves: vec![Move {
                    path: format!("options.o{}.licence.licence_usd_per_month", place % 2),
                    kinds: Vec::new(),
                    change: Change::Times(*factor),
                }],
                sources: Vec::new(),
            })
            .collect();
        let found = what_ifs(&scenario);
        for future in 0..found.futures.len() {
            let regrets: Vec<f64> = found.regret_usd.iter().filter_map(|row| row[future]).collect();
            prop_assert!(regrets.iter().all(|regret| *regret >= 0.0));
            prop_assert!(regrets.contains(&0.0));
        }
        let largest = |row: usize| {
            let regrets = found.regret_usd[row].iter().map(|it| it.unwrap());
            regrets.fold(0.0, f64::max)
        };
        let chosen = found.options.iter().position(|it| Some(*it) == found.minimax).unwrap();
        for row in 0..found.options.len() {
            prop_assert!(largest(chosen) <= largest(row));
        }
    }
}
