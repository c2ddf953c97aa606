//! The uncertain inputs of a scenario: which figures have a range, and whose draws they share.

use std::collections::BTreeMap;

use weighbridge_units::{Describe, Message};

use super::distribution::{Distribution, ShapeFault};
use super::shape::distribution;
use crate::figure::{FieldSpec, Figure, Origin, RangeReading};
use crate::scenario::{InputPath, Scenario, ScenarioInputs};

/// A quantity that is drawn.
///
/// Several figures may share it: what was copied from one field of one record of the catalogue
/// is one quantity, whichever options it stands in, and moves together in every draw.
#[derive(Debug, Clone, PartialEq)]
pub struct UncertainQuantity {
    /// Its id: that of its stream, or, where several quantities share the stream, the first of its
    /// paths by the alphabet.
    pub id: String,
    /// The id of its stream of draws, which never changes. Quantities of one stream have different
    /// distributions and are at the same share of them in every draw.
    pub stream: String,
    /// Its distribution.
    pub distribution: Distribution,
    /// The figures that share it.
    pub paths: Vec<InputPath>,
    /// Values beyond these are drawn as these: what the field allows.
    pub bounds: (f64, f64),
    /// Whether only whole numbers make sense; draws are rounded to them.
    pub whole: bool,
    /// Whether one of its figures counts in the arithmetic of cost; others count in the decision
    /// only.
    pub moves_costs: bool,
}

/// What stands in a cell of the inputs: a value, or a quantity by its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// The same in every draw.
    Fixed(f64),
    /// Drawn.
    Drawn(usize),
}

/// A range that cannot be drawn from.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the range of “{path}” cannot be drawn from: {fault}")]
pub struct RangeFault {
    /// The input.
    pub path: InputPath,
    /// How the ends of its range are read.
    pub reading: RangeReading,
    /// Why not.
    pub fault: ShapeFault,
}

/// `error-range` with the path and why the range cannot be drawn from.
impl Describe for RangeFault {
    fn message(&self) -> Message {
        Message::new("error-range")
            .with("path", self.path.to_string())
            .with("why", self.fault.message(self.reading))
    }
}

/// The quantities of a scenario, and its inputs with each cell fixed or drawn.
#[derive(Debug, Clone)]
pub struct Quantities {
    /// The quantities, in the order of their streams and then of their ids.
    pub list: Vec<UncertainQuantity>,
    /// The inputs of the arithmetic; [`place_of`](Quantities::place_of) finds those of the decision
    /// too.
    pub cells: ScenarioInputs<Cell>,
}

impl Quantities {
    /// The uncertain quantities of a scenario: the inputs of the arithmetic, and of the decision
    /// judgements, swing weights and what a point of value is worth.
    ///
    /// # Errors
    /// The first [`RangeFault`] in the scenario's order.
    pub fn of(scenario: &Scenario) -> Result<Quantities, RangeFault> {
        let mut found = Found::default();
        scenario.each_figure(&mut |at, figure| {
            if figure.range.is_some() {
                found.add(at.path(), at.spec, figure, true);
            }
        });
        scenario.each_decision_figure(&mut |path, spec, figure| {
            if figure.range.is_some() && is_drawn(spec) {
                found.add(path, spec, figure, false);
            }
        });
        let list = found.into_list()?;
        let places: BTreeMap<&str, usize> = list
            .iter()
            .enumerate()
            .flat_map(|(place, quantity)| {
                let paths = quantity.paths.iter();
                paths.map(move |path| (path.as_str(), place))
            })
            .collect();
        let cells = scenario.inputs(&mut |at, figure| {
            let drawn = figure.range.as_ref();
            match drawn.and_then(|_| places.get(at.path().as_str())) {
                Some(place) => Cell::Drawn(*place),
                None => Cell::Fixed(figure.value),
            }
        });
        drop(places);
        Ok(Quantities { list, cells })
    }

