//! Decisions worked out by hand: values, net benefit, weights, what turns the choice round.
#![allow(clippy::unwrap_used)]

mod weighing_cases;

use weighbridge_engine::decision::RankScheme;
use weighbridge_engine::decision::pairwise::Light;
use weighbridge_engine::evaluate;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    Assessment, COST, CapabilityScore, Cascade, CascadeMode, CascadePlan, Change, Comparison,
    CostRole, DataPlace, DecisionOption, Deployment, Elicitation, Evidence, GateTest, InputPath,
    LocalText, ModelFacts, Move, OptionId, Plan, Rented, WhatIf,
};
use weighbridge_engine::weighing::{
    EvidenceState, Flip, GateReason, LEAST_COST_WEIGHT, Reason, Verdict, first_recommendation,
    recommendation, what_ifs, worths,
};
use weighing_cases::{close, criterion, gate, judge, option, participant, set, two, weighed, year};

#[test]
fn net_benefit_is_what_value_is_worth_less_cost() {
    let scenario = two();
    let found = weighed(&scenario);
    close(found.options[0].value_points, 32.0);
    close(found.options[1].value_points, 68.0);
    close(found.options[0].net_benefit_usd.unwrap(), 400.0);
    close(found.options[1].net_benefit_usd.unwrap(), 1_000.0);
    assert_eq!(found.ranking, [1, 0]);
    close(found.margin_usd().unwrap(), 600.0);
    let quick: Vec<_> = worths(&scenario)
        .iter()
        .map(|it| it.net_benefit_usd)
        .collect();
    let whole: Vec<_> = found.options.iter().map(|it| it.net_benefit_usd).collect();
    assert_eq!(quick, whole, "the same bits either way");
}

#[test]
fn reasons_are_told_in_money_the_weightiest_first() {
    let mut scenario = two();
    let found = first_recommendation(&scenario, &weighed(&scenario), None);
    let [
        Reason::Better {
            criterion,
            points,
            usd,
        },
    ] = found.reasons.as_slice()
    else {
        panic!("{:?}", found.reasons);
    };
    assert_eq!(criterion, "control");
    close(*points, 36.0);
    close(*usd, 1_800.0);

    set(
        &mut scenario,
        "options.b.licence.licence_usd_per_month",
        50.0,
    );
    let found = first_recommendation(&scenario, &weighed(&scenario), None);
    assert!(
        matches!(
            found.reasons.as_slice(),
            [Reason::Better { .. }, Reason::CostsLess { usd }] if (usd - 600.0).abs() < 1e-9
        ),
        "{:?}",
        found.reasons
    );

    scenario.options.truncate(1);
    let found = first_recommendation(&scenario, &weighed(&scenario), None);
    assert_eq!(found.reasons, [Reason::OnlyOne]);
    assert_eq!(found.runner_up, None);
}

#[test]
fn a_weight_flips_where_both_are_worth_the_same() {
    // 50 · 60 points · t pays for 1,200 more from t = 0.4 on.
    let found = weighed(&two());
    let control = &found.stability[0];
    close(control.weight, 0.6);
    close(control.interval.0, 0.4);
    assert_eq!(control.interval.1, 1.0);
    assert_eq!((control.below, control.above), (Some(0), None));
    let speed = &found.stability[1];
    close(speed.interval.1, 0.6);
    assert_eq!((speed.below, speed.above), (None, Some(0)));
}

#[test]
fn inputs_that_flip_are_found_at_the_value_that_ties() {
    let scenario = two();
    let found = recommendation(&scenario, &weighed(&scenario), None);
    let input = |path: &str| {
        found.flips.iter().find_map(|flip| match flip {
            Flip::Input {
                path: own, at, to, ..
            } if own.as_str() == path => Some((*at, *to)),
            _ => None,
        })
    };
    // B may cost 50 more a month, or be judged 20 points worse.
    let (at, to) = input("options.b.licence.licence_usd_per_month").unwrap();
    assert!((at - 250.0).abs() < 1e-4, "{at}");
    assert_eq!(to, 0);
    assert_eq!(found.flips.len(), 3);

    let mut dear = two();
    set(&mut dear, "money_axis.usd_per_point", 40.0);
    let found = recommendation(&dear, &weighed(&dear), None);
    let flips: Vec<_> = found
        .flips
        .iter()
        .filter_map(|flip| match flip {
            Flip::Input { path, at, .. } => Some((path.as_str(), *at)),
            _ => None,
        })
        .collect();
    let axis = flips
        .iter()
        .find(|(path, _)| *path == "money_axis.usd_per_point");
    assert!((axis.unwrap().1 - 100.0 / 3.0).abs() < 1e-6, "{flips:?}");
}

