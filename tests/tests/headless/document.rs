//! `docs/headless.md` and the program say the same.
//!
//! Tables between markers are made from the program's own types and must stand in the document
//! as made; with `WEIGHBRIDGE_UPDATE=1` they are written into it instead.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::document::{
    BAR, DOCUMENT, EXPLANATION, FINDINGS, FORMULAS, INPUT, ODDS, OPTION, QUANTITY, SAVING,
    SENSITIVITY, STEP, UNCERTAINTY, WORTH, blocks, choices, paths,
};
use crate::support::{ALL_KINDS, evaluate, keys, root, run_on};
use serde_json::Value;
use weighbridge_catalogue::built_in;
use weighbridge_catalogue::scenario::read;
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::{Catalogue, Records};
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::number::Number;
use weighbridge_engine::scenario::{InputPath, OptionId, SetError, Setting};
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::Locale;

#[test]
fn the_document_says_what_the_program_does() {
    let path = root().join("docs/headless.md");
    let mut document = fs::read_to_string(&path).unwrap();
    let update = std::env::var_os("WEIGHBRIDGE_UPDATE").is_some();
    for (name, made) in blocks() {
        let begin = format!("<!-- begin: {name} -->\n");
        let end = format!("<!-- end: {name} -->");
        let from = document
            .find(&begin)
            .unwrap_or_else(|| panic!("no block {name}"));
        let from = from + begin.len();
        let to = from + document[from..].find(&end).unwrap();
        let wanted = format!("\n{made}\n");
        if update {
            document.replace_range(from..to, &wanted);
        } else {
            let stands = &document[from..to];
            assert_eq!(stands, wanted, "the block {name} is not as made");
        }
    }
    if update {
        fs::write(path, document).unwrap();
    }
}

