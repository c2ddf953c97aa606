//! Groups of figures: what a scenario asks the client, one line a field.

use weighbridge_units::{Base, Unit};

use crate::figure::figures;

figures! {
    /// Rates that hold for every option.
    pub struct Finance in "finance" {
        /// Annual discount rate; converted to an effective monthly one.
        discount_rate_per_year: Unit::SHARE_PER_YEAR, 0.0..=1.0, 0.08;
        /// Units of the client's currency for one dollar; used on display only.
        fx_rate: Unit::of(Base::ClientCurrency).per(Base::Usd), 0.000_001..=1_000_000.0, 1.0;
    }
}

figures! {
    /// What is asked of the model.
    pub struct Workload in "workload" {
        /// Requests in the first month.
        requests_per_month: Unit::REQUESTS_PER_MONTH, 0.0..=1e12, 1_000_000.0;
        /// Growth of requests from month to month.
        growth_per_month: Unit::SHARE_PER_MONTH, -0.5..=1.0, 0.0;
        /// Prompt length of an average request, everything sent to the model.
        input_tokens_per_request: Unit::TOKENS_PER_REQUEST, 0.0..=10_000_000.0, 1_500.0;
        /// Answer length of an average request, reasoning tokens included.
        output_tokens_per_request: Unit::TOKENS_PER_REQUEST, 0.0..=1_000_000.0, 350.0;
        /// Load of the busiest hour over that of an average active hour.
        peak_factor: Unit::NONE, 1.0..=100.0, 3.0;
        /// Hours of a month in which requests arrive.
        active_hours_per_month: Unit::HOURS_PER_MONTH, 1.0..=744.0, 730.0;
        /// Share of input tokens that the provider's prompt cache answers.
        cached_input_share: Unit::SHARE, 0.0..=1.0, 0.0;
        /// Share of input tokens written to the prompt cache.
        cache_write_share: Unit::SHARE, 0.0..=1.0, 0.0;
        /// Share of requests that can wait for a batch.
        batch_share: Unit::SHARE, 0.0..=1.0, 0.0;
        /// Share of requests answered by the client's own cache, without any model.
        answer_cache_share: Unit::SHARE, 0.0..=0.99, 0.0;
        /// Calls that fail and are made again, as a share of all calls.
        failed_call_share: Unit::SHARE, 0.0..=0.9, 0.0;
        /// People who use the service.
        users: Unit::USERS, 0.0..=1e10, 1_000.0, whole;
        /// Requests it takes to finish one task.
        requests_per_task: Unit::of(Base::Request).per(Base::Task), 0.01..=10_000.0, 1.0;
        /// Longest acceptable time until the first token; 0 asks for nothing.
        target_time_to_first_token_seconds: Unit::SECONDS, 0.0..=3_600.0, 0.0;
        /// Slowest acceptable writing speed for one user; 0 asks for nothing.
        target_tokens_per_second: Unit::TOKENS_PER_SECOND, 0.0..=10_000.0, 0.0;
    }
}

figures! {
    /// What a month of a person's work costs, salary and everything on top.
    pub struct Salaries in "salaries" {
        /// Keeps the service running.
        platform_engineer_usd_per_month: Unit::USD_PER_FTE_MONTH, 0.0..=200_000.0, 18_000.0;
        /// Tunes and evaluates models.
        ml_engineer_usd_per_month: Unit::USD_PER_FTE_MONTH, 0.0..=200_000.0, 18_000.0;
        /// Security, privacy, compliance and procurement.
        governance_usd_per_month: Unit::USD_PER_FTE_MONTH, 0.0..=200_000.0, 15_000.0;
    }
}

figures! {
    /// People an option needs, as shares of full-time work.
    pub struct People in "people" {
        /// Platform engineering.
        platform_engineer_fte: Unit::FTE, 0.0..=1_000.0, 0.0;
        /// Machine-learning engineering and evaluation.
        ml_engineer_fte: Unit::FTE, 0.0..=1_000.0, 0.0;
        /// Security, privacy, compliance and procurement.
        governance_fte: Unit::FTE, 0.0..=1_000.0, 0.0;
    }
}

figures! {
    /// Upkeep: model updates, security patches and performance work.
    pub struct Maintenance in "maintenance" {
        /// Moves to a newer model or version.
        model_updates_per_year: Unit::NONE.per(Base::Year), 0.0..=365.0, 0.0;
        /// Cost of one such move: tests, prompts, roll-out.
        usd_per_model_update: Unit::USD, 0.0..=10_000_000.0, 0.0;
        /// Security patches.
        security_patches_per_year: Unit::NONE.per(Base::Year), 0.0..=365.0, 0.0;
        /// Cost of one patch.
        usd_per_security_patch: Unit::USD, 0.0..=10_000_000.0, 0.0;
        /// Performance work.
        performance_work_usd_per_month: Unit::USD_PER_MONTH, 0.0..=10_000_000.0, 0.0;
        /// Monitoring, storage and other services.
        services_usd_per_month: Unit::USD_PER_MONTH, 0.0..=10_000_000.0, 0.0;
    }
}

