//! Weighing the criteria: whose weights, asked for in which way, and what they come to.

use egui::Ui;
use weighbridge_engine::decision::weights::Weights;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{COST, Criterion, Elicitation, InputPath, Participant, SWING};
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::bars::{Bar, bars, sorted};
use super::people::chosen;
use super::points::{Points, anchors, points_ui};
use super::{Shown, State, criteria, pairs, people, ranks, view, with_cost};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::figures::origin_words;
use crate::pages::parts::{Pane, note, panes};
use crate::widgets::{Entry, PickerWords, choice, page as parts_of_page, picker};

/// Draws the view.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    if shown.scenario.priorities.criteria.is_empty() {
        parts_of_page::card(ui, "", "", |ui| {
            note(ui, shown.text.get("priorities-no-criteria"));
        });
        criteria::card(ui, page, state, shown);
        return;
    }
    people::card(ui, page, state, shown);
    panes(ui, |ui, pane| match pane {
        Pane::Left => result_card(ui, state, shown),
        Pane::Right => asked_card(ui, page, state, shown),
    });
    if !shown.scenario.priorities.participants.is_empty() {
        people::table_card(ui, shown);
    }
    criteria::card(ui, page, state, shown);
}

/// What the weights being edited come to.
fn result_card(ui: &mut Ui, state: &State, shown: &Shown<'_>) {
    let text = shown.text;
    let (title, list) = match chosen(state, shown) {
        None => (
            text.get("priorities-result-start").into_owned(),
            starting_bars(shown),
        ),
        Some(participant) => {
            let name = Arg::from(view::name_of(shown, participant));
            let found = shown.weighing.participants.iter();
            let mut found = found.filter(|weighed| weighed.id == participant.id);
            let weights = found.next().map_or_else(Vec::new, |weighed| {
                with_cost(&weighed.weights, weighed.cost_weight)
            });
            (
                text.format("priorities-result-of", &[("name", name)]),
                sorted(shown, &weights),
            )
        }
    };
    let aid = text.get("priorities-result-aid");
    parts_of_page::card(ui, &title, &aid, |ui| bars(ui, text, &list));
}

/// The starting weights, whoever else weighs.
fn starting_bars(shown: &Shown<'_>) -> Vec<Bar> {
    let criteria = &shown.scenario.priorities.criteria;
    let mut points: Vec<f64> = criteria.iter().map(|it| it.starting_weight.value).collect();
    if shown.weighing.cost_weight.is_some() {
        points.push(SWING.start);
    }
    let weights = Weights::new(&points).map(|weights| weights.as_slice().to_vec());
    let alike = vec![1.0 / points.len().max(1) as f64; points.len()];
    sorted(shown, &weights.unwrap_or(alike))
}

/// The question, in the way in which it is asked.
fn asked_card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    let text = shown.text;
    let participant = chosen(state, shown);
    let way = participant.map_or(Elicitation::Swings, |participant| participant.elicitation);
    let title = text.get(&format!("priorities-ask-{}", way.key()));
    let aid = text.get(&format!("priorities-ask-{}.aid", way.key()));
    parts_of_page::card(ui, &title, &aid, |ui| {
        if let Some(participant) = participant {
            let words =
                Elicitation::ALL.map(|way| text.get(&format!("priorities-way-{}", way.key())));
            let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
            let at = Elicitation::ALL.iter().position(|known| *known == way);
            let name = text.get("priorities-way");
            if let Some(picked) = choice::segmented(ui, &name, &words, at.unwrap_or(0)) {
                page.act(Action::SetElicitation {
                    participant: participant.id.clone(),
                    elicitation: Elicitation::ALL[picked],
                });
            }
        }
        match (participant, way) {
            (Some(participant), Elicitation::Ranks) => {
                ranks::ui(ui, page, state, shown, participant)
            }
            (Some(participant), Elicitation::Pairs) => {
                pairs::ui(ui, page, state, shown, participant);
            }
            (participant, _) => swings(ui, page, state, shown, participant),
        }
    });
}

/// Points for the swing of each criterion from worst to best.
fn swings(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    participant: Option<&Participant>,
) {
    let text = shown.text;
    if participant.is_some() {
        most_important(ui, page, shown, participant);
    } else {
        note(ui, text.get("priorities-start-note"));
    }
    let criteria = &shown.scenario.priorities.criteria;
    for criterion in criteria {
        parts_of_page::rule(ui);
        let path = path_of(participant, &criterion.id);
        let figure = figure_of(participant, criterion);
        let name = text.local(&criterion.name);
        let (worst, best) = (
            text.local(&criterion.worst_means),
            text.local(&criterion.best_means),
        );
        let help = anchors(text, worst, best);
        let points = Points {
            path: &path,
            name: &named(shown, participant, name),
            spec: &SWING,
            figure: Some(figure),
            help: &help,
        };
        points_ui(ui, page, &mut state.drags, points, |ui, page| {
            words(ui, page, criterion_words(shown, criterion), figure);
        });
    }
    if shown.weighing.cost_weight.is_some()
        && let Some(participant) = participant
    {
        parts_of_page::rule(ui);
        cost_swing(ui, page, state, shown, participant);
    }
}

