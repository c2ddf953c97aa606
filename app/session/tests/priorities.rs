//! What a user does with priorities, and the state it must lead to.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use weighbridge_catalogue::{PresetFile, built_in, load_user};
use weighbridge_engine::catalogue::{Catalogue, PriceId};
use weighbridge_engine::compose;
use weighbridge_engine::decision::weights::RankScheme;
use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_engine::scenario::{
    Answer, CostRole, Criterion, DataPlace, Elicitation, Evidence, Gate, GateTest, InputPath,
    LocalText, OptionId, POINTS_LIMIT, SWING, Setting,
};
use weighbridge_session::{Action, ActionError, Document, Session, Step, StepReason, StepState};
use weighbridge_text::{Locale, Text};
use weighbridge_units::PartialDate;

/// A framework of a consultant's own: one criterion of the built-in one, and one more.
const OURS: &str = r#"[
    Framework(id: "ours", title: "Ours", source: "our practice", as_of: "2026-11-24", quality: Entered,
        criteria: [
            (id: "control", name: "Control", weight: 30),
            (id: "calm", name: "Calm", weight: 70),
        ],
        money_axis: (usd_per_point: 5_000),
        judgements: [(criterion: "calm", kinds: ["proprietary-api"], low: 10, base: 20, high: 30, source: "seen")]),
]"#;

fn catalogue() -> Arc<Catalogue> {
    let base = built_in().unwrap().0;
    let files = [PresetFile {
        path: "ours.ron".to_owned(),
        text: OURS,
    }];
    let loaded = load_user(&files, &base, base.date(), None);
    assert_eq!(loaded.faults, []);
    Arc::new(base.layered(loaded.records))
}

/// A new case with a closed and a rented option.
fn session() -> Session {
    let catalogue = catalogue();
    let today = PartialDate::parse("2026-11-24").unwrap();
    let mut scenario = compose::new_scenario(&catalogue, "Case", today);
    let price = PriceId::from("openai/gpt-6.1-sol/2026-09-29");
    let mut option = compose::api_option(&scenario, &catalogue, &price).unwrap();
    option.id = id("api");
    scenario.options.push(option);
    let rent = "hyperstack/h100-sxm/on-demand".into();
    let model = "llama-3.3-70b-instruct".into();
    let format = weighbridge_engine::catalogue::WeightFormat::Fp8;
    let mut option = compose::rented_option(&scenario, &catalogue, &model, format, &rent).unwrap();
    option.id = id("rented");
    scenario.options.push(option);
    Session::new(Document::new(scenario, None), catalogue, today)
}

fn id(text: &str) -> OptionId {
    OptionId::parse(text).unwrap()
}

fn path(text: &str) -> InputPath {
    InputPath::new(text)
}

fn figure(session: &Session, at: &str) -> Figure {
    session.scenario().figure(&path(at)).unwrap().clone()
}

fn value(session: &Session, at: &str) -> f64 {
    figure(session, at).value
}

#[track_caller]
fn act(session: &mut Session, action: Action) {
    let effects = session.update(action);
    assert_eq!(effects.failure, None);
    assert!(effects.changed);
}

#[track_caller]
fn refused(session: &mut Session, action: Action) -> ActionError {
    let before = session.scenario().clone();
    let effects = session.update(action);
    assert!(!effects.changed);
    assert_eq!(*session.scenario(), before);
    effects.failure.unwrap()
}

fn state(session: &Session, step: Step) -> (StepState, StepReason) {
    let mut steps = session.steps().iter();
    let status = steps.find(|status| status.step == step).unwrap();
    (status.state, status.reason.clone())
}

