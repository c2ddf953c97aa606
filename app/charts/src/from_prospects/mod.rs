//! From the odds of a scenario to its charts: how sure the choice is, and what would turn it round.
//!
//! As in [`from_outcome`](crate::from_outcome), titles are sentences computed from the data, amounts are in the
//! client's currency, and an option's key is its colour in the scenario.
//! Options are named by their places in the scenario.

mod break_even_map;
mod central_weights;
mod cost_bands;
mod difference_tornado;
mod exceedance;
mod expected_regret;
mod futures;
mod over_volume;
mod rank_shares;
mod spider;

pub use break_even_map::{MapInput, break_even_map, costs_of_leads};
pub use central_weights::central_weights;
pub use cost_bands::cumulative_cost;
pub use difference_tornado::{TestedInput, difference_tornado};
pub use exceedance::exceedance;
pub use expected_regret::expected_regret;
pub use futures::{FUTURES, futures};
pub use over_volume::{AtVolume, chance_cheapest, expected_loss};
pub use rank_shares::rank_shares;
pub use spider::{SpiderLine, spider};

use weighbridge_engine::weighing::Prospects;
use weighbridge_units::Arg;

use crate::Key;
use crate::content::Side;
use crate::from_outcome::Case;

/// The names of these charts beside [`from_outcome::NAMES`](crate::from_outcome::NAMES), as files and the command
/// line use them; cumulative cost keeps its name with bands.
pub const NAMES: [&str; 10] = [
    futures::NAME,
    difference_tornado::NAME,
    spider::NAME,
    expected_regret::NAME,
    exceedance::NAME,
    over_volume::CHANCE_CHEAPEST,
    over_volume::EXPECTED_LOSS,
    break_even_map::NAME,
    rank_shares::NAME,
    central_weights::NAME,
];

/// How options are compared.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Yardstick {
    /// By net present value of cost.
    Cost,
    /// By net benefit: what the value is worth less the cost.
    NetBenefit,
}

/// Two options of which one is to be chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The place of the option whose lead is shown.
    pub chosen: usize,
    /// The place of the option it is compared with.
    pub other: usize,
    /// How they are compared.
    pub by: Yardstick,
}

/// Which sample a chart rests on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Draws {
    /// The number of draws.
    pub count: usize,
    /// The seed.
    pub seed: u64,
}

impl From<&Prospects> for Draws {
    fn from(prospects: &Prospects) -> Draws {
        Draws {
            count: prospects.draws,
            seed: prospects.seed,
        }
    }
}

impl Yardstick {
    /// The end of the keys of what is said by this yardstick.
    fn suffix(self) -> &'static str {
        match self {
            Yardstick::Cost => "cost",
            Yardstick::NetBenefit => "benefit",
        }
    }

    /// A key of what is said by this yardstick.
    fn key(self, stem: &str) -> String {
        format!("{stem}-{}", self.suffix())
    }
}

impl Case<'_> {
    /// The key and the name of the option at a place.
    fn option_at(&self, place: usize) -> Option<(Key, &str)> {
        let option = self.outcome.options.get(place)?;
        Some((Key(usize::from(option.colour)), option.name.as_str()))
    }

    /// The name of the option at a place, for a sentence.
    fn name_at(&self, place: usize) -> Arg {
        Arg::from(
            self.option_at(place)
                .map_or("", |(_, name)| name)
                .to_owned(),
        )
    }

    /// What holds on the side of an option.
    fn side(&self, place: usize, by: Yardstick) -> Option<Side> {
        let (key, _) = self.option_at(place)?;
        let label = self.say(&by.key("chart-side"), &[("option", self.name_at(place))]);
        Some(Side { key, label })
    }

    /// The source line of a chart that rests on a sample.
    fn source_of(&self, draws: Draws) -> String {
        let sample = self.say(
            "chart-source-draws",
            &[
                ("draws", Arg::Count(draws.count as u64)),
                ("seed", Arg::from(draws.seed.to_string())),
            ],
        );
        format!("{} · {sample}", self.source())
    }

    /// A share in a table or a sentence.
    fn share(&self, share: f64) -> String {
        self.text.arg(&Arg::Percent(share))
    }
}
