//! Frameworks and priorities: what comes along, what a file says, and what is wrong with it.
#![allow(clippy::unwrap_used)]

use weighbridge_catalogue::scenario::{read, write, write_framework};
use weighbridge_catalogue::{PresetFile, built_in, load_built_in, load_user};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::{Catalogue, Framework};
use weighbridge_engine::compose;
use weighbridge_engine::figure::Origin;
use weighbridge_engine::scenario::{
    Answer, CostRole, DataPlace, Deployment, Elicitation, Favours, GateTest, InputPath, Setting,
};

const LANGUAGES: [&str; 4] = ["en", "pt-BR", "pt-PT", "es"];

fn catalogue() -> Catalogue {
    built_in().unwrap().0
}

fn framework(catalogue: &Catalogue) -> &Framework {
    catalogue.default_framework().unwrap()
}

fn file(rest: &str) -> String {
    format!(
        r#"(version: 3, question: (title: "t", date: "2026-11-24"), {rest}
    options: [
        (id: "api", plan: ProprietaryApi(price: "openai/gpt-6.1-sol/2026-09-29")),
        (id: "own", plan: RentedGpu(serving: (parameters_total_billion: 8))),
    ])"#
    )
}

fn faults(text: &str) -> Vec<String> {
    match read("f", text, &catalogue()) {
        Ok(file) => file.doubts.iter().map(ToString::to_string).collect(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

fn value(scenario: &Scenario, path: &str) -> f64 {
    scenario.figure(&InputPath::new(path)).unwrap().value
}

#[test]
fn the_framework_that_comes_along_names_the_six_conditions_of_the_articles() {
    let catalogue = catalogue();
    let framework = framework(&catalogue);
    let favouring = |side| {
        let conditions = framework.conditions.iter();
        let ids = conditions.filter(|found| found.favours == side);
        ids.map(|found| found.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        favouring(Favours::OpenWeights),
        [
            "specialised-customisation",
            "strong-team",
            "data-sovereignty"
        ]
    );
    assert_eq!(
        favouring(Favours::Proprietary),
        [
            "immediate-deployment",
            "vendor-support",
            "existing-ecosystem"
        ]
    );
    for condition in &framework.conditions {
        assert!(condition.consequences.len() >= 3, "{}", condition.id);
        let rows = |source: &String| source.starts_with('S') && source.contains(" · ");
        assert!(!condition.sources.is_empty() && condition.sources.iter().all(rows));
    }
    assert!((7..=10).contains(&framework.criteria.len()));
    assert_eq!(framework.what_ifs.len(), 6);
}

#[test]
fn its_texts_stand_in_all_four_languages() {
    let catalogue = catalogue();
    let framework = framework(&catalogue);
    let mut texts = vec![&framework.title, &framework.purpose];
    for condition in &framework.conditions {
        texts.push(&condition.statement);
        texts.extend(condition.consequences.iter().map(|found| &found.why));
    }
    texts.extend(framework.gates.iter().map(|gate| &gate.guidance));
    for criterion in &framework.criteria {
        texts.extend([&criterion.name, &criterion.guidance]);
        texts.extend([&criterion.worst_means, &criterion.best_means]);
    }
    for what_if in &framework.what_ifs {
        texts.extend([&what_if.name, &what_if.story]);
    }
    let whys = framework.judgements.iter().map(|found| &found.why);
    texts.extend(whys.filter(|why| !why.is_empty()));
    assert!(texts.len() > 100, "{}", texts.len());
    for text in texts {
        let tags: Vec<&str> = text.iter().map(|(tag, _)| tag).collect();
        for language in LANGUAGES {
            assert!(tags.contains(&language), "{text:?} lacks {language}");
        }
    }
}

#[test]
fn every_kind_of_option_is_judged_by_every_criterion_once() {
    let catalogue = catalogue();
    let framework = framework(&catalogue);
    for criterion in &framework.criteria {
        for kind in Deployment::ALL {
            let rows = framework.judgements.iter();
            let rows = rows.filter(|row| row.criterion == criterion.id && row.kind == kind);
            let rows: Vec<_> = rows.collect();
            assert_eq!(rows.len(), 1, "{} {}", criterion.id, kind.key());
            // Nobody published a judgement; the range says how little is known.
            assert!(rows[0].quality.is_doubtful() && rows[0].high - rows[0].low >= 10.0);
        }
    }
}

#[test]
fn its_starting_weights_prejudge_neither_side() {
    let catalogue = catalogue();
    let framework = framework(&catalogue);
    let weight = |ids: &[&str]| -> f64 {
        let of = |id: &&str| {
            let mut criteria = framework.criteria.iter();
            let criterion = criteria.find(|criterion| criterion.id == **id);
            criterion.unwrap().starting_weight.value
        };
        ids.iter().map(of).sum()
    };
    let control = weight(&[
        "control",
        "freedom",
        "customisation",
        "transparency",
        "skills",
        "stability",
    ]);
    assert_eq!(control, weight(&["speed", "support", "ecosystem"]));
}

#[test]
fn taking_an_answer_back_leads_to_what_options_start_with() {
    let catalogue = catalogue();
    let framework = framework(&catalogue);
    for condition in &framework.conditions {
        for consequence in &condition.consequences {
            let Setting::Number(unknown) = consequence.unknown else {
                continue;
            };
            let Some(rest) = consequence.path.strip_prefix("options.*.") else {
                let mut scenario = Scenario::new("", catalogue.date());
                scenario.priorities = compose::priorities_from(framework);
                assert_eq!(value(&scenario, &consequence.path), unknown);
                continue;
            };
            for kind in &consequence.kinds {
                let start = match rest.split_once('.').unwrap() {
                    ("assessment", criterion) => {
                        let mut rows = framework.judgements.iter();
                        let row = rows.find(|row| row.criterion == criterion && row.kind == *kind);
                        Some(row.unwrap().base)
                    }
                    _ => {
                        let id = format!("start.{}.{rest}", kind.key());
                        catalogue.assumption(&id).map(|found| found.base)
                    }
                };
                let at = format!("{} {} {}", condition.id, kind.key(), rest);
                assert_eq!(start.unwrap_or(0.0), unknown, "{at}");
            }
        }
    }
}

#[test]
fn a_framework_is_the_same_after_writing_and_reading() {
    let catalogue = catalogue();
    let framework = framework(&catalogue);
    let text = format!("[\n{}]", write_framework(framework));
    let files = [PresetFile {
        path: "mine.ron".to_owned(),
        text: &text,
    }];
    let loaded = load_user(&files, &catalogue, catalogue.date(), None);
    assert_eq!(loaded.faults, []);
    let mut again = loaded.records.frameworks[0].clone();
    again.provenance.layer = framework.provenance.layer.clone();
    assert_eq!(again, *framework);
}

#[test]
fn a_consultant_can_bring_a_framework() {
    let text = r#"[
        Framework(id: "ours", title: "Ours", source: "our practice", as_of: "2026-11-24", quality: Entered,
            criteria: [(id: "calm", name: "Calm", worst: 0, best: 10, result: "npv_usd", weight: 70)],
            conditions: [(id: "loud", statement: "It is loud.", favours: "proprietary", consequences: [
                (path: "criteria.calm.weight", yes: 100, no: 10, unknown: 70)])],
            judgements: []),
    ]"#;
    let files = [PresetFile {
        path: "mine.ron".to_owned(),
        text,
    }];
    let base = catalogue();
    let loaded = load_user(&files, &base, base.date(), None);
    assert_eq!(loaded.faults, []);
    let both = base.layered(loaded.records);
    assert_eq!(both.default_framework().unwrap().id, "open-or-proprietary");
    let ours = both.framework("ours").unwrap();
    assert_eq!(ours.title.in_languages(&["es"]), "Ours");
    let weight = &ours.criteria[0].starting_weight;
    assert!(matches!(&weight.origin, Origin::Preset(origin) if origin.record == "ours"));
    let text =
        file(r#"priorities: (framework: "ours", conditions: [(id: "loud", answer: "yes")]),"#);
    let scenario = read("f", &text, &both).unwrap().scenario;
    assert_eq!(value(&scenario, "criteria.calm.weight"), 100.0);
    assert!(scenario.options[0].assessments.is_empty());
}

#[test]
fn faults_of_a_framework_have_their_places() {
    let text = r#"[Catalogue(date: "2026-11-24"),
    Framework(id: "Bad Id", title: (en: "", xx1: "x"), source: "s", as_of: "2027", quality: Sure,
        conditions: [(id: "c", statement: "s", favours: "nobody", consequences: [
            (path: "criteria.none.weight", yes: 1, no: 2, unknown: 3),
            (path: "options.*.people.ml_engineer_fte", yes: -1, no: 2, unknown: 3),
            (path: "gates.g.on", yes: "maybe", no: "no", unknown: "no"),
            (path: "gates.g.on", yes: "yes", no: "no"),
        ])],
        gates: [(id: "g", test: "data-residency"), (id: "g", test: "nothing")],
        criteria: [(id: "k", name: "K", worst: 0, best: 0, weight: 101)],
        what_ifs: [(id: "w", name: "W", moves: [(path: "options.*.nothing.here", times: 2), (path: "workload.users")])],
        judgements: [(criterion: "z", kinds: ["moon"], low: 3, base: 2, high: 1, source: "s")],
        colour: 1,
    )]"#;
    let files = [PresetFile {
        path: "f.ron".to_owned(),
        text,
    }];
    let loaded = load_built_in(&files, None);
    assert!(loaded.records.frameworks.is_empty());
    let found: Vec<String> = loaded.faults.iter().map(ToString::to_string).collect();
    for expected in [
        "f.ron:2:15: Framework Bad Id, id: “Bad Id” is no id: use up to 64",
        "f.ron:2:37: Framework Bad Id, title.en: this text must not be empty",
        "f.ron:2:45: Framework Bad Id, title.xx1: there is no key “xx1” here",
        "f.ron:2:69: Framework Bad Id, as_of: 2027 lies in the future",
        "f.ron:2:84: Framework Bad Id, quality: “Sure” is not allowed here",
        "f.ron:3:48: Framework Bad Id, conditions[0].favours: “nobody” is not allowed here",
        "f.ron:4:13: Framework Bad Id, conditions[0].consequences[0].path: there is no input “criteria.none.weight”",
        "f.ron:5:13: Framework Bad Id, conditions[0].consequences[1].path: ",
        "f.ron:6:13: Framework Bad Id, conditions[0].consequences[2].path: “maybe” is not allowed here, only yes and no",
        "f.ron:7:13: Framework Bad Id, conditions[0].consequences[3].unknown: the key “unknown” is missing",
        "f.ron:9:17: Framework Bad Id, gates[0].allowed: the key “allowed” is missing",
        "f.ron:9:52: Framework Bad Id, gates[1].id: the id “g” stands already at gates[0]",
        "f.ron:9:62: Framework Bad Id, gates[1].test: “nothing” is not allowed here",
        "f.ron:10:51: Framework Bad Id, criteria[0].best: ",
        "f.ron:10:60: Framework Bad Id, criteria[0].weight: ",
        "f.ron:11:49: Framework Bad Id, what_ifs[0].moves[0].path: there is no input “options.*.nothing.here”",
        "f.ron:11:93: Framework Bad Id, what_ifs[0].moves[1].times: the key “times” is missing",
        "f.ron:12:22: Framework Bad Id, judgements[0].criterion: there is no criterion “z”",
        "f.ron:12:47: Framework Bad Id, judgements[0].kinds[0]: “moon” is not allowed here",
        "f.ron:12:22: Framework Bad Id, judgements[0].low: low, base and high must ascend",
        "f.ron:13:9: Framework Bad Id, colour: ",
    ] {
        assert!(
            found.iter().any(|line| line.starts_with(expected)),
            "{expected}\nis not among\n{}",
            found.join("\n")
        );
    }
}

#[test]
fn a_file_without_priorities_has_those_that_come_along() {
    let catalogue = catalogue();
    let scenario = read("f", &file(""), &catalogue).unwrap().scenario;
    let expected = compose::priorities_from(framework(&catalogue));
    assert_eq!(scenario.priorities, expected);
    for option in &scenario.options {
        assert_eq!(
            option.assessments.len(),
            expected.criteria.len(),
            "{}",
            option.id
        );
    }
    let old = file("").replace("version: 3", "version: 2");
    assert_eq!(read("f", &old, &catalogue).unwrap().scenario, scenario);
    let none = read("f", &file("priorities: (),"), &catalogue).unwrap();
    assert_eq!(none.scenario.priorities, Default::default());
    assert!(none.scenario.options[1].assessments.is_empty());
}

#[test]
fn answers_are_followed_and_what_the_file_states_takes_precedence() {
    let text = file(
        r#"priorities: (framework: "open-or-proprietary",
            conditions: [(id: "data-sovereignty", answer: "yes"), (id: "strong-team", answer: "no")],
            gates: [(id: "skills", limit: 1.5)],
            criteria: [(id: "control", weight: (value: 90, range: (low: 80, high: 95)))],
            money_axis: (usd_per_point: 20_000)),"#,
    );
    let text = text.replace(
        "(id: \"own\", plan: RentedGpu(serving: (parameters_total_billion: 8))),",
        "(id: \"own\", model: \"llama-3.3-70b-instruct\", plan: RentedGpu(rent: \"hyperstack/h100-sxm/on-demand\", weight_format: \"FP8\"), \
         people: (platform_engineer_fte: 2)),",
    );
    let scenario = read("f", &text, &catalogue()).unwrap().scenario;
    let gate = |id| scenario.priorities.gate(id).unwrap();
    assert!(gate("data-residency").on && gate("skills").on);
    let residency = GateTest::DataResidency(DataPlace::OwnTenancy);
    assert_eq!(gate("data-residency").test, residency);
    for (path, expected) in [
        ("gates.skills.limit", 1.5),
        ("criteria.control.weight", 90.0),
        ("criteria.transparency.weight", 70.0),
        ("options.own.people.platform_engineer_fte", 2.0),
        ("options.own.people.ml_engineer_fte", 0.5),
        ("options.own.assessment.support", 28.0),
        ("options.own.assessment.control", 75.0),
        ("options.api.assessment.support", 78.0),
        ("money_axis.usd_per_point", 20_000.0),
    ] {
        assert_eq!(value(&scenario, path), expected, "{path}");
    }
    assert_eq!(
        scenario.priorities.condition("strong-team").unwrap().answer,
        Answer::No
    );
}

#[test]
fn everything_said_in_a_file_is_there_after_saving() {
    let text = file(
        r#"priorities: (framework: "open-or-proprietary", cost_role: "criterion",
            conditions: [(id: "own-one", statement: "We are small.", favours: "proprietary", answer: "no",
                consequences: [(path: "options.*.data_place", kinds: ["rented-gpu"], yes: "provider", no: "usual", unknown: "usual")])],
            gates: [(id: "score", test: "minimum-score", column: "openai-simple-evals/mmlu", limit: 80, on: true, percentile: 0.9)],
            criteria: [(id: "latency", name: "First word", result: "time_to_first_token_seconds", worst: 5, best: 0.5, weight: 30)],
            review: (after_months: 18),
            what_ifs: [(id: "own-future", name: "Flood", moves: [(path: "workload.users", to: 5), (path: "options.*.people.ml_engineer_fte", plus: 0.5)])],
            participants: [(id: "cfo", name: "CFO", elicitation: "pairs", rank_scheme: "reciprocal",
                weights: [(criterion: "cost", points: 100), (criterion: "speed", points: (value: 30, range: (low: 10, high: 60)))],
                ranks: ["cost", "latency", "speed"],
                comparisons: [(first: "cost", second: "speed", times: 3), (first: "control", second: "speed", times: 0.2)])]),"#,
    );
    let text = text.replace(
        "(id: \"own\", ",
        "(id: \"own\", data_place: \"own-premises\", clauses_cleared: [\"user-cap\"], \
         assessments: [(criterion: \"control\", points: (value: 60, range: (low: 40, high: 70)), why: (en: \"Seen.\", pt_BR: \"Visto.\"))], ",
    );
    let catalogue = catalogue();
    let scenario = read("f", &text, &catalogue).unwrap().scenario;
    let participant = &scenario.priorities.participants[0];
    assert_eq!(scenario.priorities.cost_role, CostRole::Criterion);
    assert_eq!(participant.elicitation, Elicitation::Pairs);
    assert_eq!(participant.comparisons[1].times, 0.2);
    assert_eq!(participant.swings.len(), 2);
    let own = &scenario.options[1];
    assert_eq!(own.data_place, Some(DataPlace::OwnPremises));
    let why = &own.assessment("control").unwrap().why;
    assert_eq!(why.in_languages(&["pt-BR"]), "Visto.");
    let empty = Catalogue::new(catalogue.date(), Default::default());
    for catalogue in [&catalogue, &empty] {
        let again = read("f", &write(&scenario), catalogue).unwrap();
        assert_eq!(again.scenario, scenario);
        assert_eq!(again.doubts, []);
    }
}

#[test]
fn faults_of_priorities_have_their_places() {
    for (text, expected) in [
        (
            r#"priorities: (framework: "none"),"#,
            "f:1:71: priorities.framework: there is no framework “none”",
        ),
        (
            r#"priorities: (participants: [(id: "a", weights: [(criterion: "none", points: 1)])]),"#,
            "f:1:106: priorities.participants[0].weights[0].criterion: there is no criterion “none”",
        ),
        (
            r#"priorities: (framework: "open-or-proprietary", participants: [(id: "a", comparisons: [(first: "speed", second: "control", times: 10)])]),"#,
            "f:1:180: priorities.participants[0].comparisons[0].times: ",
        ),
        (
            r#"priorities: (gates: [(id: "g", test: "minimum-judgement", criterion: "none", limit: 3)]),"#,
            "f:1:58: priorities.gates[0].criterion: there is no criterion “none”",
        ),
        (
            r#"priorities: (cost_roll: "criterion"),"#,
            "f:1:71: priorities.cost_roll: there is no key “cost_roll” here; did you mean “cost_role”?",
        ),
    ] {
        let found = faults(&file(text));
        assert!(
            found.iter().any(|line| line.starts_with(expected)),
            "{expected}\nis not among\n{}",
            found.join("\n")
        );
    }
    let judged = file("").replace(
        "(id: \"own\", ",
        "(id: \"own\", assessments: [(criterion: \"none\", points: 200)], ",
    );
    let found = faults(&judged);
    assert!(
        found.iter().any(|line| line
            .contains("options[1].assessments[0].criterion: there is no criterion “none”")),
        "{found:#?}"
    );
    assert!(
        found
            .iter()
            .any(|line| line.contains("options[1].assessments[0].points: ")),
        "{found:#?}"
    );
}
