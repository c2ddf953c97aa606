//! The names that stand for the engine's enumerations in files.

use serde::{Deserialize, Serialize};
use weighbridge_engine::catalogue as engine;
use weighbridge_engine::figure;

/// Declares an enumeration of a file that mirrors one of the engine; the compiler holds them together.
macro_rules! mirror {
    ($($module:ident::$name:ident { $($variant:ident),+ $(,)? })+) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
        pub(crate) enum $name {
            $($variant),+
        }

        impl From<$name> for $module::$name {
            fn from(name: $name) -> $module::$name {
                match name {
                    $($name::$variant => $module::$name::$variant),+
                }
            }
        }

        impl From<$module::$name> for $name {
            fn from(name: $module::$name) -> $name {
                match name {
                    $($module::$name::$variant => $name::$variant),+
                }
            }
        }
    )+};
}

mirror! {
    engine::Quality { Published, Secondary, Derived, Entered, Weak, Assumed }
    engine::Weights { Open, Closed, Unreleased }
    engine::CommercialUse { Yes, Restricted, No, ApiOnly, Unknown }
    engine::WeightFormat { Bf16, Fp8, Int8, Int4, Mxfp4, Q8_0, Q6K, Q5KM, Q4KM, Q4_0, Q3KM, Q2K }
    engine::ProviderClass {
        Developer, Host, Hyperscaler, Neocloud, Marketplace, Serverless, ManagedEndpoint, Index,
    }
    engine::PriceKind { List, Promotion, Legacy, Imported }
    engine::HardwareClass { Datacentre, Workstation, Consumer, Apple, System }
    engine::Task {
        Knowledge, Reasoning, Mathematics, Coding, AgenticCoding, InstructionFollowing, Multilingual,
        ToolUse, Factuality, LongContext, Chat,
    }
    engine::Harness { One, Mixed }
    engine::ReporterKind { Independent, Vendor, VendorRelayed, Rival, Collation }
    engine::AssumptionGroup {
        Power, Colocation, People, Customisation, Discounts, Cache, Quantisation, Sampling, Utilisation,
        Throughput, Finance, Currency, Ownership, PriceLaws, Api, Tokens, Licence,
    }
    engine::AssumptionUnit {
        Ratio, Factor, FactorPerYear, ChangePerYear, Percent, PerplexityPercent, Usd, UsdPerYear, UsdPerMonth, UsdPerHour,
        UsdPerGpuHour, UsdPerKwh, UsdPerKwMonth, UsdPerMtok, UsdPerJob, Kw, Watts, Fte, Hours, Months,
        Years, Tokens, TokensPerMonth, TokensPerSecond, BitsPerWeight, MilliSeconds, Users, Samples,
        UnitsPerUsd,
    }
}

/// How the ends of a range are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) enum Reading {
    Bounds,
    P10P50P90,
}

impl From<Reading> for figure::RangeReading {
    fn from(reading: Reading) -> figure::RangeReading {
        match reading {
            Reading::Bounds => figure::RangeReading::Bounds,
            Reading::P10P50P90 => figure::RangeReading::Percentiles10And90,
        }
    }
}

impl From<figure::RangeReading> for Reading {
    fn from(reading: figure::RangeReading) -> Reading {
        match reading {
            figure::RangeReading::Bounds => Reading::Bounds,
            figure::RangeReading::Percentiles10And90 => Reading::P10P50P90,
        }
    }
}
