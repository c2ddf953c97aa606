//! What a choice costs on average where another would have been cheaper.

use super::sample::Sample;
use crate::decision;

/// Expected regret of every option that is in the running, and what certainty is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Regret {
    /// Expected regret in USD, in the order of the sample's options; none where an option is out.
    pub expected_usd: Vec<Option<f64>>,
    /// The option with the least, which is the one with the lowest mean cost.
    pub least: usize,
    /// Expected value of perfect information in USD: that least regret.
    pub evpi_usd: f64,
    /// Standard error of that figure in USD, as of independent draws.
    pub evpi_standard_error_usd: f64,
}

/// Expected regret in money, over options that are in the running; none where there is none.
///
/// The regret of an option in a draw is its net present value of cost less the least of that draw.
/// Whether an option is in the running is judged once, by [`in_the_running`], and not draw by
/// draw, because a choice is made once.
///
/// # Source
/// Raiffa and Schlaifer 1961, *Applied Statistical Decision Theory*: perfect information is worth
/// the expected regret of the best choice without it.
pub fn regret(sample: &Sample) -> Option<Regret> {
    let running = in_the_running(sample);
    let benefits = net_benefits(sample, &running);
    let lists: Vec<&[f64]> = benefits.iter().map(Vec::as_slice).collect();
    let odds = decision::odds(&lists).ok()?;
    let mut expected_usd = vec![None; sample.options.len()];
    for (place, regret) in running.iter().zip(&odds.expected_regret) {
        expected_usd[*place] = Some(*regret);
    }
    let losses = (0..sample.draws).map(|draw| {
        let best = lists
            .iter()
            .map(|list| list[draw])
            .fold(f64::NEG_INFINITY, f64::max);
        best - lists[odds.best][draw]
    });
    Some(Regret {
        expected_usd,
        least: running[odds.best],
        evpi_usd: odds.evpi(),
        evpi_standard_error_usd: standard_error(losses),
    })
}

/// Places of the options that can be chosen: those whose model fits in at least half of the draws
/// and whose cost is a finite number in all of them.
pub fn in_the_running(sample: &Sample) -> Vec<usize> {
    let fits = |place: &usize| {
        let option = &sample.options[*place];
        let count = option.fits.iter().filter(|fits| **fits).count();
        option.npv_usd.len() == sample.draws
            && 2 * count >= sample.draws
            && option.npv_usd.iter().all(|cost| cost.is_finite())
    };
    (0..sample.options.len()).filter(fits).collect()
}

/// Net benefit by draw of some options, on cost alone.
pub(super) fn net_benefits(sample: &Sample, places: &[usize]) -> Vec<Vec<f64>> {
    let list = places.iter().map(|place| &sample.options[*place].npv_usd);
    list.map(|costs| costs.iter().map(|cost| -cost).collect())
        .collect()
}

/// Standard error of the mean of independent values.
pub(super) fn standard_error(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = values.clone().count() as f64;
    if count < 2.0 {
        return 0.0;
    }
    let mean = values.clone().sum::<f64>() / count;
    let squares: f64 = values.map(|value| (value - mean) * (value - mean)).sum();
    libm::sqrt(squares / (count - 1.0) / count)
}
