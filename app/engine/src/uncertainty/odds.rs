//! What a sample says about each option: its spread, and how often it costs least.

use std::cmp::Ordering;

use super::option_sample::OptionSample;
use super::sample::Sample;
use crate::scenario::OptionId;

/// Futures in which odds are told to people.
pub const FUTURES: u32 = 50;

/// Quantiles and mean of one result over all draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The value below which one draw in ten falls.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// The value above which one draw in ten falls.
    pub p90: f64,
    /// The mean.
    pub mean: f64,
}

/// Quantiles by month; every month has quantiles of its own, so a line is no single future.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Band {
    /// The value below which one draw in ten falls.
    pub p10: Vec<f64>,
    /// The median.
    pub p50: Vec<f64>,
    /// The value above which one draw in ten falls.
    pub p90: Vec<f64>,
}

/// The odds of one option.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionOdds {
    /// The option.
    pub id: OptionId,
    /// Net present value of cost, in USD, where it is a finite number in every draw.
    pub npv_usd: Option<Spread>,
    /// Undiscounted cost from the start to the end of each month, in USD; the first entry is the
    /// start. Empty where some draw has no finite number.
    pub cumulative_usd: Band,
    /// Share of draws in which the model fits its machine.
    pub fits_share: f64,
    /// Share of draws in which the option costs least of those that fit in that draw.
    /// Options that tie share the draw.
    pub cheapest_share: f64,
    /// The same in whole futures of [`FUTURES`].
    pub cheapest_futures: u32,
}

/// The odds of all options of a sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Odds {
    /// The options, in the scenario's order.
    pub options: Vec<OptionOdds>,
    /// Share of draws in which no option can be had.
    pub none_share: f64,
    /// The same in whole futures of [`FUTURES`].
    pub none_futures: u32,
}

/// Spreads and odds of every option of a sample.
///
/// An option that does not fit, or has no finite cost, is out of that draw.
pub fn odds(sample: &Sample) -> Odds {
    let (shares, none_share) = cheapest_shares(sample);
    let futures = futures(sample, &shares, none_share);
    let options = sample
        .options
        .iter()
        .zip(shares)
        .zip(&futures)
        .map(|((option, cheapest_share), futures)| OptionOdds {
            id: option.id.clone(),
            npv_usd: spread(&option.npv_usd),
            cumulative_usd: band(&option.cumulative_usd),
            fits_share: share(
                option.fits.iter().filter(|fits| **fits).count(),
                sample.draws,
            ),
            cheapest_share,
            cheapest_futures: *futures,
        })
        .collect();
    Odds {
        options,
        none_share,
        none_futures: futures.last().copied().unwrap_or(0),
    }
}

/// The quantile of sorted or unsorted draws; NaN where there is none.
///
/// # Source
/// Hyndman and Fan 1996, "Sample Quantiles in Statistical Packages", The American Statistician
/// 50(4), type 7: linear between order statistics.
pub fn quantile(draws: &[f64], share: f64) -> f64 {
    quantiles(&mut draws.to_vec(), [share])[0]
}

/// Quantiles and mean; none where there is no draw or one is not finite.
pub fn spread(draws: &[f64]) -> Option<Spread> {
    if draws.is_empty() || !draws.iter().all(|value| value.is_finite()) {
        return None;
    }
    let [p10, p50, p90] = quantiles(&mut draws.to_vec(), [0.1, 0.5, 0.9]);
    Some(Spread {
        p10,
        p50,
        p90,
        mean: draws.iter().sum::<f64>() / draws.len() as f64,
    })
}

/// Points of an exceedance curve: values by rising order, each with the share of draws above it.
///
/// The values are `points` quantiles from the smallest draw to the largest, so that the curve
/// bends where draws are.
pub fn exceedance(draws: &[f64], points: usize) -> Vec<(f64, f64)> {
    let mut sorted: Vec<f64> = draws.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else {
        return Vec::new();
    };
    let steps = points.saturating_sub(1).max(1);
    (0..points)
        .map(|point| {
            let value = sorted[last * point / steps];
            let below = sorted.partition_point(|draw| *draw <= value);
            (value, share(sorted.len() - below, sorted.len()))
        })
        .collect()
}

/// Whole numbers in proportion to shares, which sum to `total` wherever the shares sum to one.
///
/// # Source
/// The method of largest remainders (Hamilton 1792); of equal remainders the first in the list.
pub fn apportioned(shares: &[f64], total: u32) -> Vec<u32> {
    let exact: Vec<f64> = shares
        .iter()
        .map(|share| share * f64::from(total))
        .collect();
    let mut counts: Vec<u32> = exact.iter().map(|exact| exact.floor() as u32).collect();
    let given: u32 = counts.iter().sum();
    let remainder = |place: &usize| exact[*place] - exact[*place].floor();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|one, other| remainder(other).total_cmp(&remainder(one)));
    for place in order.into_iter().take(total.saturating_sub(given) as usize) {
        counts[place] += 1;
    }
    counts
}

