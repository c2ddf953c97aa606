//! What efficiencies depend on, and how strongly each dependence is believed before it is seen.
//!
//! A parameter of a case is its prior and a sum of effects: one for the engine, one for the class
//! of hardware, one for both together, and so on.
//! An effect that few measurements speak of stays near nothing, so that a class seen rarely leans
//! on its parents; one that none speaks of is nothing.
//! All effects are of kinds and not of amounts, so nothing learnt can turn physics round: more
//! bandwidth is never slower, and more users never make one of them faster.
//!
//! # Source
//! Gelman and Hill 2007, *Data Analysis Using Regression and Multilevel/Hierarchical Models*,
//! chapter 12, for partial pooling.

use super::case::Case;
use super::physics::Parameter;

/// A kind that cases fall into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The engine.
    Engine,
    /// The engine's version.
    Version,
    /// The class of hardware.
    Class,
    /// The accelerator.
    Device,
    /// Whether it is a card for personal computers.
    Consumer,
    /// The model.
    Model,
    /// The precision of the weights: 16, 8 or 4 bits.
    Precision,
    /// Whether the model is a mixture of experts.
    Experts,
    /// The quantity asked for.
    Quantity,
    /// How accelerators are joined: over a fabric of their own, or over the host's bus.
    Link,
    /// A fixed batch without a server.
    StaticBatch,
    /// Kernels are launched one by one.
    Eager,
    /// Requests arrive steadily.
    Steady,
    /// Experts are split.
    SplitExperts,
}

impl Kind {
    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Engine => "engine",
            Kind::Version => "version",
            Kind::Class => "class",
            Kind::Device => "device",
            Kind::Consumer => "consumer",
            Kind::Model => "model",
            Kind::Precision => "precision",
            Kind::Experts => "experts",
            Kind::Quantity => "quantity",
            Kind::Link => "link",
            Kind::StaticBatch => "static-batch",
            Kind::Eager => "eager",
            Kind::Steady => "steady",
            Kind::SplitExperts => "split-experts",
        }
    }

    fn write(self, case: &Case, level: &mut String) {
        let yes_or_no = |yes: bool| if yes { "yes" } else { "no" };
        match self {
            Kind::Engine => level.push_str(&case.engine),
            Kind::Version => level.push_str(&case.engine_version),
            Kind::Class => level.push_str(case.device.class.key()),
            Kind::Device => level.push_str(&case.device.id),
            Kind::Consumer => level.push_str(yes_or_no(case.device.is_consumer)),
            Kind::Model => level.push_str(&case.model),
            Kind::Precision => level.push_str(if case.weight_bits >= 12.0 {
                "16"
            } else if case.weight_bits >= 7.0 {
                "8"
            } else {
                "4"
            }),
            Kind::Experts => level.push_str(yes_or_no(case.shapes.experts > 0.0)),
            Kind::Quantity => level.push_str(case.quantity.key()),
            Kind::Link => level.push_str(if case.device.link_gb_s >= 200.0 {
                "fabric"
            } else {
                "bus"
            }),
            Kind::StaticBatch => level.push_str(yes_or_no(case.conditions.static_batch)),
            Kind::Eager => level.push_str(yes_or_no(case.conditions.eager)),
            Kind::Steady => level.push_str(yes_or_no(case.conditions.steady_arrivals)),
            Kind::SplitExperts => level.push_str(yes_or_no(case.conditions.split_experts)),
        }
    }
}

/// What an effect acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A parameter of the physics.
    Parameter(Parameter),
    /// The answer itself, whatever the physics says: the learnt correction.
    Answer,
}

impl Target {
    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Target::Parameter(parameter) => parameter.key(),
            Target::Answer => "answer",
        }
    }
}

/// A family of effects: one for each level of its kinds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Feature {
    /// What the effects act on.
    pub target: Target,
    /// The kinds whose levels together have an effect each; none for one effect on all.
    pub kinds: &'static [Kind],
    /// Whether the effect is a trend: so much for a year.
    pub is_trend: bool,
    /// Standard deviation of the effects before anything is seen.
    pub deviation: f64,
}

/// The year that trends are counted from.
pub const TREND_ORIGIN_YEAR: f64 = 2024.7;

impl Feature {
    /// The name of the family, as it stands in a calibration.
    pub fn name(&self) -> String {
        let mut name = self.target.key().to_owned();
        for kind in self.kinds {
            name.push('/');
            name.push_str(kind.key());
        }
        if self.is_trend {
            name.push_str("/year");
        }
        name
    }

    /// The level of a case.
    pub fn write_level(&self, case: &Case, level: &mut String) {
        for (place, kind) in self.kinds.iter().enumerate() {
            if place > 0 {
                level.push('|');
            }
            kind.write(case, level);
        }
    }

    /// What the effect is multiplied by in a case.
    pub fn weight(&self, case: &Case) -> f64 {
        if self.is_trend {
            case.year - TREND_ORIGIN_YEAR
        } else {
            1.0
        }
    }
}

const fn on(parameter: Parameter, kinds: &'static [Kind], deviation: f64) -> Feature {
    Feature {
        target: Target::Parameter(parameter),
        kinds,
        is_trend: false,
        deviation,
    }
}

const fn trend(parameter: Parameter, kinds: &'static [Kind], deviation: f64) -> Feature {
    Feature {
        is_trend: true,
        ..on(parameter, kinds, deviation)
    }
}

const fn answer(kinds: &'static [Kind], deviation: f64) -> Feature {
    Feature {
        target: Target::Answer,
        kinds,
        is_trend: false,
        deviation,
    }
}

use Kind::{
    Class, Consumer, Device, Eager, Engine, Experts, Link, Model, Precision, Quantity,
    SplitExperts, StaticBatch, Steady, Version,
};

