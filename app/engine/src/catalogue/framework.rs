//! A framework: how a decision is structured, as data that a consultant can bring.

use super::{Provenance, Quality};
use crate::scenario::{
    Condition, Criterion, Deployment, Gate, LocalText, MoneyAxis, Review, WhatIf,
};

/// Criteria, gates, conditions and futures, with the judgements to start from.
#[derive(Debug, Clone, PartialEq)]
pub struct Framework {
    /// Its id, which never changes.
    pub id: String,
    /// Its title.
    pub title: LocalText,
    /// What it is for and whose thinking it is.
    pub purpose: LocalText,
    /// Where it comes from, and the day it was written or read.
    pub provenance: Provenance,
    /// The texts it draws on, as `S3 · F4` for a row of an audit.
    pub sources: Vec<String>,
    /// Statements about the client.
    pub conditions: Vec<Condition>,
    /// What no option may miss.
    pub gates: Vec<Gate>,
    /// What makes an option better.
    pub criteria: Vec<Criterion>,
    /// What a point of value is worth to start with.
    pub money_axis: MoneyAxis,
    /// When the choice is looked at again.
    pub review: Review,
    /// Futures to look at as a whole.
    pub what_ifs: Vec<WhatIf>,
    /// Judgements to start from, by criterion and kind of option.
    pub judgements: Vec<StartingJudgement>,
    /// Consistency index of random comparisons, from three criteria on; empty for Saaty 1980.
    pub random_index: Vec<f64>,
}

/// How options of a kind usually do by a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct StartingJudgement {
    /// Id of the criterion.
    pub criterion: String,
    /// The kind of option.
    pub kind: Deployment,
    /// P10, in points from 0 to 100.
    pub low: f64,
    /// The judgement.
    pub base: f64,
    /// P90.
    pub high: f64,
    /// Why.
    pub why: LocalText,
    /// Where it comes from.
    pub source: String,
    /// How good that is.
    pub quality: Quality,
}
