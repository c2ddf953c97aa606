//! How a busy day goes: what arrives in each hour, from what a workload knows of its peak.
//!
//! A workload states the load of its busiest hour over that of an average active hour, and how many
//! hours are active; nobody says what lies between.
//! The hours around the busiest are taken as a bell, `p cos²(π h ÷ (n + 1))^k` for `n` active hours
//! and a peak of `p`, with `k` such that the average over active hours is one.

use weighbridge_units::{HOURS_PER_MONTH, SECONDS_PER_HOUR};

use super::physics::at_least;
use crate::model::Demand;
use crate::scenario::Scenario;

/// Hours of a day.
pub const HOURS: usize = 24;
/// The place of the busiest hour among them.
pub const BUSIEST: usize = 12;

/// The steepest bell that is looked for.
const STEEPEST: f64 = 1e6;
/// Halvings by which the bell is found.
const HALVINGS: u32 = 64;

/// Calls a second in each hour of a busy day of the first month, the busiest in the middle.
pub fn busy_day(scenario: &Scenario) -> [f64; HOURS] {
    let workload = scenario.values().workload;
    let demand = Demand::of(&workload, 1);
    let calls = demand.months.first().map_or(0.0, |month| month.calls);
    let seconds = workload.active_hours_per_month * SECONDS_PER_HOUR;
    day_shape(workload.peak_factor, workload.active_hours_per_month)
        .map(|load| load * calls / seconds)
}

/// The load of each hour over that of an average active hour, the busiest in the middle.
///
/// Hours are active every day alike, at least one and at most all.
/// A peak that is more than all active hours together leaves nothing for the others.
pub fn day_shape(peak_factor: f64, active_hours_per_month: f64) -> [f64; HOURS] {
    let days = HOURS_PER_MONTH / HOURS as f64;
    let active = libm::round(active_hours_per_month / days).clamp(1.0, HOURS as f64);
    let before = libm::floor(active / 2.0);
    let bell = |place: usize| {
        let offset = place as f64 - BUSIEST as f64;
        let is_active = offset >= -before && offset < active - before;
        let cosine = libm::cos(core::f64::consts::PI * offset / (active + 1.0));
        is_active.then_some(cosine * cosine)
    };
    let bells: [Option<f64>; HOURS] = core::array::from_fn(bell);
    let mean = |steepness: f64| {
        let powers = bells.iter().flatten().map(|b| libm::pow(*b, steepness));
        powers.sum::<f64>() / active
    };
    let wanted = 1.0 / at_least(peak_factor, 1.0);
    let (mut low, mut high) = (0.0, STEEPEST);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if mean(middle) > wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    let steepness = if peak_factor > 1.0 { high } else { 0.0 };
    bells.map(|bell| {
        let power = bell.map_or(0.0, |bell| libm::pow(bell, steepness));
        at_least(peak_factor, 1.0) * power
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_keeps_its_average_and_its_peak() {
        for (peak, hours) in [
            (1.0, 730.0),
            (3.0, 730.0),
            (3.0, 220.0),
            (5.5, 400.0),
            (1.5, 91.0),
        ] {
            let day = day_shape(peak, hours);
            let active = day.iter().filter(|load| **load > 0.0).count() as f64;
            assert_eq!(active, libm::round(hours * 24.0 / 730.0), "{hours}");
            let mean = day.iter().sum::<f64>() / active;
            assert!((mean - 1.0).abs() < 1e-9, "{peak} {hours}: {mean}");
            assert_eq!(day[BUSIEST], peak);
            assert!(day.iter().all(|load| *load <= peak));
            // Nearer to the busiest hour is never quieter.
            assert!(day[..=BUSIEST].windows(2).all(|pair| pair[0] <= pair[1]));
            assert!(day[BUSIEST..].windows(2).all(|pair| pair[0] >= pair[1]));
        }
    }

    #[test]
    fn a_peak_beyond_the_day_leaves_nothing_for_other_hours() {
        let day = day_shape(40.0, 730.0);
        assert_eq!(day[BUSIEST], 40.0);
        assert!(day[BUSIEST - 1] < 1e-3 && day[BUSIEST + 1] < 1e-3);
    }
}
