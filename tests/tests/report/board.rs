//! The report for a board: real content, in every language, the same bytes every time, whatever was typed.
//!
//! With `WEIGHBRIDGE_PICTURES=FOLDER`, the reports are written there to be looked at.

use std::collections::BTreeMap;
use std::path::PathBuf;

use weighbridge_catalogue::{sample_files, scenario};
use weighbridge_engine::finding::Finding;
use weighbridge_engine::model::Measure;
use weighbridge_engine::{Outcome, Scenario, evaluate};
use weighbridge_report::Decided;
use weighbridge_report::document::{Report, ReportOptions, report, report_with_warnings};
use weighbridge_text::{ChoiceWords, Digits, Locale, Text};
use weighbridge_units::{Currency, PartialDate};

fn samples() -> BTreeMap<String, Scenario> {
    let (catalogue, _) = weighbridge_catalogue::built_in().unwrap();
    sample_files()
        .into_iter()
        .map(|file| {
            let name = file.path.rsplit('/').next().unwrap().to_owned();
            let read = scenario::read(&name, file.text, &catalogue);
            let file = read.unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
            let mut scenario = file.scenario;
            // What is said does not change with the number of draws; it only takes less time.
            scenario.sampling.draws = 200;
            (name.split('.').next().unwrap().to_owned(), scenario)
        })
        .collect()
}

fn sample(name: &str) -> (Scenario, Outcome) {
    let scenario = samples().remove(name).unwrap();
    let outcome = evaluate(&scenario);
    (scenario, outcome)
}

fn options(locale: Locale) -> ReportOptions<'static> {
    ReportOptions {
        locale,
        date: PartialDate::parse("2026-11-24").unwrap(),
        program_version: "0.1.0",
    }
}

/// A report that must be made without a remark; kept to be looked at where a folder is named.
fn made(name: &str, scenario: &Scenario, outcome: &Outcome, locale: Locale) -> Report {
    let report = report_with_warnings(scenario, outcome, &options(locale))
        .unwrap_or_else(|error| panic!("{name} in {locale}: {error}"));
    if let Ok(folder) = std::env::var("WEIGHBRIDGE_PICTURES") {
        let file = PathBuf::from(folder).join(format!("{name}-{locale}.pdf"));
        std::fs::write(file, &report.pdf).unwrap();
    }
    assert!(
        report.warnings.is_empty(),
        "{name} in {locale}: {:?}",
        report.warnings
    );
    report
}

/// The words of a text without regard to where lines break.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same without spaces and hyphens, which a line that breaks may lose or repeat.
fn as_printed(text: &str) -> String {
    let is_kept = |character: &char| !character.is_whitespace() && *character != '-';
    text.chars().filter(is_kept).collect()
}

fn text_of(report: &Report) -> String {
    words(&crate::pdf_text::pages(&report.pdf).join("\n"))
}

/// Keys that a language lacks stand in brackets while developing: `[report-title]`.
fn keys_without_words(text: &str) -> Vec<&str> {
    text.split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']').map(|(inside, _)| inside))
        .filter(|inside| {
            let is_key = |c: char| c.is_ascii_lowercase() || c == '-' || c == '.';
            inside.contains('-') && inside.chars().all(is_key)
        })
        .collect()
}