#[test]
fn an_answer_that_is_taken_back_leaves_nothing_behind() {
    let mut session = session();
    let before = session.scenario().clone();
    for condition in before.priorities.conditions.clone() {
        for answer in [Answer::Yes, Answer::No] {
            act(
                &mut session,
                Action::SetAnswer {
                    condition: condition.id.clone(),
                    answer,
                },
            );
            assert_ne!(*session.scenario(), before);
        }
        // The same through the path that `--set` takes.
        let setting = Setting::Word("unknown".to_owned());
        let at = path(&format!("conditions.{}.answer", condition.id));
        act(&mut session, Action::SetChoice { path: at, setting });
        let after = session.scenario();
        assert_eq!(after.options, before.options, "{}", condition.id);
        let weights = |scenario: &weighbridge_engine::Scenario| {
            let criteria = scenario.priorities.criteria.iter();
            let weights = criteria.map(|found| found.starting_weight.clone());
            weights.collect::<Vec<_>>()
        };
        assert_eq!(weights(after), weights(&before), "{}", condition.id);
        let on = |scenario: &weighbridge_engine::Scenario| {
            let gates = scenario.priorities.gates.iter();
            gates.map(|gate| gate.on).collect::<Vec<_>>()
        };
        assert_eq!(on(after), on(&before), "{}", condition.id);
    }
    act(&mut session, Action::Undo);
    let name = Text::new(Locale::En).render(session.redo_name().unwrap());
    assert_eq!(name, "change of “Condition”");
}

#[test]
fn an_option_added_later_follows_the_answers() {
    let mut session = session();
    let yes = |condition: &str| Action::SetAnswer {
        condition: condition.to_owned(),
        answer: Answer::Yes,
    };
    act(&mut session, yes("vendor-support"));
    let catalogue = session.catalogue().clone();
    let rent = "hyperstack/h100-sxm/on-demand".into();
    let model = "gpt-oss-120b".into();
    let format = weighbridge_engine::catalogue::WeightFormat::Mxfp4;
    let scenario = session.scenario();
    let option = compose::rented_option(scenario, &catalogue, &model, format, &rent).unwrap();
    let new = option.id.to_string();
    act(&mut session, Action::AddOption(option));
    for field in ["licence.licence_usd_per_month", "assessment.support"] {
        let expected = figure(&session, &format!("options.rented.{field}"));
        assert_eq!(
            figure(&session, &format!("options.{new}.{field}")),
            expected
        );
    }
}

#[test]
fn weights_and_judgements_go_back_to_what_they_would_be() {
    let mut session = session();
    act(&mut session, Action::AddParticipant("Ana Silva".to_owned()));
    let weight = "participants.ana-silva.weight.control";
    let start = value(&session, "criteria.control.weight");
    for (at, start) in [
        (weight, start),
        ("criteria.control.weight", start),
        ("money_axis.usd_per_point", 10_000.0),
        ("review.after_months", 12.0),
        ("gates.skills.limit", 0.5),
        ("options.api.assessment.support", 78.0),
    ] {
        assert_eq!(value(&session, at), start, "{at}");
        let at = path(at);
        let default = session.default_figure(&at);
        assert_eq!(default.map(|figure| figure.value), Some(start), "{at}");
        let before = session.scenario().clone();
        act(
            &mut session,
            Action::SetValue {
                path: at.clone(),
                value: 33.0,
            },
        );
        assert_eq!(value(&session, at.as_str()), 33.0);
        let origin = figure(&session, at.as_str()).origin;
        assert!(matches!(origin, Origin::Entered { on: Some(_), .. }));
        act(&mut session, Action::ResetFigure { path: at.clone() });
        assert_eq!(*session.scenario(), before, "{at}");
    }
    let nobody = path("participants.nobody.weight.control");
    let error = refused(
        &mut session,
        Action::SetValue {
            path: nobody,
            value: 1.0,
        },
    );
    assert!(matches!(error, ActionError::Set(_)));
}

