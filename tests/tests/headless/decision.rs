//! What the command line says of the choice: keys, bytes, conditions, and bad files explained.

use crate::support::decision::{
    DECISION, FLIPS, GATE_REASONS, INDICES, Keys, MAP, REASONS, objects,
};
use crate::support::document::decision_choices;
use crate::support::priorities::{PRIORITIES, assessments};
use crate::support::{ALL_KINDS, evaluate, keys, run_on};
use serde_json::Value;

/// The case with every kind of option, priorities of every kind, and some ranges.
fn weighed() -> String {
    let ranged = |value: f64, low: f64, high: f64| {
        format!("(value: {value:?}, range: (low: {low:?}, high: {high:?}))")
    };
    let mut text = ALL_KINDS
        .replace("version: 2", "version: 3")
        .replace("    options: [", &format!("{PRIORITIES}    options: ["))
        .replace(
            "requests_per_month: 2_000_000",
            "requests_per_month: (value: 2_000_000, range: (low: 500_000, high: 6_000_000))",
        );
    let judged = [
        ("api", ranged(85.0, 70.0, 95.0), ranged(20.0, 5.0, 30.0)),
        ("hosted", ranged(70.0, 55.0, 80.0), ranged(60.0, 40.0, 70.0)),
        ("rented", ranged(70.0, 55.0, 80.0), ranged(80.0, 70.0, 90.0)),
        ("owned", ranged(70.0, 55.0, 80.0), ranged(95.0, 90.0, 99.0)),
        ("device", "40".to_owned(), "90".to_owned()),
        ("sampled", "75".to_owned(), "5".to_owned()),
    ];
    for (id, quality, control) in judged {
        let head = format!("id: \"{id}\",");
        assert!(text.contains(&head), "{id}");
        let judged = format!("{head} {}", assessments(&quality, &control));
        text = text.replacen(&head, &judged, 1);
    }
    text
}

/// Every object of the document has the documented keys in order.
fn assert_keys(document: &Value, documented: &[Keys]) {
    for (place, expected) in documented {
        let expected: Vec<&str> = expected.iter().map(|(key, _)| *key).collect();
        let found = objects(document, place);
        assert!(!found.is_empty(), "nothing stands at {place}");
        for object in found {
            assert_eq!(keys(object), expected, "{place}");
        }
    }
}

/// Objects with a key have the values that are documented for it.
fn assert_values(objects: &[&Value], documented: &[(&str, &[&str])], with: &[&str]) {
    for object in objects {
        let key = object["key"].as_str().unwrap();
        let (_, values) = documented.iter().find(|(name, _)| *name == key).unwrap();
        let expected: Vec<&str> = std::iter::once("key")
            .chain(values.iter().copied())
            .chain(with.iter().copied())
            .collect();
        assert_eq!(keys(object), expected);
    }
}

#[test]
fn the_decision_has_the_documented_keys_and_agrees_with_itself() {
    let case = weighed();
    let words = ["evaluate", "FILE", "--json", "--draws", "400"];
    let decision = run_on(&case, &words).document()["decision"].take();
    assert_keys(&decision, DECISION);
    assert_values(&objects(&decision, "reasons[]"), REASONS, &["sentence"]);
    assert_values(&objects(&decision, "flips[]"), FLIPS, &["sentence"]);
    let reasons = objects(&decision, "options[].gates[].reason");
    assert!(!reasons.is_empty());
    assert_values(&reasons, GATE_REASONS, &[]);

    let options = decision["options"].as_array().unwrap();
    let number = |value: &Value| value.as_f64().unwrap();
    let point = number(&decision["usd_per_point"]);
    for option in options {
        let points: f64 = objects(option, "performances[]")
            .iter()
            .map(|performance| number(&performance["points"]))
            .sum();
        let value = number(&option["value_points"]);
        assert!((points - value).abs() < 1e-9, "{points} {value}");
        let benefit = point * value - number(&option["npv_usd"]);
        let said = number(&option["net_benefit_usd"]);
        assert!((benefit - said).abs() < 1e-6, "{benefit} {said}");
    }
    // The option that control keeps out says so, and is nowhere among those in the running.
    let out: Vec<&Value> = options
        .iter()
        .filter(|option| option["in_the_running"] == false)
        .collect();
    assert_eq!(out.len(), 1);
    assert_eq!(out[0]["id"], "sampled");
    assert!(
        out[0]["out_because"]
            .as_str()
            .unwrap()
            .starts_with("Out because")
    );
    assert_eq!(decision["ranking"].as_array().unwrap().len(), 5);
    assert_eq!(decision["ranking"][0], decision["best"]);

    let odds = &decision["odds"];
    let sum = |key: &str| -> f64 {
        let options = odds["options"].as_array().unwrap();
        options.iter().map(|option| number(&option[key])).sum()
    };
    for key in ["best_share", "cheapest_share"] {
        assert!((sum(key) - 1.0).abs() < 1e-9, "{key}");
    }
    assert_eq!(sum("best_futures_of_50"), 50.0);
    let evpi = number(&odds["evpi_usd"]);
    for option in odds["options"].as_array().unwrap() {
        let regret = option["expected_regret_usd"].as_f64();
        assert_eq!(regret.is_some(), option["id"] != "sampled");
        assert!(regret.is_none_or(|regret| regret >= evpi - 1e-6));
    }
    let ranks = objects(odds, "options[].rank_shares");
    assert_eq!(ranks.len(), 5);
    for shares in ranks {
        let sum: f64 = shares.as_array().unwrap().iter().map(number).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    }
}