#[test]
fn cost_as_a_criterion_is_the_money_axis_at_its_implied_worth() {
    let mut scenario = two();
    scenario.priorities.cost_role = CostRole::Criterion;
    set(&mut scenario, "money_axis.worst_cost_usd", 10_000.0);
    set(&mut scenario, "money_axis.best_cost_usd", 0.0);
    // Nobody weighs: 60, 40, and 50 for cost, a third of all.
    let found = weighed(&scenario);
    close(found.cost_weight.unwrap(), 1.0 / 3.0);
    close(found.usd_per_point, 200.0);
    close(found.weights[0], 0.6);

    scenario.priorities.participants = vec![participant(
        "one",
        &[("control", 30.0), ("speed", 20.0), (COST, 75.0)],
    )];
    let found = weighed(&scenario);
    close(found.cost_weight.unwrap(), 0.6);
    close(found.usd_per_point, 0.4 / 0.6 * 100.0);
    for option in &found.options {
        // The weighted sum with cost between its anchors, in units of cost's weight.
        let sum = 0.4 * option.value_points / 100.0
            + 0.6 * (10_000.0 - option.npv_usd.unwrap()) / 10_000.0;
        let in_usd = sum * 10_000.0 / 0.6 - 10_000.0;
        close(option.net_benefit_usd.unwrap(), in_usd);
    }
    // 36 points of value against 1,200 of 10,000: a tie at c/(1−c) = 3.
    let cost = found.stability.last().unwrap();
    assert_eq!(cost.criterion, COST);
    close(cost.interval.1, 0.75);
    assert_eq!(cost.above, Some(0));

    // Its weight has a path, as any other has.
    set(&mut scenario, "participants.one.weight.cost", 0.0);
    let found = weighed(&scenario);
    close(found.cost_weight.unwrap(), LEAST_COST_WEIGHT);
    assert!(found.usd_per_point.is_finite());
}

#[test]
fn swings_orders_and_pairs_are_ways_to_the_same_weights() {
    let mut scenario = two();
    let mut ranked = participant("ranked", &[]);
    ranked.elicitation = Elicitation::Ranks;
    ranked.ranks = vec!["speed".to_owned(), "control".to_owned()];
    ranked.rank_scheme = RankScheme::OrderCentroid;
    let mut paired = participant("paired", &[]);
    paired.elicitation = Elicitation::Pairs;
    paired.comparisons = vec![Comparison {
        first: "speed".to_owned(),
        second: "control".to_owned(),
        times: 3.0,
    }];
    scenario.priorities.participants = vec![
        participant("silent", &[]),
        participant("swings", &[("control", 25.0), ("speed", 75.0)]),
        ranked,
        paired,
    ];
    let found = weighed(&scenario);
    let control: Vec<f64> = found.participants.iter().map(|it| it.weights[0]).collect();
    close(control[0], 0.6);
    for weight in &control[1..] {
        close(*weight, 0.25);
    }
    close(found.weights[0], (0.6 + 3.0 * 0.25) / 4.0);
    close(found.participants[0].distance, 0.6 - found.weights[0]);
    // With a quarter of the weight on control, 15 points do not pay for 1,200.
    let best: Vec<_> = found.participants.iter().map(|it| it.best).collect();
    assert_eq!(best, [Some(1), Some(0), Some(0), Some(0)]);
    let (consistency, light, _) = found.participants[3].consistency.clone().unwrap();
    assert_eq!((consistency.ratio, light), (0.0, Light::Green));
    assert_eq!(found.participants[1].consistency, None);
}

