//! One sample of all uncertain inputs, and every option's figures in every draw.
//!
//! All options are evaluated on the same draws, so their differences are not noise.
//! The same seed gives the same bits on one thread or several, and adding, renaming or
//! reordering options leaves the draws of the others as they are.

use std::num::NonZero;

use super::draws::{DrawFault, Draws, Settings, draw};
use super::ranges::{Cell, UncertainQuantity, place_of};
use crate::evaluate;
use crate::model::serving::FirstPrinciples;
use crate::number::Lanes;
use crate::scenario::{InputPath, OptionId, Plan, Scenario};

/// A sample and what came of it.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Number of draws.
    pub draws: usize,
    /// The quantities that were drawn, in the order of their ids.
    pub quantities: Vec<UncertainQuantity>,
    /// The values of each quantity by draw.
    pub values: Vec<Vec<f64>>,
    /// The options, in the scenario's order.
    pub options: Vec<OptionSample>,
}

impl Sample {
    /// The values of the figure at a path by draw; none where it is the same in every draw.
    pub fn values_at(&self, path: &InputPath) -> Option<&[f64]> {
        Some(self.values[place_of(&self.quantities, path)?].as_slice())
    }
}

/// One option in every draw.
#[derive(Debug, Clone)]
pub struct OptionSample {
    /// The option.
    pub id: OptionId,
    /// Net present value of cost by draw, in USD; empty where the option has none.
    pub npv_usd: Vec<f64>,
    /// Undiscounted cost up to the end of each month, by month and then by draw, in USD.
    pub cumulative_usd: Vec<Vec<f64>>,
    /// Whether the model fits its machine, by draw.
    pub fits: Vec<bool>,
}

/// Draws from all ranges of a scenario and evaluates every option on every draw.
///
/// # Errors
/// [`DrawFault`] where a range cannot be drawn from, or correlations cannot be.
pub fn sample(scenario: &Scenario, settings: Settings) -> Result<Sample, DrawFault> {
    let draws = draw(scenario, settings)?;
    let options = evaluate_draws(scenario, &draws, settings.threads);
    Ok(Sample {
        draws: draws.count,
        quantities: draws.quantities,
        values: draws.values,
        options,
    })
}

/// Evaluates every option of the scenario that was drawn for on every draw.
pub fn evaluate_draws(
    scenario: &Scenario,
    draws: &Draws,
    threads: NonZero<usize>,
) -> Vec<OptionSample> {
    let mut options = Vec::new();
    evaluate_draws_into(scenario, draws, threads, &mut options);
    options
}

/// Does what [`evaluate_draws`] does, in the memory of an earlier sample: asking the system for
/// memory takes as long as a third of the arithmetic.
pub fn evaluate_draws_into(
    scenario: &Scenario,
    draws: &Draws,
    threads: NonZero<usize>,
    options: &mut Vec<OptionSample>,
) {
    shape(scenario, draws.count, options);
    let blocks = draws.count.div_ceil(Lanes::WIDTH);
    let threads = threads.get().min(blocks.max(1));
    let share = blocks.div_ceil(threads).max(1) * Lanes::WIDTH;
    let mut parts = parts(options, share);
    let costed = std::thread::scope(|scope| {
        // The first part is done here, so that one thread needs no other.
        let mut rest = parts.iter_mut().enumerate();
        let first = rest.next();
        for (place, part) in rest {
            scope.spawn(move || evaluate_part(scenario, draws, place * share, part));
        }
        first.map(|(_, part)| evaluate_part(scenario, draws, 0, part))
    });
    drop(parts);
    for (option, costed) in options.iter_mut().zip(costed.unwrap_or_default()) {
        if !costed {
            option.npv_usd.clear();
            option.cumulative_usd.iter_mut().for_each(Vec::clear);
        }
    }
    spread_misfits(scenario, options);
}

/// Gives a list of options the shape of a sample, in the memory that it has.
fn shape(scenario: &Scenario, count: usize, options: &mut Vec<OptionSample>) {
    let months = usize::from(scenario.question.horizon_months) + 1;
    options.truncate(scenario.options.len());
    for (place, option) in scenario.options.iter().enumerate() {
        if options.len() == place {
            options.push(OptionSample {
                id: option.id.clone(),
                npv_usd: Vec::new(),
                cumulative_usd: Vec::new(),
                fits: Vec::new(),
            });
        }
        let sample = &mut options[place];
        sample.id.clone_from(&option.id);
        resize(&mut sample.npv_usd, count);
        sample.cumulative_usd.resize_with(months, Vec::new);
        for month in &mut sample.cumulative_usd {
            resize(month, count);
        }
        sample.fits.clear();
        sample.fits.resize(count, true);
    }
}