#[test]
fn without_draws_the_decision_is_there_and_its_odds_are_not() {
    let decision = evaluate(&weighed(), &[])["decision"].take();
    assert!(decision["odds"].is_null() && decision["how_sure"].is_null());
    assert!(decision["best"].is_string());
    assert_eq!(decision["what_ifs"]["futures"].as_array().unwrap().len(), 3);
}

#[test]
fn the_same_seed_gives_the_same_bytes_whatever_the_threads_and_the_order_of_options() {
    let case = weighed();
    let start = case.find("        (id: \"device\"").unwrap();
    let end = start + case[start..].find("\n").unwrap() + 1;
    let device = &case[start..end];
    let moved = format!("{}{}", &case[..start], &case[end..]).replacen(
        "    options: [\n",
        &format!("    options: [\n{device}"),
        1,
    );
    // Lists of options stand in the order of the case; everything else must not move.
    fn sorted(value: &mut Value) {
        match value {
            Value::Array(items) => {
                items.iter_mut().for_each(sorted);
                if items.iter().all(|item| item["id"].is_string()) {
                    items.sort_by_key(|item| item["id"].to_string());
                }
            }
            Value::Object(entries) => entries.values_mut().for_each(sorted),
            _ => {}
        }
    }
    for method in ["latin-hypercube", "sobol"] {
        let run = |case: &str, threads: &str| {
            let words = [
                "evaluate", "FILE", "--json", "--draws", "300", "--seed", "7",
            ];
            let more = ["--method", method, "--threads", threads];
            let answer = run_on(case, &[&words[..], &more].concat());
            assert_eq!(answer.status, 0, "{}", answer.errors);
            answer.output
        };
        let one = run(&case, "1");
        assert!(one == run(&case, "2"), "{method}");
        let parts = |output: &str| {
            let mut document: Value = serde_json::from_str(output).unwrap();
            let mut parts = [document["decision"].take(), document["uncertainty"].take()];
            parts.iter_mut().for_each(sorted);
            parts.map(|part| part.to_string())
        };
        let (before, after) = (parts(&one), parts(&run(&moved, "1")));
        assert_eq!(before, after, "{method}");
    }
}

#[test]
fn answering_a_condition_closes_its_gate_and_opens_it_again() {
    let case = weighed();
    let closed = evaluate(&case, &["conditions.house.answer=yes"]);
    let options = closed["decision"]["options"].as_array().unwrap();
    let verdict = |id: &str| {
        let option = options.iter().find(|option| option["id"] == id).unwrap();
        &option["gates"][0]
    };
    for (id, expected) in [
        ("api", "closed"),
        ("hosted", "closed"),
        ("rented", "closed"),
        ("owned", "passed"),
        ("device", "passed"),
    ] {
        assert_eq!(verdict(id)["verdict"], expected, "{id}");
    }
    assert_eq!(verdict("api")["reason"]["key"], "data-residency");
    assert_eq!(verdict("api")["reason"]["place"], "provider");
    let open = evaluate(
        &case,
        &["conditions.house.answer=yes", "conditions.house.answer=no"],
    );
    assert_eq!(
        open["decision"],
        evaluate(&case, &["conditions.house.answer=no"])["decision"]
    );
    assert_ne!(open["decision"]["best"], closed["decision"]["best"]);
    let portuguese = run_on(
        &case,
        &[
            "--locale",
            "pt-BR",
            "evaluate",
            "FILE",
            "--set",
            "conditions.house.answer=yes",
        ],
    );
    assert!(
        portuguese.output.contains("Fora porque"),
        "{}",
        portuguese.output
    );
}

#[test]
fn every_documented_choice_of_the_decision_is_taken() {
    for (documented, values, _) in decision_choices() {
        let path = documented
            .replace("CONDITION", "house")
            .replace("GATE", "residency");
        for value in values {
            let answer = run_on(
                &weighed(),
                &[
                    "explain",
                    "FILE",
                    "api.npv_usd",
                    "--set",
                    &format!("{path}={value}"),
                ],
            );
            assert_eq!(answer.status, 0, "{path}={value}: {}", answer.errors);
        }
        let nonsense = format!("{path}=nonsense");
        let answer = run_on(
            &weighed(),
            &["explain", "FILE", "api.npv_usd", "--set", &nonsense],
        );
        assert_eq!(answer.status, 1, "{nonsense}");
    }
}

