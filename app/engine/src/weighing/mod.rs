//! What follows for the choice: gates, values, net benefit, odds, and one sentence to act on.
//!
//! `weigh` says what follows at the scenario's own figures, in well under a millisecond.
//! `prospects` says how sure that is, from one sample of all ranges; it takes long enough to
//! belong on another thread, and can be told to stop.
//! [`Recommendation`] puts both together; `text` turns it into sentences.
//!
//! Every option is judged by fixed anchors and every draw is common to all options, so a further
//! option changes nothing about the others.
//! The bare methods stand in [`decision`](crate::decision).

mod types;

pub use types::{
    Agreement, ClosedGate, CriterionStability, EvidenceState, Flip, GateReason, GateVerdict,
    MethodVerdict, OptionProspects, OptionWeighing, ParticipantWeighing, Performance, Prospects,
    Reason, Recommendation, Review, Verdict, Weighing, WhatIfTable, Worth,
};