#[test]
fn a_clash_of_comparisons_is_named_by_the_random_index_that_was_entered() {
    let mut scenario = year();
    scenario.priorities.criteria = ["a", "b", "c"].map(|id| criterion(id, 50.0)).to_vec();
    let mut somebody = participant("somebody", &[]);
    somebody.elicitation = Elicitation::Pairs;
    let says = |first: &str, second: &str, times| Comparison {
        first: first.to_owned(),
        second: second.to_owned(),
        times,
    };
    somebody.comparisons = vec![
        says("a", "b", 2.0),
        says("b", "c", 2.0),
        says("c", "a", 2.0),
    ];
    scenario.priorities.participants = vec![somebody];
    let of = |scenario: &weighbridge_engine::Scenario| {
        weighed(scenario).participants[0]
            .consistency
            .clone()
            .unwrap()
    };
    let (saaty, light, triad) = of(&scenario);
    assert_eq!(light, Light::Red);
    assert_eq!(triad.unwrap().criteria, [0, 1, 2]);
    scenario.priorities.random_index = vec![1.16];
    let (entered, _, _) = of(&scenario);
    close(entered.ratio, saaty.ratio / 2.0);
}

#[test]
fn unknown_performances_stand_in_the_middle_and_say_so() {
    let mut scenario = two();
    scenario.options.push(option("c", 100.0));
    scenario.priorities.criteria[1].evidence = Evidence::Result(Measure::TimeToFirstToken);
    scenario.priorities.criteria[1].worst = 3.0;
    scenario.priorities.criteria[1].best = 1.0;
    let found = weighed(&scenario);
    let of_c = &found.options[2].performances;
    assert_eq!(of_c[0].evidence, EvidenceState::Unknown);
    assert_eq!((of_c[0].figure, of_c[0].value), (50.0, 0.5));
    assert_eq!((of_c[1].figure, of_c[1].value), (2.0, 0.5));
    assert_eq!(
        found.options[0].performances[0].evidence,
        EvidenceState::Judged
    );

    scenario.priorities.criteria[1].evidence = Evidence::Result(Measure::AverageMonthlyCost);
    let found = weighed(&scenario);
    let of_a = &found.options[0].performances[1];
    assert_eq!(of_a.evidence, EvidenceState::Found);
    close(of_a.figure, 100.0);
    assert!(of_a.clips && of_a.value == 0.0);
}

fn model(licence: &str, clauses: &[&str], languages: &[&str]) -> ModelFacts {
    let texts = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect();
    ModelFacts {
        id: "model".to_owned(),
        name: "Model".to_owned(),
        vendor: "Vendor".to_owned(),
        open_weights: true,
        licence: licence.to_owned(),
        licence_clauses: texts(clauses),
        languages: texts(languages),
        context_tokens: Some(1_000),
        released: None,
    }
}

/// The verdict of one gate on the first option.
fn verdict(scenario: &weighbridge_engine::Scenario) -> Verdict {
    weighed(scenario).options[0].gates[0].verdict.clone()
}

