//! The catalogue: facts about models, prices, hardware, scores and operations.
//!
//! Plain types without files: a reader elsewhere fills [`Records`], checks them and makes a
//! [`Catalogue`] of them.
//! Every record knows its source, date and quality, and whether it is built in or the user's own.
//! Dates are arguments throughout: the catalogue knows the day it was made, never the clock.

mod architecture;
mod assumption;
mod format;
mod framework;
mod hardware;
mod ids;
mod lookup;
mod model;
mod price;
mod provenance;
mod score;
mod search;
#[cfg(test)]
mod tests;

pub use architecture::{Architecture, Attention, Experts, KvCache};
pub use assumption::{Assumption, AssumptionGroup, AssumptionUnit};
pub use format::WeightFormat;
pub use framework::{Framework, StartingJudgement};
pub use hardware::{Hardware, HardwareClass, HardwarePrice, Rent, Term};
pub use ids::{
    AssumptionId, BenchmarkId, GroupId, HardwareId, ModelId, PriceId, ProviderId, RentId, ScoreId,
};
pub use lookup::{Catalogue, Record, Records};
pub use model::{Clause, CommercialUse, Licence, Model, Sale, Shapes, Weights};
pub use price::{ApiPrice, BatchPrice, PriceKind, PriceTier, Provider, ProviderClass};
pub use provenance::{Layer, OLD_AFTER_DAYS, Provenance, Quality, Sourcing};
pub use score::{Benchmark, Harness, ReporterKind, Score, ScoreGroup, Task};
pub use search::{Query, fold};
