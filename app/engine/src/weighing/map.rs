//! Which option is best as two inputs move: the break-even map.

use std::ops::ControlFlow;

use super::types::Weighing;
use super::worth::{Bench, OptionWorth};
use crate::break_even::only;
use crate::scenario::{InputPath, OptionId, Scenario, SetError};

/// Ends of a range farther apart than this factor are divided by ratios, not by differences.
const WIDE: f64 = 20.0;

/// The best option over two inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// One side.
    pub x: MapSide,
    /// The other side.
    pub y: MapSide,
    /// The best option in each cell by its place in the scenario, rows by rising `y` and in them
    /// cells by rising `x`; none where no option has a cost.
    pub best: Vec<Vec<Option<usize>>>,
    /// By how much it leads the next in each cell, in USD.
    pub lead_usd: Vec<Vec<Option<f64>>>,
}

/// One input of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapSide {
    /// The input.
    pub path: InputPath,
    /// Its value in the scenario: "you are here".
    pub here: f64,
    /// The range looked at.
    pub range: (f64, f64),
    /// Whether the cells are even by ratio.
    pub is_logarithmic: bool,
    /// The values in the middle of the cells, rising.
    pub values: Vec<f64>,
}

impl Map {
    /// The places of the options that are best somewhere, in rising order.
    pub fn present(&self) -> Vec<usize> {
        let mut places: Vec<usize> = self.best.iter().flatten().flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// The option with the highest net benefit in every cell over two inputs, among those in the
/// running as the scenario stands.
///
/// `go_on` is told the share that is done and may stop the work; then there is no map.
///
/// # Errors
/// [`SetError`] where an input does not exist or does not take its range.
pub fn map(
    scenario: &Scenario,
    weighing: &Weighing,
    inputs: [&InputPath; 2],
    ranges: [(f64, f64); 2],
    cells: [usize; 2],
    go_on: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Result<Option<Map>, SetError> {
    let [x, y] = [0, 1].map(|side| MapSide::new(scenario, inputs[side], ranges[side], cells[side]));
    let (x, y) = (x?, y?);
    let ids: Vec<&OptionId> = scenario
        .options
        .iter()
        .zip(&weighing.options)
        .filter(|(_, weighed)| weighed.is_in_the_running)
        .map(|(option, _)| &option.id)
        .collect();
    let contenders = Contenders::of(scenario, &ids);
    let mut bench = Bench::new(contenders.scenario.clone());
    let mut map = Map {
        best: Vec::with_capacity(y.values.len()),
        lead_usd: Vec::with_capacity(y.values.len()),
        x,
        y,
    };
    for (row, at_y) in map.y.values.iter().enumerate() {
        if go_on(row as f64 / map.y.values.len() as f64).is_break() {
            return Ok(None);
        }
        let (mut best, mut leads) = (Vec::new(), Vec::new());
        for at_x in &map.x.values {
            let worths = bench.at(&[(&map.x.path, *at_x), (&map.y.path, *at_y)])?;
            let found = contenders.best(&worths);
            best.push(found.map(|(place, _)| place));
            leads.push(found.and_then(|(_, lead)| lead));
        }
        map.best.push(best);
        map.lead_usd.push(leads);
    }
    Ok(Some(map))
}

impl MapSide {
    fn new(
        scenario: &Scenario,
        path: &InputPath,
        range: (f64, f64),
        cells: usize,
    ) -> Result<MapSide, SetError> {
        let unknown = || SetError::UnknownPath {
            path: path.to_string(),
        };
        let here = scenario.figure(path).ok_or_else(unknown)?.value;
        let spec = scenario.spec(path).ok_or_else(unknown)?;
        let (low, high) = range;
        let is_logarithmic = low > 0.0 && high / low > WIDE;
        let value = |cell: usize| {
            let way = (cell as f64 + 0.5) / cells as f64;
            let value = if is_logarithmic {
                low * libm::pow(high / low, way)
            } else {
                low + way * (high - low)
            };
            if spec.whole {
                libm::round(value)
            } else {
                value
            }
        };
        Ok(MapSide {
            path: path.clone(),
            here,
            range,
            is_logarithmic,
            values: (0..cells).map(value).collect(),
        })
    }
}

/// The options in the running, with the parts of cascades beside them, and nothing else.
pub(super) struct Contenders {
    pub(super) scenario: Scenario,
    /// For each contender: its place here, and its place in the whole scenario, in the order of ids.
    places: Vec<(usize, usize)>,
}

impl Contenders {
    pub(super) fn of(scenario: &Scenario, ids: &[&OptionId]) -> Contenders {
        let alone = only(scenario, ids);
        let mut ids = ids.to_vec();
        ids.sort();
        let places = ids
            .iter()
            .filter_map(|id| Some((alone.position(id)?, scenario.position(id)?)))
            .collect();
        Contenders {
            scenario: alone,
            places,
        }
    }

    /// The best by its place in the whole scenario, and its lead over the next in USD.
    pub(super) fn best(&self, worths: &[OptionWorth]) -> Option<(usize, Option<f64>)> {
        let mut first: Option<(usize, f64)> = None;
        let mut second = f64::NEG_INFINITY;
        for (here, place) in &self.places {
            let Some(benefit) = worths[*here].net_benefit_usd else {
                continue;
            };
            match first {
                Some((_, most)) if benefit <= most => second = second.max(benefit),
                _ => {
                    second = first.map_or(f64::NEG_INFINITY, |(_, most)| most);
                    first = Some((*place, benefit));
                }
            }
        }
        let (place, most) = first?;
        Some((place, second.is_finite().then_some(most - second)))
    }
}