#[test]
fn gates_close_with_a_reason_and_not_on_what_is_unknown() {
    let mut scenario = two();
    let residency = GateTest::DataResidency(DataPlace::OwnTenancy);
    scenario.priorities.gates = vec![gate("g", residency, 0.0)];
    let reason = GateReason::DataResidency {
        place: DataPlace::Provider,
        allowed: DataPlace::OwnTenancy,
    };
    assert_eq!(verdict(&scenario), Verdict::Closed(reason));
    scenario.options[0].data_place = Some(DataPlace::OwnPremises);
    assert_eq!(verdict(&scenario), Verdict::Passed);
    scenario.priorities.gates[0].on = false;
    assert_eq!(verdict(&scenario), Verdict::NotAsked);

    scenario.priorities.gates = vec![gate("g", GateTest::Licence, 0.0)];
    assert_eq!(verdict(&scenario), Verdict::NotKnown);
    scenario.options[0].model = Some(model("Open", &["keep-notices", "non-commercial"], &[]));
    let reason = GateReason::Licence {
        licence: "Open".to_owned(),
        clauses: vec!["non-commercial".to_owned()],
    };
    assert_eq!(verdict(&scenario), Verdict::Closed(reason));
    scenario.options[0].clauses_cleared = vec!["non-commercial".to_owned()];
    assert_eq!(verdict(&scenario), Verdict::Passed);
    // A cap on users binds few: somebody has to read it, and until then nothing closes.
    scenario.options[0].model = Some(model("Llama", &["user-cap"], &[]));
    assert_eq!(verdict(&scenario), Verdict::NotKnown);
    scenario.options[0].clauses_cleared = vec!["user-cap".to_owned()];
    assert_eq!(verdict(&scenario), Verdict::Passed);

    scenario.priorities.gates = vec![gate("g", GateTest::Languages, 0.0)];
    assert_eq!(verdict(&scenario), Verdict::NotAsked);
    scenario.question.working_languages = vec!["pt-BR".to_owned(), "de".to_owned()];
    assert_eq!(verdict(&scenario), Verdict::NotKnown);
    scenario.options[0].model = Some(model("Open", &[], &["en", "pt"]));
    let missing = vec!["de".to_owned()];
    assert_eq!(
        verdict(&scenario),
        Verdict::Closed(GateReason::Languages { missing })
    );

    scenario.priorities.gates = vec![gate("g", GateTest::Skills, 1.0)];
    assert_eq!(verdict(&scenario), Verdict::Passed);
    set(&mut scenario, "options.a.people.ml_engineer_fte", 0.75);
    set(&mut scenario, "options.a.people.platform_engineer_fte", 0.5);
    let reason = GateReason::Skills {
        fte: 1.25,
        limit: 1.0,
    };
    assert_eq!(verdict(&scenario), Verdict::Closed(reason));

    let judgement = GateTest::MinimumJudgement("control".to_owned());
    scenario.priorities.gates = vec![gate("g", judgement, 20.0)];
    assert_eq!(verdict(&scenario), Verdict::Passed);
    set(&mut scenario, "gates.g.limit", 21.0);
    assert!(matches!(verdict(&scenario), Verdict::Closed(_)));
    scenario.options[0].assessments.clear();
    assert_eq!(verdict(&scenario), Verdict::NotKnown);

    scenario.priorities.gates = vec![gate("g", GateTest::Context, 0.0)];
    set(&mut scenario, "workload.input_tokens_per_request", 900.0);
    set(&mut scenario, "workload.output_tokens_per_request", 100.0);
    assert_eq!(verdict(&scenario), Verdict::Passed);
    set(&mut scenario, "workload.output_tokens_per_request", 101.0);
    assert!(matches!(verdict(&scenario), Verdict::Closed(_)));

    let score = GateTest::MinimumScore("table/mmlu".to_owned());
    scenario.priorities.gates = vec![gate("g", score, 80.0)];
    assert_eq!(verdict(&scenario), Verdict::NotKnown);
    scenario.options[0].scores = vec![CapabilityScore {
        group: "table".to_owned(),
        group_name: "Table".to_owned(),
        benchmark: "mmlu".to_owned(),
        benchmark_name: "MMLU".to_owned(),
        variant: String::new(),
        protocol: String::new(),
        language: None,
        score: Figure::entered(79.0),
    }];
    let reason = GateReason::MinimumScore {
        benchmark: "MMLU".to_owned(),
        score: 79.0,
        limit: 80.0,
    };
    assert_eq!(verdict(&scenario), Verdict::Closed(reason));
}

