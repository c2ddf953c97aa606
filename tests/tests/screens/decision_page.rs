//! The page of the decision with its odds, found by role and label.

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::pages::{Ask, decision};
use weighbridge_engine::figure::{Figure, Range, RangeReading};
use weighbridge_engine::scenario::{
    Assessment, Criterion, Evidence, Gate, GateTest, InputPath, LocalText, Scenario,
};
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::{Locale, Text};

use crate::page_support::shown;

/// Draws that are few enough to wait for.
const DRAWS: u32 = 300;

/// A session, the page, and what was asked.
struct App {
    session: Session,
    decision: decision::State,
    asked: Vec<Ask>,
    follows: bool,
}

impl App {
    fn new(change: impl Fn(&mut Scenario)) -> App {
        let catalogue = Arc::new(weighbridge_catalogue::built_in().unwrap().0);
        let files = weighbridge_catalogue::sample_files();
        let file = files
            .iter()
            .find(|file| file.path.contains("support-assistant"))
            .unwrap();
        let read =
            weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue).unwrap();
        let mut scenario = read.scenario;
        scenario.sampling.draws = DRAWS;
        scenario.priorities = Default::default();
        change(&mut scenario);
        let document = Document::new(scenario, None);
        App {
            session: Session::new(document, catalogue, "2026-11-24".parse().unwrap()),
            decision: decision::State::default(),
            asked: Vec::new(),
            follows: true,
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        if self.follows {
            let context = ui.ctx().clone();
            self.session.follow_odds(move || context.request_repaint());
        }
        let asks = shown(&mut self.session, |page| {
            decision::ui(ui, page, &mut self.decision);
        });
        for ask in asks {
            match &ask {
                Ask::StopOdds => self.session.stop_odds(),
                Ask::ResumeOdds => self.session.resume_odds(),
                _ => {}
            }
            self.asked.push(ask);
        }
    }
}

type Page0 = Harness<'static, App>;

fn harness(app: App) -> Page0 {
    Harness::builder()
        .with_size([1_180.0, 6_000.0])
        .with_max_steps(400)
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(|ui, app: &mut App| app.ui(ui), app)
}