/// A criterion in words: name, what its ends mean, and what to think of.
fn criterion_words(shown: &Shown<'_>, criterion: &Criterion) -> [String; 3] {
    let text = shown.text;
    [
        text.local(&criterion.name).to_owned(),
        anchors(
            text,
            text.local(&criterion.worst_means),
            text.local(&criterion.best_means),
        ),
        text.local(&criterion.guidance).to_owned(),
    ]
}

/// Cost, where it is weighed among the criteria.
fn cost_swing(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    participant: &Participant,
) {
    let text = shown.text;
    let path = path_of(Some(participant), COST);
    let said = participant.swings.iter().find(|(id, _)| id == COST);
    let start = Figure::starting(&SWING);
    let figure = said.map_or(&start, |(_, figure)| figure);
    let axis = &shown.scenario.priorities.money_axis;
    let ends = [&axis.worst_cost_usd, &axis.best_cost_usd]
        .map(|figure| text.compact_money(weighbridge_units::Money::usd(figure.value)));
    let help = anchors(text, &ends[0], &ends[1]);
    let name = shown.words.criterion(COST);
    let points = Points {
        path: &path,
        name: &named(shown, Some(participant), &name),
        spec: &SWING,
        figure: Some(figure),
        help: &help,
    };
    points_ui(ui, page, &mut state.drags, points, |ui, page| {
        words(
            ui,
            page,
            [name.clone(), help.clone(), String::new()],
            figure,
        );
    });
}

fn words(ui: &mut Ui, page: &Page<'_>, [name, ends, guidance]: [String; 3], figure: &Figure) {
    let look = Look::of(ui);
    ui.add(egui::Label::new(look.strong(name)).wrap());
    ui.add(egui::Label::new(look.small(ends).color(look.ink)).wrap());
    if !guidance.is_empty() {
        ui.add(egui::Label::new(look.small(guidance)).wrap());
    }
    ui.add(egui::Label::new(look.small(origin_words(page, figure, &SWING))).wrap());
}

/// The first question: which swing matters most. That one gets all points.
fn most_important(
    ui: &mut Ui,
    page: &mut Page<'_>,
    shown: &Shown<'_>,
    participant: Option<&Participant>,
) {
    let look = Look::of(ui);
    let text = shown.text;
    let most = Arg::from(text.editable(SWING.max));
    let question = text.format("priorities-most-important", &[("points", most)]);
    ui.add(egui::Label::new(look.body(&question)).wrap());
    let criteria = &shown.scenario.priorities.criteria;
    let entries: Vec<Entry> = criteria
        .iter()
        .map(|criterion| Entry {
            title: text.local(&criterion.name).to_owned(),
            note: anchors(
                text,
                text.local(&criterion.worst_means),
                text.local(&criterion.best_means),
            ),
            ..Entry::default()
        })
        .collect();
    let full = |criterion: &Criterion| figure_of(participant, criterion).value >= SWING.max;
    let chosen = criteria.iter().position(full);
    let unchosen = text.get("button-choose");
    let words = PickerWords {
        search: &text.get("button-search"),
        nothing: &text.get("window-search-nothing"),
    };
    let label = text.get("priorities-most-important-name");
    if let Some(picked) = picker::picker(ui, &label, chosen, &unchosen, &entries, words)
        && let Some(criterion) = criteria.get(picked)
    {
        page.act(Action::SetValue {
            path: InputPath::new(path_of(participant, &criterion.id)),
            value: SWING.max,
        });
    }
}

/// Swing points for a criterion: somebody's own, or those to start from.
fn figure_of<'a>(participant: Option<&'a Participant>, criterion: &'a Criterion) -> &'a Figure {
    match participant {
        Some(participant) => participant.weight(criterion),
        None => &criterion.starting_weight,
    }
}

fn path_of(participant: Option<&Participant>, criterion: &str) -> String {
    match participant {
        Some(participant) => format!("participants.{}.weight.{criterion}", participant.id),
        None => format!("criteria.{criterion}.weight"),
    }
}

/// "Weight of control, Anna": what a screen reader calls a field of points.
fn named(shown: &Shown<'_>, participant: Option<&Participant>, criterion: &str) -> String {
    let criterion = Arg::from(criterion.to_owned());
    match participant {
        Some(participant) => shown.text.format(
            "priorities-points-of",
            &[
                ("criterion", criterion),
                ("name", Arg::from(view::name_of(shown, participant))),
            ],
        ),
        None => shown
            .text
            .format("priorities-points-start", &[("criterion", criterion)]),
    }
}