    /// The place in the list of the quantity that the figure at a path is a value of; none where
    /// the figure is the same in every draw.
    pub fn place_of(&self, path: &InputPath) -> Option<usize> {
        place_of(&self.list, path)
    }
}

/// The place of the quantity that a path shares.
pub(super) fn place_of(list: &[UncertainQuantity], path: &InputPath) -> Option<usize> {
    list.iter()
        .position(|quantity| quantity.paths.contains(path))
}

/// Places of the quantities of each stream, in the order of the streams.
pub(super) fn streams(list: &[UncertainQuantity]) -> Vec<(&str, std::ops::Range<usize>)> {
    let mut streams = Vec::new();
    let mut start = 0;
    for same in list.chunk_by(|one, other| one.stream == other.stream) {
        streams.push((same[0].stream.as_str(), start..start + same.len()));
        start += same.len();
    }
    streams
}

impl UncertainQuantity {
    /// The value at a share of draws, held inside what the field allows.
    pub fn value_at(&self, share: f64) -> f64 {
        let value = self
            .distribution
            .quantile(share)
            .clamp(self.bounds.0, self.bounds.1);
        if self.whole {
            libm::round(value)
        } else {
            value
        }
    }
}

/// The id of the stream of draws of a figure: what its range names; for a figure of the catalogue
/// its record and field; else its own path.
pub fn stream_of(figure: &Figure, path: &InputPath) -> String {
    let named = figure
        .range
        .as_ref()
        .and_then(|range| range.quantity.as_ref());
    match (named, &figure.origin) {
        (Some(named), _) => named.clone(),
        (None, Origin::Preset(preset)) => format!("{}#{}", preset.record, preset.field),
        (None, _) => path.to_string(),
    }
}

/// Of what only the decision reads, whether ranges are drawn from: limits and dates are rules that
/// the client sets, and both ends of cost's scale are anchors. Every field of the arithmetic is.
pub fn is_drawn(spec: &FieldSpec) -> bool {
    match spec.group {
        "gate" | "review" => false,
        "money_axis" => spec.name == "usd_per_point",
        _ => true,
    }
}

/// Quantities by stream, as they are met.
#[derive(Default)]
struct Found {
    streams: BTreeMap<String, Vec<UncertainQuantity>>,
    fault: Option<RangeFault>,
}

impl Found {
    fn add(&mut self, path: InputPath, spec: &FieldSpec, figure: &Figure, moves_costs: bool) {
        let distribution = match distribution(figure) {
            Ok(Distribution::Point(_)) => return,
            Ok(distribution) => distribution,
            Err(fault) => {
                let reading = figure.range.as_ref().map(|range| range.reading);
                self.fault.get_or_insert(RangeFault {
                    path,
                    reading: reading.unwrap_or_default(),
                    fault,
                });
                return;
            }
        };
        let stream = stream_of(figure, &path);
        let bounds = (spec.min, spec.max);
        let quantities = self.streams.entry(stream.clone()).or_default();
        let same = quantities.iter_mut().find(|one| {
            one.distribution == distribution && one.bounds == bounds && one.whole == spec.whole
        });
        match same {
            Some(quantity) => {
                quantity.paths.push(path);
                quantity.moves_costs |= moves_costs;
            }
            None => quantities.push(UncertainQuantity {
                id: stream.clone(),
                stream,
                distribution,
                paths: vec![path],
                bounds,
                whole: spec.whole,
                moves_costs,
            }),
        }
    }

    fn into_list(self) -> Result<Vec<UncertainQuantity>, RangeFault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let mut list = Vec::new();
        for mut quantities in self.streams.into_values() {
            if quantities.len() > 1 {
                for quantity in &mut quantities {
                    let first = quantity.paths.iter().map(InputPath::as_str).min();
                    quantity.id = first.unwrap_or_default().to_owned();
                }
                quantities.sort_by(|one, other| one.id.cmp(&other.id));
            }
            list.append(&mut quantities);
        }
        Ok(list)
    }
}
