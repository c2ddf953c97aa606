//! The decision itself: from values and weights, or from payoffs and chances, to a choice.
//!
//! Options and criteria are known by their place in the lists that are handed in; names are the
//! business of whoever shows them.
//! Where options tie, the first in the list is named.
//! `docs/methods/decision.md` and `docs/methods/value-of-information.md` hold the formulas, their
//! sources and the conventions.

pub mod acceptability;
pub mod dominance;
pub mod error;
pub mod imperfect_information;
pub mod normalisation;
pub mod odds;
pub mod pairwise;
pub mod payoff_table;
pub mod promethee;
pub mod ranking;
pub mod stability;
pub mod stochastic_dominance;
pub mod table;
pub mod topsis;
pub mod tornado;
pub mod tree;
pub mod value_function;
pub mod waiting;
pub mod weighted_sum;
pub mod weights;

pub use acceptability::{Acceptability, WeightRange, WeightSpace};
pub use dominance::{dominators, non_dominated};
pub use error::DecisionError;
pub use imperfect_information::{SampleInformation, Study};
pub use normalisation::Normalisation;
pub use odds::{Odds, odds};
pub use pairwise::{Consistency, PairwiseMatrix, PriorityMethod, RandomIndex, Triad};
pub use payoff_table::{Objective, PayoffTable};
pub use promethee::{Flows, Preference, promethee_ii};
pub use ranking::{best_place, ranking};
pub use stability::{Stability, weight_stability};
pub use stochastic_dominance::{Dominance, Prospect};
pub use table::{Direction, Table};
pub use topsis::{Scaling, topsis};
pub use tornado::{Bar, Swing, tornado};
pub use tree::{Branch, Chance, Node, Rollback};
pub use value_function::ValueFunction;
pub use waiting::{WaitOrInvest, Waiting};
pub use weighted_sum::{contributions, weighted_sum};
pub use weights::{RankScheme, Weights};