#[test]
fn people_weigh_in_three_ways_and_what_they_said_is_kept() {
    let mut session = session();
    for name in ["Ana Silva", "Ana  Silva", "董事"] {
        act(&mut session, Action::AddParticipant(name.to_owned()));
    }
    let participants = &session.scenario().priorities.participants;
    let ids: Vec<&str> = participants.iter().map(|found| found.id.as_str()).collect();
    assert_eq!(ids, ["ana-silva", "ana-silva-2", "option"]);
    let ana = || "ana-silva".to_owned();
    let rename = Action::RenameParticipant {
        participant: ana(),
        name: "Ana".to_owned(),
    };
    act(&mut session, rename);
    act(&mut session, Action::RemoveParticipant("option".to_owned()));
    let at = path("participants.ana-silva.weight.control");
    act(
        &mut session,
        Action::SetValue {
            path: at,
            value: 90.0,
        },
    );
    let ranks = ["speed", "control", "cost"].map(str::to_owned).to_vec();
    act(
        &mut session,
        Action::SetRanks {
            participant: ana(),
            ranks: ranks.clone(),
        },
    );
    let scheme = RankScheme::Sum;
    act(
        &mut session,
        Action::SetRankScheme {
            participant: ana(),
            scheme,
        },
    );
    let compare = |first: &str, second: &str, times| Action::SetComparison {
        participant: ana(),
        first: first.to_owned(),
        second: second.to_owned(),
        times,
    };
    act(&mut session, compare("speed", "control", 3.0));
    act(&mut session, compare("control", "speed", 2.0));
    act(&mut session, compare("speed", "support", 1.0 / 9.0));
    for elicitation in [Elicitation::Pairs, Elicitation::Ranks, Elicitation::Swings] {
        let same = session.scenario().priorities.participants[0].elicitation == elicitation;
        let action = Action::SetElicitation {
            participant: ana(),
            elicitation,
        };
        assert_ne!(session.update(action).changed, same);
    }
    let found = &session.scenario().priorities.participants[0];
    assert_eq!((found.name.as_str(), &found.ranks), ("Ana", &ranks));
    assert_eq!((found.rank_scheme, found.comparisons.len()), (scheme, 2));
    assert_eq!(found.comparisons[0].times, 2.0);
    assert_eq!(found.swings.len(), 1);

    let error = refused(&mut session, compare("speed", "control", 10.0));
    assert_eq!(error, ActionError::Comparison(10.0));
    refused(&mut session, compare("speed", "speed", 2.0));
    refused(&mut session, compare("speed", "nothing", 2.0));
    let twice = ["speed", "speed"].map(str::to_owned).to_vec();
    refused(
        &mut session,
        Action::SetRanks {
            participant: ana(),
            ranks: twice,
        },
    );
    refused(&mut session, Action::RemoveParticipant("nobody".to_owned()));
}

#[test]
fn criteria_and_gates_of_ones_own_come_and_go_with_all_that_was_said() {
    let mut session = session();
    let before = session.scenario().clone();
    let own = Criterion {
        id: "Calm at night".to_owned(),
        name: LocalText::plain("Calm at night"),
        guidance: LocalText::default(),
        evidence: Evidence::Judgement,
        worst: 0.0,
        best: 100.0,
        worst_means: LocalText::default(),
        best_means: LocalText::default(),
        starting_weight: Figure::starting(&SWING),
        sources: Vec::new(),
    };
    act(&mut session, Action::AddCriterion(own.clone()));
    let judgement = path("options.api.assessment.calm-at-night");
    let set = Action::SetValue {
        path: judgement.clone(),
        value: 70.0,
    };
    act(&mut session, set.clone());
    let reason = Action::SetReason {
        option: id("api"),
        criterion: "calm-at-night".to_owned(),
        why: "Nobody calls.".to_owned(),
    };
    act(&mut session, reason);
    // Without a framework's judgement there is nothing to go back to.
    act(
        &mut session,
        Action::ResetFigure {
            path: judgement.clone(),
        },
    );
    assert_eq!(session.scenario().figure(&judgement), None);
    act(&mut session, set);
    act(&mut session, Action::AddParticipant("Ana".to_owned()));
    let weight = path("participants.ana.weight.calm-at-night");
    act(
        &mut session,
        Action::SetValue {
            path: weight,
            value: 70.0,
        },
    );
    let gate = Gate {
        id: "calm".to_owned(),
        test: GateTest::MinimumJudgement("calm-at-night".to_owned()),
        on: true,
        limit: Figure::starting(&POINTS_LIMIT),
        percentile: 0.5,
        guidance: LocalText::default(),
        sources: Vec::new(),
    };
    act(&mut session, Action::AddGate(gate));
    let switch = |on| Action::SetGate {
        gate: "calm".to_owned(),
        on,
    };
    act(&mut session, switch(false));
    let edited = Criterion {
        id: "calm-at-night".to_owned(),
        best: 90.0,
        ..own.clone()
    };
    act(&mut session, Action::EditCriterion(edited));
    let flat = Criterion {
        id: "flat".to_owned(),
        best: 0.0,
        ..own
    };
    let error = refused(&mut session, Action::AddCriterion(flat));
    assert_eq!(error, ActionError::Anchors(0.0, 0.0));

    let effects = session.update(Action::RemoveCriterion("calm-at-night".to_owned()));
    assert_eq!(effects.notices.len(), 1);
    act(&mut session, Action::RemoveParticipant("ana".to_owned()));
    assert_eq!(*session.scenario(), before);
    act(&mut session, Action::RemoveGate("skills".to_owned()));
    assert!(session.scenario().priorities.gate("skills").is_none());
    refused(&mut session, switch(true));
}

