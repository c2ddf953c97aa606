# Names of intermediate results in explanations.

## Demand

term-requests = Requests in the month
term-calls = Calls in the month
term-input-tokens = Input tokens
term-output-tokens = Output tokens
term-total-tokens = All tokens
term-peak-demand = Demand in the busiest hour
term-average-demand = Average demand

## Prices

term-price-per-call = Price per call
term-price-factor = Price factor
term-blended-gpu-rate = Average rent per GPU hour

## Machines

term-replicas = Replicas
term-servers = Servers
term-billed-hours = Billed hours
term-utilisation = Utilisation
term-facility-power = Power with cooling
term-residual-value = Residual value
term-financing-payment = Monthly payment

## Cost

term-usage-cost = Cost of usage
term-infrastructure-cost = Cost of infrastructure
term-used-infrastructure-cost = Cost of infrastructure in use
term-energy-cost = Cost of energy
term-people-cost = Cost of people
term-maintenance-cost = Cost of maintenance
term-customisation-cost = Cost of customisation
term-migration-cost = Cost of migration
term-exit-cost = Expected cost of exit
term-licence-cost = Cost of the licence
term-verification-cost = Cost of checking samples
term-failure-cost = Cost of unsolved tasks
term-month-cost = Cost of the month

## Results

term-discount-factor = Discount factor
term-monthly-rate = Monthly rate
term-net-present-value = Net present value
term-total-cost = Total cost
term-equivalent-annual-cost = Equivalent annual cost
term-average-monthly-cost = Average monthly cost
term-cost-per-million-tokens = Cost per million tokens
term-cost-per-request = Cost per request
term-cost-per-user-month = Cost per user and month
term-cost-per-task = Cost per task
term-cost-per-solved-task = Cost per solved task

## Serving

term-weight-bytes = Size of the weights
term-cache-bytes-per-sequence = Cache of one sequence
term-replica-memory = Usable memory of a replica
term-batch-size = Batch size
term-step-time = Time of one step
term-prefill-time = Time to read the prompt
term-bytes-read = Bytes read in a step
term-reading-time = Time to read from memory
term-unpacking-time = Time to unpack weights
term-arithmetic-time = Time to compute
term-overhead-time = Overheads
term-exchange-time = Exchanges between GPUs
term-physical-step-time = Time of one step by physics
term-least-time = Shortest time possible
term-server-time = Server time
term-wait-for-prompts = Wait for the prompts of others
term-interruption-time = Interruptions by the prompts of others
term-batch-that-fits = Requests that fit at once
term-batch-in-time = Most requests at the writing speed asked for
term-batch-for-first-token = Most requests with the first token in time
term-stay-time = Time a request stays
term-finished-requests = Requests finished
term-saturated-requests = Requests a full replica finishes at most
term-replica-throughput = Throughput of a replica
term-time-to-first-token = Time to first token
term-time-per-output-token = Time per output token

## Cascades

term-escalated-share = Escalated share
term-solved-share = Solved share

## Steps of a formula

formula-constant = constant
formula-larger = the larger of
formula-smaller = the smaller of
formula-whole-up = rounded up to whole units
formula-whole-down = rounded down to whole units
formula-choice = { $third } where { $first } is at most { $second }, otherwise { $fourth }
formula-in-plain-units = in plain units