figures! {
    /// Making a model the client's own.
    pub struct Customisation in "customisation" {
        /// Computing for one round.
        compute_usd: Unit::USD, 0.0..=1e9, 0.0;
        /// Collecting and labelling data for one round.
        data_usd: Unit::USD, 0.0..=1e9, 0.0;
        /// People's work for one round.
        people_usd: Unit::USD, 0.0..=1e9, 0.0;
        /// Rounds repeated in a year after the first.
        repeats_per_year: Unit::NONE.per(Base::Year), 0.0..=52.0, 0.0;
        /// Cost of a repeated round over that of the first.
        repeat_cost_share: Unit::SHARE, 0.0..=1.0, 0.5;
    }
}

figures! {
    /// Moving in and moving out.
    pub struct Transition in "transition" {
        /// Integration, set-up and first roll-out.
        implementation_usd: Unit::USD, 0.0..=1e9, 0.0;
        /// Moving prompts and data here from what is used today.
        migration_usd: Unit::USD, 0.0..=1e9, 0.0;
        /// Rewriting prompts on the way out.
        exit_reprompting_usd: Unit::USD, 0.0..=1e9, 0.0;
        /// Testing the successor on the way out.
        exit_reevaluation_usd: Unit::USD, 0.0..=1e9, 0.0;
        /// Months in which old and new run side by side on the way out.
        exit_parallel_run_months: Unit::MONTHS, 0.0..=24.0, 0.0;
        /// Moving data out.
        exit_egress_usd: Unit::USD, 0.0..=1e9, 0.0;
        /// Chance that the client leaves at the end of the horizon.
        exit_probability: Unit::SHARE, 0.0..=1.0, 0.5;
    }
}

figures! {
    /// Money owed for the right to use a model.
    pub struct LicenceFees in "licence" {
        /// Fees, indemnities and support contracts.
        licence_usd_per_month: Unit::USD_PER_MONTH, 0.0..=1e9, 0.0;
    }
}

figures! {
    /// What quantisation takes from the published scores, customisation adds, and a pilot found.
    pub struct Quality in "quality" {
        /// Share of the score kept at this precision.
        score_kept_share: Unit::SHARE, 0.0..=1.0, 1.0;
        /// Points that customisation adds on the client's own tasks.
        uplift_points: Unit::NONE, -100.0..=100.0, 0.0;
        /// Share of the client's tasks that one call solves; 0 where nobody knows.
        solved_share: Unit::SHARE, 0.0..=1.0, 0.0;
    }
}

figures! {
    /// A price list for tokens.
    pub struct TokenPlan in "token_plan" {
        /// Input that no cache answers.
        input_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Input read from the prompt cache.
        cached_input_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Input written to the prompt cache.
        cache_write_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Output.
        output_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Reduction for batch requests.
        batch_discount: Unit::SHARE, 0.0..=1.0, 0.0;
        /// Reduction negotiated on the whole list.
        negotiated_discount: Unit::SHARE, 0.0..=1.0, 0.0;
        /// Least amount paid each month.
        minimum_commitment_usd_per_month: Unit::USD_PER_MONTH, 0.0..=1e9, 0.0;
        /// Yearly change of the newest model of this tier.
        newest_of_tier_change_per_year: Unit::SHARE_PER_YEAR, -0.99..=5.0, -0.15;
        /// Yearly change of the price of this capability.
        equal_capability_change_per_year: Unit::SHARE_PER_YEAR, -0.99..=5.0, -0.8;
    }
}

figures! {
    /// How fast somebody's interface answers, where it was measured or is promised.
    pub struct InterfaceSpeed in "interface_speed" {
        /// Time from a request to its first token; 0 where nobody knows.
        time_to_first_token_seconds: Unit::SECONDS, 0.0..=3_600.0, 0.0;
        /// Tokens a second that one user gets; 0 where nobody knows.
        tokens_per_second: Unit::TOKENS_PER_SECOND, 0.0..=100_000.0, 0.0;
    }
}

