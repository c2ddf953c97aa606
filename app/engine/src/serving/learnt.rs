//! What an option carries that runs a case: its figures, the three factors of speed that
//! measurements taught, and how far each may be off.

use super::calibration::Novelty;
use super::case::{Case, Conditions, Quantity};
use super::estimate::Estimator;
use super::physics::{figures_of, is_for_servers};
use super::range_factors::RangeFactors;
use crate::scenario::Serving as Figures;

/// What an option carries that runs a case.
#[derive(Debug, Clone)]
pub struct Learnt {
    /// The figures of model, machine and engine, factors of speed included.
    pub figures: Figures<f64>,
    /// Writing tokens.
    pub decode: Speed,
    /// The throughput of a full copy.
    pub throughput: Speed,
    /// The first token.
    pub first_token: Speed,
    /// How far the case is from anything measured.
    pub novelty: Novelty,
}

/// How many times as fast something was measured to be as physics says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speed {
    /// What is measured of it.
    pub quantity: Quantity,
    /// The factor.
    pub factor: f64,
    /// Its range, as factors on it: low is slow.
    pub range: RangeFactors,
    /// Whether this very case was measured by oneself.
    pub is_measured: bool,
}

/// What first token, writing and throughput are known by.
///
/// Servers are measured under load.
/// Engines for personal computers are measured with one user, whose first token is a prompt and
/// whose throughput is the speed of writing.
pub fn known_by(engine: &str) -> [Quantity; 3] {
    if is_for_servers(engine) {
        [
            Quantity::TimeToFirstToken,
            Quantity::InterToken,
            Quantity::Saturated,
        ]
    } else {
        [
            Quantity::Prefill,
            Quantity::DecodeAlone,
            Quantity::DecodeAlone,
        ]
    }
}

/// The same case with another quantity, under the conditions in which a service meets it: requests
/// arrive one after the other, unless as many as fit are wanted at once.
pub fn in_service(case: &Case, quantity: Quantity) -> Case {
    let steady = matches!(quantity, Quantity::InterToken | Quantity::TimeToFirstToken);
    Case {
        quantity,
        conditions: Conditions {
            steady_arrivals: steady,
            ..case.conditions
        },
        ..case.clone()
    }
}

impl Estimator {
    /// What an option carries that runs a case; its quantity, load and lengths are not looked at,
    /// nor whether it can be.
    pub fn learnt(&self, case: &Case) -> Learnt {
        let [first_token, decode, throughput] =
            known_by(&case.engine).map(|quantity| self.speed(&in_service(case, quantity)));
        let loaded = in_service(case, Quantity::TimeToFirstToken);
        let (efficiencies, _) = self.efficiencies(&loaded);
        let plain = figures_of(case, &efficiencies);
        let figures = Figures {
            // Requests are counted.
            largest_batch: libm::round(plain.largest_batch),
            decode_speed_factor: decode.factor,
            throughput_speed_factor: throughput.factor,
            first_token_speed_factor: first_token.factor,
            ..plain
        };
        Learnt {
            figures,
            decode,
            throughput,
            first_token,
            novelty: self.calibration().novelty(case),
        }
    }

    fn speed(&self, case: &Case) -> Speed {
        let (_, factor) = self.efficiencies(case);
        let range = self.range(case);
        let is_time = matches!(
            case.quantity,
            Quantity::InterToken | Quantity::TimeToFirstToken
        );
        let range = match is_time {
            true => range.of_reciprocal(),
            false => range,
        };
        Speed {
            quantity: case.quantity,
            factor: if is_time { 1.0 / factor } else { factor },
            range,
            is_measured: self.is_measured(case),
        }
    }
}