/// Every family of effects.
///
/// Deviations were chosen so that cross-validation over groups of source, hardware and model errs
/// least; they are few beside the measurements, and a set kept apart tells what that choice costs.
pub const FEATURES: [Feature; 88] = [
    trend(Parameter::Bandwidth, &[Engine], 0.22),
    trend(Parameter::Bandwidth, &[Engine, Class], 0.0071),
    on(Parameter::Bandwidth, &[], 0.85),
    on(Parameter::Bandwidth, &[Engine], 0.14),
    on(Parameter::Bandwidth, &[Class], 0.094),
    on(Parameter::Bandwidth, &[Engine, Class], 0.085),
    on(Parameter::Bandwidth, &[Precision], 0.15),
    on(Parameter::Bandwidth, &[Engine, Precision], 0.14),
    on(Parameter::Bandwidth, &[Class, Precision], 0.079),
    on(Parameter::Bandwidth, &[Device], 0.062),
    on(Parameter::Bandwidth, &[Engine, Class, Precision], 0.049),
    on(Parameter::Bandwidth, &[Class, Consumer], 0.061),
    trend(Parameter::Arithmetic, &[Engine], 0.072),
    trend(Parameter::Arithmetic, &[Engine, Class], 0.047),
    on(Parameter::Arithmetic, &[], 0.08),
    on(Parameter::Arithmetic, &[Engine], 0.043),
    on(Parameter::Arithmetic, &[Class], 0.18),
    on(Parameter::Arithmetic, &[Engine, Class], 0.03),
    on(Parameter::Arithmetic, &[Precision], 0.11),
    on(Parameter::Arithmetic, &[Engine, Precision], 0.13),
    on(Parameter::Arithmetic, &[Class, Precision], 0.27),
    on(Parameter::Arithmetic, &[Device], 0.021),
    on(Parameter::Arithmetic, &[Experts], 0.44),
    on(Parameter::Arithmetic, &[Class, Consumer], 0.15),
    on(Parameter::Arithmetic, &[Class, Consumer, Precision], 0.09),
    on(Parameter::Attention, &[], 1.9),
    on(Parameter::Attention, &[Engine], 0.51),
    on(Parameter::Attention, &[Engine, Version], 0.49),
    on(Parameter::Attention, &[Class], 0.29),
    on(Parameter::Unpack, &[], 0.69),
    on(Parameter::Unpack, &[Engine], 0.51),
    on(Parameter::Unpack, &[Class], 0.22),
    on(Parameter::Link, &[], 1.4),
    on(Parameter::Link, &[Link], 1.3),
    on(Parameter::Link, &[Engine], 0.56),
    on(Parameter::Link, &[Device], 0.61),
    trend(Parameter::Layer, &[Engine], 0.63),
    on(Parameter::Layer, &[], 1.7),
    on(Parameter::Layer, &[Engine], 1.1),
    on(Parameter::Layer, &[Class], 1.2),
    on(Parameter::Layer, &[Engine, Class], 0.98),
    on(Parameter::Layer, &[Experts], 0.41),
    on(Parameter::Layer, &[Engine, Precision], 0.6),
    on(Parameter::Step, &[], 0.68),
    on(Parameter::Step, &[Engine], 0.45),
    on(Parameter::Step, &[Class], 0.32),
    on(Parameter::Sequence, &[], 0.53),
    on(Parameter::Sequence, &[Engine], 0.81),
    on(Parameter::Sequence, &[Engine, Class], 0.44),
    on(Parameter::Exchange, &[], 0.83),
    on(Parameter::Exchange, &[Engine], 0.16),
    on(Parameter::Exchange, &[Class], 0.31),
    on(Parameter::Exchange, &[Link], 0.41),
    on(Parameter::LargestBatch, &[], 0.32),
    on(Parameter::LargestBatch, &[Engine], 0.16),
    on(Parameter::LargestBatch, &[Experts], 0.13),
    on(Parameter::LargestBatch, &[Precision], 0.17),
    on(Parameter::Interruption, &[], 0.5),
    on(Parameter::Interruption, &[Engine], 0.25),
    on(Parameter::Queue, &[], 3.0),
    on(Parameter::Queue, &[Engine], 1.4),
    on(Parameter::Queue, &[Steady], 2.0),
    on(Parameter::Queue, &[Engine, Steady], 1.4),
    on(Parameter::Server, &[], 0.75),
    on(Parameter::Server, &[Engine], 0.35),
    on(Parameter::Server, &[Engine, Class], 0.25),
    on(Parameter::Server, &[Steady], 0.35),
    on(Parameter::Server, &[Engine, Steady], 0.25),
    on(Parameter::ServerPerUser, &[], 0.75),
    on(Parameter::ServerPerUser, &[Engine], 0.35),
    on(Parameter::ServerPerUser, &[Steady], 0.35),
    answer(&[Quantity], 0.26),
    answer(&[Quantity, Engine], 0.42),
    answer(&[Quantity, Class], 0.093),
    answer(&[Quantity, Engine, Class], 0.084),
    answer(&[Quantity, Experts], 0.23),
    answer(&[Quantity, Model], 0.12),
    answer(&[Quantity, Precision], 0.15),
    answer(&[Quantity, Engine, Version], 0.29),
    answer(&[Quantity, StaticBatch], 0.077),
    answer(&[Quantity, Eager], 0.18),
    answer(&[Quantity, Engine, Device], 0.23),
    answer(&[Device], 0.17),
    answer(&[Model], 0.28),
    answer(&[Quantity, Model, Precision], 0.088),
    answer(&[Quantity, Steady], 0.5),
    answer(&[Quantity, Engine, Steady], 0.06),
    answer(&[Quantity, SplitExperts], 0.066),
];