figures! {
    /// Prices for requests whose input is longer than a limit; they hold for all their tokens.
    pub struct ContextTier in "context_tier" {
        /// The limit.
        above_input_tokens: Unit::TOKENS_PER_REQUEST, 0.0..=100_000_000.0, 200_000.0;
        /// Input that no cache answers.
        input_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Input read from the prompt cache.
        cached_input_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Input written to the prompt cache.
        cache_write_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Output.
        output_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
    }
}

figures! {
    /// A reduction on the whole bill of a month that reaches a limit.
    pub struct VolumeDiscount in "volume_discount" {
        /// The bill from which the reduction holds.
        from_usd_per_month: Unit::USD_PER_MONTH, 0.0..=1e9, 0.0;
        /// The reduction.
        discount: Unit::SHARE, 0.0..=1.0, 0.0;
    }
}

figures! {
    /// The price list that follows when a model is no longer sold.
    pub struct Successor in "successor" {
        /// Input that no cache answers.
        input_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Input read from the prompt cache.
        cached_input_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Input written to the prompt cache.
        cache_write_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Output.
        output_usd_per_million_tokens: Unit::USD_PER_MILLION_TOKENS, 0.0..=10_000.0, 0.0;
        /// Moving prompts and tests to the successor.
        move_usd: Unit::USD, 0.0..=1e9, 0.0;
    }
}

figures! {
    /// What a model, a machine and an engine are, for the serving estimate.
    pub struct Serving in "serving" {
        /// All weights.
        parameters_total_billion: Unit::BILLION_PARAMETERS, 0.0..=100_000.0, 8.0;
        /// Weights used for one token.
        parameters_active_billion: Unit::BILLION_PARAMETERS, 0.0..=100_000.0, 8.0;
        /// Weights of the table in which tokens are looked up, of which a step reads a row or two;
        /// 0 where it is the matrix of the output too, or nobody says.
        embedding_parameters_billion: Unit::BILLION_PARAMETERS, 0.0..=100_000.0, 0.0;
        /// Layers.
        layers: Unit::NONE, 1.0..=10_000.0, 32.0, whole;
        /// Numbers that go from a layer to the next for each token.
        hidden_width: Unit::NONE, 1.0..=1_000_000.0, 4_096.0, whole;
        /// Experts of a layer; 0 where the model has none, or nobody says how many.
        experts: Unit::NONE, 0.0..=100_000.0, 0.0, whole;
        /// Experts that a token passes through in a layer.
        experts_per_token: Unit::NONE, 0.0..=100_000.0, 0.0, whole;
        /// Bits of one weight, scales included.
        bits_per_weight: Unit::NONE, 1.0..=64.0, 16.0;
        /// Bytes of cache that every token of a sequence adds.
        kv_cache_bytes_per_token: Unit::BYTES.per(Base::Token), 0.0..=100_000_000.0, 131_072.0;
        /// Further bytes that a token adds while the sequence is within the attention window.
        window_cache_bytes_per_token: Unit::BYTES.per(Base::Token), 0.0..=100_000_000.0, 0.0;
        /// Length of the attention window; 0 where there is none.
        window_tokens: Unit::TOKENS_PER_REQUEST, 0.0..=100_000_000.0, 0.0;
        /// Memory of one accelerator, as it is sold: a gigabyte of it is 2³⁰ bytes.
        memory_gigabytes_per_gpu: Unit::GIGABYTES.per(Base::Gpu), 0.0..=10_000.0, 80.0;
        /// Share of that memory that weights and cache may use.
        usable_memory_share: Unit::SHARE, 0.1..=1.0, 0.9;
        /// Memory bandwidth of one accelerator.
        bandwidth_gigabytes_per_second_per_gpu: Unit::GIGABYTES_PER_SECOND.per(Base::Gpu), 0.0..=1_000_000.0, 3_350.0;
        /// Share of the bandwidth reached in practice; above 1 where tables state too little.
        bandwidth_efficiency: Unit::SHARE, 0.01..=10.0, 0.74;
        /// Arithmetic rate of one accelerator at this precision, dense.
        teraflops_per_gpu: Unit::TERAFLOPS.per(Base::Gpu), 0.0..=1_000_000.0, 989.0;
        /// Share of the arithmetic rate reached in practice; above 1 where tables state too little.
        compute_efficiency: Unit::SHARE, 0.001..=10.0, 0.45;
        /// Operations that attention takes over the fewest it could.
        attention_factor: Unit::NONE, 0.0..=1_000.0, 2.0;
        /// Time that one accelerator takes to unpack a weight before use; 0 where none is packed.
        unpacking_picoseconds_per_weight: Unit::PICOSECONDS.per(Base::Parameter), 0.0..=1_000_000.0, 0.0;
        /// Bandwidth between the accelerators of a replica, one way.
        link_gigabytes_per_second: Unit::GIGABYTES_PER_SECOND, 0.001..=1_000_000.0, 450.0;
        /// Share of the link's bandwidth reached in practice; above 1 where tables state too little.
        link_efficiency: Unit::SHARE, 0.001..=10.0, 0.5;
        /// Time that a layer takes in every step beside reading and computing.
        layer_microseconds: Unit::MICROSECONDS, 0.0..=1_000_000.0, 8.0;
        /// Time that a step takes besides.
        step_microseconds: Unit::MICROSECONDS, 0.0..=1_000_000.0, 200.0;
        /// Time that a sequence adds to a step besides.
        sequence_microseconds: Unit::MICROSECONDS.per(Base::Request), 0.0..=1_000_000.0, 5.0;
        /// Shortest time of an exchange between two accelerators.
        exchange_microseconds: Unit::MICROSECONDS, 0.0..=1_000_000.0, 8.0;
        /// Accelerators one replica runs on.
        gpus_per_replica: Unit::GPUS.per(Base::Replica), 1.0..=4_096.0, 1.0, whole;
        /// Groups of accelerators, of which each holds a part of the layers.
        pipeline_stages: Unit::NONE, 1.0..=4_096.0, 1.0, whole;
        /// Groups of a replica's accelerators of which each holds some of the experts and all other
        /// weights; 1 where all share every expert.
        expert_groups: Unit::NONE, 1.0..=4_096.0, 1.0, whole;
        /// Most sequences the engine runs at once.
        largest_batch: Unit::of(Base::Request).per(Base::Replica), 1.0..=8_192.0, 400.0;
        /// Share of other users' prompts that a token waits for.
        interruption_share: Unit::SHARE, 0.0..=100.0, 1.0;
        /// Share of other users' prompts that a first token waits for.
        queue_share: Unit::SHARE, 0.0..=100.0, 0.3;
        /// Time that a server takes to answer at all.
        server_milliseconds: Unit::MILLISECONDS, 0.0..=3_600_000.0, 20.0;
        /// Time that every user adds to it.
        server_milliseconds_per_user: Unit::MILLISECONDS.per(Base::Request), 0.0..=3_600_000.0, 1.0;
        /// How many times as fast tokens were measured to be written as all this says.
        decode_speed_factor: Unit::NONE, 0.01..=100.0, 1.0;
        /// The same of the throughput of a full replica.
        throughput_speed_factor: Unit::NONE, 0.01..=100.0, 1.0;
        /// The same of the first token.
        first_token_speed_factor: Unit::NONE, 0.01..=100.0, 1.0;
        /// Share of a replica's throughput that is planned for in the busiest hour.
        planned_utilisation: Unit::SHARE, 0.05..=1.0, 0.7;
        /// Tokens a second of one replica, input and output, where it is entered or measured.
        entered_tokens_per_second: Unit::TOKENS_PER_SECOND.per(Base::Replica), 0.0..=1e9, 0.0;
    }
}

