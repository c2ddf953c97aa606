//! What a careful reader of an outcome should know: typed, never sentences.

use weighbridge_units::{Arg, Describe, Message, PartialDate, Unit};

use crate::model::Obstacle;
use crate::scenario::OptionId;

/// Something to know about an outcome.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// The weights and one sequence exceed the memory of a replica.
    MemoryShort {
        /// The option.
        option: OptionId,
        /// Gigabytes of weights and one sequence.
        needed_gigabytes: f64,
        /// Gigabytes available.
        available_gigabytes: f64,
    },
    /// The model leaves the market inside the horizon and a successor takes over.
    MovesToSuccessor {
        /// The option.
        option: OptionId,
        /// The first day on which it is no longer sold.
        sold_until: PartialDate,
        /// Name of the successor.
        successor: String,
    },
    /// The model leaves the market inside the horizon and nobody named a successor.
    RetiresWithoutSuccessor {
        /// The option.
        option: OptionId,
        /// The first day on which it is no longer sold.
        sold_until: PartialDate,
    },
    /// The requests are longer than the model can read.
    ContextTooLong {
        /// The option.
        option: OptionId,
        /// Tokens of an average request.
        needed_tokens: f64,
        /// Tokens the model can take.
        context_tokens: u64,
    },
    /// A latency target is missed by the estimate.
    TimeToFirstTokenMissed {
        /// The option.
        option: OptionId,
        /// Estimated seconds.
        estimated_seconds: f64,
        /// Seconds asked for.
        target_seconds: f64,
    },
    /// The writing speed asked for is missed by the estimate.
    WritingSpeedMissed {
        /// The option.
        option: OptionId,
        /// Estimated tokens a second for one user.
        estimated_tokens_per_second: f64,
        /// Tokens a second asked for.
        target_tokens_per_second: f64,
    },
    /// The throughput is an estimate.
    ThroughputEstimated {
        /// The option.
        option: OptionId,
        /// How far eight of ten such estimates are off at most, as a share; nothing where nobody
        /// knows.
        error_share: Option<f64>,
    },
    /// The plan leaves hardly any room.
    Hopeful {
        /// The option.
        option: OptionId,
        /// Its utilisation.
        utilisation: f64,
    },
    /// Most of what is paid stands idle.
    MostlyIdle {
        /// The option.
        option: OptionId,
        /// Its utilisation.
        utilisation: f64,
    },
    /// Presets older than [`OLD_AFTER_DAYS`](crate::catalogue::OLD_AFTER_DAYS) at the scenario's date.
    OldPresets {
        /// The option, where the figures are its own.
        option: Option<OptionId>,
        /// How many records.
        records: usize,
        /// The oldest of them.
        oldest: PartialDate,
    },
    /// Figures that rest on weak or assumed presets.
    DoubtfulPresets {
        /// The option, where the figures are its own.
        option: Option<OptionId>,
        /// How many records.
        records: usize,
    },
    /// A cascade cannot be computed.
    CascadeBroken {
        /// The option.
        option: OptionId,
        /// Why.
        obstacle: Obstacle,
    },
    /// Shares of one whole exceed it.
    SharesExceedWhole {
        /// The option, where the figures are its own.
        option: Option<OptionId>,
        /// Their sum.
        sum: f64,
    },
    /// A measurement was taken while the machine was busy.
    MeasuredWhileBusy {
        /// Where the measurement comes from.
        source: String,
    },
    /// A measurement that is used was taken more than a year before the decision.
    MeasuredLongAgo {
        /// Where the measurement comes from.
        source: String,
        /// When it was taken.
        on: PartialDate,
    },
    /// A measurement that is used is far off what was estimated when it came.
    MeasuredFarOff {
        /// Where the measurement comes from.
        source: String,
        /// How many times as large or as small.
        times: f64,
    },
}

impl Finding {
    /// The option a finding is about; nothing where it is about the scenario.
    pub fn option(&self) -> Option<&OptionId> {
        match self {
            Finding::MemoryShort { option, .. }
            | Finding::MovesToSuccessor { option, .. }
            | Finding::RetiresWithoutSuccessor { option, .. }
            | Finding::ContextTooLong { option, .. }
            | Finding::TimeToFirstTokenMissed { option, .. }
            | Finding::WritingSpeedMissed { option, .. }
            | Finding::ThroughputEstimated { option, .. }
            | Finding::Hopeful { option, .. }
            | Finding::MostlyIdle { option, .. }
            | Finding::CascadeBroken { option, .. } => Some(option),
            Finding::MeasuredWhileBusy { .. }
            | Finding::MeasuredLongAgo { .. }
            | Finding::MeasuredFarOff { .. } => None,
            Finding::OldPresets { option, .. }
            | Finding::DoubtfulPresets { option, .. }
            | Finding::SharesExceedWhole { option, .. } => option.as_ref(),
        }
    }

