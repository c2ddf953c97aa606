# Runs as evidence: in the report, as what to measure next, and on a machine of one's own.

## The report

report-section-measured = What was measured
report-column-measured = Measured
report-column-estimated = Estimated
report-column-run = Run
report-measured-further = { $count ->
        [one] { $count } older measurement is
       *[other] { $count } older measurements are
    } in the case and not printed here.
report-run-made-up = { $model } with synthetic weights (seed { $seed }), for timing only
report-run-plan-users = prompts of { $prompts } tokens, answers of { $output }, { $users } at once; { $repeats ->
        [one] { $repeats } repetition
       *[other] { $repeats } repetitions
    } after { $warmup } to warm up, { $limit } at most
report-run-plan-rate = prompts of { $prompts } tokens, answers of { $output }; { $requests } requests arriving at random, { $rate } a second (seed { $seed }), after { $warmup } to warm up, { $limit } at most
report-run-failed = { $count ->
        [one] { $count } request
       *[other] { $count } requests
    } failed
report-run-quiet = Other programs used { $share } of the processors.
report-definition-throughput = Throughput: output tokens a second of all users together.
report-definition-spread = Below a figure: one repetition in ten lay under the first number, one in ten above the second. What was estimated is what this program expected before anything was measured for the case.
report-machine = The machine: { $name }
report-machine-unnamed = The machine

## What to measure next

decision-time-here = Time “{ $option }” here
decision-time-endpoint = Time the endpoint of “{ $option }”
decision-time-import = Import a measurement for “{ $option }”
decision-time-worth = Offered where knowing the speed may be worth more than { $least }: half an hour of a machine-learning engineer, which is about what a run takes.

## An option on this machine

take-over = An option on this machine
take-over-aid = Machines like { $machine } may be what an option runs on. Its memory, bandwidth and arithmetic are then those found and measured here, and what was timed here speaks for its model.
take-over-option = Run “{ $option }” on this machine
take-over-done = “{ $option }” runs on this machine.
take-over-price = Price and life of the machine stay as they are, and so does its power unless a run of the case counted energy there; look at them afterwards.