#[test]
fn sensitivity_tells_of_net_benefit_and_its_ends_are_direct_evaluations() {
    let case = weighed();
    let words = [
        "sensitivity",
        "FILE",
        "--between",
        "rented",
        "owned",
        "--json",
        "--draws",
        "100",
        "--map",
        "workload.requests_per_month",
        "money_axis.usd_per_point",
        "--indices",
    ];
    let document = run_on(&case, &words).document();
    assert_keys(&document["map"], MAP);
    assert_keys(&document["indices"], INDICES);
    let benefit = |settings: &[&str]| {
        let decision = evaluate(&case, settings)["decision"].take();
        let of = |place: usize| decision["options"][place]["net_benefit_usd"].as_f64();
        of(3).unwrap() - of(2).unwrap()
    };
    let found = &document["net_benefit"];
    assert_eq!(found["difference_usd"].as_f64(), Some(benefit(&[])));
    let bars = found["quantities"].as_array().unwrap();
    let judged = |bar: &&Value| bar["id"] == "options.owned.assessment.quality";
    let bar = bars.iter().find(judged).unwrap();
    assert_eq!(bar["flips"], true);
    let path = bar["paths"][0].as_str().unwrap();
    for end in ["p10", "p90"] {
        let there = benefit(&[&format!("{path}={}", bar[end])]);
        let said = bar[&format!("difference_at_{end}_usd")].as_f64();
        assert_eq!(said, Some(there), "{end}");
    }
    let map = &document["map"];
    let rows = map["best"].as_array().unwrap();
    assert_eq!(rows.len(), map["down"]["values"].as_array().unwrap().len());
    // A cell is what a direct evaluation says there.
    let across = &map["across"]["values"][3];
    let down = &map["down"]["values"][9];
    let there = evaluate(
        &case,
        &[
            &format!("workload.requests_per_month={across}"),
            &format!("money_axis.usd_per_point={down}"),
        ],
    );
    assert_eq!(map["best"][9][3], there["decision"]["best"]);

    let told = run_on(&case, &[&words[..5], &words[8..]].concat());
    assert_eq!(told.status, 0, "{}", told.errors);
    for said in ["of net benefit", "The best option over", "*", "Together"] {
        assert!(told.output.contains(said), "{said}: {}", told.output);
    }
    let twice = run_on(
        &case,
        &[
            "sensitivity",
            "FILE",
            "--between",
            "rented",
            "owned",
            "--map",
            "money_axis.usd_per_point",
            "money_axis.usd_per_point",
        ],
    );
    assert_eq!(twice.status, 1);
    assert_eq!(twice.errors.lines().count(), 1, "{}", twice.errors);
}

#[test]
fn the_decision_is_told_to_people() {
    let answer = run_on(&weighed(), &["evaluate", "FILE", "--draws", "200"]);
    assert_eq!(answer.status, 0, "{}", answer.errors);
    for words in [
        "Choose ",
        "of 50 futures",
        "What would turn it round",
        "What to find out first",
        "Value, points of a hundred",
        "Chance to be best",
        "! sampled: Out because",
        "Price war",
        "Largest regret",
    ] {
        assert!(answer.output.contains(words), "{words}: {}", answer.output);
    }
}

#[test]
fn bad_ranges_correlations_and_priorities_are_explained_at_their_fields() {
    let good = weighed();
    let sampled = |correlations: &str| {
        good.replacen(
            "    options: [",
            &format!("    sampling: (correlations: [{correlations}]),\n    options: ["),
            1,
        )
    };
    let pair = |first: &str, second: &str, rank: f64| {
        format!("(first: \"{first}\", second: \"{second}\", rank: {rank}), ")
    };
    let [requests, point, quality] = [
        "workload.requests_per_month",
        "money_axis.usd_per_point",
        "options.owned.assessment.quality",
    ];
    let impossible = sampled(&format!(
        "{}{}{}",
        pair(requests, point, 0.9),
        pair(point, quality, 0.9),
        pair(requests, quality, -0.9)
    ));
    let cases = [
        (
            good.replace("low: 500_000", "low: 7_000_000"),
            "workload.requests_per_month",
        ),
        (
            good.replace("low: 500_000", "low: -1"),
            "workload.requests_per_month",
        ),
        (
            good.replace("high: 6_000_000", "high: 1_000_000"),
            "workload.requests_per_month",
        ),
        (impossible, "sampling.correlations"),
        (
            good.replace("criterion: \"control\", on", "criterion: \"nothing\", on"),
            "priorities.gates",
        ),
        (
            good.replace("ranks: [\"control\"", "ranks: [\"nothing\""),
            "priorities.participants",
        ),
    ];
    let check = |case: &str| run_on(case, &["check", "FILE"]);
    assert_eq!(check(&good).status, 0, "{}", check(&good).output);
    for (case, field) in cases {
        assert_ne!(case, good, "{field}");
        let answer = check(&case);
        assert_eq!(answer.status, 1, "{field}: {}", answer.output);
        assert!(answer.output.contains(field), "{field}: {}", answer.output);
        // A place, a field and a sentence.
        let line = answer.output.lines().next().unwrap();
        assert!(line.split(':').count() >= 4, "{line}");
        assert!(!line.contains("[fault"), "{line}");
    }
}
