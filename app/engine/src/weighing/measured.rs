//! Results of the arithmetic in every draw, for what the decision asks of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::gates;
use crate::break_even::only;
use crate::evaluate;
use crate::model::Measure;
use crate::number::{Lanes, WIDTH};
use crate::scenario::{Evidence, GateTest, OptionId, Scenario};
use crate::uncertainty::ranges::Cell;
use crate::uncertainty::sample::Sample;

/// Draws between two questions whether to go on.
const BETWEEN: usize = 512;

/// Results by the place of the option and measure, each by draw.
pub(super) type Measured = BTreeMap<(usize, Measure), Vec<f64>>;

/// The results that criteria and gates look at, in every draw; none where `go_on` stops.
///
/// The same arithmetic as in the sample runs once more, and only for options of which something
/// is asked, because a sample keeps cost alone.
pub(super) fn measured(
    scenario: &Scenario,
    sample: &Sample,
    places: &BTreeMap<&str, usize>,
    go_on: &mut dyn FnMut() -> ControlFlow<()>,
) -> Option<Measured> {
    let wanted = wanted(scenario);
    let mut found = Measured::new();
    if wanted.is_empty() {
        return Some(found);
    }
    let asked: BTreeSet<usize> = wanted.iter().map(|(place, _)| *place).collect();
    let ids: Vec<&OptionId> = asked
        .iter()
        .map(|place| &scenario.options[*place].id)
        .collect();
    let alone = only(scenario, &ids);
    let cells = alone.inputs(&mut |at, figure| {
        let place = figure
            .range
            .as_ref()
            .and_then(|_| places.get(at.path().as_str()));
        place.map_or(Cell::Fixed(figure.value), |place| Cell::Drawn(*place))
    });
    for from in (0..sample.draws).step_by(WIDTH) {
        if from % BETWEEN == 0 && go_on().is_break() {
            return None;
        }
        let inputs = cells.map(&mut |cell| match *cell {
            Cell::Fixed(value) => Lanes::<false>([value; WIDTH]),
            Cell::Drawn(place) => {
                let values = &sample.values[place];
                // Beyond the end the last is repeated, and what comes of it is dropped.
                Lanes(std::array::from_fn(|lane| {
                    values[(from + lane).min(values.len() - 1)]
                }))
            }
        });
        let figures = evaluate::run(&alone, &inputs);
        for (place, measure) in &wanted {
            let result = alone
                .position(&scenario.options[*place].id)
                .and_then(|here| figures[here].as_ref().ok()?.get(*measure));
            if let Some(lanes) = result {
                let column = found.entry((*place, *measure)).or_default();
                let count = WIDTH.min(sample.draws - from);
                column.extend_from_slice(&lanes.0[..count]);
            }
        }
    }
    Some(found)
}

/// The options and measures that criteria and gates look at; cost is in the sample already.
fn wanted(scenario: &Scenario) -> Vec<(usize, Measure)> {
    let mut measures: BTreeSet<Measure> = BTreeSet::new();
    for criterion in &scenario.priorities.criteria {
        if let Evidence::Result(measure) = criterion.evidence {
            measures.insert(measure);
        }
    }
    measures.remove(&Measure::NetPresentValue);
    let mut wanted: BTreeSet<(usize, Measure)> = BTreeSet::new();
    for (place, option) in scenario.options.iter().enumerate() {
        wanted.extend(measures.iter().map(|measure| (place, *measure)));
        if !gates::may_know_speed(option) {
            continue;
        }
        for gate in scenario.priorities.gates.iter().filter(|gate| gate.on) {
            match gate.test {
                GateTest::TimeToFirstToken => {
                    wanted.insert((place, Measure::TimeToFirstToken));
                }
                GateTest::WritingSpeed => {
                    wanted.insert((place, Measure::TimePerOutputToken));
                }
                _ => {}
            }
        }
    }
    wanted.into_iter().collect()
}
