//! The step of priorities and the editor of ranges, used by keyboard and pointer and found by role
//! and label.

use std::sync::{Arc, OnceLock};

use crate::hands::{fill, press};
use egui::Key;
use egui::accesskit::{Invalid, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_catalogue::{built_in, sample_files};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::pages::{Ask, Page, figures, priorities, ranges, workload};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::figure::{Origin, RangeReading, RangeShape};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    Answer, COST, CostRole, Elicitation, Evidence, GateTest, InputPath, LocalText,
};
use weighbridge_engine::weighing::{Verdict, weigh};
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::{ChoiceWords, Locale};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Which {
    Priorities,
    Workload,
    Pairs,
}

/// A page over a session that does what it is asked.
struct Desk {
    session: Session,
    which: Which,
    priorities: priorities::State,
    workload: workload::State,
    asks: Vec<Ask>,
    failures: Vec<String>,
}

impl Desk {
    /// A sample under the built-in framework, with nobody's answers.
    fn new(locale: Locale, which: Which) -> Desk {
        let empty = Scenario::new("Test", "2026-11-24".parse().unwrap());
        let mut session = Session::new(
            Document::new(empty, None),
            catalogue(),
            "2026-11-24".parse().unwrap(),
        );
        session.set_locale(locale);
        let files = sample_files();
        let file = files
            .iter()
            .find(|file| file.path.contains("support-assistant"))
            .unwrap();
        session.open_text(&file.path, file.text).unwrap();
        let framework = catalogue().default_framework().unwrap().id.clone();
        assert_eq!(
            session.update(Action::ApplyFramework(framework)).failure,
            None
        );
        for condition in session.scenario().priorities.conditions.clone() {
            let _ = session.update(Action::SetAnswer {
                condition: condition.id,
                answer: Answer::Unknown,
            });
        }
        for participant in session.scenario().priorities.participants.clone() {
            let _ = session.update(Action::RemoveParticipant(participant.id));
        }
        Desk {
            session,
            which,
            priorities: priorities::State::default(),
            workload: workload::State::default(),
            asks: Vec::new(),
            failures: Vec::new(),
        }
    }

    fn does(&mut self, action: Action) {
        assert_eq!(self.session.update(action).failure, None);
    }

    fn scenario(&self) -> &Scenario {
        self.session.scenario()
    }

    fn value(&self, path: &str) -> f64 {
        let path = InputPath::new(path);
        self.scenario().figure(&path).unwrap().value
    }

    /// Somebody who weighs, by name; gives their id.
    fn person(&mut self, name: &str) -> String {
        self.does(Action::AddParticipant(name.to_owned()));
        self.scenario()
            .priorities
            .participants
            .last()
            .unwrap()
            .id
            .clone()
    }

    fn local(&self, text: &LocalText) -> String {
        self.session.text().local(text).to_owned()
    }

    fn criteria(&self) -> Vec<(String, String)> {
        self.scenario()
            .priorities
            .criteria
            .iter()
            .map(|criterion| (criterion.id.clone(), self.local(&criterion.name)))
            .collect()
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        let look = look::Look::of(ui);
        ui.spacing_mut().item_spacing = egui::vec2(look.gap_small, look.gap);
        let mut asks = Vec::new();
        let mut page = Page {
            session: &self.session,
            text: self.session.text(),
            asks: &mut asks,
        };
        egui::ScrollArea::vertical().show(ui, |ui| match self.which {
            Which::Priorities => priorities::ui(ui, &mut page, &mut self.priorities),
            Which::Workload => workload::ui(ui, &mut page, &mut self.workload),
            Which::Pairs => ranges::correlations_ui(ui, &mut page),
        });
        for ask in asks {
            if let Ask::Do(action) = &ask {
                let effects = self.session.update(action.clone());
                self.failures
                    .extend(effects.failure.map(|failure| failure.to_string()));
            }
            self.asks.push(ask);
        }
    }
}