#[test]
fn places_clauses_and_the_role_of_cost_are_chosen() {
    let mut session = session();
    let place = Some(DataPlace::ProviderInRegion);
    act(
        &mut session,
        Action::SetDataPlace {
            option: id("api"),
            place,
        },
    );
    let clear = |cleared| Action::ClearClause {
        option: id("rented"),
        clause: "user-cap".to_owned(),
        cleared,
    };
    act(&mut session, clear(true));
    assert!(!session.update(clear(true)).changed);
    assert_eq!(session.scenario().options[1].clauses_cleared, ["user-cap"]);
    act(&mut session, clear(false));
    act(&mut session, Action::SetCostRole(CostRole::Criterion));
    let usual = Action::SetChoice {
        path: path("options.api.data_place"),
        setting: Setting::Word("usual".to_owned()),
    };
    act(&mut session, usual);
    assert_eq!(session.scenario().options[0].data_place, None);
}

#[test]
fn another_framework_keeps_what_still_has_its_place() {
    let mut session = session();
    act(&mut session, Action::AddParticipant("Ana".to_owned()));
    for (at, value) in [
        ("participants.ana.weight.control", 90.0),
        ("participants.ana.weight.speed", 80.0),
        ("options.api.assessment.control", 42.0),
        ("money_axis.usd_per_point", 777.0),
    ] {
        act(
            &mut session,
            Action::SetValue {
                path: path(at),
                value,
            },
        );
    }
    act(&mut session, Action::ApplyFramework("ours".to_owned()));
    let priorities = &session.scenario().priorities;
    assert_eq!(priorities.framework.as_ref().unwrap().id, "ours");
    assert_eq!(priorities.participants[0].swings.len(), 1);
    for (at, expected) in [
        ("participants.ana.weight.control", 90.0),
        ("options.api.assessment.control", 42.0),
        ("options.api.assessment.calm", 20.0),
        ("money_axis.usd_per_point", 777.0),
    ] {
        assert_eq!(value(&session, at), expected, "{at}");
    }
    assert!(session.scenario().options[1].assessments.is_empty());
    refused(&mut session, Action::ApplyFramework("theirs".to_owned()));
}

#[test]
fn the_steps_say_who_weighed_and_what_follows() {
    let mut session = session();
    let begun = (StepState::Open, StepReason::StartingWeights);
    assert_eq!(state(&session, Step::Priorities), begun);
    assert!(matches!(
        state(&session, Step::Decision),
        (StepState::Done, StepReason::Chosen(_))
    ));
    let sovereign = |answer| Action::SetAnswer {
        condition: "data-sovereignty".to_owned(),
        answer,
    };
    act(&mut session, sovereign(Answer::Yes));
    let answered = (StepState::Begun, StepReason::Answered(1));
    assert_eq!(state(&session, Step::Priorities), answered);
    assert!(matches!(
        state(&session, Step::Decision),
        (StepState::Done, StepReason::ChosenOf { out: 1, .. })
    ));
    act(&mut session, Action::AddParticipant("Ana".to_owned()));
    let at = path("participants.ana.weight.control");
    act(
        &mut session,
        Action::SetValue {
            path: at,
            value: 90.0,
        },
    );
    let weighed = (StepState::Done, StepReason::Weighed(1));
    assert_eq!(state(&session, Step::Priorities), weighed);
    let skills = Action::SetAnswer {
        condition: "strong-team".to_owned(),
        answer: Answer::No,
    };
    act(&mut session, skills);
    let out = (StepState::Attention, StepReason::AllOut);
    assert_eq!(state(&session, Step::Priorities), out);
    assert_eq!(state(&session, Step::Decision), out);
    for locale in Locale::ALL {
        for status in session.steps() {
            let words = Text::new(locale).describe(&status.reason);
            assert!(!words.is_empty() && !words.contains(['[', '{']), "{words}");
        }
    }
}