#[test]
fn evaluations_have_the_documented_keys_in_order() {
    let document = evaluate(ALL_KINDS, &[]);
    let names =
        |list: &[(&'static str, &str)]| list.iter().map(|(key, _)| *key).collect::<Vec<_>>();
    assert_eq!(keys(&document), names(&DOCUMENT));
    let measures: Vec<&str> = Measure::ALL.iter().map(|measure| measure.key()).collect();
    let lines = CostLine::ALL.map(CostLine::key);
    let options = document["options"].as_array().unwrap();
    assert_eq!(options.len(), 6);
    for (place, option) in options.iter().enumerate() {
        assert_eq!(keys(option), names(&OPTION));
        assert_eq!(keys(&option["results"]), measures);
        assert_eq!(keys(&option["lines_usd"]), lines);
        assert_eq!(option["cumulative_usd"].as_array().unwrap().len(), 37);
        match place {
            0 => assert!(option["instead_of_first"].is_null()),
            _ => assert_eq!(keys(&option["instead_of_first"]), names(&SAVING)),
        }
    }
    let listed: Vec<&Value> = options.iter().map(|option| &option["id"]).collect();
    assert_eq!(
        listed,
        ["api", "hosted", "rented", "owned", "device", "sampled"]
    );
}

/// The case with every kind of option where nothing but cost counts.
fn cost_alone() -> String {
    ALL_KINDS.replacen("    options: [", "    priorities: (),\n    options: [", 1)
}

/// The same with ranges on some of its inputs.
fn with_ranges() -> String {
    let ranged = |text: String, plain: &str, ranged: &str| {
        assert!(text.contains(plain), "{plain}");
        text.replacen(plain, ranged, 1)
    };
    let text = ranged(
        cost_alone(),
        "requests_per_month: 2_000_000",
        "requests_per_month: (value: 2_000_000, range: (low: 500_000, high: 6_000_000))",
    );
    let text = ranged(
        text,
        "output_usd_per_million_tokens: 0.6",
        "output_usd_per_million_tokens: (value: 0.6, range: (low: 0.3, high: 2))",
    );
    let text = ranged(
        text,
        "usd_per_security_patch: 300",
        "usd_per_security_patch: (value: 300, range: (low: 100, high: 900, reading: Bounds))",
    );
    ranged(
        text,
        "(people_usd: 9_000, repeats_per_year: 2)",
        "(people_usd: (value: 90_000, range: (low: 10_000, high: 400_000)), repeats_per_year: 2)",
    )
}

#[test]
fn odds_have_the_documented_keys_and_the_same_bytes_every_time() {
    let case = with_ranges();
    let words = ["evaluate", "FILE", "--json", "--draws", "500"];
    let run = |more: &[&str]| run_on(&case, &[&words, more].concat());
    let document = run(&[]).document();
    let odds = &document["uncertainty"];
    assert_eq!(keys(odds), UNCERTAINTY.map(|(key, _)| key));
    let list = |key: &str| odds[key].as_array().unwrap();
    let distributions: Vec<&Value> = list("quantities")
        .iter()
        .map(|one| &one["distribution"])
        .collect();
    assert_eq!(
        distributions,
        ["two-piece", "two-piece", "pert", "two-piece"]
    );
    let mut futures = odds["no_option_futures_of_50"].as_u64().unwrap();
    let least = odds["evpi_usd"].as_f64().unwrap();
    for option in list("options") {
        assert_eq!(keys(option), ODDS.map(|(key, _)| key));
        assert_eq!(keys(&option["npv_usd"]), ["p10", "p50", "p90", "mean"]);
        assert_eq!(keys(&option["cumulative_usd"]), ["p10", "p50", "p90"]);
        assert_eq!(
            option["cumulative_usd"]["p90"].as_array().unwrap().len(),
            37
        );
        futures += option["futures_of_50"].as_u64().unwrap();
        assert!(option["expected_regret_usd"].as_f64().unwrap() >= least);
    }
    assert_eq!(futures, 50);
    for quantity in list("quantities") {
        assert_eq!(keys(quantity), QUANTITY.map(|(key, _)| key));
    }
    assert_eq!(list("evppi").len(), list("quantities").len());
    for worth in list("evppi") {
        assert_eq!(keys(worth), WORTH.map(|(key, _)| key));
    }

    let one = run(&["--threads", "1"]).output;
    assert_eq!(one, run(&["--threads", "2"]).output);
    assert_ne!(one, run(&["--seed", "2"]).output);
}

#[test]
fn the_odds_do_not_depend_on_the_order_of_options() {
    let case = with_ranges();
    let device = r#"        (id: "device", plan: OnDevice(), licence: (licence_usd_per_month: 100)),
"#;
    assert!(case.contains(device));
    let moved = case
        .replace(device, "")
        .replace("options: [\n", &format!("options: [\n{device}"));
    let odds = |case: &str| {
        let words = ["evaluate", "FILE", "--json", "--draws", "300"];
        let mut odds = run_on(case, &words).document()["uncertainty"].take();
        let options = odds["options"].as_array_mut().unwrap();
        let ids: Vec<String> = options
            .iter()
            .map(|option| option["id"].to_string())
            .collect();
        options.sort_by_key(|option| option["id"].to_string());
        (ids, odds.to_string())
    };
    let ((ids, before), (other_ids, after)) = (odds(&case), odds(&moved));
    assert_ne!(ids, other_ids);
    assert_eq!(before, after);
}

#[test]
fn odds_are_told_to_people() {
    let answer = run_on(&with_ranges(), &["evaluate", "FILE", "--draws", "200"]);
    assert_eq!(answer.status, 0, "{}", answer.errors);
    for words in [
        "Odds over 200 draws, seed 1",
        "Chance to cost least",
        "Expected regret",
        "is worth",
    ] {
        assert!(answer.output.contains(words), "{words}: {}", answer.output);
    }
    let none = run_on(&cost_alone(), &["evaluate", "FILE", "--draws", "20"]);
    assert!(none.output.contains("nothing to draw"), "{}", none.output);
    assert_eq!(
        run_on(ALL_KINDS, &["evaluate", "FILE", "--draws", "1"]).status,
        2
    );
}

#[test]
fn sensitivity_has_the_documented_keys_and_evaluates_the_ends() {
    let case = with_ranges();
    let words = ["sensitivity", "FILE", "--between", "hosted", "rented"];
    let json = [&words[..], &["--json", "--draws", "200"]].concat();
    let document = run_on(&case, &json).document();
    assert_eq!(keys(&document), SENSITIVITY.map(|(key, _)| key));
    let cost = |settings: &[&str]| {
        let document = evaluate(&case, settings);
        let npv = |place: usize| document["options"][place]["results"]["npv_usd"].as_f64();
        npv(1).unwrap() - npv(2).unwrap()
    };
    assert_eq!(document["difference_usd"].as_f64(), Some(cost(&[])));
    let bars = document["quantities"].as_array().unwrap();
    assert_eq!(bars.len(), 4);
    let mut shares = 0.0;
    for bar in bars {
        assert_eq!(keys(bar), BAR.map(|(key, _)| key));
        let path = bar["paths"][0].as_str().unwrap();
        for end in ["p10", "p90"] {
            let there = cost(&[&format!("{path}={}", bar[end])]);
            let said = bar[&format!("difference_at_{end}_usd")].as_f64().unwrap();
            assert_eq!(said, there, "{path} {end}");
        }
        shares += bar["spread_share"].as_f64().unwrap();
    }
    assert!((shares - 1.0).abs() < 1e-9, "{shares}");
    let told = run_on(&case, &words);
    assert_eq!(told.status, 0, "{}", told.errors);
    assert!(told.output.contains("Turns round at"), "{}", told.output);
    let unknown = run_on(
        &case,
        &["sensitivity", "FILE", "--between", "hosted", "nobody"],
    );
    assert_eq!(unknown.status, 1);
    assert!(unknown.errors.contains("nobody"), "{}", unknown.errors);
}

#[test]
fn the_document_agrees_with_itself() {
    let document = evaluate(ALL_KINDS, &[]);
    for option in document["options"].as_array().unwrap() {
        let results = &option["results"];
        let total = results["total_usd"].as_f64().unwrap();
        let lines: f64 = option["lines_usd"]
            .as_object()
            .unwrap()
            .values()
            .filter_map(Value::as_f64)
            .sum();
        assert!((lines / total - 1.0).abs() < 1e-12, "{lines} {total}");
        let last = option["cumulative_usd"].as_array().unwrap().last().unwrap();
        assert_eq!(last.as_f64(), Some(total));
    }
    assert_eq!(document["by_cost"][0], document["cheapest"]);
}

#[test]
fn every_message_about_a_finding_is_documented() {
    let messages = fs::read_to_string(root().join("assets/text/en/findings.ftl")).unwrap();
    let written: BTreeSet<&str> = messages
        .lines()
        .filter_map(|line| Some(line.split_once(" =")?.0.strip_prefix("finding-")?.trim()))
        .collect();
    let documented: BTreeSet<&str> = FINDINGS.iter().map(|(key, _)| *key).collect();
    assert_eq!(written, documented);
}

#[test]
fn findings_carry_the_documented_values() {
    let broken = ALL_KINDS.replace("large: \"api\"", "large: \"sampled\"");
    let short = [
        "options.rented.serving.parameters_total_billion=405",
        "options.owned.serving.planned_utilisation=1",
    ];
    let slow = [
        "workload.target_time_to_first_token_seconds=0.0001",
        "workload.target_tokens_per_second=9000",
        "workload.cache_write_share=0.9",
    ];
    let busy = [
        "options.rented.rented.spare_replicas=0",
        "options.rented.serving.planned_utilisation=1",
        "workload.peak_factor=1",
        "workload.growth_per_month=0",
        "workload.requests_per_month=1e9",
    ];
    let idle = ["workload.requests_per_month=1000"];
    let without = ALL_KINDS.replace("successor_name: \"Next\", ", "");
    let mut documents = vec![
        evaluate(&broken, &[]),
        evaluate(&without, &[]),
        evaluate(ALL_KINDS, &[]),
        evaluate(ALL_KINDS, &short),
        evaluate(ALL_KINDS, &slow),
        evaluate(ALL_KINDS, &busy),
        evaluate(ALL_KINDS, &idle),
    ];
    let sample = root().join("presets/scenarios/cypher-2023.weighbridge.ron");
    let sample = fs::read_to_string(sample).unwrap();
    documents.push(evaluate(
        &sample,
        &[
            "question.date=2030",
            "workload.input_tokens_per_request=9e6",
        ],
    ));
    let measured = |more: &str| {
        let list = format!(
            r#"    measurements: [(
                id: "run", kind: "endpoint", source: "run",
                of: Endpoint(quantity: "decode-alone", model: "m", provider: "p",
                    input_tokens: 1, output_tokens: 1, concurrency: 1),
                value: 50, {more}
            )],
    options: ["#
        );
        ALL_KINDS.replacen("    options: [", &list, 1)
    };
    documents.push(evaluate(&measured(r#"on: "2020", estimated: 10"#), &[]));
    documents.push(evaluate(
        &measured(r#"on: "2026-11-20", is_busy: true"#),
        &[],
    ));
    let documented: BTreeMap<&str, &[&str]> = FINDINGS.into_iter().collect();
    let mut seen = BTreeSet::new();
    for document in &documents {
        for finding in document["findings"].as_array().unwrap() {
            let key = finding["key"].as_str().unwrap();
            let values = documented[key];
            let expected: Vec<&str> = ["key", "option", "grave"]
                .iter()
                .chain(values)
                .copied()
                .collect();
            assert_eq!(keys(finding), expected);
            assert!(
                finding
                    .as_object()
                    .unwrap()
                    .iter()
                    // Nobody knows the error of an option that carries no estimate.
                    .all(|(key, value)| !value.is_null()
                        || ["option", "error_share"].contains(&key.as_str()))
            );
            seen.insert(key.to_owned());
        }
    }
    let unseen: Vec<&&str> = documented
        .keys()
        .filter(|key| !seen.contains(**key))
        .collect();
    // The reader of files refuses a part that does not exist.
    assert_eq!(unseen, [&"cascade-missing-part"]);
}

/// The scenario of a text, read without any record.
fn scenario(text: &str) -> Scenario {
    let catalogue = Catalogue::new("2026-11-24".parse().unwrap(), Records::default());
    read("case", text, &catalogue).unwrap().scenario
}

#[test]
fn the_documented_paths_are_those_of_a_scenario() {
    let scenario = scenario(ALL_KINDS);
    let mut found = BTreeSet::new();
    scenario.each_figure(&mut |place, _| {
        let path = place.path().to_string();
        let parts: Vec<&str> = path
            .split('.')
            .enumerate()
            .map(|(place, part)| match part.parse::<usize>() {
                Ok(_) => "N",
                Err(_) if place == 1 && path.starts_with("options.") => "ID",
                Err(_) => part,
            })
            .collect();
        found.insert(parts.join("."));
    });
    let documented: BTreeSet<String> = paths().into_iter().map(|(path, _)| path).collect();
    assert_eq!(found, documented);
}

/// Every path that a documented one stands for in the case with every kind of option.
fn spelled_out(documented: &str) -> Vec<String> {
    let scenario = scenario(ALL_KINDS);
    let path = documented.replace(".N.", ".0.");
    if !path.contains(".ID.") {
        return vec![path];
    }
    let ids = scenario.options.iter().map(|option| option.id.to_string());
    ids.map(|id| path.replace(".ID.", &format!(".{id}.")))
        .collect()
}

#[test]
fn every_documented_input_can_be_set_within_its_range_only() {
    for (documented, spec) in paths() {
        let outside = if spec.max < 1e300 {
            spec.max * 2.0 + 1.0
        } else {
            f64::INFINITY
        };
        let mut settable = 0;
        for path in spelled_out(&documented) {
            let mut scenario = scenario(ALL_KINDS);
            let place = InputPath::new(path.clone());
            if scenario.figure(&place).is_none() {
                continue;
            }
            settable += 1;
            for value in [spec.min, spec.max, spec.start] {
                let figure = weighbridge_engine::figure::Figure::entered(value);
                scenario
                    .set_figure(&place, figure)
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
            }
            let figure = weighbridge_engine::figure::Figure::entered(outside);
            assert!(
                scenario.set_figure(&place, figure).is_err(),
                "{path} takes {outside}"
            );
        }
        assert!(settable > 0, "{documented}");
    }
}

#[test]
fn settings_reach_the_computation_and_the_last_one_counts() {
    let cost = |settings: &[&str]| {
        let document = evaluate(ALL_KINDS, settings);
        document["options"][1]["lines_usd"]["usage"]
            .as_f64()
            .unwrap()
    };
    let path = "options.hosted.token_plan.output_usd_per_million_tokens";
    let (plain, dear) = (cost(&[]), cost(&[&format!("{path}=6")]));
    assert!(dear > plain * 3.0);
    assert_eq!(
        cost(&[&format!("{path}=6"), &format!(" {path} = 0.6")]),
        plain
    );
    let both = cost(&[
        "workload.requests_per_month=4e6",
        "question.horizon_months=36",
    ]);
    assert!((both / plain - 2.0).abs() < 1e-12);
}

#[test]
fn what_is_estimated_follows_a_setting_as_it_does_in_the_window() {
    let sample = run_on("", &["sample", "laptop-summaries"]).output;
    let (catalogue, _) = built_in().unwrap();
    let gpus = "options.laptop.serving.gpus_per_replica";
    let document = evaluate(&sample, &[&format!("{gpus}=2")]);
    let told = |document: &Value| {
        let options = document["options"].as_array().unwrap();
        let laptop = options.iter().find(|option| option["id"] == "laptop");
        let seconds = &laptop.unwrap()["results"]["time_per_output_token_seconds"];
        seconds.as_f64().unwrap()
    };
    let case = read("case", &sample, &catalogue).unwrap().scenario;
    let today = case.question.date;
    let mut session = Session::new(Document::new(case, None), catalogue.into(), today);
    let path = InputPath::new(gpus);
    let effects = session.update(Action::SetValue { path, value: 2.0 });
    assert_eq!(effects.failure, None);
    let laptop = OptionId::parse("laptop").unwrap();
    let shown = session.outcome().option(&laptop).unwrap();
    let shown = shown.get(Measure::TimePerOutputToken).unwrap();
    assert_eq!(told(&document), shown);
    // Its engine gives each some of the layers, so that a token takes no less time than with one.
    let stages = InputPath::new("options.laptop.serving.pipeline_stages");
    assert_eq!(session.scenario().figure(&stages).unwrap().value, 2.0);
    assert!(shown >= 0.99 * told(&evaluate(&sample, &[])));
    // Whoever says how layers are divided is believed.
    let divided = format!("{stages}=1");
    let entered = evaluate(&sample, &[&divided, &format!("{gpus}=2")]);
    assert!(told(&entered) < 0.8 * shown);
}

#[test]
fn every_documented_choice_is_taken_and_others_are_not() {
    for (documented, values, _) in choices() {
        let mut takers = 0;
        for path in spelled_out(documented) {
            let path = InputPath::new(path);
            for value in &values {
                let mut scenario = scenario(ALL_KINDS);
                let value = match value.parse() {
                    Ok(number) => Setting::Number(number),
                    Err(_) => Setting::Word((*value).to_owned()),
                };
                match scenario.set(&path, &value) {
                    Ok(()) => takers += 1,
                    Err(error) => {
                        assert!(matches!(error, SetError::UnknownPath { .. }), "{error}");
                    }
                }
            }
            let mut scenario = scenario(ALL_KINDS);
            let nonsense = Setting::Word("nonsense".to_owned());
            assert!(scenario.set(&path, &nonsense).is_err(), "{path}");
        }
        assert!(takers >= values.len(), "{documented}");
    }
}

#[test]
fn every_figure_can_be_explained_and_computed_again() {
    let document = evaluate(ALL_KINDS, &[]);
    let mut formulas = BTreeSet::new();
    for option in document["options"].as_array().unwrap() {
        let id = option["id"].as_str().unwrap();
        let results = option["results"].as_object().unwrap().iter();
        let lines = option["lines_usd"].as_object().unwrap().iter();
        let lines = lines.map(|(key, value)| (format!("lines.{key}"), value));
        let all = results
            .map(|(key, value)| (key.clone(), value))
            .chain(lines);
        // One figure in three: an explanation takes as long as an evaluation.
        for (key, value) in all
            .filter(|(_, value)| value.as_f64().is_some_and(|value| value != 0.0))
            .step_by(3)
        {
            let name = format!("{id}.{key}");
            let answer = run_on(ALL_KINDS, &["explain", "FILE", &name, "--json"]);
            let explanation = answer.document();
            assert_eq!(
                keys(&explanation),
                EXPLANATION.map(|(key, _)| key),
                "{name}"
            );
            assert_eq!(&explanation["value"], value, "{name}");
            let again = computed_again(&explanation, &mut formulas);
            let value = value.as_f64().unwrap();
            assert!(
                (again - value).abs() <= value.abs() * 1e-12,
                "{name}: {again} {value}"
            );
        }
    }
    let documented: BTreeSet<String> = FORMULAS.iter().map(|(key, _)| (*key).to_owned()).collect();
    assert_eq!(formulas, documented);
}

/// Computes an explanation from its inputs and constants, by the words of the documentation.
fn computed_again(explanation: &Value, formulas: &mut BTreeSet<String>) -> f64 {
    let mut inputs = BTreeMap::new();
    for input in explanation["inputs"].as_array().unwrap() {
        assert_eq!(keys(input), INPUT.map(|(key, _)| key));
        inputs.insert(
            input["path"].as_str().unwrap(),
            input["value"].as_f64().unwrap(),
        );
    }
    let mut values: Vec<f64> = Vec::new();
    let mut units: Vec<String> = Vec::new();
    for step in explanation["steps"].as_array().unwrap() {
        let known: BTreeSet<&str> = STEP.iter().map(|(key, _)| *key).collect();
        assert!(keys(step).iter().all(|key| known.contains(key)), "{step}");
        assert_eq!(step["number"], values.len());
        let formula = step["formula"].as_str().unwrap();
        formulas.insert(formula.to_owned());
        let parts: Vec<usize> = step.get("parts").map_or_else(Vec::new, |parts| {
            let parts = parts.as_array().unwrap().iter();
            parts.map(|part| part.as_u64().unwrap() as usize).collect()
        });
        let part = |place: usize| values[parts[place]];
        let value = match formula {
            "input" => inputs[step["input"].as_str().unwrap()],
            // A figure that is not finite is null; no result that exists depends on it.
            "constant" => step["value"].as_f64().unwrap_or(f64::NAN),
            "sum" => parts.iter().fold(0.0, |sum, part| sum + values[*part]),
            "product" => parts
                .iter()
                .fold(1.0, |product, part| product * values[*part]),
            "difference" => part(0) - part(1),
            "quotient" => part(0) / part(1),
            "larger" => {
                if part(0) > part(1) {
                    part(0)
                } else {
                    part(1)
                }
            }
            "smaller" => {
                if part(0) < part(1) {
                    part(0)
                } else {
                    part(1)
                }
            }
            "whole-up" => part(0).whole_up(),
            "whole-down" => part(0).whole_down(),
            "choice" => {
                if part(0) <= part(1) {
                    part(2)
                } else {
                    part(3)
                }
            }
            "power" => part(0).powf(part(1)),
            "root-of-squares" => part(0).hypot(part(1)),
            "root-of-cubes" => (part(0).powi(3) + part(1).powi(3)).cbrt(),
            "binary-logarithm" => part(0).log2(),
            "in-plain-units" => {
                let scale = units[parts[0]].split(' ').next().unwrap();
                part(0) * scale.parse::<f64>().unwrap()
            }
            other => panic!("{other}"),
        };
        values.push(value);
        units.push(step["unit"].as_str().unwrap().to_owned());
    }
    values[explanation["root"].as_u64().unwrap() as usize]
}

#[test]
fn a_tree_numbers_every_step_once() {
    for words in [&["--all"][..], &["--depth", "9"], &[]] {
        let mut command = vec!["explain", "FILE", "rented.npv_usd"];
        command.extend(words);
        let tree = run_on(ALL_KINDS, &command).output;
        let mut shown = BTreeSet::new();
        let mut named = BTreeSet::new();
        for line in tree.lines() {
            let line = line.trim_start();
            let numbers = line
                .split('[')
                .skip(1)
                .map(|rest| rest.split(']').next().unwrap());
            let mut numbers =
                numbers.map(|number| number.parse::<usize>().unwrap_or_else(|_| panic!("{line}")));
            if line.starts_with('[') {
                assert!(shown.insert(numbers.next().unwrap()), "{line} stands twice");
            } else {
                named.extend(numbers);
            }
        }
        let unknown: Vec<&usize> = named.difference(&shown).collect();
        assert!(
            unknown.is_empty(),
            "{words:?}: {unknown:?} are named and not shown"
        );
        assert_eq!(shown.len(), shown.last().copied().unwrap());
        assert_eq!(tree.contains('…'), words != ["--all"]);
    }
}

#[test]
fn every_language_has_words_for_everything_printed() {
    let commands: [&[&str]; 3] = [
        &["evaluate", "FILE"],
        &["explain", "FILE", "sampled.usd_per_solved_task", "--all"],
        &["explain", "FILE", "owned.npv_usd", "--depth", "7"],
    ];
    for locale in Locale::ALL {
        for command in commands {
            let mut words = command.to_vec();
            words.extend(["--locale", locale.tag()]);
            let answer = run_on(ALL_KINDS, &words);
            assert_eq!(answer.status, 0);
            // A key without words is shown in brackets.
            let missing = answer
                .output
                .split('[')
                .skip(1)
                .find(|rest| !rest.starts_with(|first: char| first.is_ascii_digit()));
            assert!(missing.is_none(), "{locale}: {missing:?}");
        }
    }
}