/// Read once: it takes longer than drawing.
fn catalogue() -> Arc<Catalogue> {
    static BUILT_IN: OnceLock<Arc<Catalogue>> = OnceLock::new();
    Arc::clone(BUILT_IN.get_or_init(|| Arc::new(built_in().unwrap().0)))
}

type Shown = Harness<'static, Desk>;

fn harness_of(desk: Desk, width: f32) -> Shown {
    let mut harness = Harness::builder()
        .with_size([width, 6_000.0])
        .with_max_steps(24)
        .with_theme(egui::Theme::Light)
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(|ui, desk: &mut Desk| desk.draw(ui), desk);
    harness.run_ok();
    harness
}

fn harness(which: Which) -> Shown {
    harness_of(Desk::new(Locale::En, which), 1_180.0)
}

fn invalid(harness: &Shown, label: &str) -> bool {
    let field = harness.get_by_role_and_label(Role::TextInput, label);
    field.accesskit_node().data().invalid() == Some(Invalid::True)
}

/// The radio button of an answer inside the group of its statement.
fn answer(harness: &mut Shown, statement: &str, word: &str) {
    let group = harness.get_by_role_and_label(Role::RadioGroup, statement);
    group.get_by_role_and_label(Role::RadioButton, word).click();
    harness.run_ok();
}

fn labels(harness: &Shown) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes
        .filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        })
        .collect()
}

/// Answers a condition; the gate that follows closes, and the table says why. Undo opens it again.
#[test]
fn an_answer_closes_a_gate_and_the_reason_is_shown() {
    let mut harness = harness(Which::Priorities);
    let (condition, statement) = {
        let desk = harness.state();
        let found = desk
            .scenario()
            .priorities
            .conditions
            .iter()
            .find(|condition| {
                let sets = |end: &str| {
                    condition
                        .consequences
                        .iter()
                        .any(|one| one.path.starts_with("gates.") && one.path.ends_with(end))
                };
                sets(".on") && sets(".allowed")
            })
            .unwrap();
        (found.id.clone(), desk.local(&found.statement))
    };
    let out = |harness: &Shown| {
        let desk = harness.state();
        let weighing = weigh(desk.scenario(), desk.session.outcome());
        let words = ChoiceWords::new(desk.session.text(), desk.scenario());
        weighing
            .options
            .iter()
            .filter(|option| {
                option.gates.iter().any(|gate| {
                    let gates = &desk.scenario().priorities.gates;
                    let tested = gates.iter().find(|known| known.id == gate.gate);
                    tested.is_some_and(|it| matches!(it.test, GateTest::DataResidency(_)))
                        && matches!(gate.verdict, Verdict::Closed(_))
                })
            })
            .filter_map(|option| words.out_because(option))
            .collect::<Vec<String>>()
    };
    assert!(out(&harness).is_empty());
    answer(&mut harness, &statement, "Yes");
    let given = |harness: &Shown| {
        let priorities = &harness.state().scenario().priorities;
        priorities.condition(&condition).unwrap().answer
    };
    assert_eq!(given(&harness), Answer::Yes);
    let reasons = out(&harness);
    assert!(!reasons.is_empty(), "somebody's data goes too far away");
    for reason in reasons {
        assert!(reason.starts_with("Out because"), "{reason}");
        let told = reason.trim_end_matches('.');
        let mut cells = harness.query_all_by_label_contains(told);
        assert!(
            cells.any(|cell| cell.accesskit_node().role() == Role::Cell),
            "{reason}"
        );
    }
    harness.state_mut().does(Action::Undo);
    harness.run_ok();
    assert_eq!(given(&harness), Answer::Unknown);
    assert!(out(&harness).is_empty());
}