/// The shares in whole futures, that of no option last.
///
/// Equal remainders go by the ids of the options, so that their order changes nothing.
fn futures(sample: &Sample, shares: &[f64], none_share: f64) -> Vec<u32> {
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|one, other| sample.options[*one].id.cmp(&sample.options[*other].id));
    let mut sorted: Vec<f64> = order.iter().map(|place| shares[*place]).collect();
    sorted.push(none_share);
    let counts = apportioned(&sorted, FUTURES);
    let mut futures = vec![0; sorted.len()];
    for (place, count) in order.into_iter().chain([shares.len()]).zip(counts) {
        futures[place] = count;
    }
    futures
}

/// For each option the share of draws in which it costs least, and the share without any option.
pub fn cheapest_shares(sample: &Sample) -> (Vec<f64>, f64) {
    let mut wins = vec![0.0; sample.options.len()];
    let mut without = 0;
    let mut tied: Vec<usize> = Vec::new();
    for draw in 0..sample.draws {
        let mut least = f64::INFINITY;
        tied.clear();
        for (place, option) in sample.options.iter().enumerate() {
            let Some(cost) = cost_in(option, draw) else {
                continue;
            };
            match cost.total_cmp(&least) {
                Ordering::Less => {
                    least = cost;
                    tied.clear();
                    tied.push(place);
                }
                Ordering::Equal => tied.push(place),
                Ordering::Greater => {}
            }
        }
        for place in &tied {
            wins[*place] += 1.0 / tied.len() as f64;
        }
        without += usize::from(tied.is_empty());
    }
    let count = sample.draws.max(1) as f64;
    let shares = wins.into_iter().map(|wins| wins / count).collect();
    (shares, share(without, sample.draws))
}

/// Cost of an option in a draw in which it can be had.
fn cost_in(option: &OptionSample, draw: usize) -> Option<f64> {
    let cost = *option.npv_usd.get(draw)?;
    (option.fits[draw] && cost.is_finite()).then_some(cost)
}

fn band(months: &[Vec<f64>]) -> Band {
    let mut band = Band::default();
    let mut scratch = Vec::new();
    for month in months {
        if month.is_empty() || !month.iter().all(|value| value.is_finite()) {
            return Band::default();
        }
        scratch.clear();
        scratch.extend_from_slice(month);
        let [p10, p50, p90] = quantiles(&mut scratch, [0.1, 0.5, 0.9]);
        band.p10.push(p10);
        band.p50.push(p50);
        band.p90.push(p90);
    }
    band
}

/// Quantiles at rising shares; puts the draws into another order.
pub(super) fn quantiles<const N: usize>(draws: &mut [f64], shares: [f64; N]) -> [f64; N] {
    let mut done = 0;
    let last = draws.len().saturating_sub(1);
    shares.map(|share| {
        if draws.is_empty() {
            return f64::NAN;
        }
        let place = share * last as f64;
        let below = (place.floor() as usize).clamp(done, last);
        // Everything before `done` is at most everything after it.
        let (_, low, above) = draws[done..].select_nth_unstable_by(below - done, f64::total_cmp);
        let low = *low;
        let high = above.iter().copied().min_by(f64::total_cmp);
        done = below;
        low + (high.unwrap_or(low) - low) * (place - below as f64)
    })
}

fn share(count: usize, of: usize) -> f64 {
    count as f64 / of.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_order_statistics() {
        let draws = [40.0, 10.0, 30.0, 20.0, 50.0];
        for (share, expected) in [
            (0.0, 10.0),
            (0.1, 14.0),
            (0.5, 30.0),
            (0.9, 46.0),
            (1.0, 50.0),
        ] {
            assert!(
                (quantile(&draws, share) - expected).abs() < 1e-12,
                "{share}"
            );
        }
        assert!(quantile(&[], 0.5).is_nan());
        assert_eq!(spread(&[1.0, f64::NAN]), None);
        let same =
            spread(&[7.0; 4]).map(|spread| [spread.p10, spread.p50, spread.p90, spread.mean]);
        assert_eq!(same, Some([7.0; 4]));
    }

    #[test]
    fn futures_are_whole_and_sum_to_all_of_them() {
        assert_eq!(apportioned(&[0.61, 0.39], 50), [31, 19]);
        assert_eq!(apportioned(&[1.0 / 3.0; 3], 50), [17, 17, 16]);
        assert_eq!(apportioned(&[0.999, 0.001, 0.0], 50), [50, 0, 0]);
        for count in 1..40_u32 {
            let sum: u32 = (1..=count).sum();
            let shares: Vec<f64> = (1..=count)
                .map(|part| f64::from(part) / f64::from(sum))
                .collect();
            assert_eq!(apportioned(&shares, 50).iter().sum::<u32>(), 50, "{count}");
        }
    }

    #[test]
    fn exceedance_falls_from_nearly_all_to_none() {
        let draws: Vec<f64> = (0..100)
            .map(|value| f64::from((value * 37) % 100))
            .collect();
        let curve = exceedance(&draws, 5);
        assert_eq!(curve.first(), Some(&(0.0, 0.99)));
        assert_eq!(curve.last(), Some(&(99.0, 0.0)));
        assert!(
            curve
                .windows(2)
                .all(|pair| pair[0].0 < pair[1].0 && pair[0].1 > pair[1].1)
        );
        assert!(exceedance(&[], 5).is_empty());
    }
}
