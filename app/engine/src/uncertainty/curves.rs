//! How the odds move with the volume: chance to be cheapest and expected loss, from the same draws.

use std::num::NonZero;

use super::draws::Draws;
use super::evaluation::{Evaluation, evaluate_draws_with};
use super::odds::cheapest_shares;
use super::ranges::Cell;
use super::regret::{in_the_running, net_benefits};
use super::sample::Sample;
use crate::decision;
use crate::figure::FigureGroup;
use crate::scenario::{Scenario, Workload};

/// The odds at one volume.
#[derive(Debug, Clone, PartialEq)]
pub struct VolumePoint {
    /// Requests a month in the base case.
    pub requests_per_month: f64,
    /// For each option the share of draws in which it costs least of those that can be had.
    pub cheapest_share: Vec<f64>,
    /// The share of draws in which none can be had.
    pub none_share: f64,
    /// For each option in the running the share of draws in which it is best.
    pub best_share: Vec<Option<f64>>,
    /// For each option in the running the expected loss in USD against the best of each draw.
    pub expected_loss_usd: Vec<Option<f64>>,
}

/// Net benefit in USD by option and draw on cost alone; empty where an option is out.
pub fn savings(sample: &Sample) -> Vec<Vec<f64>> {
    let mut benefits = vec![Vec::new(); sample.options.len()];
    let running = in_the_running(sample);
    for (place, list) in running.iter().zip(net_benefits(sample, &running)) {
        benefits[*place] = list;
    }
    benefits
}

/// The odds over a list of volumes; none where `go_on` says no.
///
/// Every volume is evaluated on the same draws, with the number of requests a month scaled in each
/// of them so that its base is that volume; growth, steps and discounts follow anew.
/// `benefits` says what each option is worth in each draw of a sample, an empty list for one that is
/// out; [`savings`] does so on cost alone.
///
/// # Source
/// Fenwick, Claxton and Sculpher 2001, "Representing Uncertainty: The Role of Cost-Effectiveness
/// Acceptability Curves", Health Economics 10(8), for the chance to be best over a parameter;
/// Eckermann, Briggs and Willan 2008, "Health Technology Assessment in the Cost-Disutility Plane",
/// Medical Decision Making 28(2), for expected loss beside it, because the most probable choice
/// need not be the one that loses least.
pub fn curves(
    scenario: &Scenario,
    draws: &Draws,
    volumes: &[f64],
    threads: NonZero<usize>,
    benefits: &dyn Fn(&Sample) -> Vec<Vec<f64>>,
    go_on: &mut dyn FnMut() -> bool,
) -> Option<Vec<VolumePoint>> {
    let mut there = scenario.clone();
    let mut sample = Sample {
        draws: draws.count,
        quantities: draws.quantities.clone(),
        values: draws.values.clone(),
        options: Vec::new(),
    };
    let mut points = Vec::with_capacity(volumes.len());
    for volume in volumes {
        if !go_on() {
            return None;
        }
        let draws = at_volume(scenario, draws, *volume);
        there.workload.requests_per_month.value = *volume;
        // Nobody stops it between its draws.
        let _ = evaluate_draws_with(
            &there,
            &draws,
            &Evaluation::on(threads),
            &mut sample.options,
        );
        let (cheapest_share, none_share) = cheapest_shares(&sample);
        let lists = benefits(&sample);
        let running: Vec<usize> = (0..lists.len())
            .filter(|place| !lists[*place].is_empty())
            .collect();
        let of_running: Vec<&[f64]> = running
            .iter()
            .map(|place| lists[*place].as_slice())
            .collect();
        let odds = decision::odds(&of_running).ok();
        let spread = |values: Option<&Vec<f64>>| {
            let mut spread = vec![None; lists.len()];
            for (place, value) in running.iter().zip(values.into_iter().flatten()) {
                spread[*place] = Some(*value);
            }
            spread
        };
        points.push(VolumePoint {
            requests_per_month: *volume,
            cheapest_share,
            none_share,
            best_share: spread(odds.as_ref().map(|odds| &odds.best_chance)),
            expected_loss_usd: spread(odds.as_ref().map(|odds| &odds.expected_regret)),
        });
    }
    Some(points)
}

/// The draws with the requests a month scaled to another base; what shares its quantity stays.
fn at_volume(scenario: &Scenario, draws: &Draws, volume: f64) -> Draws {
    let mut there = draws.clone();
    let cell = &mut there.cells.workload.requests_per_month;
    let base = scenario.workload.requests_per_month.value;
    match *cell {
        Cell::Drawn(place) if base > 0.0 => {
            let (least, most) = Workload::spec("requests_per_month")
                .map_or((0.0, f64::MAX), |spec| (spec.min, spec.max));
            let scaled = draws.values[place].iter().map(|requests| {
                let scaled = requests * (volume / base);
                scaled.clamp(least, most)
            });
            *cell = Cell::Drawn(there.values.len());
            there.values.push(scaled.collect());
        }
        _ => *cell = Cell::Fixed(volume),
    }
    there
}
