//! Names of records that never change; everything else refers to records by them.

use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// An id of this spelling. Ids are compared letter by letter.
            pub fn new(id: impl Into<String>) -> $name {
                $name(id.into())
            }
            /// The spelling.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> $name {
                $name::new(id)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )+};
}

ids! {
    /// The id of a [`Model`](super::Model).
    ModelId;
    /// The id of a [`Provider`](super::Provider).
    ProviderId;
    /// The id of an [`ApiPrice`](super::ApiPrice).
    PriceId;
    /// The id of a piece of [`Hardware`](super::Hardware).
    HardwareId;
    /// The id of a [`Rent`](super::Rent).
    RentId;
    /// The id of a [`Benchmark`](super::Benchmark).
    BenchmarkId;
    /// The id of a [`ScoreGroup`](super::ScoreGroup).
    GroupId;
    /// The id of a [`Score`](super::Score).
    ScoreId;
    /// The id of an [`Assumption`](super::Assumption).
    AssumptionId;
}
