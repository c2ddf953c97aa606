//! Where the spread of the difference between two options comes from: Sobol' indices in a run of
//! their own.

use std::num::NonZero;

use super::draws::Draws;
use super::evaluation::{Evaluation, evaluate_draws_with};
use super::option_sample::OptionSample;
use super::ranges::{Quantities, RangeFault, UncertainQuantity, streams};
use super::sobol::{NoSuchDimension, scrambled_sobol};
use super::sobol_indices::{IndicesFault, PickFreeze, SobolIndices};
use crate::break_even::only;
use crate::scenario::{OptionId, Scenario};

/// The share of each quantity in the variance of a difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Indices {
    /// The quantities that may move the difference, one of each stream, in their order.
    pub quantities: Vec<UncertainQuantity>,
    /// Their indices, by the same places, and mean and variance of the difference in USD.
    pub indices: SobolIndices,
}

/// Why there are no indices.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum IndicesError {
    /// A range cannot be drawn from.
    #[error(transparent)]
    Range(#[from] RangeFault),
    /// One of the options does not exist or has no cost.
    #[error("option “{0}” has no cost to compare")]
    NoCost(OptionId),
    /// There are more quantities than half the dimensions of the Sobol' sequence.
    #[error(transparent)]
    Dimension(#[from] NoSuchDimension),
    /// The difference is no number somewhere, or never varies.
    #[error(transparent)]
    Fault(#[from] IndicesFault),
}

/// First-order and total Sobol' indices of the net present value of one option's cost less
/// another's; none where `go_on` says no.
///
/// Two samples are drawn from a Sobol' sequence of twice as many dimensions as there are
/// quantities, and each quantity is exchanged between them in turn, so that the model is evaluated
/// `draws` times two more than there are quantities; a power of two is best.
/// The indices share the variance out only among quantities that do not depend on each other, so
/// correlations are left out of this run.
///
/// # Errors
/// [`IndicesError`] where a range or one of the options does not do, or nothing varies.
///
/// # Source
/// [`PickFreeze::indices`] names it.
pub fn indices(
    scenario: &Scenario,
    chosen: &OptionId,
    other: &OptionId,
    draws: u32,
    seed: u64,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Indices>, IndicesError> {
    let pair = only(scenario, &[chosen, other]);
    let Quantities { list, cells } = Quantities::of(&pair)?;
    let together: Vec<_> = streams(&list)
        .into_iter()
        .map(|(_, places)| places)
        .filter(|places| list[places.clone()].iter().any(|one| one.moves_costs))
        .collect();
    let mut base = vec![Vec::new(); list.len()];
    let mut exchange = base.clone();
    for (stream, places) in together.iter().enumerate() {
        for (columns, dimension) in [
            (&mut base, stream),
            (&mut exchange, together.len() + stream),
        ] {
            let shares = scrambled_sobol(seed, dimension, draws)?;
            for place in places.clone() {
                let values = shares.iter().map(|share| list[place].value_at(*share));
                columns[place] = values.collect();
            }
        }
    }
    let mut run = Run {
        scenario: &pair,
        of: [chosen, other],
        draws: Draws {
            count: draws as usize,
            quantities: list,
            values: base,
            cells,
        },
        options: Vec::new(),
    };
    let first = run.difference()?;
    std::mem::swap(&mut run.draws.values, &mut exchange);
    let second = run.difference()?;
    std::mem::swap(&mut run.draws.values, &mut exchange);
    let mut exchanged = Vec::with_capacity(together.len());
    for places in &together {
        if !go_on() {
            return Ok(None);
        }
        for place in places.clone() {
            std::mem::swap(&mut run.draws.values[place], &mut exchange[place]);
        }
        exchanged.push(run.difference()?);
        for place in places.clone() {
            std::mem::swap(&mut run.draws.values[place], &mut exchange[place]);
        }
    }
    let found = PickFreeze {
        base: &first,
        other: &second,
        exchanged: &exchanged,
    };
    let list = run.draws.quantities;
    Ok(Some(Indices {
        indices: found.indices()?,
        quantities: together
            .iter()
            .map(|places| list[places.start].clone())
            .collect(),
    }))
}

/// A scenario of two options and the draws that it is evaluated on.
struct Run<'a> {
    scenario: &'a Scenario,
    of: [&'a OptionId; 2],
    draws: Draws,
    options: Vec<OptionSample>,
}

impl Run<'_> {
    fn difference(&mut self) -> Result<Vec<f64>, IndicesError> {
        let on_one = Evaluation::on(NonZero::<usize>::MIN);
        // Nobody stops it between its draws.
        let _ = evaluate_draws_with(self.scenario, &self.draws, &on_one, &mut self.options);
        let costs = |id: &OptionId| {
            let option = self.options.iter().find(|option| option.id == *id);
            option
                .map(|option| option.npv_usd.as_slice())
                .filter(|costs| costs.len() == self.draws.count)
                .ok_or_else(|| IndicesError::NoCost(id.clone()))
        };
        let (chosen, other) = (costs(self.of[0])?, costs(self.of[1])?);
        Ok(chosen.iter().zip(other).map(|(a, b)| a - b).collect())
    }
}
