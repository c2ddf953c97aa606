//! The pages of the later seven steps and "Why this number?", found by role and label.

use std::sync::Arc;
use std::time::Duration;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::pages::{
    Ask, capability, cost, decision, latency, long_term, priorities, report, why,
};
use weighbridge_engine::Scenario;
use weighbridge_engine::explain::{ResultPart, ResultRef};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, Measurement, MeasurementKind, OptionId, Subject};
use weighbridge_engine::serving::deployed::hosting_of;
use weighbridge_engine::serving::{Quantity, case_of};
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::Locale;

use crate::page_support::shown;

/// The pages by name.
const PAGES: [&str; 7] = [
    "cost",
    "capability",
    "latency",
    "long term",
    "priorities",
    "decision",
    "report",
];

/// A session, the states of all pages, and what was asked.
struct App {
    session: Session,
    shown: &'static str,
    cost: cost::State,
    capability: capability::State,
    latency: latency::State,
    long_term: long_term::State,
    priorities: priorities::State,
    decision: decision::State,
    report: report::State,
    why: why::State,
    asked: Vec<Ask>,
}

impl App {
    fn new(sample: &str, locale: Locale) -> App {
        let catalogue = Arc::new(weighbridge_catalogue::built_in().unwrap().0);
        let files = weighbridge_catalogue::sample_files();
        let file = files
            .iter()
            .find(|file| file.path.contains(sample))
            .unwrap();
        let read =
            weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue).unwrap();
        let document = Document::new(read.scenario, None);
        let mut session = Session::new(document, catalogue, "2026-11-24".parse().unwrap());
        session.set_locale(locale);
        App {
            session,
            shown: "cost",
            cost: cost::State::default(),
            capability: capability::State::default(),
            latency: latency::State::default(),
            long_term: long_term::State::default(),
            priorities: priorities::State::default(),
            decision: decision::State::default(),
            report: report::State::default(),
            why: why::State::default(),
            asked: Vec::new(),
        }
    }

    fn showing(sample: &str, page: &'static str) -> App {
        App {
            shown: page,
            ..App::new(sample, Locale::En)
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let asks = shown(&mut self.session, |page| match self.shown {
            "cost" => cost::ui(ui, page, &mut self.cost),
            "capability" => capability::ui(ui, page, &mut self.capability),
            "latency" => latency::ui(ui, page, &mut self.latency),
            "long term" => long_term::ui(ui, page, &mut self.long_term),
            "priorities" => priorities::ui(ui, page, &mut self.priorities),
            "decision" => decision::ui(ui, page, &mut self.decision),
            "report" => report::ui(ui, page, &mut self.report),
            _ => why::ui(ui, page, &mut self.why),
        });
        for ask in asks {
            if let Ask::Why(result) = &ask {
                self.why.open(result.clone());
            }
            self.asked.push(ask);
        }
    }
}

fn harness(app: App, width: f32) -> Harness<'static, App> {
    Harness::builder()
        .with_size([width, 6_000.0])
        // Work on another thread asks for a frame when it has begun and when it is done.
        .with_max_steps(200)
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(|ui, app: &mut App| app.ui(ui), app)
}

