//! Why a speed is what it is, in finished words: the window and the command line say the same.

use std::collections::BTreeMap;

use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose::{FactorGrounds, Reasons};
use weighbridge_engine::explain::Explanation;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{InputPath, Scenario};
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

/// The reasons behind an explanation.
#[derive(Debug, Default)]
pub(crate) struct Grounds {
    /// Why each factor of speed that was read is what it is.
    pub(crate) factors: BTreeMap<InputPath, FactorGrounds>,
    /// The result as it would be without measurements of one's own, where it differs.
    pub(crate) without: Option<f64>,
}

impl Grounds {
    /// Asks the estimator that filled the figures; nothing where the catalogue has none.
    pub(crate) fn of(
        scenario: &Scenario,
        catalogue: &Catalogue,
        explanation: &Explanation,
    ) -> Grounds {
        let Some(estimator) = catalogue.estimator() else {
            return Grounds::default();
        };
        let reasons = Reasons::of(scenario, estimator);
        let inputs = explanation.inputs_used().into_iter();
        let factors = inputs.filter_map(|input| {
            let grounds = reasons.of_input(&input.path)?;
            is_of(&grounds, &input.figure).then(|| (input.path.clone(), grounds))
        });
        let value = explanation.value();
        let differs = |before: &f64| (before - value).abs() > 1e-9 * value.abs();
        Grounds {
            factors: factors.collect(),
            without: reasons
                .without_measurements(&explanation.result)
                .filter(differs),
        }
    }
}

/// Whether a figure is what its reasons come to: one of an older calibration is not.
fn is_of(grounds: &FactorGrounds, figure: &Figure) -> bool {
    (grounds.factor / figure.value - 1.0).abs() < 1e-6
}

/// A reason in words.
#[derive(Debug, PartialEq)]
pub(crate) struct Reason {
    /// What it is: published measurements, or one of one's own with its date.
    pub(crate) name: String,
    /// The factor that it adds: “× 1.28”.
    pub(crate) factor: String,
    /// How many measurements, or how much of one counts.
    pub(crate) detail: String,
}

/// The reasons of a factor: what was learnt first, then own measurements, those that change most first.
pub(crate) fn words(
    text: Text,
    scenario: &Scenario,
    catalogue: &Catalogue,
    grounds: &FactorGrounds,
) -> Vec<Reason> {
    let times = |factor: f64| {
        let factor = Arg::from(text.number(factor, Digits::SCREEN));
        text.format("reasons-times", &[("factor", factor)])
    };
    let rows = catalogue
        .estimator()
        .map_or(0, |estimator| estimator.calibration().rows);
    let rows = Arg::Count(u64::from(rows));
    let learnt = Reason {
        name: text.get("reasons-learnt").into_owned(),
        factor: times(grounds.learnt),
        detail: text.format("reasons-learnt-origin", &[("rows", rows)]),
    };
    let mut measured: Vec<_> = grounds.measured.iter().collect();
    measured.sort_by(|one, other| {
        let weight = |factor: f64| factor.ln().abs();
        weight(other.factor()).total_cmp(&weight(one.factor()))
    });
    let measured = measured.into_iter().filter_map(|one| {
        let measurement = scenario.measurement(&one.measurement)?;
        let name = [
            ("source", Arg::from(measurement.source.clone())),
            ("date", Arg::from(text.date(measurement.on))),
        ];
        let key = match one.is_same {
            true => "reasons-share-same",
            false => "reasons-share-akin",
        };
        let detail = [
            ("times", Arg::Decimal(one.times, 2)),
            ("share", Arg::Percent(one.share)),
        ];
        Some(Reason {
            name: text.format("reasons-measured", &name),
            factor: times(one.factor()),
            detail: text.format(key, &detail),
        })
    });
    [learnt].into_iter().chain(measured).collect()
}