#[test]
fn nothing_on_any_view_is_without_its_words_or_its_name() {
    for locale in Locale::ALL {
        for width in [1_180.0, 620.0] {
            let mut desk = Desk::new(locale, Which::Priorities);
            for (name, elicitation) in [("Ana", Elicitation::Ranks), ("Bruno", Elicitation::Pairs)]
            {
                let participant = desk.person(name);
                desk.does(Action::SetElicitation {
                    participant,
                    elicitation,
                });
            }
            let text = desk.session.text();
            let mut harness = harness_of(desk, width);
            for view in ["glance", "gates", "weights", "judgements", "money"] {
                let key = format!("priorities-view-{view}");
                if view != "glance" {
                    press(&mut harness, Role::Tab, &text.get(&key));
                }
                let mut people = vec![None];
                if view == "weights" {
                    people.extend([Some("Ana"), Some("Bruno")]);
                }
                for person in people {
                    if let Some(person) = person {
                        press(&mut harness, Role::Tab, person);
                    }
                    check(&harness, width, &format!("{locale} {view} {person:?}"));
                }
            }
            assert!(harness.state().failures.is_empty());
        }
    }
}

/// No untranslated words, no control without a name, nothing beyond the right edge.
fn check(harness: &Shown, width: f32, place: &str) {
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        let label = node.label().unwrap_or_default();
        assert!(!label.starts_with('['), "{place}: {label}");
        let is_control = matches!(
            node.role(),
            Role::Button
                | Role::TextInput
                | Role::ComboBox
                | Role::RadioButton
                | Role::Switch
                | Role::Slider
                | Role::Tab
        );
        if !is_control {
            continue;
        }
        let has_name = !label.is_empty() || node.placeholder().is_some();
        assert!(has_name, "{place}: a {:?} without a name", node.role());
        if let Some(area) = node.raw_bounds() {
            let is_inside = area.x1 <= f64::from(width) + 1.0;
            assert!(is_inside, "{place}: {label} ends at {}", area.x1);
        }
    }
}

#[test]
fn a_limit_closes_a_gate_and_nonsense_leaves_it_as_it_is() {
    let mut harness = harness(Which::Priorities);
    let (id, name) = {
        let desk = harness.state();
        let priorities = &desk.scenario().priorities;
        let gate = priorities
            .gates
            .iter()
            .find(|gate| gate.test == GateTest::Skills)
            .unwrap();
        let words = ChoiceWords::new(desk.session.text(), desk.scenario());
        let name = words.gate(gate);
        let mut letters = name.chars();
        let upper: String = letters
            .next()
            .unwrap()
            .to_uppercase()
            .chain(letters)
            .collect();
        (gate.id.clone(), upper)
    };
    press(&mut harness, Role::Tab, "Gates");
    let is_on = |harness: &Shown| {
        let priorities = &harness.state().scenario().priorities;
        priorities.gate(&id).unwrap().on
    };
    if !is_on(&harness) {
        press(&mut harness, Role::Switch, &name);
    }
    assert!(is_on(&harness));
    let unit = harness
        .state()
        .session
        .text()
        .unit_name(weighbridge_units::Unit::FTE);
    let field = format!("Limit: {name} ({unit})");
    fill(&mut harness, &field, "0");
    assert_eq!(harness.state().value(&format!("gates.{id}.limit")), 0.0);
    fill(&mut harness, &field, "plenty");
    assert!(invalid(&harness, &field));
    assert_eq!(harness.state().value(&format!("gates.{id}.limit")), 0.0);
    press(&mut harness, Role::Tab, "At a glance");
    assert!(
        labels(&harness)
            .iter()
            .any(|label| label.starts_with("Out because it takes"))
    );
}

/// Picks the entry of a list by typing.
fn choose(harness: &mut Shown, list: &str, entry: &str) {
    press(harness, Role::ComboBox, list);
    harness.get_by_role(Role::SearchInput).type_text(entry);
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
}

