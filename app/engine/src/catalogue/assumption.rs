//! Figures about operations that a case starts from: power, people, discounts and the like.

use weighbridge_units::{Base, Unit};

use super::{AssumptionId, Provenance};
use crate::figure::RangeReading;

/// A figure about operations, with its range.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumption {
    /// Its id.
    pub id: AssumptionId,
    /// What it is about, roughly.
    pub group: AssumptionGroup,
    /// What it is about, exactly, in English.
    pub subject: String,
    /// The unit of its figures.
    pub unit: AssumptionUnit,
    /// The most likely figure.
    pub base: f64,
    /// The low and the high figure.
    pub range: Option<(f64, f64)>,
    /// How low and high are meant.
    pub reading: RangeReading,
    /// The id of the quantity this is a figure of, where several records tell of the same one:
    /// their figures move together in every draw.
    pub quantity: Option<String>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// Every value, in the order in which lists show them.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The stable key, used in message keys.
            pub const fn key(self) -> &'static str {
                match self {
                    $($name::$variant => $key,)+
                }
            }
        }
    };
}

keyed! {
    /// What an assumption is about, roughly.
    AssumptionGroup {
        /// Electricity and cooling.
        Power = "power",
        /// Room, racks and network in somebody's data centre.
        Colocation = "colocation",
        /// Salaries and shares of people's time.
        People = "people",
        /// Making a model one's own.
        Customisation = "customisation",
        /// Discounts and commitments.
        Discounts = "discounts",
        /// How often answers or prompts come from a cache.
        Cache = "cache",
        /// What fewer bits cost in quality.
        Quantisation = "quantisation",
        /// Drawing several answers.
        Sampling = "sampling",
        /// How busy machines are.
        Utilisation = "utilisation",
        /// Tokens a second.
        Throughput = "throughput",
        /// Discount rates, lives, residual values.
        Finance = "finance",
        /// Rates of exchange.
        Currency = "currency",
        /// What an accelerator costs its owner.
        Ownership = "ownership",
        /// How prices move.
        PriceLaws = "price-laws",
        /// Latency and reliability of services.
        Api = "api",
        /// Tokens for a text in different tokenisers and languages.
        Tokens = "tokens",
        /// What licences cost.
        Licence = "licence",
    }
}

keyed! {
    /// The unit of an assumption's figures.
    AssumptionUnit {
        /// A share or a proportion, 1 for the whole.
        Ratio = "ratio",
        /// How many times.
        Factor = "factor",
        /// How many times in a year.
        FactorPerYear = "factor-per-year",
        /// The share by which something changes in a year; negative where it falls.
        ChangePerYear = "change-per-year",
        /// Percent.
        Percent = "percent",
        /// Percent by which perplexity rises.
        PerplexityPercent = "perplexity-percent",
        /// US dollars.
        Usd = "usd",
        /// US dollars a year.
        UsdPerYear = "usd-per-year",
        /// US dollars a month.
        UsdPerMonth = "usd-per-month",
        /// US dollars an hour.
        UsdPerHour = "usd-per-hour",
        /// US dollars an hour of one accelerator.
        UsdPerGpuHour = "usd-per-gpu-hour",
        /// US dollars a kilowatt-hour.
        UsdPerKwh = "usd-per-kwh",
        /// US dollars a kilowatt a month.
        UsdPerKwMonth = "usd-per-kw-month",
        /// US dollars for 10⁶ tokens.
        UsdPerMtok = "usd-per-mtok",
        /// US dollars a job.
        UsdPerJob = "usd-per-job",
        /// Kilowatts.
        Kw = "kw",
        /// Watts.
        Watts = "watts",
        /// Full-time equivalents.
        Fte = "fte",
        /// Hours.
        Hours = "hours",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
        /// Tokens.
        Tokens = "tokens",
        /// Tokens a month.
        TokensPerMonth = "tokens-per-month",
        /// Tokens a second.
        TokensPerSecond = "tokens-per-second",
        /// Bits for one weight of a model.
        BitsPerWeight = "bits-per-weight",
        /// Milliseconds.
        MilliSeconds = "milliseconds",
        /// Users.
        Users = "users",
        /// Answers drawn.
        Samples = "samples",
        /// Units of another currency for one US dollar.
        UnitsPerUsd = "units-per-usd",
    }
}

impl AssumptionUnit {
    /// The unit in which arithmetic takes the figure as it stands.
    ///
    /// Percent are plain numbers here (2 for 2 %), as in the figure.
    pub const fn unit(self) -> Unit {
        match self {
            AssumptionUnit::Ratio | AssumptionUnit::Factor | AssumptionUnit::Samples => Unit::NONE,
            AssumptionUnit::Percent | AssumptionUnit::PerplexityPercent => Unit::NONE.scaled(-2),
            AssumptionUnit::FactorPerYear => Unit::NONE.per(Base::Year),
            AssumptionUnit::ChangePerYear => Unit::SHARE_PER_YEAR,
            AssumptionUnit::Usd | AssumptionUnit::UsdPerJob => Unit::USD,
            AssumptionUnit::UsdPerYear => Unit::USD_PER_YEAR,
            AssumptionUnit::UsdPerMonth => Unit::USD_PER_MONTH,
            AssumptionUnit::UsdPerHour => Unit::USD.per(Base::Hour),
            AssumptionUnit::UsdPerGpuHour => Unit::USD_PER_GPU_HOUR,
            AssumptionUnit::UsdPerKwh => Unit::USD_PER_KILOWATT_HOUR,
            AssumptionUnit::UsdPerKwMonth => Unit::USD_PER_KILOWATT_MONTH,
            AssumptionUnit::UsdPerMtok => Unit::USD_PER_MILLION_TOKENS,
            AssumptionUnit::Kw => Unit::KILOWATTS,
            AssumptionUnit::Watts => Unit::KILOWATTS.scaled(-3),
            AssumptionUnit::Fte => Unit::FTE,
            AssumptionUnit::Hours => Unit::HOURS,
            AssumptionUnit::Months => Unit::MONTHS,
            AssumptionUnit::Years => Unit::YEARS,
            AssumptionUnit::Tokens => Unit::TOKENS,
            AssumptionUnit::TokensPerMonth => Unit::TOKENS_PER_MONTH,
            AssumptionUnit::TokensPerSecond => Unit::TOKENS_PER_SECOND,
            AssumptionUnit::BitsPerWeight => Unit::NONE.per(Base::Parameter),
            AssumptionUnit::MilliSeconds => Unit::MILLISECONDS,
            AssumptionUnit::Users => Unit::USERS,
            AssumptionUnit::UnitsPerUsd => Unit::of(Base::ClientCurrency).per(Base::Usd),
        }
    }
}