#[test]
fn every_sample_has_a_report_of_a_size_that_boards_read() {
    for (name, scenario) in samples() {
        let outcome = evaluate(&scenario);
        let report = made(&name, &scenario, &outcome, Locale::En);
        let text = text_of(&report);
        assert!(
            (8..=15).contains(&report.pages),
            "{name}: {} pages",
            report.pages
        );
        assert!(text.contains(&words(&scenario.question.text)), "{name}");
        for option in &scenario.options {
            assert!(
                text.contains(&words(&option.name)),
                "{name}: {}",
                option.name
            );
        }
        assert_eq!(keys_without_words(&text), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn the_report_says_what_the_outcome_says_in_every_language() {
    let (scenario, outcome) = sample("support-assistant");
    for locale in Locale::ALL {
        let report = made("support-assistant", &scenario, &outcome, locale);
        let text = text_of(&report);
        let rate = scenario.finance.fx_rate.value;
        let writer = Text::new(locale).in_currency(Currency::Eur, rate);
        let decided = Decided::as_sampled(&scenario, &outcome);
        let recommendation = &decided.recommendation;
        let choice = ChoiceWords::new(writer, &scenario);
        let prospects = decided.prospects.as_ref().unwrap();
        let mut said = vec![
            choice.headline(&decided.weighing, recommendation),
            choice.how_sure(recommendation, prospects),
        ];
        let reasons = recommendation.reasons.iter();
        said.extend(reasons.map(|reason| choice.reason(recommendation, reason)));
        let flips = recommendation.flips.iter();
        said.extend(flips.map(|flip| choice.flip(recommendation, flip)));
        let criteria = scenario.priorities.criteria.iter();
        said.extend(criteria.map(|criterion| choice.criterion(&criterion.id)));
        let what_ifs = scenario.priorities.what_ifs.iter();
        said.extend(what_ifs.map(|what_if| writer.local(&what_if.name).to_owned()));
        assert!(said.len() > 15);
        for sentence in said {
            let sentence = as_printed(&sentence);
            assert!(
                as_printed(&text).contains(&sentence),
                "{locale}: {sentence} is not in\n{text}"
            );
        }
        let date = writer.date(scenario.question.date);
        assert!(text.contains(&words(&date)), "{locale}: {date}");
        for key in [
            "report-section-answer",
            "report-section-decision",
            "report-section-odds",
            "report-section-gates",
            "report-section-value",
            "report-section-what-ifs",
            "report-group-assessment",
            "report-section-results",
            "report-section-options",
            "report-section-charts",
            "report-section-findings",
            "report-section-method",
            "report-section-assumptions",
            "report-section-sources",
        ] {
            let heading = words(&writer.get(key));
            assert!(text.contains(&heading), "{locale}: {heading}");
        }
        let is_estimate = |found: &&Finding| matches!(found, Finding::ThroughputEstimated { .. });
        let estimate = outcome.findings.iter().find(is_estimate).unwrap();
        let sentence = as_printed(&writer.describe(estimate));
        assert!(
            as_printed(&text).contains(&sentence),
            "{locale}: {sentence}"
        );
        assert_eq!(keys_without_words(&text), Vec::<&str>::new(), "{locale}");
        let raw = String::from_utf8_lossy(&report.pdf).into_owned();
        assert!(
            raw.contains(&format!("/Lang({})", locale.tag())),
            "{locale}"
        );
        assert!(
            raw.contains("pdfuaid:part") && raw.contains("pdfaid:part"),
            "{locale}"
        );
    }
}

#[test]
fn results_stand_as_the_window_shows_them() {
    let (scenario, outcome) = sample("llama-405b-vs-gpt-4o");
    let report = made("llama-405b-vs-gpt-4o", &scenario, &outcome, Locale::PtBr);
    let text = text_of(&report);
    let writer = Text::new(Locale::PtBr);
    for option in &outcome.options {
        let npv = option.get(Measure::NetPresentValue).unwrap();
        let shown = writer.number(npv, Digits::WHOLE);
        assert!(text.contains(&shown), "{}: {shown}", option.name);
    }
}

#[test]
fn an_option_that_is_out_says_why_on_paper() {
    let (mut scenario, _) = sample("condition-data-sovereignty");
    let outcome = evaluate(&scenario);
    let words = |scenario: &Scenario| {
        let decided = Decided::as_sampled(scenario, &outcome);
        let choice = ChoiceWords::new(Text::new(Locale::PtPt), scenario);
        let options = decided.weighing.options.iter();
        let reasons = options.filter_map(|option| choice.out_because(option));
        reasons.collect::<Vec<_>>()
    };
    let reasons = words(&scenario);
    assert!(!reasons.is_empty());
    let text = text_of(&made("sovereignty", &scenario, &outcome, Locale::PtPt));
    for reason in &reasons {
        let reason = as_printed(reason);
        assert!(as_printed(&text).contains(&reason), "{reason}: {text}");
    }
    // Who weighs nothing and asks nothing is told of cost alone.
    scenario.priorities = weighbridge_engine::scenario::Priorities::default();
    assert!(words(&scenario).is_empty());
    let text = text_of(&made("cost-alone", &scenario, &outcome, Locale::En));
    let cheapest = outcome.cheapest().unwrap();
    let cost = cheapest.get(Measure::NetPresentValue).unwrap();
    let cost = Text::new(Locale::En).money_with(weighbridge_units::Money::usd(cost), Digits::WHOLE);
    assert!(
        text.contains(&format!("{} costs least, {cost}", cheapest.name)),
        "{text}"
    );
    assert!(!text.contains("The gates"), "{text}");
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let (scenario, outcome) = sample("cypher-2023");
    let (other, other_outcome) = sample("laptop-summaries");
    let first = report(&scenario, &outcome, &options(Locale::Es)).unwrap();
    // Another document in between must not leave traces.
    report(&other, &other_outcome, &options(Locale::En)).unwrap();
    let second = report(&scenario, &outcome, &options(Locale::Es)).unwrap();
    assert!(first == second);
    let tomorrow = ReportOptions {
        date: PartialDate::parse("2026-11-25").unwrap(),
        ..options(Locale::Es)
    };
    assert!(first != report(&scenario, &outcome, &tomorrow).unwrap());
}

#[test]
fn whatever_is_typed_is_shown_as_it_was_typed() {
    let hostile = [
        "#panic(\"no\") $x^2$ ] [ } { *bold* _it_ `raw` <label> @ref // \\ \"quoted\" ~ =",
        "#{ let x = read(\"/etc/passwd\") }",
        "Привет, Γειά, שלום עולם, مرحبا",
    ];
    let shown_as_boxes = "模型 \u{1f9d1}\u{200d}\u{1f4bb}\u{0} \u{e000}";
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
        .repeat(3);
    let (mut scenario, _) = sample("cypher-2023");
    scenario.question.title = hostile[0].to_owned();
    scenario.question.text = format!("{} {shown_as_boxes}", hostile[1]);
    scenario.question.notes = format!("{}\n\n- {long}\n= {long}", hostile[2]);
    scenario.options[0].name = format!("{} {long}", hostile[0]);
    scenario.options[1].name = hostile[1].to_owned();
    let outcome = evaluate(&scenario);
    let text = text_of(&made("hostile", &scenario, &outcome, Locale::En));
    for wanted in [
        "#panic(\"no\") $x^2$ ] [ } { *bold* _it_ `raw` <label> @ref // \\ \"quoted\" ~ =",
        "#{ let x = read(\"/etc/passwd\") }",
        "Привет, Γειά",
        "□□ □□",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in\n{text}");
    }
    let without_spaces = text.replace(' ', "");
    assert!(without_spaces.contains(&long), "{text}");
    assert!(!text.contains('\u{fffd}'), "{text}");
}

#[test]
fn a_case_without_an_answer_still_has_a_report() {
    let (mut scenario, _) = sample("llama-405b-vs-gpt-4o");
    scenario
        .options
        .retain(|option| option.id.as_str() == "rented");
    let memory = weighbridge_engine::scenario::InputPath::new(
        "options.rented.serving.parameters_total_billion",
    );
    scenario
        .set_figure(&memory, weighbridge_engine::figure::Figure::entered(5000.0))
        .unwrap();
    let outcome = evaluate(&scenario);
    assert!(outcome.cheapest().is_none());
    let text = text_of(&made("nothing-fits", &scenario, &outcome, Locale::En));
    assert!(
        text.contains(&*Text::new(Locale::En).get("choice-none")),
        "{text}"
    );
    scenario.options.clear();
    let outcome = evaluate(&scenario);
    made("no-options", &scenario, &outcome, Locale::En);
}
