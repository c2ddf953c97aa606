### Pages of the later seven steps, and the explanation of a figure.

## All pages of results

results-how-sure = Net present value over { $months } at { $rate } a year.
results-figure = Figure
results-no-options = There is no option yet; everything here follows from options.
results-why-of = Why? { $result } of { $option }, { $value }
results-why-hint = Press a figure to see how it came about.
results-computing = Being computed…
results-not-computed = This could not be computed; change an input to try again.
results-as-table = Show as a table, { $chart }
results-as-chart = Show as a chart, { $chart }
results-copy-data = Copy the data, { $chart }
results-export-chart = Export the chart, { $chart }…
results-language-stated = stated by the vendor
results-language-not-stated = not stated

## Cost

cost-headline = { $option } costs least, { $difference } less than { $second }
cost-headline-throughout = { $option } costs least, { $difference } less than { $second }, and leads from the start
cost-headline-from = { $option } costs least, { $difference } less than { $second }, and leads from month { $month } on
cost-headline-same = { $first } and { $second } cost the same over { $months }
cost-inputs = Inputs of one option
cost-for-all = For all options
cost-for-all-aid = These figures hold for every option at once.
cost-group-infrastructure = Plan and infrastructure
cost-group-migration = Moving in
cost-group-exit = Moving out
cost-group-salaries = What people cost
cost-group-finance = Discounting
cost-all-of-the-plan = All figures of this plan
cost-results = All results
cost-lines = Cost by part over the horizon
cost-idle-title = { $option } pays { $idle } a month for capacity that waits
cost-idle-aid = An idle machine is never free. Infrastructure and energy a month, on average.
cost-paid = As paid
cost-used = For work
cost-idle = Idle
cost-pair-first = Compare
cost-pair-second = with
cost-pair-none = These two cannot be compared over the volume.
cost-pair-stretch = { $option } is cheaper from { $low } to { $high } requests a month.
cost-pair-more = { $count ->
        [one] There is { $count } further change, caused by whole machines.
       *[other] There are { $count } further changes, caused by whole machines.
    }
cost-instead-saves = { $first } instead of { $second } saves { $amount } over { $months }
cost-instead-costs = { $first } instead of { $second } costs { $amount } more over { $months }
cost-instead-aid = The difference month by month as an investment, in net present value.
cost-payback = Payback
cost-payback-discounted = Discounted payback
cost-payback-none-needed = It is never dearer, so there is nothing to pay back.
cost-rate-none-one-sided = A rate of return needs money that is spent first and comes back later; here the difference has one sign only.
cost-rate-none = No rate makes this flow worth nothing, so there is no internal rate of return.
cost-rate-several = The flow changes sign more than once and has { $count } rates of return; rely on the net present value.

## Capability

capability-coverage = { $count ->
        [one] { $score }: { $count } of { $total } options has a score; open { $open }, closed { $closed }. Scores compare within one table only.
       *[other] { $score }: { $count } of { $total } options have a score; open { $open }, closed { $closed }. Scores compare within one table only.
    }
capability-column = Benchmark
capability-column-aid = One at a time; scores of different tables are never mixed.
capability-open-closed = { $open } open, { $closed } closed
capability-table = From the table “{ $table }”.
capability-protocol = How it was asked: { $protocol }
capability-own-pilot = Own pilot
capability-nothing-drawn = Nobody has a score in this column yet
capability-enter-first = Enter the result of your own pilot, or choose another benchmark.
capability-enter = Scores in this column
capability-enter-aid = Type over a score to enter your own; it is marked as entered.
capability-enter-score = Enter a score for { $option }
capability-remove-score = Remove the score of { $option }
capability-scores = Score as published and as used
capability-scores-aid = After precision and customisation. An option without a score is unknown, not zero.
capability-published = As known
capability-adjusted = Used
capability-known-from = How it is known
capability-solved = What a solved task costs
capability-solved-unknown = Nobody knows yet how many of your tasks one call solves. Enter the share that a pilot found, under precision and customisation.
capability-quality = Precision and customisation
capability-quality-aid = What they do to the published scores of one option.
capability-languages-aid = Whether the vendor says that its model supports them; how well is not known yet.
capability-no-languages = No working language is named yet.

## Latency and hardware

latency-headline-none = No option runs on a machine of its own
latency-headline-too-big = { $count ->
        [one] { $count } of { $total } models on own machines does not fit in memory
       *[other] { $count } of { $total } models on own machines do not fit in memory
    }
latency-headline-missed = { $count ->
        [one] { $count } of { $total } options on own machines misses a target, by the estimate
       *[other] { $count } of { $total } options on own machines miss a target, by the estimate
    }
latency-headline-met = { $count ->
        [one] The option on its own machine meets the targets, by the estimate
       *[other] The { $count } options on own machines meet the targets, by the estimate
    }