#[test]
fn a_criterion_of_the_clients_own_is_added_described_and_removed() {
    let mut harness = harness(Which::Priorities);
    press(&mut harness, Role::Tab, "Criteria and weights");
    let before = harness.state().criteria().len();
    press(&mut harness, Role::Button, "Add a criterion");
    let newest = |harness: &Shown| {
        let priorities = &harness.state().scenario().priorities;
        priorities.criteria.last().unwrap().clone()
    };
    assert_eq!(harness.state().criteria().len(), before + 1);
    let id = newest(&harness).id;
    for (field, typed) in [
        ("Name of the criterion", "Carbon"),
        ("What the worst means", "Burns coal"),
        ("What the best means", "Runs on wind"),
    ] {
        fill(&mut harness, field, typed);
    }
    let found = newest(&harness);
    assert_eq!(found.id, id, "an id never changes");
    let desk = harness.state();
    assert_eq!(desk.local(&found.name), "Carbon");
    assert_eq!(desk.local(&found.worst_means), "Burns coal");
    assert_eq!(desk.local(&found.best_means), "Runs on wind");
    assert_eq!((found.worst, found.best), (0.0, 100.0));

    // A result of the arithmetic has ends that the client states; equal ones are refused.
    choose(
        &mut harness,
        "What tells how an option does",
        "Time to first token",
    );
    assert_eq!(
        newest(&harness).evidence,
        Evidence::Result(Measure::TimeToFirstToken)
    );
    let unit = harness
        .state()
        .session
        .text()
        .unit_name(weighbridge_units::Unit::SECONDS);
    let worst = format!("Worst: worth nothing ({unit})");
    fill(&mut harness, &worst, "4");
    let found = newest(&harness);
    assert_eq!((found.worst, found.best), (4.0, 0.0));
    assert!(harness.state().failures.is_empty());
    fill(&mut harness, &worst, "0");
    assert_eq!(newest(&harness).worst, 4.0);
    assert_eq!(harness.state().failures.len(), 1);

    press(&mut harness, Role::Button, "Remove the criterion “Carbon”");
    assert_eq!(harness.state().criteria().len(), before);
    harness.state_mut().does(Action::Undo);
    assert_eq!(harness.state().criteria().len(), before + 1);
}

#[test]
fn a_gate_is_added_made_surer_and_removed() {
    let mut harness = harness(Which::Priorities);
    let criterion = {
        let desk = harness.state();
        let priorities = &desk.scenario().priorities;
        let mut criteria = priorities.criteria.iter();
        let judged = criteria
            .find(|criterion| {
                criterion.evidence == Evidence::Judgement
                    && !priorities
                        .gates
                        .iter()
                        .any(|gate| gate.test == GateTest::MinimumJudgement(criterion.id.clone()))
            })
            .unwrap();
        judged.clone()
    };
    let name = harness.state().local(&criterion.name);
    press(&mut harness, Role::Tab, "Gates");
    let before = harness.state().scenario().priorities.gates.len();
    choose(&mut harness, "Add a gate", &name);
    let gate = {
        let gates = &harness.state().scenario().priorities.gates;
        assert_eq!(gates.len(), before + 1);
        gates.last().unwrap().clone()
    };
    assert_eq!(gate.test, GateTest::MinimumJudgement(criterion.id));
    assert_eq!((gate.on, gate.percentile), (true, 0.5));
    let called = {
        let desk = harness.state();
        let words = ChoiceWords::new(desk.session.text(), desk.scenario());
        let name = words.gate(&gate);
        let mut letters = name.chars();
        let first = letters.next().unwrap().to_uppercase();
        first.chain(letters).collect::<String>()
    };
    let now = |harness: &Shown| {
        let priorities = &harness.state().scenario().priorities;
        priorities.gate(&gate.id).map(|gate| gate.percentile)
    };
    let list = format!("How surely it must hold: {called}");
    choose(&mut harness, &list, "In 90");
    assert_eq!(now(&harness), Some(0.9));
    choose(&mut harness, &list, "more likely than not");
    assert_eq!(now(&harness), Some(0.5));
    let remove = format!("Remove the gate “{called}”");
    press(&mut harness, Role::Button, &remove);
    assert_eq!(now(&harness), None);
    assert!(harness.state().failures.is_empty());
}

