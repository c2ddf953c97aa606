# Input fields: a label, and one line of help.

## Finance

field-finance-discount-rate-per-year = Discount rate
    .help = Yearly rate at which later money counts for less.
field-finance-fx-rate = Exchange rate
    .help = Units of your currency for one US dollar; only for display.

## Workload

field-workload-requests-per-month = Requests a month
    .help = Requests in the first month.
field-workload-growth-per-month = Growth a month
    .help = How much requests grow from month to month.
field-workload-input-tokens-per-request = Input tokens a request
    .help = Average length of everything sent to the model.
field-workload-output-tokens-per-request = Output tokens a request
    .help = Average length of an answer, reasoning tokens included.
field-workload-peak-factor = Peak factor
    .help = Load of the busiest hour over that of an average active hour.
field-workload-active-hours-per-month = Active hours a month
    .help = Hours of a month in which requests arrive.
field-workload-cached-input-share = Cached input
    .help = Share of input tokens that the provider’s prompt cache answers.
field-workload-cache-write-share = Cache writes
    .help = Share of input tokens written to the prompt cache.
field-workload-batch-share = Batch share
    .help = Share of requests that can wait for a batch.
field-workload-answer-cache-share = Answers from your own cache
    .help = Share of requests answered without any model.
field-workload-failed-call-share = Failed calls
    .help = Share of calls that fail and are made again.
field-workload-users = Users
    .help = People who use the service.
field-workload-requests-per-task = Requests a task
    .help = Requests it takes to finish one task.
field-workload-target-time-to-first-token-seconds = Longest time to first token
    .help = The longest acceptable wait; 0 asks for nothing.
field-workload-target-tokens-per-second = Slowest writing speed
    .help = The slowest acceptable speed for one user; 0 asks for nothing.

## Salaries

field-salaries-platform-engineer-usd-per-month = Platform engineer
    .help = A month of the person who keeps the service running, all included.
field-salaries-ml-engineer-usd-per-month = Machine-learning engineer
    .help = A month of the person who tunes and evaluates models, all included.
field-salaries-governance-usd-per-month = Governance
    .help = A month of security, privacy, compliance and procurement work, all included.

## People

field-people-platform-engineer-fte = Platform engineering
    .help = Share of full-time work that keeps the service running.
field-people-ml-engineer-fte = Machine-learning engineering
    .help = Share of full-time work that tunes and evaluates models.
field-people-governance-fte = Governance
    .help = Share of full-time work for security, privacy, compliance and procurement.

## Maintenance

field-maintenance-model-updates-per-year = Model updates a year
    .help = Moves to a newer model or version in a year.
field-maintenance-usd-per-model-update = Cost of a model update
    .help = Tests, prompts and roll-out of one update.
field-maintenance-security-patches-per-year = Security patches a year
    .help = Patches applied in a year.
field-maintenance-usd-per-security-patch = Cost of a security patch
    .help = Work for one patch, tests included.
field-maintenance-performance-work-usd-per-month = Performance work
    .help = Monthly cost of keeping the service fast.
field-maintenance-services-usd-per-month = Services
    .help = Monitoring, storage and other services.

## Customisation

field-customisation-compute-usd = Computing
    .help = Computing for one round.
field-customisation-data-usd = Data
    .help = Collecting and labelling data for one round.
field-customisation-people-usd = People
    .help = People’s work for one round.
field-customisation-repeats-per-year = Repeats a year
    .help = Rounds repeated in a year after the first.
field-customisation-repeat-cost-share = Cost of a repeat
    .help = Cost of a repeated round over that of the first.

## Moving in and out

field-transition-implementation-usd = Implementation
    .help = Integration, set-up and first roll-out.
field-transition-migration-usd = Migration
    .help = Moving prompts and data here from what is used today.
field-transition-exit-reprompting-usd = Rewriting prompts on exit
    .help = Rewriting prompts for the successor.
field-transition-exit-reevaluation-usd = Testing again on exit
    .help = Testing the successor.
field-transition-exit-parallel-run-months = Parallel run on exit
    .help = Months in which old and new run side by side.
field-transition-exit-egress-usd = Moving data out
    .help = Cost of moving data out.
field-transition-exit-probability = Chance of leaving
    .help = Chance that you leave at the end of the horizon.

## Licence and quality

field-licence-licence-usd-per-month = Licence fees
    .help = Fees, indemnities and support contracts.
field-quality-score-kept-share = Score kept
    .help = Share of the published score kept at this precision.
field-quality-solved-share = Tasks solved by one call
    .help = Share of your tasks that one call solves, from a pilot; 0 where nobody knows.
field-quality-uplift-points = Uplift from customisation
    .help = Points that customisation adds on your own tasks.

## Price list for tokens

field-token-plan-input-usd-per-million-tokens = Input
    .help = Price of input that no cache answers.
field-token-plan-cached-input-usd-per-million-tokens = Cached input
    .help = Price of input read from the prompt cache.
field-token-plan-cache-write-usd-per-million-tokens = Cache write
    .help = Price of input written to the prompt cache.
