//! What matters to the client: conditions, gates, criteria and weights, judgements, and money.
//!
//! What an executive reads stands on the first of five views: which options pass every gate, what
//! counts most, and the statements about the client.
//! Setting gates, weighing, judging and the trade-off against money are one press away.

mod bars;
mod conditions;
mod criteria;
mod framework;
mod gates;
mod glance;
mod judgements;
mod money;
mod own_gates;
mod pairs;
mod people;
mod points;
mod ranks;
mod tabs;
mod view;
mod weights;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Ui;
use weighbridge_engine::Scenario;
use weighbridge_engine::weighing::{OptionWeighing, Weighing};
use weighbridge_session::odds::Futures;
use weighbridge_text::{ChoiceWords, Text};

use super::parts::add_options_first;
use super::{Page, figures};
use crate::widgets::page as parts_of_page;

/// What is looked at on the page.
#[derive(Debug, Default)]
pub struct State {
    view: View,
    /// Whose weights are edited; the starting weights where nobody is chosen.
    whose: Option<String>,
    /// The criterion that options are judged by.
    criterion: Option<String>,
    /// The points being dragged, by their path.
    drags: Option<String>,
    /// The name of somebody who is about to weigh.
    newcomer: String,
    /// The criterion that has just moved in the order, and which of its buttons moved it.
    moved: Option<(String, usize)>,
    /// The conditions of which all that follows is shown.
    open: BTreeSet<String>,
    /// The criterion that is described anew.
    edited: Option<String>,
    /// How many criteria there were when one more was asked for.
    criteria_before: Option<usize>,
    /// The pair of criteria to show next, by their ids.
    pair: Option<(String, String)>,
}

/// The views of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum View {
    #[default]
    Glance,
    Gates,
    Weights,
    Judgements,
    Money,
}

impl View {
    const ALL: [View; 5] = [
        View::Glance,
        View::Gates,
        View::Weights,
        View::Judgements,
        View::Money,
    ];

    fn key(self) -> &'static str {
        match self {
            View::Glance => "priorities-view-glance",
            View::Gates => "priorities-view-gates",
            View::Weights => "priorities-view-weights",
            View::Judgements => "priorities-view-judgements",
            View::Money => "priorities-view-money",
        }
    }

    /// Where the figure of a path is edited.
    fn of_path(path: &str) -> Option<View> {
        let mut parts = path.split('.');
        match (parts.next()?, parts.nth(1)) {
            ("gates", _) => Some(View::Gates),
            ("criteria" | "participants", _) => Some(View::Weights),
            ("money_axis" | "review", _) => Some(View::Money),
            ("options", Some("assessment")) => Some(View::Judgements),
            _ => None,
        }
    }
}

/// What the views read.
#[derive(Clone, Copy)]
struct Shown<'a> {
    scenario: &'a Scenario,
    weighing: &'a Weighing,
    /// How sure it is, where that is known yet.
    futures: Option<&'a Futures>,
    words: ChoiceWords<'a>,
    text: Text,
}

impl Shown<'_> {
    /// The share of futures in which an option misses a gate, where that is known.
    fn closed_share(&self, option: &OptionWeighing, gate: &str) -> Option<f64> {
        let futures = self.futures?;
        let mut options = futures.prospects.options.iter();
        let found = options.find(|found| found.id == option.id)?;
        let mut shares = found.closed_shares.iter();
        shares.find(|closed| closed.gate == gate)?.share
    }

    /// The criteria that are weighed, by id, with cost last where it is one of them.
    fn weighed(&self) -> Vec<String> {
        let priorities = &self.scenario.priorities;
        let mut ids: Vec<String> = priorities.criteria.iter().map(|it| it.id.clone()).collect();
        if self.weighing.cost_weight.is_some() {
            ids.push(weighbridge_engine::scenario::COST.to_owned());
        }
        ids
    }
}

/// All weights summing to one, that of cost last where it is weighed.
fn with_cost(criteria: &[f64], cost: Option<f64>) -> Vec<f64> {
    let left = 1.0 - cost.unwrap_or(0.0);
    let mut all: Vec<f64> = criteria.iter().map(|weight| weight * left).collect();
    all.extend(cost);
    all
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    if add_options_first(ui, page, "step-priorities") {
        return;
    }
    let text = page.text;
    let session = page.session;
    let scenario = session.scenario();
    let shown = Shown {
        scenario,
        weighing: session.weighing(),
        futures: session.odds().futures().map(Arc::as_ref),
        words: ChoiceWords::new(text, scenario),
        text,
    };
    follow(ui, state, &shown);
    let (headline, how_sure) = view::headline(&shown);
    parts_of_page::headline(ui, &headline, &how_sure);
    if scenario.priorities.criteria.is_empty() && scenario.priorities.gates.is_empty() {
        framework::first_card(ui, page, &shown);
        return;
    }
    let names: Vec<String> = View::ALL
        .iter()
        .map(|view| text.get(view.key()).into_owned())
        .collect();
    let chosen = View::ALL.iter().position(|view| *view == state.view);
    if let Some(picked) = tabs::tabs(ui, &text.get("priorities-views"), &names, chosen) {
        state.view = View::ALL[picked];
    }
    match state.view {
        View::Glance => glance::ui(ui, page, state, &shown),
        View::Gates => gates::ui(ui, page, &shown),
        View::Weights => weights::ui(ui, page, state, &shown),
        View::Judgements => judgements::ui(ui, page, state, &shown),
        View::Money => money::ui(ui, page, state, &shown),
    }
}

/// Opens the view of an input that is to be shown, and forgets whoever is gone.
fn follow(ui: &Ui, state: &mut State, shown: &Shown<'_>) {
    let priorities = &shown.scenario.priorities;
    if let Some(path) = figures::to_reveal(ui)
        && let Some(view) = View::of_path(path.as_str())
    {
        state.view = view;
        let parts: Vec<&str> = path.as_str().split('.').collect();
        match parts.as_slice() {
            ["participants", id, ..] => state.whose = Some((*id).to_owned()),
            ["criteria", ..] => state.whose = None,
            ["options", _, _, criterion] => state.criterion = Some((*criterion).to_owned()),
            _ => {}
        }
    }
    if let Some(whose) = &state.whose
        && priorities.participant(whose).is_none()
    {
        state.whose = None;
    }
    if let Some(criterion) = &state.criterion
        && priorities.criterion(criterion).is_none()
    {
        state.criterion = None;
    }
}
