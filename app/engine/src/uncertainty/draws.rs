//! The draws of every uncertain quantity of a scenario.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::ops::Range;

use weighbridge_units::{Describe, Message};

use super::correlation::{self, CorrelationFault, correlate};
use super::latin_hypercube::{Placement, latin_hypercube};
use super::ranges::{Cell, Quantities, RangeFault, UncertainQuantity, place_of, streams};
use super::sobol::{MOST_DIMENSIONS, NoSuchDimension, SobolDimension};
use super::stream::seed_of;
use crate::scenario::{InputPath, Sampling, SamplingMethod, Scenario, ScenarioInputs};

/// How a sample is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Number of draws.
    pub draws: u32,
    /// The seed; the same seed gives the same sample.
    pub seed: u64,
    /// The way draws are placed.
    pub method: SamplingMethod,
    /// Threads that evaluate; the result does not depend on it.
    pub threads: NonZero<usize>,
}

impl Settings {
    /// What a scenario says of its sampling, on so many threads.
    pub fn of(scenario: &Scenario, threads: NonZero<usize>) -> Settings {
        let sampling = &scenario.sampling;
        Settings {
            draws: sampling.draws,
            seed: sampling.seed,
            method: sampling.method,
            threads,
        }
    }
}

impl Default for Settings {
    fn default() -> Settings {
        let sampling = Sampling::default();
        Settings {
            draws: sampling.draws,
            seed: sampling.seed,
            method: sampling.method,
            threads: NonZero::<usize>::MIN,
        }
    }
}

/// The values of every uncertain quantity in every draw, before any option is evaluated.
#[derive(Debug, Clone)]
pub struct Draws {
    /// Number of draws.
    pub count: usize,
    /// The quantities that are drawn, in the order of their streams and then of their ids.
    pub quantities: Vec<UncertainQuantity>,
    /// The values of each quantity by draw.
    pub values: Vec<Vec<f64>>,
    pub(super) cells: ScenarioInputs<Cell>,
}

impl Draws {
    /// The values of the figure at a path by draw; none where it is the same in every draw.
    pub fn values_at(&self, path: &InputPath) -> Option<&[f64]> {
        Some(self.values[place_of(&self.quantities, path)?].as_slice())
    }
}

/// Why no draws can be taken.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DrawFault {
    /// A range cannot be drawn from.
    #[error(transparent)]
    Range(#[from] RangeFault),
    /// Correlations that cannot be.
    #[error(transparent)]
    Correlation(#[from] CorrelationFault),
    /// More quantities than the Sobol' sequence has dimensions here.
    #[error(transparent)]
    Dimension(#[from] NoSuchDimension),
}

impl Describe for DrawFault {
    fn message(&self) -> Message {
        match self {
            DrawFault::Range(fault) => fault.message(),
            DrawFault::Correlation(fault) => fault.message(),
            DrawFault::Dimension(_) => {
                Message::new("error-too-many-quantities").with("most", MOST_DIMENSIONS)
            }
        }
    }
}

/// Draws from all ranges of a scenario.
///
/// The draws of a stream depend on seed, method, number of draws and its id, for Sobol' on its
/// dimension too, and on the streams that it is correlated with, but on nothing else.
///
/// # Errors
/// [`DrawFault`] where a range cannot be drawn from, or correlations cannot be.
pub fn draw(scenario: &Scenario, settings: Settings) -> Result<Draws, DrawFault> {
    let Quantities { list, cells } = Quantities::of(scenario)?;
    let mut values = vec![Vec::new(); list.len()];
    let mut fill = |places: Range<usize>, shares: &[f64]| {
        for (values, quantity) in values[places.clone()].iter_mut().zip(&list[places]) {
            *values = shares
                .iter()
                .map(|share| quantity.value_at(*share))
                .collect();
        }
    };
    let shares = Shares::new(&scenario.sampling, &list, settings);
    let streams: BTreeMap<&str, Range<usize>> = streams(&list).into_iter().collect();
    correlation::check(&scenario.sampling.correlations)?;
    // A pair waits for both of its own, so that no group is held together by what is not drawn.
    let mut pairs = scenario.sampling.correlations.clone();
    pairs.retain(|pair| {
        streams.contains_key(pair.first.as_str()) && streams.contains_key(pair.second.as_str())
    });
    let mut left = streams.clone();
    for group in correlation::groups(&pairs)? {
        let of_group = group.streams.iter().map(|stream| shares.of(stream));
        let mut columns = of_group.collect::<Result<Vec<_>, _>>()?;
        correlate(&group, &mut columns);
        for (stream, column) in group.streams.iter().zip(columns) {
            if let Some(places) = left.remove(stream.as_str()) {
                fill(places, &column);
            }
        }
    }
    for (stream, places) in left {
        fill(places, &shares.of(stream)?);
    }
    drop(streams);
    Ok(Draws {
        count: settings.draws as usize,
        quantities: list,
        values,
        cells,
    })
}

/// Appends a dimension for every quantity of a scenario that has none yet, in the order of their
/// ids, so that what is added later leaves the draws of these as they are.
///
/// # Errors
/// [`RangeFault`] where a range cannot be drawn from.
pub fn append_dimensions(scenario: &mut Scenario) -> Result<(), RangeFault> {
    let list = Quantities::of(scenario)?.list;
    let streams = list.iter().map(|quantity| quantity.stream.as_str());
    scenario.sampling.append_dimensions(streams);
    Ok(())
}

/// Shares between nought and one of each stream, before correlations.
struct Shares<'a> {
    settings: Settings,
    dimensions: BTreeMap<&'a str, usize>,
}

impl<'a> Shares<'a> {
    fn new(
        sampling: &'a Sampling,
        list: &'a [UncertainQuantity],
        settings: Settings,
    ) -> Shares<'a> {
        let mut dimensions = BTreeMap::new();
        if settings.method == SamplingMethod::Sobol {
            for (place, id) in sampling.dimensions.iter().enumerate() {
                dimensions.entry(id.as_str()).or_insert(place);
            }
            let mut next = sampling.dimensions.len();
            let ids: BTreeSet<&str> = list.iter().map(|one| one.stream.as_str()).collect();
            for id in ids {
                dimensions.entry(id).or_insert_with(|| {
                    next += 1;
                    next - 1
                });
            }
        }
        Shares {
            settings,
            dimensions,
        }
    }

    fn of(&self, stream: &str) -> Result<Vec<f64>, NoSuchDimension> {
        let Settings { draws, seed, .. } = self.settings;
        match self.dimensions.get(stream) {
            None => Ok(latin_hypercube(seed, stream, draws, Placement::Random)),
            Some(dimension) => {
                Ok(SobolDimension::new(*dimension)?.scrambled_points(seed_of(seed, stream), draws))
            }
        }
    }
}
