//! Words of scenario files, for reading and writing alike.

use weighbridge_engine::catalogue::Quality;
use weighbridge_engine::figure::{RangeReading, RangeShape};
use weighbridge_engine::scenario::{Deployment, ThroughputSource};

/// Words for how good a source is, as in preset files.
pub(super) const QUALITIES: [(&str, Quality); 6] = [
    ("Published", Quality::Published),
    ("Secondary", Quality::Secondary),
    ("Derived", Quality::Derived),
    ("Entered", Quality::Entered),
    ("Weak", Quality::Weak),
    ("Assumed", Quality::Assumed),
];

/// Words for how the ends of a range are meant, as in preset files.
pub(super) const READINGS: [(&str, RangeReading); 2] = [
    ("P10P50P90", RangeReading::Percentiles10And90),
    ("Bounds", RangeReading::Bounds),
];

/// Words for how values are spread over a range; cases have their values beside the word.
pub(super) static SHAPES: [(&str, RangeShape); 8] = [
    ("Usual", RangeShape::Usual),
    ("Uniform", RangeShape::Uniform),
    ("Triangular", RangeShape::Triangular),
    ("Pert", RangeShape::Pert),
    ("Normal", RangeShape::Normal),
    ("Lognormal", RangeShape::Lognormal),
    ("Trigen", RangeShape::Trigen),
    ("Cases", RangeShape::Cases(Vec::new())),
];

/// Words for where a throughput comes from.
pub(super) const THROUGHPUTS: [(&str, ThroughputSource); 2] = [
    ("estimated", ThroughputSource::Estimated),
    ("entered", ThroughputSource::Entered),
];

/// Words for kinds of option, by what their plan is.
pub(super) const PLANS: [(&str, Deployment); 6] = [
    ("ProprietaryApi", Deployment::ProprietaryApi),
    ("HostedOpenModel", Deployment::HostedOpenModel),
    ("RentedGpu", Deployment::RentedGpu),
    ("OnPremises", Deployment::OnPremises),
    ("OnDevice", Deployment::OnDevice),
    ("Cascade", Deployment::Cascade),
];

/// The word for a value of one of these tables.
pub(super) fn word<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> &'static str {
    table
        .iter()
        .find(|(_, known)| known == value)
        .map_or("", |(word, _)| *word)
}

/// The word for a kind of option.
pub(super) fn plan_word(deployment: Deployment) -> &'static str {
    word(&PLANS, &deployment)
}
