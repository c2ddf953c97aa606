//! The figures that an option may have: their keys and units.

use weighbridge_units::{Base, Unit};

macro_rules! measures {
    ($( $(#[$attribute:meta])* $Name:ident = $key:literal, $unit:expr; )*) => {
        /// A figure that an option has. The keys are those of `--json`, `explain` and tables.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Measure { $( $(#[$attribute])* $Name, )* }

        impl Measure {
            /// Every measure.
            pub const ALL: &'static [Measure] = &[ $( Measure::$Name, )* ];
            /// Number of measures.
            pub const COUNT: usize = Measure::ALL.len();

            /// The stable key, with the unit in it.
            pub const fn key(self) -> &'static str {
                match self { $( Measure::$Name => $key, )* }
            }

            /// The unit of the figure.
            pub const fn unit(self) -> Unit {
                match self { $( Measure::$Name => $unit, )* }
            }

            /// The measure of a key.
            pub fn from_key(key: &str) -> Option<Measure> {
                Measure::ALL.iter().copied().find(|measure| measure.key() == key)
            }
        }
    };
}

measures! {
    /// Net present value of all cost.
    NetPresentValue = "npv_usd", Unit::USD;
    /// Undiscounted total.
    Total = "total_usd", Unit::USD;
    /// Even yearly amount with the same present value.
    EquivalentAnnualCost = "equivalent_annual_cost_usd", Unit::USD_PER_YEAR;
    /// Undiscounted total over the number of months.
    AverageMonthlyCost = "average_monthly_cost_usd", Unit::USD_PER_MONTH;
    /// Undiscounted total over the tokens asked for, for a million of them.
    PerMillionTokens = "usd_per_million_tokens", Unit::USD_PER_MILLION_TOKENS;
    /// Undiscounted total over requests.
    PerRequest = "usd_per_request", Unit::USD_PER_REQUEST;
    /// Undiscounted total over users and months.
    PerUserMonth = "usd_per_user_month", Unit::USD_PER_USER.per(Base::Month);
    /// Undiscounted total over tasks.
    PerTask = "usd_per_task", Unit::USD_PER_TASK;
    /// Undiscounted total over solved tasks, where the solved share is known.
    PerSolvedTask = "usd_per_solved_task", Unit::USD_PER_TASK;
    /// Share of tasks solved, where it is known.
    SolvedShare = "solved_share", Unit::SHARE;
    /// What is paid at the start.
    Start = "start_usd", Unit::USD;
    /// What the first month costs.
    FirstMonth = "first_month_usd", Unit::USD;
    /// Replicas, or devices, in the first month.
    ReplicasFirstMonth = "replicas_first_month", Unit::REPLICAS;
    /// Replicas, or devices, in the last month.
    ReplicasLastMonth = "replicas_last_month", Unit::REPLICAS;
    /// Share of paid capacity that does work.
    Utilisation = "utilisation", Unit::SHARE;
    /// Infrastructure and energy as paid, a month.
    ReservedInfrastructure = "reserved_infrastructure_usd_per_month", Unit::USD_PER_MONTH;
    /// The part of it that pays for hours of work.
    UsedInfrastructure = "used_infrastructure_usd_per_month", Unit::USD_PER_MONTH;
    /// Size of the weights.
    WeightGigabytes = "weight_gigabytes", Unit::GIGABYTES;
    /// Memory that one sequence needs at full length.
    CacheGigabytesPerSequence = "kv_cache_gigabytes_per_sequence", Unit::GIGABYTES.per(Base::Request);
    /// Memory that weights and cache may use on one replica.
    MemoryGigabytes = "usable_memory_gigabytes_per_replica", Unit::GIGABYTES.per(Base::Replica);
    /// Sequences that fit beside the weights.
    SequencesThatFit = "sequences_that_fit", Unit::of(Base::Request).per(Base::Replica);
    /// Sequences served at once.
    BatchSize = "batch_size", Unit::of(Base::Request).per(Base::Replica);
    /// Tokens a second, input and output, of one replica.
    TokensPerSecond = "replica_tokens_per_second", Unit::TOKENS_PER_SECOND.per(Base::Replica);
    /// Time to the first token, without waiting in a queue.
    TimeToFirstToken = "time_to_first_token_seconds", Unit::SECONDS;
    /// Time between tokens for one user.
    TimePerOutputToken = "time_per_output_token_seconds", Unit::SECONDS;
}
