# Charts and tables of a self-hosted model: memory, roofs, speeds, waits, a busy day, nearest measurements.

## Names

chart-throughput-latency = Throughput against latency
chart-latency-percentiles = Waiting times
chart-memory-fit = Memory
chart-roofline = Roofline
chart-replicas-over-day = Replicas over the busiest day

## Source lines

serving-source = { $rows ->
        [one] Estimate learnt from { $rows } published measurement, { $date }
       *[other] Estimate learnt from { $rows } published measurements, { $date }
    }
serving-novelty-near = hardware, model and engine were measured
serving-novelty-one-step = one of hardware, model and engine was never measured
serving-novelty-far = far from anything measured

## Memory

serving-title-memory-fits = { $option } fits: its weights take { $share } of the memory
serving-title-memory-short = { $option } does not fit: { $missing } of memory are missing
serving-subtitle-memory = One replica with { $served } in the busiest hour, { $places } at most; a gigabyte is 10⁹ bytes
serving-subtitle-memory-short = One replica; a gigabyte is 10⁹ bytes
serving-memory-of = { $memory } of memory, { $machine }
serving-memory-weights = weights
serving-memory-cache = cache
serving-memory-overhead = kept by the engine
serving-memory-free = free
serving-column-memory = Memory
serving-column-size = Size
serving-column-share = Share

## Roofline

serving-title-roofline-memory = { $option } writes at { $share } of what memory allows
serving-title-roofline-arithmetic = { $option } writes at { $share } of what arithmetic allows
serving-subtitle-roofline = Operations a second against operations for each byte read, both logarithmic; dashes show the gap to the roof
serving-writing = writing, { $served }
serving-reading = reading a prompt
serving-of-roof = { $share } of the roof
serving-roof-memory = memory, { $bandwidth }
serving-roof-arithmetic = arithmetic, { $rate }
serving-axis-intensity = Operations a byte
serving-axis-rate = TFLOP/s
serving-column-work = Work
serving-column-intensity = Operations a byte
serving-column-rate = Estimated rate
serving-column-roof = Roof
serving-column-reached = Reached

## Throughput against latency

serving-at-once = { $count } at once
serving-title-throughput = { $option } gives { $each } to each user with { $served }
serving-title-throughput-within = A replica of { $option } serves { $served } within the targets
serving-title-throughput-never = { $option } misses a target even for one request alone
serving-subtitle-throughput = One replica on { $machine }; the band holds eight of ten measurements of such speeds
serving-busiest-hour = busiest hour, { $served }
serving-one-user = one user
serving-target-speed = target { $speed }
serving-phrase-stop = { $served }: { $each } each, { $all } in all
serving-axis-each = Tokens a second for each user
serving-axis-all = Tokens a second in all
serving-column-at-once = At once
serving-column-each = For each
serving-column-each-low = For each, P10
serving-column-each-high = For each, P90
serving-column-all = In all
serving-column-between-p95 = Between tokens, p95
serving-column-first-p95 = To the first token, p95

## Waiting times

serving-time-first = To the first token
serving-time-between = Between tokens
serving-time-end = To the last token
serving-title-times = { $option }: nineteen in twenty see the first token within { $first } and the last within { $end }
serving-title-times-met = { $option } meets its targets in the busiest hour: first token within { $first } for nineteen in twenty
serving-title-times-missed = { $option } misses a target in the busiest hour: first token within { $first } for nineteen in twenty
serving-subtitle-times = Busiest hour, { $served } on a replica; half, nineteen in twenty and ninety-nine in a hundred wait no longer
serving-subtitle-times-alone = One user alone; half, nineteen in twenty and ninety-nine in a hundred wait no longer
serving-target-time = target { $time }
serving-axis-seconds = Seconds, logarithmic
serving-column-time = Time
serving-column-target = Target for p95

## The busiest day

serving-title-day = { $count ->
        [one] The busiest hour keeps { $count } replica of { $option } at work, { $all } with one to spare
       *[other] The busiest hour keeps { $count } replicas of { $option } at work, { $all } with one to spare
    }
serving-subtitle-day = Replicas within the targets, at most { $share } loaded; the hours between are a bell around the busiest
serving-subtitle-day-load = Replicas at most { $share } loaded; the hours between are a bell around the busiest
serving-requests-a-second = { $rate } requests a second
serving-hour = { $count ->
        [one] { $hour } h from the busiest: { $rate }, { $count } replica
       *[other] { $hour } h from the busiest: { $rate }, { $count } replicas
    }
serving-replicas-needed = at work
serving-replica-spare = one to spare
serving-paid-replicas = { $count ->
        [one] { $count } is paid for in the first month
       *[other] { $count } are paid for in the first month
    }
serving-axis-hour = Hours before and after the busiest
serving-axis-replicas = Replicas
serving-column-hour = Hour
serving-column-load = Load
serving-column-needed = Needed
serving-column-with-spare = With one to spare
serving-column-utilisation = Utilisation

## Nearest measurements

serving-nearest-title = { $count } of the { $total } nearest measurements lie in the range of their estimate
serving-nearest-aid = Published measurements nearest to this case, and what the estimate, which learnt from them, says of each
serving-machine = { $count } × { $machine }
serving-machine-unknown = { $count ->
        [one] { $count } GPU
       *[other] { $count } GPUs
    }
serving-column-measured-case = Measured
serving-column-figure = Figure
serving-column-source = Source
serving-column-value = Value
serving-column-estimate = Estimate, P10–P90
serving-column-off = Off by
serving-measured-case = { $model } in { $bits } bits on { $count } × { $hardware }, { $engine }
serving-measured-load = { $served }, { $input } tokens in, { $output } out
serving-measured-load-full = as many as fit, { $input } tokens in, { $output } out
serving-measured-source = { $source }, { $date }

## The page

serving-sure = Estimates learnt from { $rows } published measurements; every figure says its range and how near it is to anything measured.
serving-sure-none = What runs on a machine of one’s own is estimated from published measurements.
serving-speed-range = Writes { $speed } for each user in the busiest hour; with eight chances in ten, between { $low } and { $high }.
serving-speed-range-alone = Writes { $speed } for one user; with eight chances in ten, between { $low } and { $high }.
serving-near = Hardware, model and engine were measured, if not together.
serving-one-step = One of hardware, model and engine was never measured, so the range is wider.
serving-far = Far from anything measured: the range is wide, and a measurement of one’s own would be worth most here.
serving-impossible = { $option } cannot run as described
serving-computing = Estimating…
serving-show-option = Option