/// Memory fresh from the system is nought already, which filling it would not know.
fn resize(column: &mut Vec<f64>, count: usize) {
    if column.capacity() < count {
        *column = vec![0.0; count];
    } else {
        column.resize(count, 0.0);
    }
}

/// One option in the draws of one thread.
struct Part<'a> {
    npv_usd: &'a mut [f64],
    cumulative_usd: Vec<&'a mut [f64]>,
    fits: &'a mut [bool],
}

/// All options in parts of so many draws.
fn parts(options: &mut [OptionSample], share: usize) -> Vec<Vec<Part<'_>>> {
    let mut parts: Vec<Vec<Part<'_>>> = Vec::new();
    for option in options {
        let mut months: Vec<_> = option
            .cumulative_usd
            .iter_mut()
            .map(|month| month.chunks_mut(share))
            .collect();
        let columns = option.npv_usd.chunks_mut(share);
        for (place, (npv_usd, fits)) in columns.zip(option.fits.chunks_mut(share)).enumerate() {
            if parts.len() == place {
                parts.push(Vec::new());
            }
            parts[place].push(Part {
                npv_usd,
                cumulative_usd: months.iter_mut().filter_map(Iterator::next).collect(),
                fits,
            });
        }
    }
    parts
}

/// The options over the draws of one part, eight by eight; says which of them have costs.
fn evaluate_part(
    scenario: &Scenario,
    draws: &Draws,
    first: usize,
    options: &mut [Part<'_>],
) -> Vec<bool> {
    let mut costed = vec![false; options.len()];
    let count = options.first().map_or(0, |option| option.fits.len());
    for from in (0..count).step_by(Lanes::WIDTH) {
        let start = first + from;
        let inputs = draws.cells.map(&mut |cell| match *cell {
            Cell::Fixed(value) => Lanes([value; Lanes::WIDTH]),
            Cell::Drawn(place) => eight(&draws.values[place], start),
        });
        evaluate::run_draws(
            scenario,
            &inputs,
            &FirstPrinciples,
            |place, costs, months| {
                let option = &mut options[place];
                put(option.npv_usd, &costs.present, from);
                for (month, cost) in option.cumulative_usd.iter_mut().zip(months) {
                    put(month, cost, from);
                }
                if let Some(room) = costs.sequences_that_fit {
                    for (fits, sequences) in option.fits[from..].iter_mut().zip(room.0) {
                        *fits = sequences >= 1.0;
                    }
                }
                costed[place] = true;
            },
        );
    }
    costed
}

/// Eight draws of a column; beyond its end the last is repeated, and what comes of it is dropped.
fn eight(column: &[f64], start: usize) -> Lanes {
    match column.get(start..start + Lanes::WIDTH) {
        Some(lanes) => Lanes(std::array::from_fn(|lane| lanes[lane])),
        None => Lanes(std::array::from_fn(|lane| {
            column[(start + lane).min(column.len() - 1)]
        })),
    }
}

/// Writes eight draws into a column; lanes beyond its end are dropped.
#[inline(always)]
fn put(column: &mut [f64], lanes: &Lanes, from: usize) {
    match column.get_mut(from..from + Lanes::WIDTH) {
        Some(whole) => whole.copy_from_slice(&lanes.0),
        None => {
            for (value, lane) in column[from..].iter_mut().zip(lanes.0) {
                *value = lane;
            }
        }
    }
}

/// A cascade fits only in the draws in which both its parts do.
fn spread_misfits(scenario: &Scenario, options: &mut [OptionSample]) {
    for (place, option) in scenario.options.iter().enumerate() {
        if let Plan::Cascade(cascade) = &option.plan {
            let parts = [Some(&cascade.small), cascade.large.as_ref()];
            for part in parts.into_iter().flatten() {
                let Some(part) = scenario.position(part) else {
                    continue;
                };
                let of_part = options[part].fits.clone();
                for (fits, part) in options[place].fits.iter_mut().zip(of_part) {
                    *fits &= part;
                }
            }
        }
    }
}
