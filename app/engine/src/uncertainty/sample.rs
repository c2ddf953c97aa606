//! One sample of all uncertain inputs, and every option's figures in every draw.
//!
//! All options are evaluated on the same draws, so their differences are not noise.
//! The same seed gives the same bits on one thread or several, and adding, renaming or
//! reordering options leaves the draws of the others as they are.

use std::num::NonZero;

use super::latin_hypercube::{Placement, latin_hypercube};
use super::ranges::{Cell, Quantities, RangeFault, UncertainQuantity};
use crate::evaluate;
use crate::model::Costs;
use crate::model::serving::FirstPrinciples;
use crate::number::Lanes;
use crate::scenario::{OptionId, Plan, Scenario, ScenarioInputs};

/// How a sample is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Number of draws.
    pub draws: u32,
    /// The seed; the same seed gives the same sample.
    pub seed: u64,
    /// Threads that evaluate; the result does not depend on it.
    pub threads: NonZero<usize>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            draws: 10_000,
            seed: 1,
            threads: NonZero::<usize>::MIN,
        }
    }
}

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

/// The values of every uncertain quantity in every draw, before any option is evaluated.
#[derive(Debug, Clone)]
pub struct Draws {
    /// Number of draws.
    pub count: usize,
    /// The quantities that are drawn, in the order of their ids.
    pub quantities: Vec<UncertainQuantity>,
    /// The values of each quantity by draw.
    pub values: Vec<Vec<f64>>,
    cells: ScenarioInputs<Cell>,
}

/// Draws from all ranges of a scenario and evaluates every option on every draw.
///
/// # Errors
/// [`RangeFault`] where a range cannot be drawn from.
pub fn sample(scenario: &Scenario, settings: Settings) -> Result<Sample, RangeFault> {
    let draws = draw(scenario, settings.draws, settings.seed)?;
    let options = evaluate_draws(scenario, &draws, settings.threads);
    Ok(Sample {
        draws: draws.count,
        quantities: draws.quantities,
        values: draws.values,
        options,
    })
}

/// Draws from all ranges of a scenario by Latin hypercube.
///
/// # Errors
/// [`RangeFault`] where a range cannot be drawn from.
pub fn draw(scenario: &Scenario, count: u32, seed: u64) -> Result<Draws, RangeFault> {
    let Quantities { list, cells } = Quantities::of(scenario)?;
    let values = list
        .iter()
        .map(|quantity| {
            latin_hypercube(seed, &quantity.id, count, Placement::Random)
                .into_iter()
                .map(|share| quantity.value_at(share))
                .collect()
        })
        .collect();
    Ok(Draws {
        count: count as usize,
        quantities: list,
        values,
        cells,
    })
}

/// Evaluates every option of the scenario that was drawn for on every draw.
pub fn evaluate_draws(
    scenario: &Scenario,
    draws: &Draws,
    threads: NonZero<usize>,
) -> Vec<OptionSample> {
    let (values, cells, count) = (&draws.values, &draws.cells, draws.count);
    let blocks = count.div_ceil(Lanes::WIDTH);
    let threads = threads.get().min(blocks.max(1));
    let share = blocks.div_ceil(threads).max(1);
    let parts: Vec<Vec<OptionSample>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|thread| {
                let range = thread * share..((thread + 1) * share).min(blocks);
                scope.spawn(move || evaluate_blocks(scenario, cells, values, range, count))
            })
            .collect();
        workers
            .into_iter()
            .filter_map(|worker| worker.join().ok())
            .collect()
    });
    let mut options = joined(scenario, parts);
    spread_misfits(scenario, &mut options);
    options
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

/// The options over some blocks of eight draws; the last block may be filled only in part.
fn evaluate_blocks(
    scenario: &Scenario,
    cells: &ScenarioInputs<Cell>,
    values: &[Vec<f64>],
    blocks: std::ops::Range<usize>,
    draws: usize,
) -> Vec<OptionSample> {
    let months = usize::from(scenario.question.horizon_months) + 1;
    // The first part takes up the others, so it has room for all of them.
    let room = match blocks.start {
        0 => draws,
        _ => blocks.len() * Lanes::WIDTH,
    };
    let column = || Vec::with_capacity(room);
    let mut samples: Vec<OptionSample> = scenario
        .options
        .iter()
        .map(|option| OptionSample {
            id: option.id.clone(),
            npv_usd: Vec::with_capacity(room),
            cumulative_usd: (0..months).map(|_| column()).collect(),
            fits: Vec::with_capacity(room),
        })
        .collect();
    for block in blocks {
        let start = block * Lanes::WIDTH;
        let count = Lanes::WIDTH.min(draws - start);
        let inputs = cells.map(&mut |cell| match *cell {
            Cell::Fixed(value) => Lanes([value; Lanes::WIDTH]),
            // Lanes beyond the last draw repeat it; what comes of them is dropped.
            Cell::Drawn(place) => {
                let column = &values[place];
                Lanes(std::array::from_fn(|lane| {
                    column[(start + lane).min(draws - 1)]
                }))
            }
        });
        evaluate::run_draws(
            scenario,
            &inputs,
            &FirstPrinciples,
            |place, costs, months| {
                take(&mut samples[place], &costs, months, count);
            },
        );
    }
    samples
}

fn take(sample: &mut OptionSample, costs: &Costs<Lanes>, months: &[Lanes], count: usize) {
    sample.npv_usd.extend_from_slice(&costs.present.0[..count]);
    for (month, cost) in sample.cumulative_usd.iter_mut().zip(months) {
        month.extend_from_slice(&cost.0[..count]);
    }
    match costs.sequences_that_fit {
        Some(room) => sample
            .fits
            .extend(room.0[..count].iter().map(|sequences| *sequences >= 1.0)),
        None => sample.fits.extend(std::iter::repeat_n(true, count)),
    }
}

/// The parts of several threads, one after the other.
fn joined(scenario: &Scenario, parts: Vec<Vec<OptionSample>>) -> Vec<OptionSample> {
    let mut whole: Vec<OptionSample> = Vec::with_capacity(scenario.options.len());
    for part in parts {
        if whole.is_empty() {
            whole = part;
            continue;
        }
        for (sample, more) in whole.iter_mut().zip(part) {
            sample.npv_usd.extend(more.npv_usd);
            sample.fits.extend(more.fits);
            for (month, more) in sample.cumulative_usd.iter_mut().zip(more.cumulative_usd) {
                month.extend(more);
            }
        }
    }
    whole
}
