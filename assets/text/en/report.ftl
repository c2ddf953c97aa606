# The printed report.

## Title page

report-title = Open-weight or proprietary language models
report-of-date = Report of { $date }
report-case-date = Case of { $date }
report-made-with = Made with Weighbridge { $version }
report-page = Page { $page } of { $pages }

## Sections

report-section-decision = The decision
report-section-options = The options
report-section-results = Results
report-section-charts = Charts
report-section-findings = What to know
report-section-assumptions = Assumptions
report-section-sources = Sources
report-section-method = How it was computed

## Sentences

report-answer = { $option } costs least, { $cost } over { $months }; { $second } follows, { $difference } dearer.
report-answer-only = { $option } is the only option that can be had, at { $cost } over { $months }.
report-answer-none = No option can be had as it stands.
report-currency-note = Computed in US dollars, shown in { $currency } at { $rate } of { $date }.
report-old-note = Records marked † were read more than { $days } days before the date of the case.
report-doubtful-note = Values marked ? are weak or assumed.
report-undated-rate = without a date

## The answer and its facts

report-section-answer = The answer
report-date = Date of the report
report-rate = { $dollar } = { $amount }, { $date }
report-rate-starting = Nobody has looked at the exchange rate yet; it is the program’s own starting value.
report-rate-doubtful = The exchange rate is { $quality }; replace it before you rely on the amounts.
report-basis = Compared by the net present value of all cost at { $rate }. This is the base case, with every input at its base value: it orders options by cost alone and says nothing about how likely other outcomes are.
report-grave = What stands in the way
report-whole-case = The whole case
report-fact-largest = The largest part of what { $option } costs is { $line }, with { $amount } or { $share }, undiscounted.
report-fact-close = No more than { $share } dearer than the cheapest are { $options }.
report-fact-dearest = { $option } is the dearest, at { $cost } or { $times } times the cheapest.
report-fact-month = { $option } costs { $cost } a month on average, or { $price }, undiscounted.

## Options and results

report-column-kind = Kind
report-column-where = Runs at or on
report-column-terms = Terms
report-useful-life = used for { $months }
report-column-npv = Present value, { $currency }
report-column-month = A month, { $currency }
report-column-million = A million tokens, { $currency }
report-column-request = A request, { $currency }
report-column-solved = A solved task, { $currency }
report-column-first-token = First token
report-not-computed = Not computed
report-note-results = The cheapest option comes first. Present value is the net present value of all cost; the other amounts are undiscounted averages over the horizon.
report-note-first-token = The time to the first token is an estimate for the batch that is planned for, once a request has its place; a dash means that nothing is known.
report-note-score = { $score }, in percent, after what precision and customisation do to the published score; a dash means that the option has no score in this table.

## How it was computed

report-method-start = One-off costs fall at the start, before the first month; the expected cost of leaving falls into the last month.
report-method-average = Averages a month, a million tokens, a request and a task are undiscounted; they divide all cost of the horizon by its months, the tokens asked for, the requests and the tasks.
report-method-whole = Replicas and servers are whole; one more is counted as soon as the busiest hour needs more than there are, and none where the need is met exactly. They cost what they cost, busy or idle.
report-method-prices = Prices of tokens follow the terms of each option; none of them is a forecast.
report-method-speed = Speed and memory follow from the bytes and operations of every step, corrected by what published measurements taught, except where a throughput was entered or measured; measurements of this case replace the estimate of the same model on the same hardware and pull those akin.
report-method-cascade = A cascade pays for its parts by the share of requests that each of them answers.
report-method-rounding = Everything is computed at full precision and rounded only where it is shown.

## Assumptions and sources

report-column-input = Input
report-column-options = Options
report-column-range = Range
report-column-origin = Origin
report-column-finding = Finding
report-column-read = Read
report-column-records = Records
report-count-inputs = The results rest on { $inputs } inputs; of these, { $catalogue } come from the catalogue, { $entered } were entered, { $measured } measured and { $estimated } estimated, and { $starting } are starting values that nobody has looked at. { $doubtful ->
        [one] { $doubtful } input is weak or assumed.
       *[other] { $doubtful } inputs are weak or assumed.
    }
report-options-note = Numbers in the column Options are those of the table of options; numbers in square brackets are those of the list of sources.
report-range-note = A range holds what is expected nine times in ten below its upper and one time in ten below its lower end; one in square brackets is never left.
report-nothing = Counted as nought in every option: { $inputs }.
report-count-records = { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
report-estimate-fewest-gpus = the fewest that hold the model
report-estimate-weight-format = from the weight format
report-estimate-kv-cache-from-size = from the size of the model
report-estimate-usable-memory = usual share of memory
report-estimate-same-precision = published precision
report-estimate-server-size = size of the server
report-estimate-rate-from-bandwidth = from the memory bandwidth
report-estimate-serving-estimate = from physics and what was measured
report-estimate-share-of-measured-bandwidth = share of the measured bandwidth, as runs on measured machines reached
report-estimate-share-of-measured-rate = share of the measured arithmetic rate, as runs on measured machines reached
report-estimate-shapes-from-size = from the size of the model
report-estimate-host-bus = usual bus of a host
report-estimate-layers-in-turn = as the engine divides layers
report-tier = { $field }, tier { $number }
report-group-score = Scores, { $score }
report-group-finance = Rates
report-group-workload = Workload
report-group-token-plan = Prices of tokens
report-group-context-tier = Prices of long requests
report-group-volume-discount = Volume discounts
report-group-successor = Successors
report-group-rented = Rented accelerators
report-group-owned = Own servers
report-group-device = Devices
report-group-serving = Model and machine
report-group-cascade = Cascades
report-group-people = People
report-group-salaries = Salaries
report-group-maintenance = Maintenance
report-group-customisation = Customisation
report-group-transition = Moving in and out
report-group-licence = Licences
report-group-quality = What precision and customisation do to scores