/// Runs until `is_there`, since some results come from another thread.
fn wait(harness: &mut Harness<'static, App>, is_there: impl Fn(&Harness<'static, App>) -> bool) {
    for _ in 0..2_000 {
        harness.step();
        if is_there(harness) {
            harness.run();
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("it never came: {:#?}", harness.root());
}

/// The headline of the page.
fn headline(harness: &Harness<'static, App>) -> String {
    let headings = harness.get_all_by_role(Role::Heading);
    let first = headings
        .into_iter()
        .find(|node| node.accesskit_node().level() == Some(1));
    first.unwrap().accesskit_node().label().unwrap()
}

#[test]
fn every_page_draws_every_sample_at_every_width() {
    for file in weighbridge_catalogue::sample_files() {
        // The narrowest room a page gets beside the path is tried with the longest names.
        let is_long = file.path.contains("support-assistant");
        let widths: &[f32] = if is_long {
            &[740.0, 1_024.0, 1_920.0]
        } else {
            &[1_024.0, 1_920.0]
        };
        for width in widths.iter().copied() {
            // One window for all pages, as a user walks through them.
            let mut harness = harness(App::new(&file.path, Locale::En), width);
            for page in PAGES {
                harness.state_mut().shown = page;
                harness.run_steps(2);
                assert!(
                    !headline(&harness).is_empty(),
                    "{} {page} {width}",
                    file.path
                );
                for node in harness.root().children_recursive() {
                    let node = node.accesskit_node();
                    let label = node.label().unwrap_or_default();
                    assert!(!label.starts_with('['), "{} {page}: {label}", file.path);
                    let is_part = matches!(
                        node.role(),
                        Role::Group | Role::TextInput | Role::ComboBox | Role::RadioButton
                    );
                    if is_part && let Some(area) = node.raw_bounds() {
                        let is_inside = area.x1 <= f64::from(width) + 1.0;
                        assert!(
                            is_inside,
                            "{} {page} {width}: {label} ends at {}",
                            file.path, area.x1
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_case_without_options_leads_to_them() {
    for page in PAGES {
        let mut app = App::showing("support-assistant", page);
        for option in app.session.scenario().options.clone() {
            let _ = app.session.update(Action::RemoveOption(option.id));
        }
        let mut harness = harness(app, 1_024.0);
        harness.run();
        assert!(!headline(&harness).is_empty());
        harness
            .get_by_role_and_label(Role::Button, "Options")
            .click();
        harness.run();
        assert_eq!(harness.state().asked.last(), Some(&Ask::Step(2)), "{page}");
    }
}

#[test]
fn every_control_has_a_name() {
    for page in PAGES {
        let mut harness = harness(App::showing("support-assistant", page), 1_400.0);
        harness.run();
        let controls = [
            Role::Button,
            Role::TextInput,
            Role::ComboBox,
            Role::RadioButton,
            Role::Switch,
            Role::Link,
        ];
        for role in controls {
            for node in harness.query_all_by_role(role) {
                assert!(
                    node.accesskit_node()
                        .label()
                        .is_some_and(|label| !label.is_empty()),
                    "{page}: a {role:?} without a name"
                );
            }
        }
    }
}

#[test]
fn headlines_name_the_cheapest_and_the_recommended_option() {
    for sample in [
        "support-assistant",
        "llama-405b",
        "cypher",
        "permutable",
        "code-with",
        "laptop",
    ] {
        let app = App::showing(sample, "cost");
        let session = &app.session;
        let cheapest = session.outcome().cheapest().unwrap().name.clone();
        let best = session.weighing().best().unwrap().id.clone();
        let best = session.scenario().option(&best).unwrap().name.clone();
        let mut harness = harness(app, 1_200.0);
        for (page, name) in [("cost", cheapest), ("decision", best)] {
            harness.state_mut().shown = page;
            harness.run();
            let headline = headline(&harness);
            assert!(headline.contains(&name), "{sample} {page}: {headline}");
        }
    }
}

#[test]
fn a_changed_input_changes_the_headline() {
    let mut harness = harness(App::showing("support-assistant", "cost"), 1_200.0);
    harness.run();
    let before = headline(&harness);
    let cheapest = harness
        .state()
        .session
        .outcome()
        .cheapest()
        .unwrap()
        .id
        .clone();
    let people = "Platform engineering (FTE)";
    harness.get_by_label(people).focus();
    harness.run();
    harness.get_by_label(people).type_text("40");
    harness.key_press(Key::Enter);
    harness.run();
    let path = InputPath::new(format!("options.{cheapest}.people.platform_engineer_fte"));
    assert!(
        harness
            .state()
            .asked
            .contains(&Ask::Do(Action::SetValue { path, value: 40.0 }))
    );
    let after = headline(&harness);
    assert_ne!(before, after);
    assert_ne!(
        harness.state().session.outcome().cheapest().unwrap().id,
        cheapest
    );
}

#[test]
fn the_same_page_speaks_another_language() {
    let mut harness = harness(App::showing("support-assistant", "cost"), 1_200.0);
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "All results");
    assert!(headline(&harness).contains("costs least"));
    harness.state_mut().session.set_locale(Locale::PtBr);
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Todos os resultados");
    assert!(headline(&harness).contains("custa menos"));
    assert!(harness.query_by_label_contains("costs least").is_none());
}

#[test]
fn a_chart_is_a_table_at_a_press_and_its_data_can_be_copied() {
    let mut harness = harness(App::showing("support-assistant", "cost"), 1_200.0);
    harness.run();
    let images = harness.query_all_by_role(Role::Image).count();
    harness
        .get_by_label("Show as a table, Cumulative cost")
        .click();
    harness.run();
    assert_eq!(harness.query_all_by_role(Role::Image).count(), images - 1);
    harness.get_by_role_and_label(Role::ColumnHeader, "Month");
    harness
        .get_by_label("Copy the data, Cumulative cost")
        .click();
    harness.run();
    let copied = harness.state().asked.iter().find_map(|ask| match ask {
        Ask::Copy(copied) => Some(copied.clone()),
        _ => None,
    });
    let copied = copied.unwrap();
    let options = harness.state().session.scenario().options.len();
    assert_eq!(copied.lines().count(), 38, "a head and 37 month ends");
    assert!(
        copied
            .lines()
            .all(|line| line.matches('\t').count() == options)
    );
    harness
        .get_by_label("Show as a chart, Cumulative cost")
        .click();
    harness.run();
    assert_eq!(harness.query_all_by_role(Role::Image).count(), images);
    harness
        .get_by_label("Export the chart, Cumulative cost…")
        .click();
    harness.run();
    assert_eq!(
        harness.state().asked.last(),
        Some(&Ask::ExportChart {
            chart: "cumulative-cost"
        })
    );
}

#[test]
fn break_even_comes_from_another_thread_and_the_last_one_stays_meanwhile() {
    let mut harness = harness(App::showing("llama-405b", "cost"), 1_200.0);
    harness.step();
    let chart = |harness: &Harness<'static, App>| {
        harness
            .query_by_label("Show as a table, Break-even over volume")
            .is_some()
    };
    wait(&mut harness, chart);
    wait(&mut harness, |harness| {
        harness.query_all_by_label_contains("is cheaper").count() > 0
    });
    let path = InputPath::new("workload.output_tokens_per_request");
    let _ = harness
        .state_mut()
        .session
        .update(Action::SetValue { path, value: 900.0 });
    harness.step();
    assert!(chart(&harness), "the earlier chart is still there");
}

#[test]
fn why_opens_the_tree_and_an_input_asks_to_be_revealed() {
    let mut harness = harness(App::showing("support-assistant", "cost"), 1_600.0);
    harness.run();
    let option = harness.state().session.outcome().options[0].clone();
    let label = format!("Why? Net present value of cost of {}", option.name);
    harness.get_by_label_contains(&label).click();
    harness.run();
    let result = ResultRef {
        option: option.id.clone(),
        part: ResultPart::Measure(Measure::NetPresentValue),
    };
    assert_eq!(harness.state().asked.last(), Some(&Ask::Why(result)));

    harness.state_mut().shown = "why";
    harness.run();
    harness.get_by_role(Role::Tree);
    let steps = harness.query_all_by_role(Role::TreeItem).count();
    assert!(steps > 3, "only {steps}");
    // From the result by arrow keys down to the first input.
    let root = harness.get_all_by_role(Role::TreeItem).next().unwrap();
    root.focus();
    harness.run();
    for _ in 0..80 {
        if harness.query_all_by_role(Role::Link).count() > 0 {
            break;
        }
        harness.key_press(Key::ArrowDown);
        harness.run();
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    let link = harness.get_all_by_role(Role::Link).next().unwrap();
    link.click();
    harness.run();
    let Some(Ask::Reveal(path)) = harness.state().asked.last() else {
        panic!("{:?}", harness.state().asked.last());
    };
    assert!(
        harness.state().session.scenario().figure(path).is_some(),
        "{path}"
    );
}

#[test]
fn a_speed_says_what_was_learnt_and_what_own_measurements_add() {
    let mut app = App::showing("support-assistant", "why");
    let option = OptionId::parse("rented-llama").unwrap();
    let case = case_of(app.session.scenario(), &option, Quantity::Saturated).unwrap();
    let estimated = app
        .session
        .catalogue()
        .estimator()
        .unwrap()
        .unchecked(&case);
    let measurement = Measurement::new(
        "bench".to_owned(),
        MeasurementKind::Entered,
        "2026-11-20".parse().unwrap(),
        "Our own bench".to_owned(),
        Subject::Deployment(case),
        1.5 * estimated,
    );
    let effects = app
        .session
        .update(Action::AddMeasurements(vec![measurement]));
    assert_eq!(effects.failure, None);
    app.why.open(ResultRef {
        option,
        part: ResultPart::Measure(Measure::TokensPerSecond),
    });
    let mut harness = harness(app, 620.0);
    harness.run();
    harness.get_by_label_contains("Without measurements of your own it would be");
    let root = harness.get_all_by_role(Role::TreeItem).next().unwrap();
    root.focus();
    harness.run();
    let learnt = "Learnt from published measurements";
    for _ in 0..80 {
        if harness.query_all_by_label_contains(learnt).count() > 0 {
            break;
        }
        harness.key_press(Key::ArrowDown);
        harness.run();
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    harness.get_all_by_label_contains(learnt).next().unwrap();
    let own = harness
        .get_all_by_label_contains("“Our own bench”, 20 November 2026")
        .next()
        .unwrap();
    let label = own.accesskit_node().label().unwrap_or_default();
    assert!(label.contains("× 1."), "{label}");
    let description = own.accesskit_node().description().unwrap_or_default();
    assert!(
        description.contains("1.50 times as fast as estimated"),
        "{description}"
    );
}

#[test]
fn engine_and_cache_are_chosen_beside_the_estimate() {
    let mut harness = harness(App::showing("support-assistant", "latency"), 1_600.0);
    let is_there = |harness: &Harness<'static, App>| {
        let mut found = harness.query_all_by_label("Serving engine");
        found.any(|node| node.accesskit_node().role() == Role::ComboBox)
    };
    wait(&mut harness, is_there);
    let option = OptionId::parse("rented-llama").unwrap();
    let before = harness.state().session.scenario().clone();
    harness
        .get_by_role_and_label(Role::ComboBox, "Serving engine")
        .click();
    harness.run();
    harness.get_by_role(Role::SearchInput).type_text("TensorRT");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let engine = |harness: &Harness<'static, App>| {
        let scenario = harness.state().session.scenario();
        hosting_of(scenario, &option).unwrap().engine.clone()
    };
    assert_eq!(engine(&harness), "tensorrt-llm");
    wait(&mut harness, is_there);
    harness
        .get_by_role_and_label(Role::RadioButton, "8 bits")
        .click();
    harness.run();
    let bytes = |scenario: &Scenario| {
        let serving = &hosting_of(scenario, &option).unwrap().serving;
        serving.kv_cache_bytes_per_token.value
    };
    let halved = bytes(harness.state().session.scenario());
    assert_eq!(halved, bytes(&before) / 2.0);
    for _ in 0..2 {
        assert!(harness.state_mut().session.update(Action::Undo).changed);
    }
    assert_eq!(*harness.state().session.scenario(), before);
}

#[test]
fn why_lists_all_inputs_and_closes_by_escape() {
    let mut app = App::showing("cypher", "why");
    let option = app.session.scenario().options[0].id.clone();
    app.why.open(ResultRef {
        option,
        part: ResultPart::Measure(Measure::AverageMonthlyCost),
    });
    let mut harness = harness(app, 520.0);
    harness.run();
    let inputs = harness.get_by_label_contains("Inputs, ");
    inputs.click();
    harness.run();
    harness
        .get_all_by_label_contains("Go to ")
        .next()
        .unwrap()
        .click();
    harness.run();
    assert!(matches!(harness.state().asked.last(), Some(Ask::Reveal(_))));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().why.result(), None);
    assert!(harness.query_by_role(Role::Tree).is_none());
}

#[test]
fn an_input_that_is_revealed_opens_its_group_and_gets_the_keyboard() {
    let mut harness = harness(App::showing("support-assistant", "cost"), 1_200.0);
    harness.run();
    let path = InputPath::new("options.owned-oss.transition.exit_egress_usd");
    assert!(cost::holds(harness.state().session.scenario(), &path));
    assert!(harness.query_by_label_contains("Moving data out").is_none());
    weighbridge_desktop::pages::figures::reveal(&harness.ctx, &path);
    harness.run();
    harness.run();
    assert!(
        harness
            .get_by_role_and_label(Role::TextInput, "Moving data out ($)")
            .is_focused()
    );
    assert_eq!(harness.state().cost.option, OptionId::parse("owned-oss"));
}

#[test]
fn a_score_is_entered_typed_over_and_removed() {
    let mut harness = harness(App::showing("support-assistant", "capability"), 1_300.0);
    let scored = |harness: &Harness<'static, App>| -> usize {
        harness
            .state()
            .session
            .scenario()
            .options
            .iter()
            .map(|option| option.scores.len())
            .sum()
    };
    harness.run();
    let before = scored(&harness);
    // The own pilot is offered although nobody has a score in it.
    harness
        .get_by_role_and_label(Role::ComboBox, "Benchmark")
        .click();
    harness.run();
    harness.get_by_role(Role::SearchInput).type_text("pilot");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let name = harness.state().session.scenario().options[1].name.clone();
    harness
        .get_by_label(&format!("Enter a score for {name}"))
        .click();
    harness.run();
    let field = format!("{name} (%)");
    harness.get_by_label(&field).focus();
    harness.run();
    harness.get_by_label(&field).type_text("81.5");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(scored(&harness), before + 1);
    let option = &harness.state().session.scenario().options[1];
    assert_eq!(option.scores.last().unwrap().score.value, 81.5);
    assert!(
        harness.query_all_by_label_contains("entered").count() > 0,
        "it is marked"
    );
    harness
        .get_by_label(&format!("Remove the score of {name}"))
        .click();
    harness.run();
    assert_eq!(scored(&harness), before);
}

#[test]
fn an_option_without_a_score_is_listed_and_never_zero() {
    let mut harness = harness(App::showing("support-assistant", "capability"), 1_300.0);
    harness.run();
    let scenario = harness.state().session.scenario();
    let columns = weighbridge_engine::capability::columns(scenario);
    let missing = scenario.options.len() - columns[0].open - columns[0].closed;
    assert!(
        missing > 0,
        "the sample has an option without a score in the first column"
    );
    assert_eq!(
        harness
            .query_all_by_label("Without a score in this group")
            .count(),
        missing
    );
    assert_eq!(harness.query_all_by_label("0%").count(), 0);
}

#[test]
fn the_throughput_can_be_entered() {
    let mut harness = harness(App::showing("support-assistant", "latency"), 1_300.0);
    harness.run();
    let learnt =
        |harness: &Harness<'static, App>| says(harness, "published measurements; every figure");
    wait(&mut harness, learnt);
    let entered = harness.get_all_by_role_and_label(Role::RadioButton, "Entered or measured");
    entered.into_iter().next().unwrap().click();
    harness.run();
    harness.get_by_role_and_label(
        Role::TextInput,
        "Throughput of a replica (tokens/s per replica)",
    );
}

fn says(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).count() > 0
}

#[test]
fn a_self_hosted_option_has_its_charts_and_the_nearest_measurements() {
    let mut harness = harness(
        App::showing("condition-data-sovereignty", "latency"),
        1_300.0,
    );
    wait(&mut harness, |harness| {
        says(harness, "nearest measurements")
    });
    // Each chart is told in words, and so is the range of the speed.
    for words in [
        "fits: its weights take",
        "of what memory allows",
        "gives ",
        "nineteen in twenty see the first token within",
        "The busiest hour keeps",
    ] {
        let pictures = harness.query_all_by_role(Role::Image);
        let count = pictures
            .filter(|node| {
                let label = node.accesskit_node().label();
                label.is_some_and(|label| label.contains(words))
            })
            .count();
        assert_eq!(count, 1, "{words}");
    }
    assert!(says(&harness, "with eight chances in ten"));

    // The charts are those of the option that is looked at.
    let of = |harness: &Harness<'static, App>, name: &str| says(harness, &format!("{name} fits"));
    assert!(of(&harness, "gpt-oss 120B on rented H100"));
    let another = "Llama 3.3 70B on rented H100";
    harness
        .get_by_role_and_label(Role::RadioButton, another)
        .click();
    harness.run();
    assert!(of(&harness, another) && !of(&harness, "gpt-oss 120B on rented H100"));

    // A chart gives way to its table, and is exported for its option.
    harness
        .get_by_label("Show as a table, Waiting times")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::ColumnHeader, "p95");
    harness
        .get_by_label("Export the chart, Throughput against latency…")
        .click();
    harness.run();
    assert_eq!(
        harness.state().asked.last(),
        Some(&Ask::ExportOptionChart {
            chart: "throughput-latency",
            option: OptionId::parse("rented-llama").unwrap(),
        })
    );
}

#[test]
fn a_model_without_room_says_what_is_missing() {
    let mut app = App::showing("support-assistant", "latency");
    let path = InputPath::new("options.rented-llama.serving.memory_gigabytes_per_gpu");
    let _ = app.session.update(Action::SetValue { path, value: 8.0 });
    let mut harness = harness(app, 1_300.0);
    wait(&mut harness, |harness| {
        says(harness, "cannot run as described")
    });
    assert!(says(&harness, "of memory are missing"));
    assert!(!says(&harness, "of what memory allows"));
}

#[test]
fn the_decision_says_what_would_flip_it_and_leads_to_the_input() {
    let mut harness = harness(App::showing("llama-405b", "decision"), 1_400.0);
    harness.run();
    harness.get_by_label("Single inputs, one by one").click();
    let found =
        |harness: &Harness<'static, App>| harness.query_all_by_label_contains("Go to ").count() > 0;
    wait(&mut harness, found);
    harness
        .get_all_by_label_contains("Go to ")
        .next()
        .unwrap()
        .click();
    harness.run();
    assert!(matches!(harness.state().asked.last(), Some(Ask::Reveal(_))));
}

#[test]
fn an_option_that_does_not_fit_is_grey_with_the_reason() {
    let mut app = App::showing("support-assistant", "decision");
    let path = InputPath::new("options.rented-llama.serving.memory_gigabytes_per_gpu");
    let _ = app.session.update(Action::SetValue { path, value: 8.0 });
    let mut harness = harness(app, 1_400.0);
    harness.run();
    harness.get_by_label_contains("Out because the model needs");
    harness.state_mut().shown = "priorities";
    harness.run();
    harness.get_by_role_and_label(Role::Cell, "missed");
    harness.state_mut().shown = "latency";
    harness.run();
    assert!(
        headline(&harness).contains("do not fit") || headline(&harness).contains("does not fit")
    );
}

#[test]
fn the_report_is_asked_for_with_its_language_and_date() {
    let mut harness = harness(App::showing("support-assistant", "report"), 1_300.0);
    harness.run();
    harness
        .get_by_role_and_label(Role::RadioButton, "Español")
        .click();
    harness.run();
    assert_eq!(harness.state().report.locale, Some(Locale::Es));
    harness.get_by_label("Export the report…").click();
    harness.run();
    assert_eq!(harness.state().asked.last(), Some(&Ask::ExportReport));
}

#[test]
fn the_parts_of_the_report_are_those_of_the_case() {
    let mut harness = harness(App::showing("support-assistant", "report"), 1_300.0);
    harness.run();
    let gates = |harness: &Harness<'static, App>| {
        let labels = harness.query_all_by_label_contains("what closes on them");
        labels.count()
    };
    assert!(
        harness
            .query_by_label_contains("fifty futures each option")
            .is_some()
    );
    assert_eq!(gates(&harness), 1);
    let asked: Vec<String> = {
        let priorities = &harness.state().session.scenario().priorities;
        priorities
            .gates
            .iter()
            .map(|gate| gate.id.clone())
            .collect()
    };
    for gate in asked {
        let session = &mut harness.state_mut().session;
        assert_eq!(session.update(Action::RemoveGate(gate)).failure, None);
    }
    harness.run();
    assert_eq!(gates(&harness), 0, "a part that is empty is not announced");
}
