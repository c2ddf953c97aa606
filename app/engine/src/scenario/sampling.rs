//! How a scenario is sampled: kept with it, so that its odds are the same next year.

use std::collections::BTreeSet;

/// How a scenario is sampled.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampling {
    /// Number of draws.
    pub draws: u32,
    /// The seed; the same seed gives the same sample.
    pub seed: u64,
    /// The way draws are placed.
    pub method: SamplingMethod,
    /// Ids of quantities in the order of their Sobol' dimensions; only ever appended to.
    pub dimensions: Vec<String>,
    /// Quantities that move together.
    pub correlations: Vec<Correlation>,
}

impl Default for Sampling {
    fn default() -> Sampling {
        Sampling {
            draws: 10_000,
            seed: 1,
            method: SamplingMethod::default(),
            dimensions: Vec::new(),
            correlations: Vec::new(),
        }
    }
}

impl Sampling {
    /// Fewest and most draws.
    pub const DRAWS: (u32, u32) = (2, 1_000_000);

    /// Appends the ids that have no dimension yet, in their own order.
    pub fn append_dimensions<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) {
        let known: BTreeSet<&str> = self.dimensions.iter().map(String::as_str).collect();
        let ids: BTreeSet<&str> = ids.into_iter().collect();
        let missing: Vec<String> = ids.difference(&known).map(|id| (*id).to_owned()).collect();
        self.dimensions.extend(missing);
    }
}

/// How draws are placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SamplingMethod {
    /// One draw in each of equally likely stretches of every quantity.
    #[default]
    LatinHypercube,
    /// A scrambled Sobol' sequence.
    Sobol,
}

impl SamplingMethod {
    /// Every way.
    pub const ALL: [SamplingMethod; 2] = [SamplingMethod::LatinHypercube, SamplingMethod::Sobol];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            SamplingMethod::LatinHypercube => "latin-hypercube",
            SamplingMethod::Sobol => "sobol",
        }
    }
}

/// Two quantities that move together.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlation {
    /// Id of the one: a path, or a field of a record as `record#field`.
    pub first: String,
    /// Id of the other.
    pub second: String,
    /// Spearman's rank correlation, from −1 to 1.
    pub rank: f64,
}