#[test]
fn a_cascade_stands_before_gates_as_its_parts_do() {
    let mut scenario = two();
    let cascade = Plan::Cascade(Cascade {
        small: OptionId::parse("a").unwrap(),
        large: Some(OptionId::parse("b").unwrap()),
        mode: CascadeMode::default(),
        cascade: CascadePlan::default(),
    });
    let id = OptionId::parse("both").unwrap();
    scenario
        .options
        .insert(0, DecisionOption::new(id, "both", cascade));
    let residency = GateTest::DataResidency(DataPlace::OwnTenancy);
    scenario.priorities.gates = vec![gate("g", residency, 0.0)];
    scenario.options[1].data_place = Some(DataPlace::OwnPremises);
    assert!(matches!(
        verdict(&scenario),
        Verdict::Closed(GateReason::DataResidency {
            place: DataPlace::Provider,
            ..
        })
    ));
    scenario.options[2].data_place = Some(DataPlace::OwnTenancy);
    assert_eq!(verdict(&scenario), Verdict::Passed);

    scenario.priorities.gates = vec![gate("g", GateTest::Licence, 0.0)];
    scenario.options[1].model = Some(model("Free", &[], &[]));
    assert_eq!(
        verdict(&scenario),
        Verdict::NotKnown,
        "one part of two is known"
    );
    scenario.options[2].model = Some(model("Open", &["non-commercial"], &[]));
    assert!(matches!(
        verdict(&scenario),
        Verdict::Closed(GateReason::Licence { .. })
    ));
}

#[test]
fn what_does_not_fit_is_out_whether_or_not_a_gate_asks() {
    let mut scenario = two();
    let rented = Plan::RentedGpu(Rented::default());
    let mut big = DecisionOption::new(OptionId::parse("big").unwrap(), "big", rented);
    if let Plan::RentedGpu(plan) = &mut big.plan {
        plan.hosting.serving.memory_gigabytes_per_gpu = Figure::entered(1.0);
    }
    scenario.options.push(big);
    assert!(!evaluate(&scenario).options[2].fits);
    let found = weighed(&scenario);
    assert!(!found.options[2].is_in_the_running);
    assert!(matches!(
        found.options[2].closed().next(),
        Some(GateReason::Memory { .. })
    ));
    // A gate that asks says it once.
    scenario.priorities.gates = vec![gate("memory", GateTest::Memory, 0.0)];
    assert_eq!(weighed(&scenario).options[2].closed().count(), 1);
    assert_eq!(
        weighed(&scenario).options[0].gates[0].verdict,
        Verdict::NotAsked
    );
}

#[test]
fn a_gate_that_keeps_the_better_option_out_is_a_reason_and_a_flip() {
    let mut scenario = two();
    scenario.options[0].data_place = Some(DataPlace::OwnPremises);
    let residency = GateTest::DataResidency(DataPlace::OwnTenancy);
    scenario.priorities.gates = vec![gate("residency", residency, 0.0)];
    let found = recommendation(&scenario, &weighed(&scenario), None);
    assert_eq!((found.best, found.runner_up), (Some(0), None));
    assert!(
        found
            .reasons
            .contains(&Reason::OthersOut { options: vec![1] })
    );
    let gate = Flip::Gate {
        gate: "residency".to_owned(),
        to: 1,
    };
    assert!(found.flips.contains(&gate), "{:?}", found.flips);
}

#[test]
fn futures_are_compared_by_regret() {
    let mut scenario = two();
    // A price war cuts the fee of everybody behind an interface of their own to a quarter; a
    // second future makes A 100 dearer a month.
    let what_if = |id: &str, moves| WhatIf {
        id: id.to_owned(),
        name: LocalText::plain(id),
        story: LocalText::plain(""),
        moves,
        sources: Vec::new(),
    };
    let one = |path: &str, kinds, change| Move {
        path: path.to_owned(),
        kinds,
        change,
    };
    let every = "options.*.licence.licence_usd_per_month";
    scenario.priorities.what_ifs = vec![
        what_if(
            "war",
            vec![one(
                every,
                vec![Deployment::ProprietaryApi],
                Change::Times(0.25),
            )],
        ),
        what_if(
            "nobody",
            vec![one(every, vec![Deployment::OnPremises], Change::To(0.0))],
        ),
        what_if(
            "worth",
            vec![one("money_axis.usd_per_point", vec![], Change::To(10.0))],
        ),
    ];
    let found = what_ifs(&scenario);
    assert_eq!(found.futures, ["", "war", "nobody", "worth"]);
    let benefits: Vec<Vec<f64>> = found
        .net_benefit_usd
        .iter()
        .map(|row| row.iter().map(|it| it.unwrap()).collect())
        .collect();
    for (row, wanted) in benefits.iter().zip([
        [400.0, 1_300.0, 400.0, -880.0],
        [1_000.0, 2_800.0, 1_000.0, -1_720.0],
    ]) {
        for (found, wanted) in row.iter().zip(wanted) {
            close(*found, wanted);
        }
    }
    for (row, wanted) in found
        .regret_usd
        .iter()
        .zip([[600.0, 1_500.0, 600.0, 0.0], [0.0, 0.0, 0.0, 840.0]])
    {
        for (found, wanted) in row.iter().zip(wanted) {
            close(found.unwrap(), wanted);
        }
    }
    assert_eq!(found.minimax, Some(1));
    let agreement = weighed(&scenario).agreement_with(&found);
    let minimax = agreement.methods.last().unwrap();
    assert_eq!(
        (minimax.method, minimax.best, minimax.agrees),
        ("minimax-regret", 1, true)
    );
}