#[test]
fn weights_are_given_by_slider_number_order_and_pairs() {
    let mut harness = harness(Which::Priorities);
    press(&mut harness, Role::Tab, "Criteria and weights");
    fill(&mut harness, "Name of somebody who weighs", "Ana");
    let id = {
        let people = &harness.state().scenario().priorities.participants;
        assert_eq!(people.len(), 1);
        assert_eq!(people[0].name, "Ana");
        people[0].id.clone()
    };
    press(&mut harness, Role::Tab, "Ana");
    let criteria = harness.state().criteria();
    let (first, name) = criteria[0].clone();

    // By number, then by the keys of the slider.
    let field = format!("Weight of {name}, Ana");
    fill(&mut harness, &field, "40");
    let path = format!("participants.{id}.weight.{first}");
    assert_eq!(harness.state().value(&path), 40.0);
    let slider = format!("Slider: {field}");
    harness.get_by_role_and_label(Role::Slider, &slider).focus();
    harness.run_ok();
    harness.key_press(Key::ArrowRight);
    harness.run_ok();
    assert_eq!(harness.state().value(&path), 41.0);

    // The swing that matters most gets all points.
    press(&mut harness, Role::ComboBox, "The swing that matters most");
    harness.get_by_role(Role::SearchInput).type_text(&name);
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
    assert_eq!(harness.state().value(&path), 100.0);

    // By order.
    press(&mut harness, Role::RadioButton, "Order");
    harness
        .get_by_role_and_label(Role::Button, &format!("Move {name} down"))
        .focus();
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
    let ranks = |harness: &Shown| {
        let priorities = &harness.state().scenario().priorities;
        priorities.participant(&id).unwrap().ranks.clone()
    };
    assert_eq!(ranks(&harness)[..2], [criteria[1].0.clone(), first.clone()]);
    // The keyboard goes on with the criterion that moved.
    let focused = harness
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
        .and_then(|node| node.accesskit_node().label());
    assert_eq!(focused, Some(format!("Move {name} down")));

    // By pairs: one step of the scale towards the first.
    press(&mut harness, Role::RadioButton, "Pairs");
    let pair = format!("{} against {}", criteria[0].1, criteria[1].1);
    harness.get_by_role_and_label(Role::Slider, &pair).focus();
    harness.run_ok();
    harness.key_press(Key::ArrowLeft);
    harness.run_ok();
    harness.key_press(Key::ArrowLeft);
    harness.run_ok();
    let said = harness.state().scenario().priorities.participants[0]
        .comparisons
        .clone();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!((said[0].times - 3.0).abs() < 1e-9, "{said:?}");
    assert!(harness.state().failures.is_empty());
}

#[test]
fn comparisons_that_contradict_each_other_lead_to_the_pair() {
    let mut desk = Desk::new(Locale::En, Which::Priorities);
    let id = desk.person("Ana");
    let criteria = desk.criteria();
    desk.does(Action::SetElicitation {
        participant: id.clone(),
        elicitation: Elicitation::Pairs,
    });
    // The first far above the second, the second far above the third, the third far above the first.
    for (first, second) in [(0, 1), (1, 2), (2, 0)] {
        desk.does(Action::SetComparison {
            participant: id.clone(),
            first: criteria[first].0.clone(),
            second: criteria[second].0.clone(),
            times: 9.0,
        });
    }
    let mut harness = harness_of(desk, 1_180.0);
    press(&mut harness, Role::Tab, "Criteria and weights");
    press(&mut harness, Role::Tab, "Ana");
    assert!(
        harness
            .query_by_label_contains("contradict each other")
            .is_some()
    );
    let leads: Vec<String> = labels(&harness)
        .into_iter()
        .filter(|label| label.starts_with("Go to "))
        .collect();
    assert_eq!(leads.len(), 3, "{leads:?}");
    press(&mut harness, Role::Button, &leads[0]);
    harness.run_ok();
    let focused = harness
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
        .map(|node| node.accesskit_node().role());
    assert_eq!(focused, Some(Role::Slider));
}