figures! {
    /// Renting accelerators by the hour.
    pub struct RentedPlan in "rented" {
        /// Rent on demand.
        usd_per_gpu_hour: Unit::USD_PER_GPU_HOUR, 0.0..=10_000.0, 3.0;
        /// Hours paid for in a month, where only active hours are.
        billed_hours_per_month: Unit::HOURS_PER_MONTH, 0.0..=744.0, 730.0;
        /// Share of capacity rented for a term.
        reserved_share: Unit::SHARE, 0.0..=1.0, 0.0;
        /// Reduction for a term.
        reserved_discount: Unit::SHARE, 0.0..=1.0, 0.3;
        /// Share of capacity rented as it is left over.
        spot_share: Unit::SHARE, 0.0..=1.0, 0.0;
        /// Reduction for left-over capacity.
        spot_discount: Unit::SHARE, 0.0..=1.0, 0.4;
        /// Extra capacity to cover interruptions of left-over capacity.
        spot_extra_share: Unit::SHARE, 0.0..=2.0, 0.15;
        /// Yearly change of rent.
        rent_change_per_year: Unit::SHARE_PER_YEAR, -0.99..=5.0, 0.0;
        /// Fewest replicas that run.
        minimum_replicas: Unit::REPLICAS, 0.0..=10_000.0, 1.0, whole;
        /// Replicas kept in reserve.
        spare_replicas: Unit::REPLICAS, 0.0..=10_000.0, 1.0, whole;
        /// Storage, traffic and services on top of the rent.
        overhead_share: Unit::SHARE, 0.0..=5.0, 0.0;
        /// Starts from nothing in a month.
        cold_starts_per_month: Unit::REPLICAS.per(Base::Month), 0.0..=1e6, 0.0;
        /// Time of one start, paid for.
        cold_start_seconds: Unit::SECONDS, 0.0..=86_400.0, 140.0;
    }
}