field-token-plan-output-usd-per-million-tokens = Output
    .help = Price of output, reasoning tokens included.
field-token-plan-batch-discount = Batch discount
    .help = Reduction for batch requests.
field-token-plan-negotiated-discount = Negotiated discount
    .help = Reduction on the whole list.
field-token-plan-minimum-commitment-usd-per-month = Minimum commitment
    .help = Least amount paid each month.
field-token-plan-newest-of-tier-change-per-year = Price change of the newest model
    .help = Yearly change of the price of the newest model of this tier.
field-token-plan-equal-capability-change-per-year = Price change of equal capability
    .help = Yearly change of the price of today’s capability.

## Prices for long requests

field-context-tier-above-input-tokens = Input longer than
    .help = From this length on these prices hold for all tokens of the request.
field-context-tier-input-usd-per-million-tokens = Input, long requests
    .help = Price of input that no cache answers.
field-context-tier-cached-input-usd-per-million-tokens = Cached input, long requests
    .help = Price of input read from the prompt cache.
field-context-tier-cache-write-usd-per-million-tokens = Cache write, long requests
    .help = Price of input written to the prompt cache.
field-context-tier-output-usd-per-million-tokens = Output, long requests
    .help = Price of output.

## Discounts for large bills

field-volume-discount-from-usd-per-month = Bill from
    .help = Monthly bill from which the reduction holds.
field-volume-discount-discount = Volume discount
    .help = Reduction on the whole bill.

## The successor of a retired model

field-successor-input-usd-per-million-tokens = Input, successor
    .help = Price of input that no cache answers.
field-successor-cached-input-usd-per-million-tokens = Cached input, successor
    .help = Price of input read from the prompt cache.
field-successor-cache-write-usd-per-million-tokens = Cache write, successor
    .help = Price of input written to the prompt cache.
field-successor-output-usd-per-million-tokens = Output, successor
    .help = Price of output.
field-successor-move-usd = Move to the successor
    .help = Moving prompts and tests to the successor.

## Model and machine

field-serving-parameters-total-billion = Parameters
    .help = All weights of the model.
field-serving-parameters-active-billion = Active parameters
    .help = Weights used for one token.
field-serving-embedding-parameters-billion = Looked-up weights
    .help = Weights of the table in which tokens are looked up, of which a step reads a row or two; 0 where it is the matrix of the output too, or nobody says.
field-serving-layers = Layers
    .help = Layers that every token passes through.
field-serving-hidden-width = Width of a layer
    .help = Numbers that go from a layer to the next for each token.
field-serving-experts = Experts
    .help = Experts of a layer; 0 where the model has none or nobody says how many.
field-serving-experts-per-token = Experts per token
    .help = Experts of a layer that a token passes through.
field-serving-bits-per-weight = Bits per weight
    .help = Bits of one weight, scales included.
field-serving-kv-cache-bytes-per-token = Cache per token
    .help = Bytes of key-value cache for one token of one request.
field-serving-window-cache-bytes-per-token = Window cache per token
    .help = Further bytes that a token adds while it is within the attention window.
field-serving-window-tokens = Attention window
    .help = Length of the attention window; 0 where there is none.
field-serving-memory-gigabytes-per-gpu = Memory of a GPU
    .help = Memory of one accelerator.
field-serving-usable-memory-share = Usable memory
    .help = Share of the memory that weights and cache may use.
field-serving-bandwidth-gigabytes-per-second-per-gpu = Memory bandwidth of a GPU
    .help = What one accelerator can read from its memory.
field-serving-bandwidth-efficiency = Bandwidth reached
    .help = Share of the bandwidth reached in practice.
field-serving-teraflops-per-gpu = Arithmetic rate of a GPU
    .help = Dense rate of one accelerator at this precision.
field-serving-compute-efficiency = Arithmetic rate reached
    .help = Share of the arithmetic rate reached in practice.
field-serving-attention-factor = Effort of attention
    .help = Operations that attention takes over the fewest it could.
field-serving-unpacking-picoseconds-per-weight = Unpacking of a weight
    .help = Time that one accelerator takes to unpack a weight before use; 0 where none is packed.
field-serving-link-gigabytes-per-second = Link between GPUs
    .help = Bandwidth between the accelerators of a replica, one way.
field-serving-link-efficiency = Link bandwidth reached
    .help = Share of the link’s bandwidth reached in practice.
field-serving-layer-microseconds = Overhead of a layer
    .help = Time that a layer takes in every step beside reading and computing.
field-serving-step-microseconds = Overhead of a step
    .help = Time that a step takes besides.
field-serving-sequence-microseconds = Overhead of a request
    .help = Time that each request adds to a step besides.
field-serving-exchange-microseconds = Shortest exchange
    .help = Shortest time of an exchange between two accelerators.
field-serving-gpus-per-replica = GPUs a replica
    .help = Accelerators that one replica runs on.
field-serving-pipeline-stages = Pipeline stages
    .help = Groups of accelerators, of which each holds a part of the layers.
field-serving-expert-groups = Expert groups
    .help = Groups of a replica’s accelerators, of which each holds some of the experts and all other weights; 1 where all share every expert.
