//! The work that is measured: a case of six options over 60 months, and one changed input of it.
//!
//! A test does the same work once, so that a benchmark that no longer means anything is noticed.

use std::sync::Arc;

use weighbridge_catalogue::{built_in, sample_files};
use weighbridge_charts::from_outcome::{
    Case, break_even, cost_against_capability, cost_breakdown, cumulative_cost,
};
use weighbridge_charts::{Chart, Scene, Sheet};
use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{InputPath, Setting};
use weighbridge_session::{Action, Document, Session};

/// The sample that the measured case is made from.
const SAMPLE: &str = "support-assistant";

/// A session on six options of several kinds over 60 months.
pub(crate) fn session() -> Session {
    let (catalogue, _) = built_in().unwrap();
    let samples = sample_files();
    let sample = samples
        .iter()
        .find(|sample| sample.path.contains(SAMPLE))
        .unwrap();
    let file = weighbridge_catalogue::scenario::read(&sample.path, sample.text, &catalogue);
    let mut scenario: Scenario = file.unwrap().scenario;
    scenario.options.truncate(6);
    let horizon = InputPath::new("question.horizon_months");
    scenario.set(&horizon, &Setting::Number(60.0)).unwrap();
    assert_eq!(scenario.options.len(), 6);
    let today = scenario.question.date;
    Session::new(Document::new(scenario, None), Arc::new(catalogue), today)
}

/// The volume of the first month, as a slider moves it: another one for each step.
pub(crate) fn change(step: u64) -> Action {
    Action::SetValue {
        path: InputPath::new("workload.requests_per_month"),
        value: 1_000_000.0 + (step % 1_000) as f64,
    }
}

/// One changed input until everything the Cost step and the frame around it show is laid out:
/// the action with its place in the history, the outcome, the states of the steps, and three
/// charts with their marks. Gives the number of marks.
pub(crate) fn redraw(session: &mut Session, step: u64) -> usize {
    apply(session, step);
    let states = session.steps().len();
    let case = case(session);
    let charts = [
        cumulative_cost(&case),
        cost_breakdown(&case),
        cost_against_capability(&case, None),
    ];
    states
        + charts
            .iter()
            .map(|chart| marks(chart, &case))
            .sum::<usize>()
}

/// The chart of break-even over volume, which evaluates the case some two hundred times and is
/// drawn when it is ready. Gives the number of marks.
pub(crate) fn redraw_break_even(session: &mut Session, step: u64) -> usize {
    apply(session, step);
    let case = case(session);
    marks(&break_even(&case), &case)
}

fn apply(session: &mut Session, step: u64) {
    let effects = session.update(change(step));
    assert!(effects.changed && effects.failure.is_none());
}

fn case(session: &Session) -> Case<'_> {
    Case {
        scenario: session.scenario(),
        outcome: session.outcome(),
        text: session.text(),
    }
}

fn marks(chart: &Chart, case: &Case<'_>) -> usize {
    Scene::new(chart, Sheet::SLIDE, &case.text).marks.len()
}