figures! {
    /// Owning servers.
    pub struct OwnedPlan in "owned" {
        /// Price of one server.
        server_price_usd: Unit::USD.per(Base::Server), 0.0..=1e9, 300_000.0;
        /// Accelerators in one server.
        gpus_per_server: Unit::GPUS.per(Base::Server), 1.0..=1_024.0, 8.0, whole;
        /// Share of the price left at the end of useful life.
        residual_share: Unit::SHARE, 0.0..=1.0, 0.2;
        /// Yearly cost of capital, where the purchase is financed.
        cost_of_capital_per_year: Unit::SHARE_PER_YEAR, 0.0..=1.0, 0.08;
        /// Yearly maintenance over the price.
        maintenance_share_per_year: Unit::SHARE_PER_YEAR, 0.0..=1.0, 0.05;
        /// Power of one server under load, without cooling.
        kilowatts_per_server: Unit::KILOWATTS.per(Base::Server), 0.0..=1_000.0, 6.0;
        /// Share of that power drawn on average.
        average_load_share: Unit::SHARE, 0.0..=1.0, 0.8;
        /// Facility power over server power.
        power_usage_effectiveness: Unit::NONE, 1.0..=3.0, 1.4;
        /// Electricity.
        electricity_usd_per_kilowatt_hour: Unit::USD_PER_KILOWATT_HOUR, 0.0..=5.0, 0.12;
        /// Space, cooling and power connection.
        colocation_usd_per_kilowatt_month: Unit::USD_PER_KILOWATT_MONTH, 0.0..=5_000.0, 0.0;
        /// Network.
        network_usd_per_server_month: Unit::USD.per(Base::Server).per(Base::Month), 0.0..=100_000.0, 200.0;
        /// Fewest servers that are bought.
        minimum_servers: Unit::SERVERS, 0.0..=100_000.0, 1.0, whole;
        /// Replicas kept in reserve.
        spare_replicas: Unit::REPLICAS, 0.0..=10_000.0, 1.0, whole;
    }
}

figures! {
    /// Running on devices that users have.
    pub struct DevicePlan in "device" {
        /// Devices that run the model.
        devices: Unit::DEVICES, 0.0..=1e9, 100.0, whole;
        /// Price of one device.
        device_price_usd: Unit::USD.per(Base::Device), 0.0..=1_000_000.0, 2_000.0;
        /// Share of the price that this use is charged with.
        charged_share: Unit::SHARE, 0.0..=1.0, 0.1;
        /// Power of one device under load.
        kilowatts_per_device: Unit::KILOWATTS.per(Base::Device), 0.0..=10.0, 0.06;
        /// Electricity.
        electricity_usd_per_kilowatt_hour: Unit::USD_PER_KILOWATT_HOUR, 0.0..=5.0, 0.2;
        /// Help for users.
        support_usd_per_device_month: Unit::USD.per(Base::Device).per(Base::Month), 0.0..=10_000.0, 1.0;
        /// Management and licences of software.
        software_usd_per_device_month: Unit::USD.per(Base::Device).per(Base::Month), 0.0..=10_000.0, 0.0;
    }
}

figures! {
    /// A small model first, a large one when needed; or several samples and a verifier.
    pub struct CascadePlan in "cascade" {
        /// Share of requests sent on to the larger model, where it is not computed.
        escalation_share: Unit::SHARE, 0.0..=1.0, 0.2;
        /// Samples drawn for each request.
        samples: Unit::NONE, 1.0..=10_000.0, 1.0, whole;
        /// Share of tasks that one sample solves.
        single_sample_solved_share: Unit::SHARE, 0.0..=1.0, 0.7;
        /// How fast more samples solve more: coverage(k) = coverage(1) to the power k^exponent.
        coverage_exponent: Unit::NONE, -2.0..=0.0, -0.266;
        /// Share of right samples that the verifier recognises.
        verifier_recall: Unit::SHARE, 0.0..=1.0, 1.0;
        /// Cost of checking one sample.
        verifier_usd_per_sample: Unit::USD_PER_REQUEST, 0.0..=1_000.0, 0.0;
        /// Cost of a task that nobody solved.
        failure_usd_per_task: Unit::USD_PER_TASK, 0.0..=1_000_000.0, 0.0;
        /// Share of escalated tasks that the larger model solves.
        large_model_solved_share: Unit::SHARE, 0.0..=1.0, 0.9;
    }
}