/// Runs until `is_there`, since odds come from another thread.
fn wait(harness: &mut Page0, is_there: impl Fn(&App) -> bool) {
    for _ in 0..12_000 {
        harness.step();
        if is_there(harness.state()) {
            harness.run_steps(2);
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("it never came");
}

fn with_odds(app: App) -> Page0 {
    let mut harness = harness(app);
    wait(&mut harness, |app| app.session.odds().is_full());
    harness
}

fn headline(harness: &Page0) -> String {
    let headings = harness.get_all_by_role(Role::Heading);
    let first = headings
        .into_iter()
        .find(|node| node.accesskit_node().level() == Some(1));
    first.unwrap().accesskit_node().label().unwrap()
}

fn shows(harness: &Page0, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// One criterion that is judged, worth so much a point, best for the option at a place.
fn judged(scenario: &mut Scenario, best: usize, usd_per_point: f64) {
    let text = |words: &str| LocalText::plain(words);
    scenario.priorities.criteria.push(Criterion {
        id: "control".to_owned(),
        name: text("Control over the model"),
        guidance: LocalText::default(),
        evidence: Evidence::Judgement,
        worst: 0.0,
        best: 100.0,
        worst_means: LocalText::default(),
        best_means: LocalText::default(),
        starting_weight: Figure::entered(100.0),
        sources: Vec::new(),
    });
    scenario.priorities.money_axis.usd_per_point = Figure::entered(usd_per_point);
    for (place, option) in scenario.options.iter_mut().enumerate() {
        option.assessments.clear();
        option.assessments.push(Assessment {
            criterion: "control".to_owned(),
            figure: Figure::entered(if place == best { 100.0 } else { 0.0 }),
            why: LocalText::default(),
        });
    }
}

#[test]
fn the_headline_names_the_option_that_value_makes_best() {
    let cheapest = {
        let app = App::new(|_| {});
        app.session.weighing().ranking[0]
    };
    let other = usize::from(cheapest == 0);
    let harness = with_odds(App::new(|scenario| judged(scenario, other, 1e8)));
    let name = harness.state().session.scenario().options[other]
        .name
        .clone();
    let said = headline(&harness);
    assert!(said.starts_with(&format!("Choose {name}")), "{said}");
    assert!(said.contains("worth"), "{said}");
    assert!(
        shows(&harness, "Control over the model"),
        "the reason is told"
    );
}

#[test]
fn without_criteria_cost_alone_decides() {
    let harness = with_odds(App::new(|_| {}));
    let session = &harness.state().session;
    let best = session.outcome().cheapest().unwrap().name.clone();
    let said = headline(&harness);
    assert!(said.contains(&best) && said.contains("costs"), "{said}");
    assert!(!shows(&harness, "Net benefit"));
}

#[test]
fn the_odds_are_told_and_stand_in_the_table_of_the_dots() {
    let mut harness = with_odds(App::new(|_| {}));
    let odds = harness.state().session.odds();
    let futures = Arc::clone(odds.futures().unwrap());
    let best = futures.recommendation.best.unwrap();
    let count = futures.prospects.options[best].best_futures;
    assert!(shows(
        &harness,
        &format!("Best of all options in {count} of 50 futures.")
    ));
    let total: u32 = futures
        .prospects
        .options
        .iter()
        .map(|option| option.cheapest_futures)
        .sum();
    assert_eq!(total, 50);
    for option in &futures.prospects.options {
        let words = format!("{} of 50", option.cheapest_futures);
        let is_in = futures
            .weighing
            .option(&option.id)
            .unwrap()
            .is_in_the_running;
        assert!(!is_in || shows(&harness, &words), "{words}");
    }
    // The same dots as a table.
    harness
        .get_by_label("Show as a table, Fifty futures")
        .click();
    harness.run_steps(3);
    assert!(harness.query_all_by_role(Role::Table).count() >= 2);
}

#[test]
fn a_closed_gate_says_why_an_option_is_out() {
    let gate = |scenario: &mut Scenario| {
        scenario.priorities.gates.push(Gate {
            id: "skills".to_owned(),
            test: GateTest::Skills,
            on: true,
            limit: Figure::entered(0.0),
            percentile: 0.5,
            guidance: LocalText::default(),
            sources: Vec::new(),
        });
    };
    let app = App::new(gate);
    let out = app
        .session
        .weighing()
        .options
        .iter()
        .filter(|option| !option.is_in_the_running)
        .count();
    assert!(out > 0, "the sample has options that need engineers");
    let harness = harness(app);
    assert!(shows(&harness, "full-time engineers, and 0 are on hand"));
    assert!(shows(&harness, "skills on hand"), "{}", headline(&harness));
}

#[test]
fn odds_of_the_case_before_are_said_to_be_so_until_the_next_are_there() {
    let mut harness = with_odds(App::new(|_| {}));
    let text = Text::new(Locale::En);
    let stale = text.get("decision-odds-stale");
    assert!(!shows(&harness, &stale));
    // A case that takes long enough to be looked at.
    let state = harness.state_mut();
    let mut sampling = state.session.scenario().sampling.clone();
    sampling.draws = 1_000_000;
    let effects = state.session.update(Action::SetSampling(sampling));
    assert!(effects.changed);
    harness.step();
    assert!(!harness.state().session.odds().is_current());
    assert!(shows(&harness, &stale));
    // First odds come, better ones follow, and the work can be stopped.
    wait(&mut harness, |app| app.session.odds().is_current());
    assert!(shows(&harness, "First odds from 600 draws"));
    harness.get_by_role_and_label(Role::Button, "Stop").click();
    wait(&mut harness, |app| !app.session.odds().is_busy());
    assert_eq!(harness.state().asked.last(), Some(&Ask::StopOdds));
    assert!(shows(&harness, "Stopped: the odds shown rest on 600 draws"));
    harness.get_by_role_and_label(Role::Button, "Go on").click();
    harness.step();
    harness.step();
    assert!(harness.state().session.odds().is_busy());
}

#[test]
fn a_range_that_cannot_be_drawn_from_leads_to_its_field() {
    let path = InputPath::new("workload.requests_per_month");
    let bad = path.clone();
    let mut harness = harness(App::new(move |scenario| {
        let mut figure = scenario.figure(&bad).unwrap().clone();
        figure.range = Some(Range::new(
            2.0 * figure.value,
            3.0 * figure.value,
            RangeReading::Percentiles10And90,
        ));
        scenario.set_figure(&bad, figure).unwrap();
    }));
    wait(&mut harness, |app| app.session.odds().fault().is_some());
    harness
        .get_by_role_and_label(Role::Button, "Go to the range")
        .click();
    harness.run_steps(2);
    assert_eq!(harness.state().asked.last(), Some(&Ask::Reveal(path)));
    assert!(
        headline(&harness).contains("costs"),
        "the rest of the page stands"
    );
}

#[test]
fn analysts_open_what_others_need_not_see() {
    let mut harness = with_odds(App::new(|scenario| judged(scenario, 0, 1_000.0)));
    assert!(!shows(&harness, "Sampling"));
    harness.get_by_label_contains("For analysts").click();
    harness.run_steps(3);
    for (section, words) in [
        ("Regret and volume", "Expected regret"),
        ("Sensitivity", "Work them out"),
        ("Weights", "How far each weight may move"),
        ("What if", "Looking again later"),
        ("Sampling", "Latin hypercube"),
    ] {
        harness
            .get_by_role_and_label(Role::RadioButton, section)
            .click();
        harness.run_steps(3);
        assert!(shows(&harness, words), "{section}: {words}");
    }
    harness
        .get_by_role_and_label(Role::RadioButton, "Scrambled Sobol’ sequence")
        .click();
    harness.run_steps(2);
    let Some(Ask::Do(Action::SetSampling(sampling))) = harness.state().asked.last() else {
        panic!("{:?}", harness.state().asked.last());
    };
    assert_eq!(sampling.method.key(), "sobol");
}