latency-headline-fastest = { $option } writes fastest, about { $speed } for each user in the busiest hour
latency-machine = { $machine }, { $gpus } a replica, weights in { $format }
latency-met = Meets the targets, by the estimate.
latency-no-target = No target is set, so there is nothing to miss.
latency-entered = The throughput was entered; times for one user are still estimates.
latency-throughput-of = Where the throughput of { $option } comes from
latency-targets = Targets
latency-targets-aid = They hold for every option; 0 asks for nothing.
latency-elsewhere = Run by somebody else
latency-elsewhere-aid = Their speed is the provider’s, and is not estimated here; the view “An endpoint” times one.

## Long term

long-term-headline-none = No model is known to leave the market within { $months }
long-term-headline-moved = { $count ->
        [one] { $count } option moves to a successor within { $months }
       *[other] { $count } options move to a successor within { $months }
    }
long-term-headline-lost = { $count ->
        [one] { $count } option loses its model within { $months }, and no successor is named
       *[other] { $count } options lose their model within { $months }, and no successor is named
    }
long-term-licence = Licence, { $licence }
long-term-no-clauses = No clause that bears on the choice is known.
long-term-clauses-unknown = The clauses are those of the vendor’s contract; read it.
long-term-retirement = End of sale
long-term-retires-after = Sold until { $date }, which is after the horizon.
long-term-no-retirement = No end of sale is announced.
long-term-own-weights = The weights are yours to keep; nobody can withdraw them.
long-term-as-its-parts = As its parts.
long-term-price-law = Price over the years: { $law }
long-term-rent-change = The rent changes by { $change } a year in this case.
long-term-data = Where the data goes
long-term-data-elsewhere = To { $provider }. In which country it is kept is not known here; ask for it in writing.
long-term-data-here = It stays on your own machines.
long-term-exit = Leaving
long-term-exit-cost = Counted with { $cost } over the horizon, at a chance of { $chance }.
long-term-why-exit = Why this number? Exit of { $option }
long-term-languages-stated = The vendor states { $languages }.
long-term-languages-not-stated = The vendor does not state { $languages }.
long-term-languages-unknown = Nothing is known about { $languages }.
long-term-change = Change this option
long-term-later = What is not weighed yet
long-term-later-body = Regulation, sovereignty of the data, skills on the labour market and the pace of vendors come later as criteria of their own. Nothing here is scored today.

## Decision

decision-side-by-side = Options, side by side
decision-side-by-side-aid = Press a figure to see how it came about; grey is what cannot be had.
decision-npv = NPV, { $months }
decision-per-million = Per million tokens
decision-first-token = First token
decision-dearer = { $difference } dearer
decision-out = cannot be had as it stands
decision-out-because = Out. { $reason }
decision-flips = What would flip it
decision-input = Input
decision-today = Today
decision-flips-at = Flips at
decision-change = Change
decision-standing = No value in the range looked at flips it for { $inputs }.
decision-about = { $option }: { $sentence }
decision-estimated = Throughput is an estimate for { $options }; a measurement of your own would replace it.
decision-old = Old records, to be checked before they are relied on: { $options }.
decision-doubtful = Weak or assumed records: { $options }.
decision-the-case = the whole case
decision-no-findings = Nothing stands out.

## Report

export-report = The report for the board
export-report-aid = One PDF file; the same case and date give the same bytes.
export-language = Language of the report
export-date = Date printed on it
export-date-help = Prices and ages are still those of the date of the case.
export-report-button = Export the report…
export-charts-aid = Each as a file of its own: PDF, SVG or PNG.
export-contents = What it holds
export-contents-aid = In this order, answer first.
export-decision = The question, the answer in one sentence, and how sure it is.
export-gates = Which options are out, and what closes on them.
export-odds = In how many of fifty futures each option is best, and what a wrong choice costs.
export-tornado = The uncertain inputs, those that decide most first.
export-value = Criteria, weights and judgements, and what other methods say.
export-participants = Everybody’s weights, and the choice that follows from each.
export-what-ifs = The choice in each future that the case names.
export-options = Each option with its model, its place and its price.
export-results = Cost of every option, side by side.
export-charts = Cost over time, cost by part and break-even, as vectors.
export-findings = What a careful reader should know before relying on it.
export-assumptions = Every input with its value and where it came from.
export-sources = The records of the catalogue with their dates.
export-method = Conventions of discounting, currency and estimates.

## Why this number?

why-subject = { $result }, { $option }
why-hint = Arrow keys walk through the steps; an input leads to its field.
why-step = Step
why-of-month = { $term }, month { $month }
why-quoted = “{ $name }”
why-more-parts = { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
why-noughts = { $count ->
        [one] { $count } part is zero and left out.
       *[other] { $count } parts are zero and left out.
    }
why-show-more = { $count ->
        [one] Show { $count } more step
       *[other] Show { $count } more steps
    }
why-count-inputs = { $count ->
        [one] { $count } input
       *[other] { $count } inputs
    }
why-go-to-input = Go to { $input }, { $value }
why-no-figure = This option has no such figure now.
