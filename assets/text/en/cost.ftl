# Cost lines and results of the cost engine.

## Cost lines

cost-line-usage = Usage
    .help = Tokens bought.
cost-line-infrastructure = Infrastructure
    .help = Rent, servers, devices and their maintenance.
cost-line-energy = Energy
    .help = Electricity, space and cooling.
cost-line-people = People
    .help = Shares of people’s work, salary and everything on top.
cost-line-maintenance = Maintenance
    .help = Model updates, security patches, performance work and services.
cost-line-customisation = Customisation
    .help = Making the model your own.
cost-line-migration = Migration
    .help = Moving in, and moving to a successor.
cost-line-licence = Licence
    .help = Fees for the right to use the model.
cost-line-verification = Verification
    .help = Checking samples, and tasks nobody solved.
cost-line-exit = Exit
    .help = Expected cost of moving out.

## Figures of an option

measure-npv-usd = Net present value of cost
    .help = All cost, with later money counted for less at the discount rate.
measure-total-usd = Total cost
    .help = All cost over the horizon, undiscounted.
measure-equivalent-annual-cost-usd = Equivalent annual cost
    .help = The even yearly amount with the same present value.
measure-average-monthly-cost-usd = Average monthly cost
    .help = All cost over the number of months, undiscounted.
measure-usd-per-million-tokens = Cost per million tokens
    .help = All cost over all tokens, input and output.
measure-usd-per-request = Cost per request
    .help = All cost over all requests.
measure-usd-per-user-month = Cost per user and month
    .help = All cost over users and months.
measure-usd-per-task = Cost per task
    .help = All cost over all tasks, solved or not.
measure-usd-per-solved-task = Cost per solved task
    .help = All cost over the tasks that are solved.
measure-solved-share = Solved tasks
    .help = Share of tasks solved, where it is known.
measure-start-usd = Paid at the start
    .help = One-off cost before the first month.
measure-first-month-usd = First month
    .help = What the first month costs.
measure-replicas-first-month = Replicas in the first month
    .help = Whole replicas, spares included.
measure-replicas-last-month = Replicas in the last month
    .help = Whole replicas, spares included.
measure-utilisation = Utilisation
    .help = Share of paid capacity that does work.
measure-reserved-infrastructure-usd-per-month = Infrastructure as paid
    .help = Infrastructure and energy as paid, busy or idle.
measure-used-infrastructure-usd-per-month = Infrastructure as used
    .help = The part of it that pays for work done.
measure-weight-gigabytes = Size of the weights
    .help = Memory for the weights at this precision.
measure-kv-cache-gigabytes-per-sequence = Cache of one sequence
    .help = Memory that one request needs at full length.
measure-usable-memory-gigabytes-per-replica = Usable memory of a replica
    .help = Memory that weights and cache may use.
measure-sequences-that-fit = Sequences that fit
    .help = Requests that fit in memory beside the weights.
measure-batch-size = Batch size
    .help = Requests one replica serves at once.
measure-replica-tokens-per-second = Throughput of a replica
    .help = Tokens a second, input and output, of one replica.
measure-time-to-first-token-seconds = Time to first token
    .help = Without waiting in a queue.
measure-time-per-output-token-seconds = Time per output token
    .help = Time between tokens for one user.

## Break-even and returns

break-even = Break-even
break-even-at = Break-even at { $value }
break-even-never = { $first } and { $second } never cost the same in this range.
break-even-cheaper-from = { $option } is cheaper from { $low } to { $high }.
break-even-always = { $option } is cheaper throughout.
payback-months = Pays back in { $months }
payback-never = Does not pay back within the horizon.
internal-rate-of-return = Internal rate of return (IRR)
internal-rate-none = There is no internal rate of return.
internal-rate-several = Several internal rates of return { $rates }
modified-internal-rate = Modified internal rate of return (MIRR)
discounting-convention = Months are discounted at the effective monthly rate of { $monthly }, from { $annual } a year; each is paid at its end.
cost-cheapest = { $option } costs least, { $cost } over { $months }.
cost-cheaper-by = { $first } costs { $difference } less than { $second }.
cost-reserved-and-used = { $reserved } paid, { $used } of it for work done
