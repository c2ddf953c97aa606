//! Names of the intermediate results that explanations show.

macro_rules! terms {
    ($( $(#[$attribute:meta])* $Name:ident = $key:literal; )*) => {
        /// A named result of the model; `text` has a message `term-<key>` for each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Term { $( $(#[$attribute])* $Name, )* }

        impl Term {
            /// Every term.
            pub const ALL: &'static [Term] = &[ $( Term::$Name, )* ];

            /// The stable key.
            pub const fn key(self) -> &'static str {
                match self { $( Term::$Name => $key, )* }
            }
        }
    };
}

terms! {
    /// Requests in a month, before repeats.
    Requests = "requests";
    /// Calls in a month: requests less those answered from a cache, plus failed calls.
    Calls = "calls";
    /// Input tokens in a month.
    InputTokens = "input-tokens";
    /// Output tokens in a month.
    OutputTokens = "output-tokens";
    /// All tokens in a month.
    TotalTokens = "total-tokens";
    /// Price of one call at an interface.
    PricePerCall = "price-per-call";
    /// The factor by which prices have moved.
    PriceFactor = "price-factor";
    /// Cost of tokens bought.
    UsageCost = "usage-cost";
    /// Discounted rate for accelerators, averaged over their terms.
    BlendedGpuRate = "blended-gpu-rate";
    /// Replicas running.
    Replicas = "replicas";
    /// Servers owned.
    Servers = "servers";
    /// Hours paid for.
    BilledHours = "billed-hours";
    /// Cost of rent or purchase.
    InfrastructureCost = "infrastructure-cost";
    /// Cost of electricity and housing.
    EnergyCost = "energy-cost";
    /// Cost of people.
    PeopleCost = "people-cost";
    /// Cost of upkeep.
    MaintenanceCost = "maintenance-cost";
    /// Cost of customisation.
    CustomisationCost = "customisation-cost";
    /// Cost of moving in.
    MigrationCost = "migration-cost";
    /// Expected cost of moving out.
    ExitCost = "exit-cost";
    /// Licence fees.
    LicenceCost = "licence-cost";
    /// All cost of one month.
    MonthCost = "month-cost";
    /// What a month's money is worth at the start.
    DiscountFactor = "discount-factor";
    /// Monthly rate that compounds to the annual one.
    MonthlyRate = "monthly-rate";
    /// Net present value of all cost.
    NetPresentValue = "net-present-value";
    /// All cost, undiscounted.
    TotalCost = "total-cost";
    /// The even yearly amount with the same present value.
    EquivalentAnnualCost = "equivalent-annual-cost";
    /// All cost over the number of months.
    AverageMonthlyCost = "average-monthly-cost";
    /// Cost of a million tokens.
    CostPerMillionTokens = "cost-per-million-tokens";
    /// Cost of a request.
    CostPerRequest = "cost-per-request";
    /// Cost of a user in a month.
    CostPerUserMonth = "cost-per-user-month";
    /// Cost of a task.
    CostPerTask = "cost-per-task";
    /// Cost of a solved task.
    CostPerSolvedTask = "cost-per-solved-task";
    /// Bytes of a model's weights.
    WeightBytes = "weight-bytes";
    /// Bytes of cache one sequence needs.
    CacheBytesPerSequence = "cache-bytes-per-sequence";
    /// Memory of one replica that a model may use.
    ReplicaMemory = "replica-memory";
    /// Sequences served at once by one replica.
    BatchSize = "batch-size";
    /// Time of one step that writes a token for every sequence.
    StepTime = "step-time";
    /// Bytes read in a step: the weights it touches, and the cache.
    BytesRead = "bytes-read";
    /// Time to read bytes from memory, and to unpack weights.
    ReadingTime = "reading-time";
    /// Time to unpack weights.
    UnpackingTime = "unpacking-time";
    /// Time to compute.
    ArithmeticTime = "arithmetic-time";
    /// Time that layers, steps and sequences take besides.
    OverheadTime = "overhead-time";
    /// Time of exchanges between accelerators.
    ExchangeTime = "exchange-time";
    /// Time of a step before what was learnt of it.
    PhysicalStepTime = "physical-step-time";
    /// The shortest time that bandwidth and arithmetic allow.
    LeastTime = "least-time";
    /// Time to read a prompt.
    PrefillTime = "prefill-time";
    /// Time that a server takes to answer at all.
    ServerTime = "server-time";
    /// Time waited for the prompts of others.
    WaitForPrompts = "wait-for-prompts";
    /// Time between tokens that goes to the prompts of others.
    InterruptionTime = "interruption-time";
    /// Sequences that memory and engine allow at once.
    BatchThatFits = "batch-that-fits";
    /// Most sequences at once with which the writing speed asked for is kept.
    BatchInTime = "batch-in-time";
    /// Most sequences at once with which the first token comes in time.
    BatchForFirstToken = "batch-for-first-token";
    /// Time that a request stays.
    StayTime = "stay-time";
    /// Requests a second that the batch finishes.
    FinishedRequests = "finished-requests";
    /// Requests a second that a full replica was measured to finish at most.
    SaturatedRequests = "saturated-requests";
    /// Tokens a second of one replica.
    ReplicaThroughput = "replica-throughput";
    /// Tokens a second asked for in the busiest hour.
    PeakDemand = "peak-demand";
    /// Tokens a second asked for on average.
    AverageDemand = "average-demand";
    /// Share of paid capacity that does work.
    Utilisation = "utilisation";
    /// Infrastructure cost of the hours that do work.
    UsedInfrastructureCost = "used-infrastructure-cost";
    /// Value left in owned servers at the end.
    ResidualValue = "residual-value";
    /// Monthly payment for a financed server.
    FinancingPayment = "financing-payment";
    /// Power drawn, including cooling.
    FacilityPower = "facility-power";
    /// Share of requests sent on to the larger model.
    EscalatedShare = "escalated-share";
    /// Share of tasks solved.
    SolvedShare = "solved-share";
    /// Cost of checking samples.
    VerificationCost = "verification-cost";
    /// Cost of tasks nobody solved.
    FailureCost = "failure-cost";
    /// Time until the first token appears.
    TimeToFirstToken = "time-to-first-token";
    /// Time between tokens.
    TimePerOutputToken = "time-per-output-token";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique() {
        let mut keys: Vec<_> = Term::ALL.iter().map(|term| term.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Term::ALL.len());
    }
}