#[test]
fn two_people_disagree_and_leave() {
    let mut desk = Desk::new(Locale::En, Which::Priorities);
    let criteria = desk.criteria();
    for (name, most) in [("Ana", 0), ("Finance", 1)] {
        let id = desk.person(name);
        for (place, (criterion, _)) in criteria.iter().enumerate() {
            let points = if place == most { 100.0 } else { 0.0 };
            desk.does(Action::SetValue {
                path: InputPath::new(format!("participants.{id}.weight.{criterion}")),
                value: points,
            });
        }
    }
    let mut harness = harness_of(desk, 1_180.0);
    press(&mut harness, Role::Tab, "Criteria and weights");
    harness.get_by_role_and_label(Role::Table, "Everybody’s weights, side by side");
    assert!(
        harness
            .query_all_by_role_and_label(Role::Cell, "50%")
            .count()
            >= 4,
        "each is half the weight away from the group"
    );
    press(&mut harness, Role::Tab, "Finance");
    fill(&mut harness, "Name or office", "Board");
    assert_eq!(
        harness.state().scenario().priorities.participants[1].name,
        "Board"
    );
    press(&mut harness, Role::Button, "Remove Board");
    assert_eq!(harness.state().scenario().priorities.participants.len(), 1);
}

#[test]
fn a_judgement_becomes_the_clients_own_and_goes_back() {
    let mut harness = harness(Which::Priorities);
    press(&mut harness, Role::Tab, "Judgements");
    let (criterion, name, option, option_name, before) = {
        let desk = harness.state();
        let priorities = &desk.scenario().priorities;
        let (criterion, option) = priorities
            .criteria
            .iter()
            .flat_map(|criterion| {
                let options = desk.scenario().options.iter();
                options.map(move |option| (criterion, option))
            })
            .find(|(criterion, option)| option.assessment(&criterion.id).is_some())
            .unwrap();
        (
            criterion.id.clone(),
            desk.local(&criterion.name),
            option.id.clone(),
            option.name.clone(),
            option.assessment(&criterion.id).unwrap().figure.clone(),
        )
    };
    press(&mut harness, Role::Button, &format!("Judge by {name}"));
    let path = format!("options.{option}.assessment.{criterion}");
    let result = format!("{name}, {option_name}");
    let field = labels(&harness)
        .into_iter()
        .find(|label| label.contains(&name) && label.contains(&option_name))
        .unwrap_or(result);
    let field = field.trim_start_matches("Slider: ").to_owned();
    fill(&mut harness, &field, "37");
    let now = |harness: &Shown| {
        let path = InputPath::new(path.clone());
        harness.state().scenario().figure(&path).unwrap().clone()
    };
    assert_eq!(now(&harness).value, 37.0);
    assert!(matches!(now(&harness).origin, Origin::Entered { .. }));
    assert_eq!(
        now(&harness).range.is_some(),
        before.range.is_some(),
        "a range goes with it"
    );
    press(
        &mut harness,
        Role::Button,
        &format!("Back to the framework’s judgement: {field}"),
    );
    assert_eq!(now(&harness), before);
}

#[test]
fn one_question_says_what_a_point_is_worth() {
    let mut harness = harness(Which::Priorities);
    press(&mut harness, Role::Tab, "Money");
    fill(&mut harness, "Worth of 10 points ($)", "25,000");
    assert_eq!(harness.state().value("money_axis.usd_per_point"), 2_500.0);
    press(&mut harness, Role::RadioButton, "As one criterion more");
    let role = |harness: &Shown| harness.state().scenario().priorities.cost_role;
    assert_eq!(role(&harness), CostRole::Criterion);
    assert!(
        harness
            .query_by_label_contains("of all weight on cost")
            .is_some()
    );
    // Whoever weighs now weighs cost too.
    harness.state_mut().person("Ana");
    press(&mut harness, Role::Button, "Weigh cost");
    press(&mut harness, Role::Tab, "Ana");
    fill(&mut harness, "Weight of Cost, Ana", "80");
    let id = harness.state().scenario().priorities.participants[0]
        .id
        .clone();
    assert_eq!(
        harness
            .state()
            .value(&format!("participants.{id}.weight.{COST}")),
        80.0
    );
    assert!(harness.state().failures.is_empty());
}

const VOLUME: &str = "workload.requests_per_month";

/// The name of the field of the volume, and of the button of its range.
fn volume(harness: &Shown) -> (String, String) {
    let text = harness.state().session.text();
    let label = text
        .field_label("workload", "requests_per_month")
        .into_owned();
    (label.clone(), format!("Range of {label}"))
}