    /// Whether the option cannot be had as it stands.
    pub fn is_grave(&self) -> bool {
        matches!(
            self,
            Finding::MemoryShort { .. }
                | Finding::ContextTooLong { .. }
                | Finding::CascadeBroken { .. }
                | Finding::SharesExceedWhole { .. }
        )
    }
}

impl Describe for Finding {
    fn message(&self) -> Message {
        match self {
            Finding::MemoryShort {
                needed_gigabytes,
                available_gigabytes,
                ..
            } => Message::new("finding-memory-short")
                .with("needed", quantity(*needed_gigabytes, Unit::GIGABYTES))
                .with("available", quantity(*available_gigabytes, Unit::GIGABYTES)),
            Finding::MovesToSuccessor {
                sold_until,
                successor,
                ..
            } => Message::new("finding-moves-to-successor")
                .with("date", *sold_until)
                .with("successor", successor.clone()),
            Finding::RetiresWithoutSuccessor { sold_until, .. } => {
                Message::new("finding-retires-without-successor").with("date", *sold_until)
            }
            Finding::ContextTooLong {
                needed_tokens,
                context_tokens,
                ..
            } => Message::new("finding-context-too-long")
                .with("needed", quantity(*needed_tokens, Unit::TOKENS))
                .with("available", quantity(*context_tokens as f64, Unit::TOKENS)),
            Finding::TimeToFirstTokenMissed {
                estimated_seconds,
                target_seconds,
                ..
            } => Message::new("finding-time-to-first-token-missed")
                .with("estimated", quantity(*estimated_seconds, Unit::SECONDS))
                .with("target", quantity(*target_seconds, Unit::SECONDS)),
            Finding::WritingSpeedMissed {
                estimated_tokens_per_second,
                target_tokens_per_second,
                ..
            } => Message::new("finding-writing-speed-missed")
                .with(
                    "estimated",
                    quantity(*estimated_tokens_per_second, Unit::TOKENS_PER_SECOND),
                )
                .with(
                    "target",
                    quantity(*target_tokens_per_second, Unit::TOKENS_PER_SECOND),
                ),
            Finding::ThroughputEstimated { error_share, .. } => {
                let known = if error_share.is_some() { "yes" } else { "no" };
                Message::new("finding-throughput-estimated")
                    .with("known", known)
                    .with("error", Arg::Percent(error_share.unwrap_or(0.0)))
            }
            Finding::Hopeful { utilisation, .. } => {
                Message::new("finding-hopeful").with("utilisation", Arg::Percent(*utilisation))
            }
            Finding::MostlyIdle { utilisation, .. } => {
                Message::new("finding-mostly-idle").with("utilisation", Arg::Percent(*utilisation))
            }
            Finding::OldPresets {
                records, oldest, ..
            } => Message::new("finding-old-presets")
                .with("count", Arg::Count(*records as u64))
                .with("oldest", *oldest),
            Finding::DoubtfulPresets { records, .. } => {
                Message::new("finding-doubtful-presets").with("count", Arg::Count(*records as u64))
            }
            Finding::CascadeBroken { obstacle, .. } => match obstacle {
                Obstacle::MissingPart { id } => {
                    Message::new("finding-cascade-missing-part").with("part", id.clone())
                }
                Obstacle::NestedCascade { id } => {
                    Message::new("finding-cascade-nested").with("part", id.clone())
                }
            },
            Finding::SharesExceedWhole { sum, .. } => {
                Message::new("finding-shares-exceed-whole").with("sum", Arg::Percent(*sum))
            }
            Finding::MeasuredWhileBusy { source } => {
                Message::new("finding-measured-while-busy").with("source", source.clone())
            }
            Finding::MeasuredLongAgo { source, on } => Message::new("finding-measured-long-ago")
                .with("source", source.clone())
                .with("date", *on),
            Finding::MeasuredFarOff { source, times } => Message::new("finding-measured-far-off")
                .with("source", source.clone())
                .with("times", Arg::Decimal(*times, 1)),
        }
    }
}

fn quantity(value: f64, unit: Unit) -> weighbridge_units::Arg {
    Arg::Quantity(value, unit)
}