#[test]
fn an_option_that_a_future_closes_a_gate_on_has_no_net_benefit_there() {
    let mut scenario = two();
    let judgement = GateTest::MinimumJudgement("control".to_owned());
    scenario.priorities.gates = vec![gate("control", judgement, 10.0)];
    scenario.priorities.what_ifs = vec![WhatIf {
        id: "rules".to_owned(),
        name: LocalText::plain("Rules"),
        story: LocalText::plain(""),
        moves: vec![Move {
            path: "gates.control.limit".to_owned(),
            kinds: Vec::new(),
            change: Change::Plus(20.0),
        }],
        sources: Vec::new(),
    }];
    let found = what_ifs(&scenario);
    assert_eq!(found.net_benefit_usd[0][1], None);
    assert_eq!(found.regret_usd[0][1], None);
    assert_eq!(found.minimax, Some(1));
}

#[test]
fn other_methods_agree_where_one_option_is_better_at_everything() {
    let mut scenario = two();
    set(
        &mut scenario,
        "options.b.licence.licence_usd_per_month",
        10.0,
    );
    let found = weighed(&scenario);
    let methods: Vec<_> = found.agreement.methods.iter().map(|it| it.method).collect();
    assert_eq!(
        methods,
        ["weighted-sum", "topsis", "promethee-ii", "cheapest"]
    );
    assert!(
        found
            .agreement
            .methods
            .iter()
            .all(|it| it.agrees && it.best == 1)
    );
    let found = weighed(&two());
    let cheapest = found.agreement.methods.last().unwrap();
    assert_eq!((cheapest.best, cheapest.agrees), (0, false));
    let sum = &found.agreement.methods[0];
    assert!(
        sum.agrees,
        "the weighted sum is net benefit on the money axis"
    );
}

#[test]
fn with_nothing_but_cost_the_cheapest_is_chosen() {
    let mut scenario = year();
    scenario.options = vec![option("dear", 200.0), option("cheap", 100.0)];
    let found = weighed(&scenario);
    assert_eq!(found.ranking, [1, 0]);
    assert_eq!(found.weights, [0.0; 0]);
    close(found.margin_usd().unwrap(), 1_200.0);
    assert!(found.stability.is_empty());
    scenario.priorities.cost_role = CostRole::Criterion;
    assert_eq!(weighed(&scenario).ranking, [1, 0]);
    let path = InputPath::new("options.cheap.licence.licence_usd_per_month");
    let found = recommendation(&scenario, &weighed(&scenario), None);
    assert!(
        found.flips.iter().any(|flip| matches!(
            flip,
            Flip::Input { path: own, at, .. } if *own == path && (at - 200.0).abs() < 1e-4
        )),
        "{:?}",
        found.flips
    );
}

#[test]
fn a_judgement_is_found_by_its_criterion_wherever_it_stands() {
    let mut scenario = two();
    scenario.options[0].assessments.insert(
        0,
        Assessment {
            criterion: "elsewhere".to_owned(),
            figure: Figure::entered(99.0),
            why: LocalText::plain(""),
        },
    );
    judge(&mut scenario, "a", "third", 1.0);
    close(weighed(&scenario).options[0].value_points, 32.0);
}