fn range_of(harness: &Shown, path: &str) -> Option<weighbridge_engine::figure::Range> {
    let path = InputPath::new(path);
    harness
        .state()
        .scenario()
        .figure(&path)
        .unwrap()
        .range
        .clone()
}

fn field_of(harness: &Shown, key: &str) -> String {
    let text = harness.state().session.text();
    let unit = harness
        .state()
        .scenario()
        .spec(&InputPath::new(VOLUME))
        .unwrap()
        .unit;
    format!("{} ({})", text.get(key), text.unit_name(unit))
}

/// A million requests with a range that has just been given to them.
fn low_to_high() -> Shown {
    let mut desk = Desk::new(Locale::En, Which::Workload);
    desk.does(Action::SetValue {
        path: InputPath::new(VOLUME),
        value: 1_000_000.0,
    });
    let mut harness = harness_of(desk, 1_180.0);
    let (_, button) = volume(&harness);
    press(&mut harness, Role::Button, &button);
    press(&mut harness, Role::RadioButton, "Low to high");
    harness
}

#[test]
fn a_value_becomes_a_range_and_bad_ends_explain_themselves() {
    let mut harness = low_to_high();
    let range = range_of(&harness, VOLUME).unwrap();
    assert_eq!((range.low, range.high), (800_000.0, 1_200_000.0));
    assert_eq!(range.reading, RangeReading::Percentiles10And90);

    let (low, high) = (
        field_of(&harness, "ranges-low"),
        field_of(&harness, "ranges-high"),
    );
    fill(&mut harness, &low, "2,000,000");
    assert!(invalid(&harness, &low));
    assert!(
        harness
            .query_by_label_contains("The low end lies above the value, 1,000,000.")
            .is_some()
    );
    assert_eq!(
        range_of(&harness, VOLUME).unwrap().low,
        800_000.0,
        "the last good one stands"
    );
    fill(&mut harness, &low, "500,000");
    fill(&mut harness, &high, "4,000,000");
    let range = range_of(&harness, VOLUME).unwrap();
    assert_eq!((range.low, range.high), (500_000.0, 4_000_000.0));

    for (word, shape) in [
        ("Lognormal", RangeShape::Lognormal),
        ("Triangle", RangeShape::Triangular),
        ("PERT", RangeShape::Pert),
        ("Flat", RangeShape::Uniform),
        ("Usual", RangeShape::Usual),
    ] {
        press(&mut harness, Role::RadioButton, word);
        assert_eq!(range_of(&harness, VOLUME).unwrap().shape, shape, "{word}");
    }
    press(&mut harness, Role::RadioButton, "Bounds");
    assert_eq!(
        range_of(&harness, VOLUME).unwrap().reading,
        RangeReading::Bounds
    );
    // A bell has no bounds, so its ends are percentiles again.
    press(&mut harness, Role::RadioButton, "Normal");
    let range = range_of(&harness, VOLUME).unwrap();
    assert_eq!(range.reading, RangeReading::Percentiles10And90);
    assert_eq!(range.shape, RangeShape::Normal);

    press(&mut harness, Role::Button, "Remove the range");
    assert_eq!(range_of(&harness, VOLUME), None);
    harness.state_mut().does(Action::Undo);
    assert_eq!(
        range_of(&harness, VOLUME).unwrap().shape,
        RangeShape::Normal
    );
    press(&mut harness, Role::Button, "Close");
    assert!(harness.query_by_label("How values spread").is_none());
    assert!(harness.state().failures.is_empty());
}