field-serving-largest-batch = Largest batch
    .help = Most requests the engine runs at once.
field-serving-interruption-share = Interruptions
    .help = Share of other users’ prompts that a token waits for.
field-serving-queue-share = Queue for the first token
    .help = Share of other users’ prompts that a first token waits for.
field-serving-server-milliseconds = Server time
    .help = Time that the server takes to answer at all.
field-serving-server-milliseconds-per-user = Server time per user
    .help = Time that every user adds to it.
field-serving-decode-speed-factor = Measured speed of writing
    .help = How many times as fast tokens were measured to be written as physics says.
field-serving-throughput-speed-factor = Measured throughput
    .help = How many times as much a full replica was measured to finish as physics says.
field-serving-first-token-speed-factor = Measured speed of the first token
    .help = How many times as fast the first token was measured to come as physics says.
field-serving-planned-utilisation = Planned utilisation
    .help = Share of a replica’s throughput planned for in the busiest hour.
field-serving-entered-tokens-per-second = Throughput of a replica
    .help = Tokens a second, input and output, where it is entered or measured.

## Renting

field-rented-usd-per-gpu-hour = Rent of a GPU hour
    .help = Rent on demand.
field-rented-billed-hours-per-month = Billed hours a month
    .help = Hours paid for, where only active hours are.
field-rented-reserved-share = Reserved share
    .help = Share of capacity rented for a term.
field-rented-reserved-discount = Discount for a term
    .help = Reduction for renting over a term.
field-rented-spot-share = Spot share
    .help = Share of capacity rented as it is left over.
field-rented-spot-discount = Spot discount
    .help = Reduction for left-over capacity.
field-rented-spot-extra-share = Cover for interruptions
    .help = Extra capacity to cover interruptions of spot capacity.
field-rented-rent-change-per-year = Change of rent
    .help = Yearly change of rent.
field-rented-minimum-replicas = Fewest replicas
    .help = Replicas that run at least.
field-rented-spare-replicas = Spare replicas
    .help = Replicas kept in reserve for failures.
field-rented-overhead-share = Overhead
    .help = Storage, traffic and services on top of the rent.
field-rented-cold-starts-per-month = Cold starts a month
    .help = Starts from nothing in a month.
field-rented-cold-start-seconds = Time of a cold start
    .help = Time of one start, which is paid for.

## Owning servers

field-owned-server-price-usd = Price of a server
    .help = Price of one server, accelerators included.
field-owned-gpus-per-server = GPUs a server
    .help = Accelerators in one server.
field-owned-residual-share = Residual value
    .help = Share of the price left at the end of useful life.
field-owned-cost-of-capital-per-year = Cost of capital
    .help = Yearly rate, where the purchase is financed.
field-owned-maintenance-share-per-year = Hardware maintenance
    .help = Yearly maintenance over the price.
field-owned-kilowatts-per-server = Power of a server
    .help = Power under load, without cooling.
field-owned-average-load-share = Average load
    .help = Share of that power drawn on average.
field-owned-power-usage-effectiveness = Power usage effectiveness (PUE)
    .help = Facility power over server power.
field-owned-electricity-usd-per-kilowatt-hour = Electricity
    .help = Tariff for one kilowatt-hour.
field-owned-colocation-usd-per-kilowatt-month = Colocation
    .help = Space, cooling and power connection for one kilowatt.
field-owned-network-usd-per-server-month = Network
    .help = Network for one server.
field-owned-minimum-servers = Fewest servers
    .help = Servers that are bought at least.
field-owned-spare-replicas = Spare replicas
    .help = Replicas kept in reserve for failures.

## On device

field-device-devices = Devices
    .help = Devices that run the model.
field-device-device-price-usd = Price of a device
    .help = Price of one device.
field-device-charged-share = Share charged
    .help = Share of the price that this use is charged with.
field-device-kilowatts-per-device = Power of a device
    .help = Power under load.
field-device-electricity-usd-per-kilowatt-hour = Electricity
    .help = Tariff for one kilowatt-hour.
field-device-support-usd-per-device-month = Support
    .help = Help for users, for one device.
field-device-software-usd-per-device-month = Software
    .help = Management and licences of software, for one device.

## Cascade

field-cascade-escalation-share = Escalated share
    .help = Share of requests sent on to the larger model, where it is not computed.
field-cascade-samples = Samples
    .help = Samples drawn for each request.
field-cascade-single-sample-solved-share = Solved by one sample
    .help = Share of tasks that one sample solves.
field-cascade-coverage-exponent = Coverage exponent
    .help = How fast more samples solve more tasks; nearer to 0 is slower.
field-cascade-verifier-recall = Verifier recall
    .help = Share of right samples that the verifier recognises.
field-cascade-verifier-usd-per-sample = Check of a sample
    .help = Cost of checking one sample.
field-cascade-failure-usd-per-task = Unsolved task
    .help = Cost of a task that nobody solved.
field-cascade-large-model-solved-share = Solved by the larger model
    .help = Share of escalated tasks that the larger model solves.