#[test]
fn a_few_cases_count_once_their_chances_add_up() {
    let mut harness = low_to_high();
    press(&mut harness, Role::RadioButton, "Cases");
    let cases = |harness: &Shown| match range_of(harness, VOLUME).unwrap().shape {
        RangeShape::Cases(cases) => cases,
        other => panic!("{other:?}"),
    };
    assert_eq!(cases(&harness).len(), 3);
    fill(&mut harness, "Chance of case 1 (%)", "50");
    assert_eq!(cases(&harness)[0].1, 0.3, "they make more than one whole");
    assert!(harness.query_by_label_contains("they make 120%").is_some());
    fill(&mut harness, "Chance of case 3 (%)", "10");
    let now = cases(&harness);
    assert_eq!((now[0].1, now[2].1), (0.5, 0.1));
    press(&mut harness, Role::Button, "Add a case");
    assert_eq!(cases(&harness).len(), 4);
    press(&mut harness, Role::Button, "Remove case 4");
    assert_eq!(cases(&harness).len(), 3);
    assert!(harness.state().failures.is_empty());
}

#[test]
fn pairs_that_contradict_each_other_are_named_and_the_last_good_one_stands() {
    let mut desk = Desk::new(Locale::En, Which::Pairs);
    let paths = [
        "workload.requests_per_month",
        "workload.input_tokens_per_request",
        "workload.output_tokens_per_request",
    ];
    for path in paths {
        let path = InputPath::new(path);
        let mut figure = desk.scenario().figure(&path).unwrap().clone();
        figure.origin = Origin::Entered { by: None, on: None };
        let (low, high) = (0.5 * figure.value, 2.0 * figure.value);
        figure.range = Some(weighbridge_engine::figure::Range::new(
            low.floor(),
            high.ceil(),
            RangeReading::Percentiles10And90,
        ));
        desk.does(Action::SetFigure { path, figure });
    }
    let mut sampling = desk.scenario().sampling.clone();
    sampling.correlations = [(0, 1, 0.6), (1, 2, 0.6)]
        .map(
            |(first, second, rank)| weighbridge_engine::scenario::Correlation {
                first: paths[first].to_owned(),
                second: paths[second].to_owned(),
                rank,
            },
        )
        .to_vec();
    desk.does(Action::SetSampling(sampling));
    let text = desk.session.text();
    let words = ChoiceWords::new(text, desk.scenario());
    let names: Vec<String> = paths
        .iter()
        .map(|path| words.quantity(&[InputPath::new(*path)]))
        .collect();
    let mut harness = harness_of(desk, 900.0);
    // The third pair is added, and cannot be far from what the others say.
    press(&mut harness, Role::ComboBox, "Choose the first of a pair");
    harness.get_by_role(Role::SearchInput).type_text(&names[0]);
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
    press(
        &mut harness,
        Role::ComboBox,
        "Choose the second of the pair",
    );
    harness.get_by_role(Role::SearchInput).type_text(&names[2]);
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
    let last = |harness: &Shown| {
        let correlations = &harness.state().scenario().sampling.correlations;
        correlations.last().unwrap().clone()
    };
    assert_eq!(harness.state().scenario().sampling.correlations.len(), 3);
    let field = format!("Rank correlation: {} with {}", names[0], names[2]);
    fill(&mut harness, &field, "0.8");
    assert_eq!(last(&harness).rank, 0.8);
    fill(&mut harness, &field, "-0.8");
    assert!(invalid(&harness, &field));
    assert_eq!(last(&harness).rank, 0.8);
    let sentence = labels(&harness)
        .into_iter()
        .find(|label| label.contains("contradict each other"))
        .unwrap();
    for name in &names {
        assert!(sentence.contains(name.as_str()), "{sentence}");
    }
    press(
        &mut harness,
        Role::Button,
        &format!("Let {} with {} move freely", names[0], names[2]),
    );
    assert_eq!(harness.state().scenario().sampling.correlations.len(), 2);
}

#[test]
fn an_input_that_is_to_be_shown_opens_its_view() {
    let mut harness = harness(Which::Priorities);
    let (criterion, name) = harness.state().criteria()[0].clone();
    let path = InputPath::new(format!("criteria.{criterion}.weight"));
    figures::reveal(&harness.ctx, &path);
    harness.run_ok();
    let label = format!("Starting weight of {name}");
    let field = harness.get_by_role_and_label(Role::TextInput, &label);
    assert!(field.accesskit_node().is_focused());
}
